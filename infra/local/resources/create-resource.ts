import { ACCOUNT, REGION } from '../clients.ts'
import type { Deployed } from '../template.ts'
import { FUNCTIONS } from './functions.ts'
import { HTTP_API } from './http-api.ts'
import { QUEUES } from './queues.ts'
import type { Kind, Properties, Site } from './site.ts'
import { STORAGE } from './storage.ts'

/** Resources that have nothing to do on one machine: permissions, logs, watching. */
const NO_LOCAL_MEANING = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  // Here every change of the bucket is told of: nothing is left to a schedule.
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
])

const KINDS: Record<string, Kind> = { ...STORAGE, ...QUEUES, ...FUNCTIONS, ...HTTP_API }

export const hasLocalMeaning = (type: string): boolean => !NO_LOCAL_MEANING.has(type)

/**
 * Creates one resource, whose properties hold no template functions any more.
 * @throws Error naming a type or a property that the local cloud does not know
 */
export async function createResource(
  id: string,
  type: string,
  properties: Properties,
  site: Site,
): Promise<Deployed> {
  const name = `${site.stackName}-${id}`
  if (!hasLocalMeaning(type))
    return { ref: name, attributes: { Arn: `arn:aws:none:${REGION}:${ACCOUNT}:${name}` } }
  const kind = KINDS[type]
  if (kind === undefined) throw new Error(`${id}: the local cloud does not know resources of type ${type}`)
  const known = new Set([...kind.obeyed, ...(kind.ignored ?? [])])
  const unknown = Object.keys(properties).filter((property) => !known.has(property))
  if (unknown.length > 0)
    throw new Error(`${id}: the local cloud does not know ${unknown.join(', ')} of ${type}`)
  return await kind.create(name, properties, site)
}
