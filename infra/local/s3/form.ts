import * as v from 'valibot'
import type { Fields } from './checksum.ts'
import { S3Error } from './s3-error.ts'

/** What somebody uploads by a form. */
export interface FormUpload {
  key: string
  bytes: Buffer
  /** The fields before the file, by lower-case name. */
  fields: Fields
}

/**
 * Reads a form as browsers send it, and holds it against the policy that came with it.
 * @throws S3Error where it is no form, has no policy, or is not what the policy lets in
 */
export async function readForm(
  bytes: Buffer,
  contentType: string,
  bucket: string,
  now: Date,
): Promise<FormUpload> {
  const fields: Record<string, string> = {}
  for (const [name, value] of await formEntries(bytes, contentType)) {
    if (name !== 'file') {
      if (typeof value === 'string') fields[name.toLowerCase()] = value
      continue
    }
    const isFile = typeof value !== 'string'
    const contents = isFile ? Buffer.from(await value.arrayBuffer()) : Buffer.from(value)
    const given = fields.key
    if (!given) throw new S3Error('InvalidArgument', 'Bucket POST must contain a field named key.')
    const key = given.replaceAll(FILE_NAME, () => (isFile ? value.name : ''))
    checkPolicy({ ...fields, key, bucket }, contents.length, now)
    return { key, bytes: contents, fields }
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.')
}

/** Stands in a key for the name of the file, in an upload by form. */
const FILE_NAME = /\$\{filename\}/g

async function formEntries(bytes: Buffer, contentType: string) {
  try {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData()
    return [...form]
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    throw new S3Error(
      'MalformedPOSTRequest',
      'The body of your POST request is not well-formed multipart/form-data.',
    )
  }
}

const PolicySchema = v.object({
  expiration: v.pipe(v.string(), v.isoTimestamp()),
  conditions: v.array(
    v.union([
      v.tuple([v.literal('content-length-range'), v.number(), v.number()]),
      v.tuple([v.picklist(['eq', 'starts-with']), v.string(), v.string()]),
      v.record(v.string(), v.string()),
    ]),
  ),
})

/** Fields that a policy need not speak of. */
const FREE = /^(policy|x-amz-signature|awsaccesskeyid|signature|bucket|x-ignore-.*)$/

const denied = (why: string) => new S3Error('AccessDenied', `Invalid according to Policy: ${why}`)

function checkPolicy(fields: Record<string, string>, size: number, now: Date): void {
  if (fields.policy === undefined) throw new S3Error('AccessDenied', 'Access Denied')
  const { expiration, conditions } = policyOf(fields.policy)
  if (new Date(expiration) <= now) throw denied('Policy expired.')
  const spokenOf = new Set<string>()
  const check = (name: string, holds: (value: string) => boolean, condition: unknown) => {
    spokenOf.add(name)
    if (!holds(fields[name] ?? '')) throw denied(`Policy Condition failed: ${JSON.stringify(condition)}`)
  }
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition))
        check(name.toLowerCase(), (value) => value === wanted, ['eq', `$${name}`, wanted])
    } else if (condition[0] === 'content-length-range') {
      const [, least, most] = condition
      if (size < least)
        throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
      if (size > most)
        throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
    } else {
      const [how, name, wanted] = condition
      const holds = (value: string) => (how === 'eq' ? value === wanted : value.startsWith(wanted))
      check(name.replace(/^\$/, '').toLowerCase(), holds, condition)
    }
  }
  const others = Object.keys(fields).filter((name) => !spokenOf.has(name) && !FREE.test(name))
  if (others.length > 0) throw denied(`Extra input fields: ${others.join(', ')}`)
}

function policyOf(field: string): v.InferOutput<typeof PolicySchema> {
  try {
    return v.parse(PolicySchema, JSON.parse(Buffer.from(field, 'base64').toString()))
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof v.ValiError)) throw error
    throw new S3Error('InvalidRequest', `Invalid Policy: ${error.message}`)
  }
}
