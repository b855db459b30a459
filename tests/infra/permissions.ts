import type { Properties, Resources } from './synthesized.ts'
import { nameOf } from './synthesized.ts'

/** A function may do this: `dynamodb:Query Items/index/by-date`. */
export type Permission = string

interface Statement {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Principal?: { AWS?: Properties | Properties[] }
}

/** What the role of each function may do, by its own policy and by those of buckets, in alphabetical order. */
export function grantedTo(resources: Resources): Record<string, Permission[]> {
  const byRole: Record<string, Permission[]> = {}
  const add = (role: Properties, statements: Statement[]) => {
    const name = nameOf(role.Ref ?? role['Fn::GetAtt'][0]).replace(/FunctionRole$/, '')
    byRole[name] = [...(byRole[name] ?? []), ...statements.flatMap(permissions)].sort()
  }
  for (const { Properties } of Object.values(resources.ofType('AWS::IAM::Policy')))
    for (const role of Properties.Roles) add(role, Properties.PolicyDocument.Statement)
  for (const { Properties } of Object.values(resources.ofType('AWS::S3::BucketPolicy')))
    for (const statement of Properties.PolicyDocument.Statement as Statement[]) {
      if (statement.Effect !== 'Allow') continue
      for (const role of [statement.Principal?.AWS ?? []].flat()) add(role, [statement])
    }
  return byRole
}

function permissions({ Effect, Action, Resource }: Statement): Permission[] {
  if (Effect !== 'Allow') return []
  return [Action]
    .flat()
    .flatMap((action) => [Resource].flat().map((resource) => `${action} ${nameOfResource(resource)}`))
}

/** `Items`, `Items/index/by-date`, `Digests/*`, or `*`. */
function nameOfResource(resource: unknown): string {
  if (typeof resource === 'string') return resource
  const { 'Fn::GetAtt': attribute, 'Fn::Join': join } = resource as Properties
  if (attribute !== undefined) return nameOf(attribute[0])
  return (join[1] as unknown[]).map(nameOfResource).join('')
}
