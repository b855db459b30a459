import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { Asset } from 'aws-cdk-lib/aws-s3-assets'
import { AwsCustomResource, type AwsSdkCall, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import { bundleDashboard, type DashboardFile } from './dashboard-bundle.ts'
import type { Settings } from './settings.ts'

export interface DashboardFilesProps {
  settings: Settings
  bucket: Bucket
}

/**
 * The files of the page in a bucket: each is an asset of the deployment, and copied from there with its headers. (The
 * CDK's BucketDeployment would bring 22 MB of AWS CLI and a role that may delete.) Files that the page loads no longer
 * stay, for readers who have it open.
 */
export class DashboardFiles extends Construct {
  constructor(scope: Construct, id: string, { settings, bucket }: DashboardFilesProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'CopierLogs', {
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'CopierRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const allow = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn)
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [role],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
      }),
    )

    // Known by their endings, so that a file takes the place of the one before.
    const files = bundleDashboard().map((file) => ({ file, asset: assetOf(this, file) }))
    const assetBucket = files[0]?.asset.bucket as IBucket
    // All of it: a permission for a single new file might not have come round yet when that is copied.
    allow(['s3:GetObject'], assetBucket.arnForObjects('*'))
    acceptReading(role, assetBucket)

    const copies = files.map(
      ({ file, asset }) =>
        new AwsCustomResource(this, `Copy${extname(file.name)}`, {
          onUpdate: copyCall(file, asset, bucket),
          role,
          logGroup,
          memorySize: 256,
          installLatestAwsSdk: false,
        }),
    )
    for (const copy of copies) if (bucket.policy) copy.node.addDependency(bucket.policy)
    // The page comes last: it never names a file that is not there.
    copies.at(-1)?.node.addDependency(...copies.slice(0, -1))
    acceptCopier(this)
  }
}

function assetOf(scope: Construct, { name, contents }: DashboardFile): Asset {
  const folder = mkdtempSync(join(tmpdir(), 'digest-metrics-page-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, contents)
    return new Asset(scope, `Asset${extname(name)}`, { path })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const copyCall = ({ name, type, cacheControl }: DashboardFile, asset: Asset, bucket: Bucket): AwsSdkCall => ({
  service: 'S3',
  action: 'CopyObject',
  parameters: {
    CopySource: `${asset.s3BucketName}/${asset.s3ObjectKey}`,
    Bucket: bucket.bucketName,
    Key: name,
    MetadataDirective: 'REPLACE',
    ContentType: type,
    CacheControl: cacheControl,
  },
  physicalResourceId: PhysicalResourceId.of(name),
})

function acceptReading(role: Role, assets: IBucket): void {
  // The bucket's name holds account and region, which cdk-nag writes in another way than CloudFormation.
  const resolved = Stack.of(role).resolve(assets.bucketName)
  const name = String(resolved['Fn::Sub'] ?? resolved).replaceAll(/\$\{(.+?)\}/g, '<$1>')
  Validations.of(role).acknowledge({
    id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${name}/*]`,
    reason:
      'The copier reads what the deployment uploaded, under a name that each change of the page changes.',
  })
}

/** The CDK has one function for all calls of a stack. */
function acceptCopier(scope: Construct): void {
  const id = `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll('-', '')}`
  const copier = Validations.of(Stack.of(scope).node.findChild(id))
  const reason = 'The function is part of a deployment, which waits for its answer and fails without it.'
  for (const rule of ['LambdaDLQ', 'LambdaTracing'])
    copier.acknowledge({ id: `Serverless::Serverless-${rule}`, reason })
}
