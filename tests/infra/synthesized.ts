import { type Stack, Validations } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { newApp } from '../../infra/new-app.ts'
import { PipelineStack } from '../../infra/pipeline-stack.ts'
import { readSettings } from '../../infra/settings.ts'

// biome-ignore lint/suspicious/noExplicitAny: shapes are those of CloudFormation's documentation
export type Properties = Record<string, any>

export interface Resource {
  Type: string
  Properties: Properties
  DependsOn?: string[]
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

/** The stack with these settings, its functions not bundled. */
export function buildStack(settings: Record<string, unknown> = {}): Stack {
  const app = newApp({ context: { 'aws:cdk:bundling-stacks': [], ...settings } })
  return new PipelineStack(app, 'DigestMetrics', { settings: readSettings(app.node) })
}

/** The resources of a template by logical id, without the hash that ends each: `Items`, `ParseDigestFunction`, … */
export class Resources {
  readonly byId: Record<string, Resource>

  constructor(settings: Record<string, unknown> = {}) {
    // What the CDK's own rules and the rule packs say of the template has a test of its own.
    process.env.CDK_VALIDATION = 'false'
    this.byId = Template.fromStack(buildStack(settings)).toJSON().Resources
  }

  ofType(type: string): Record<string, Resource> {
    const found = Object.entries(this.byId).filter(([, resource]) => resource.Type === type)
    return Object.fromEntries(found.map(([id, resource]) => [nameOf(id), resource]))
  }

  /** @throws Error where no resource of the type has that name */
  get(type: string, name: string): Properties {
    const found = this.ofType(type)
    if (found[name] === undefined) throw new Error(`No ${type} ${name}; there are ${Object.keys(found)}`)
    return found[name].Properties
  }
}

/** The name of a construct in the template, without the hash that the CDK puts after it. */
export const nameOf = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '')

/** The name of the resource that a template function refers to: `Ref` or `Fn::GetAtt`. */
export function targetOf(reference: Properties): string {
  return nameOf(reference.Ref ?? reference['Fn::GetAtt'][0])
}

/** Every acknowledgment of a rule in the construct tree: where, which rule, why. */
export function acknowledgments(stack: Stack): { path: string; id: string; reason: string }[] {
  return stack.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(data as Record<string, string>).map(([id, reason]) => ({
          path: node.path,
          id,
          reason,
        })),
      ),
  )
}
