import { Annotations, Validations } from 'aws-cdk-lib'
import { HttpNoneAuthorizer, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import type { Construct } from 'constructs'
import type { Settings } from './settings.ts'

/**
 * Who may read the API: by default those of the account whose permissions allow it (SigV4), else those with a token of
 * the issuer, else everyone.
 */
export function readersOf(settings: Settings, api: Construct): IHttpRouteAuthorizer {
  const { jwtIssuer, jwtAudience, openReading } = settings
  if (openReading) {
    Annotations.of(api).addWarningV2(
      'digest-metrics:openReading',
      'openReading is set: EVERYONE ON THE INTERNET can read every digest, fact and trend of this stack',
    )
    Validations.of(api).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason: 'The setting openReading asks for it, and synthesis warns of it.',
    })
    return new HttpNoneAuthorizer()
  }
  if (jwtIssuer !== undefined && jwtAudience !== undefined)
    return new HttpJwtAuthorizer('Tokens', jwtIssuer, { jwtAudience: [jwtAudience] })
  return new HttpIamAuthorizer()
}
