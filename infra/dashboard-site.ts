import { Aws, Duration, Fn, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Construct } from 'constructs'
import { ROUTES } from '../shared/api/routes.ts'
import type { AccessLogs } from './access-logs.ts'
import { SECURITY_HEADERS } from './dashboard-bundle.ts'
import { DashboardFiles } from './dashboard-files.ts'
import { PrivateBucket } from './private-bucket.ts'
import type { Settings } from './settings.ts'
import type { TrendApi } from './trend-api.ts'

export interface DashboardSiteProps {
  settings: Settings
  accessLogs: AccessLogs
  trends: TrendApi
}

/** Names in CloudFront are those of the account, whatever the region. */
const NAME = `${Aws.STACK_NAME}-${Aws.REGION}`

/** The page and the API at one address, so that the page reads from its own origin as it does in the local cloud. */
export class DashboardSite extends Construct {
  readonly outputs: Record<string, string>

  constructor(scope: Construct, id: string, { settings, accessLogs, trends }: DashboardSiteProps) {
    super(scope, id)
    const bucket = new PrivateBucket(this, 'Files', settings, {
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'dashboard/',
    })
    const responseHeadersPolicy = securityHeaders(this)
    const origin = S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessControl: new S3OriginAccessControl(this, 'Access', { originAccessControlName: NAME }),
    })
    // Every answer is the API's own: it checks and logs each request, and its entity tags make asking again cheap.
    const api: BehaviorOptions = {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', trends.url))),
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // A token that came in the clear would be no better for being sent on.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy,
    }
    const distribution = new Distribution(this, 'Distribution', {
      comment: Aws.STACK_NAME,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
      },
      additionalBehaviors: Object.fromEntries(apiPaths().map((path) => [path, api])),
      ...ownName(this, settings),
    })
    new DashboardFiles(this, 'Page', { settings, bucket })
    accept(distribution, settings)
    const { distributionDomainName: given } = distribution
    const { dashboardDomain: own } = settings
    this.outputs = {
      DashboardUrl: `https://${own ?? given}`,
      // What the DNS entry of one's own name points to.
      ...(own && { DashboardTarget: given }),
    }
  }
}

/** Path patterns of the API: `/v1/*`, `/health`, … */
const apiPaths = (): string[] => [
  ...new Set(Object.values(ROUTES).map(({ path }) => path.replace(/^(\/[^/]+)\/.*/, '$1/*'))),
]

/** Those of the local cloud, and that browsers come by TLS from then on. */
function securityHeaders(scope: Construct): ResponseHeadersPolicy {
  const override = true
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: NAME,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: SECURITY_HEADERS['content-security-policy'], override },
      contentTypeOptions: { override },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override },
    },
  })
}

function ownName(scope: Construct, { dashboardDomain, dashboardCertificate }: Settings) {
  if (dashboardDomain === undefined || dashboardCertificate === undefined) return {}
  return {
    domainNames: [dashboardDomain],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', dashboardCertificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  }
}

function accept(distribution: Distribution, { dashboardDomain }: Settings): void {
  const accepted: Record<string, string | false> = {
    CFR1: 'Digests are for readers of all countries.',
    CFR2: 'Each route of the API has a limit of its own and refuses what it does not know; the page is a file.',
    CFR3:
      'Logs of CloudFront take a bucket with access control lists, or a stack in us-east-1. Nothing is kept here but ' +
      'the files of the page: the API logs each request of its own, and the bucket those for files.',
    CFR4:
      dashboardDomain === undefined &&
      "Of the names that CloudFront gives, CloudFront chooses the TLS; a name of one's own asks for 1.2.",
  }
  for (const [rule, reason] of Object.entries(accepted))
    if (reason) Validations.of(distribution).acknowledge({ id: `AwsSolutions::AwsSolutions-${rule}`, reason })
}
