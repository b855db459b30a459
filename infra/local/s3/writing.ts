import { checkedSums, type Fields } from './checksum.ts'
import { checkReading, checkWriting, rangeOf } from './conditions.ts'
import { readForm } from './form.ts'
import { joined } from './multipart.ts'
import { type Call, type Operation, type S3Answer, xmlAnswer } from './operation.ts'
import { checkVersion } from './reading.ts'
import { S3Error } from './s3-error.ts'
import { checkAsks, storedHeaders } from './stored-headers.ts'
import { elements, textOf, xmlDocument } from './xml.ts'

const isCopy = (fields: Fields): boolean => fields['x-amz-copy-source'] !== undefined

export const WRITING: readonly Operation[] = [
  { name: 'CopyObject', method: 'PUT', at: 'object', when: isCopy, run: copy },
  { name: 'PutObject', method: 'PUT', at: 'object', run: put },
  { name: 'DeleteObject', method: 'DELETE', at: 'object', takes: ['versionId'], run: remove },
  { name: 'DeleteObjects', method: 'POST', at: 'bucket', needs: ['delete'], run: removeAll },
  {
    name: 'PostObject',
    method: 'POST',
    at: 'bucket',
    when: (fields) => fields['content-type']?.startsWith('multipart/form-data') === true,
    run: post,
  },
  { name: 'CreateMultipartUpload', method: 'POST', at: 'object', needs: ['uploads'], run: startUpload },
  {
    name: 'UploadPartCopy',
    method: 'PUT',
    at: 'object',
    needs: ['uploadId', 'partNumber'],
    when: isCopy,
    run: copyPart,
  },
  { name: 'UploadPart', method: 'PUT', at: 'object', needs: ['uploadId', 'partNumber'], run: putPart },
  { name: 'CompleteMultipartUpload', method: 'POST', at: 'object', needs: ['uploadId'], run: completeUpload },
  { name: 'AbortMultipartUpload', method: 'DELETE', at: 'object', needs: ['uploadId'], run: abortUpload },
]

async function put({ store, bucket, key, fields: headers, body }: Call): Promise<S3Answer> {
  checkAsks(headers)
  const { bytes, fields } = await body()
  const sums = checkedSums(bytes, fields)
  // Only now: what the key holds may have changed while the body came.
  checkWriting(headers, store.find(bucket, key))
  const { etag } = store.put(bucket, key, { bytes, headers: { ...storedHeaders(fields), ...sums } })
  return { status: 200, headers: { etag, ...sums } }
}

function copy(call: Call): S3Answer {
  const { store, bucket, key, fields } = call
  checkAsks(fields)
  const source = copySource(call)
  const replaces = fields['x-amz-metadata-directive']?.toUpperCase() === 'REPLACE'
  if (source.object === store.find(bucket, key) && !replaces)
    throw new S3Error(
      'InvalidRequest',
      'This copy request is illegal because it changes nothing of the object.',
    )
  checkWriting(fields, store.find(bucket, key))
  const { bytes } = source.object
  const headers = replaces ? storedHeaders(fields) : source.object.headers
  const { etag, modified } = store.put(bucket, key, { bytes, headers }, 'ObjectCreated:Copy')
  return xmlAnswer(xmlDocument('CopyObjectResult', { ETag: etag, LastModified: modified.toISOString() }))
}

const SOURCE_CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since']

function copySource({ store, fields }: Call) {
  const [path = '', search = ''] = (fields['x-amz-copy-source'] ?? '').split('?')
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/s.exec(decoded(path)) ?? []
  if (bucket === undefined || key === undefined)
    throw new S3Error(
      'InvalidArgument',
      'Copy Source must mention the source bucket and key: sourcebucket/sourcekey',
    )
  checkVersion(new URLSearchParams(search))
  const object = store.get(bucket, key)
  const conditions = SOURCE_CONDITIONS.map((name) => [name, fields[`x-amz-copy-source-${name}`]])
  try {
    checkReading(Object.fromEntries(conditions), object)
  } catch (error) {
    if (!(error instanceof S3Error && error.code === 'NotModified')) throw error
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  }
  return { object }
}

