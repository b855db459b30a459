import { App, type AppProps } from 'aws-cdk-lib'
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }

/** A CDK app that has every feature flag as the CDK recommends it for a project that begins with this version. */
export const newApp = (props: AppProps = {}): App =>
  new App({ ...props, context: { ...recommended, ...props.context } })