/** @throws S3Error where it is no percent-encoded UTF-8 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
    throw error
  }
}

function remove({ store, bucket, key, query, fields }: Call): S3Answer {
  checkVersion(query)
  const object = store.find(bucket, key)
  if (fields['if-match'] !== undefined) checkWriting({ 'if-match': fields['if-match'] }, object)
  store.delete(bucket, key)
  return { status: 204 }
}

const MOST_DELETED = 1000

async function removeAll({ store, bucket, body }: Call): Promise<S3Answer> {
  const { bytes, fields } = await body()
  const sums = checkedSums(bytes, fields)
  if (fields['content-md5'] === undefined && Object.keys(sums).length === 0)
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: Content-MD5 OR x-amz-checksum-*',
    )
  const xml = bytes.toString()
  const named = elements(xml, 'Object').map((object) => ({
    key: textOf(object, 'Key'),
    version: textOf(object, 'VersionId') ?? 'null',
  }))
  if (named.length === 0 || named.length > MOST_DELETED || named.some(({ key }) => !key))
    throw new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate.')
  const [versions, keys] = [named.filter(isVersion), named.filter((one) => !isVersion(one))]
  for (const { key = '' } of keys) store.delete(bucket, key)
  const isQuiet = textOf(xml, 'Quiet') === 'true'
  return xmlAnswer(
    xmlDocument('DeleteResult', {
      Deleted: isQuiet ? [] : keys.map(({ key }) => ({ Key: key })),
      Error: versions.map(({ key }) => ({ Key: key, Code: 'NoSuchVersion', Message: NO_VERSIONS })),
    }),
  )
}

const NO_VERSIONS = 'The local bucket keeps no versions.'
const isVersion = ({ version }: { version: string }): boolean => version !== 'null'

async function post({ store, bucket, fields: headers, body }: Call): Promise<S3Answer> {
  const { bytes: form } = await body()
  const { key, bytes, fields } = await readForm(form, headers['content-type'] ?? '', bucket, new Date())
  checkKey(key)
  checkAsks(fields)
  const sums = checkedSums(bytes, fields)
  const { etag } = store.put(
    bucket,
    key,
    { bytes, headers: { ...storedHeaders(fields), ...sums } },
    'ObjectCreated:Post',
  )
  const location = `http://${headers.host}/${bucket}/${encodeURIComponent(key)}`
  const redirect = fields.success_action_redirect
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect)
    for (const [name, value] of Object.entries({ bucket, key, etag })) target.searchParams.set(name, value)
    return { status: 303, headers: { location: target.href, etag } }
  }
  const status = fields.success_action_status
  const told = { etag, location }
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers: told }
  const answer = xmlAnswer(
    xmlDocument('PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: etag }),
    201,
  )
  return { ...answer, headers: { ...answer.headers, ...told } }
}

const MOST_KEY_BYTES = 1024

export function checkKey(key: string): void {
  if (Buffer.byteLength(key) > MOST_KEY_BYTES) throw new S3Error('KeyTooLongError', 'Your key is too long')
}

function startUpload({ store, uploads, bucket, key, fields }: Call): S3Answer {
  checkAsks(fields)
  store.list(bucket)
  const id = uploads.start(bucket, key, storedHeaders(fields))
  return xmlAnswer(xmlDocument('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id }))
}

async function putPart({ uploads, bucket, key, query, body }: Call): Promise<S3Answer> {
  const { bytes, fields } = await body()
  const sums = checkedSums(bytes, fields)
  const upload = uploads.get(query.get('uploadId') ?? '', bucket, key)
  return {
    status: 200,
    headers: { etag: uploads.putPart(upload, Number(query.get('partNumber')), bytes), ...sums },
  }
}

function copyPart(call: Call): S3Answer {
  const { uploads, bucket, key, query, fields } = call
  const { bytes } = copySource(call).object
  const range = rangeOf(fields['x-amz-copy-source-range'], bytes.length)
  const part = range === undefined ? bytes : bytes.subarray(range.from, range.to + 1)
  const upload = uploads.get(query.get('uploadId') ?? '', bucket, key)
  const etag = uploads.putPart(upload, Number(query.get('partNumber')), part)
  return xmlAnswer(xmlDocument('CopyPartResult', { ETag: etag, LastModified: new Date().toISOString() }))
}

async function completeUpload({ store, uploads, bucket, key, query, fields, body }: Call): Promise<S3Answer> {
  const xml = (await body()).bytes.toString()
  const id = query.get('uploadId') ?? ''
  const upload = uploads.get(id, bucket, key)
  const named = elements(xml, 'Part').map((part) => ({
    number: Number(textOf(part, 'PartNumber')),
    etag: textOf(part, 'ETag') ?? '',
  }))
  const whole = joined(upload, named)
  checkWriting(fields, store.find(bucket, key))
  const { etag } = store.put(
    bucket,
    key,
    { ...whole, headers: upload.headers },
    'ObjectCreated:CompleteMultipartUpload',
  )
  uploads.end(id)
  const Location = `http://${fields.host}/${bucket}/${encodeURIComponent(key)}`
  return xmlAnswer(
    xmlDocument('CompleteMultipartUploadResult', { Location, Bucket: bucket, Key: key, ETag: etag }),
  )
}

function abortUpload({ uploads, bucket, key, query }: Call): S3Answer {
  const id = query.get('uploadId') ?? ''
  uploads.get(id, bucket, key)
  uploads.end(id)
  return { status: 204 }
}
