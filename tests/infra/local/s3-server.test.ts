import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { AwsClient } from 'aws4fetch'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CREDENTIALS, localS3, REGION } from '../../../infra/local/clients.ts'
import { ObjectStore } from '../../../infra/local/object-store.ts'
import { closeServer, listen } from '../../../infra/local/ports.ts'
import { byBytes } from '../../../infra/local/s3/key-order.ts'
import { pageOf } from '../../../infra/local/s3/listing.ts'
import { s3Server } from '../../../infra/local/s3/s3-server.ts'
import { uploadForm } from '../../../infra/upload-form.ts'

const BUCKET = 'digests'

const store = new ObjectStore()
const server = s3Server(store)
let address: string
beforeAll(async () => {
  store.createBucket(BUCKET)
  address = await listen(server, 0)
})
afterAll(() => closeServer(server))
beforeEach(() => {
  for (const { key } of store.list(BUCKET)) store.delete(BUCKET, key)
  store.put(BUCKET, 'a.txt', { bytes: Buffer.from('first text') })
})

const send = (path: string, init: RequestInit = {}) => fetch(`${address}/${BUCKET}${path}`, init)

/** Status, and the code of the error where there is one. */
async function outcome(answered: Response | Promise<Response>): Promise<[status: number, code?: string]> {
  const response = await answered
  const [, code] = /<Code>(\w+)</.exec(await response.text()) ?? []
  return code === undefined ? [response.status] : [response.status, code]
}

const textAt = (key: string) => store.find(BUCKET, key)?.bytes.toString()
const put = (path: string, body: string, headers: Record<string, string> = {}) =>
  send(path, { method: 'PUT', body, headers })
const md5 = (text: string) => createHash('md5').update(text).digest('base64')

describe('what the local S3 does not know', () => {
  test.each([
    ['PUT', '/a.txt?tagging'],
    ['PUT', '/a.txt?acl'],
    ['PUT', '/a.txt?legal-hold'],
    ['PUT', '/a.txt?something-new'],
    ['PUT', '/a.txt?uploadId=1'],
    ['GET', '/a.txt?acl'],
    ['GET', '/a.txt?uploadId=1'],
    ['POST', '/a.txt?select&select-type=2'],
    ['DELETE', '/a.txt?tagging'],
    ['PUT', '?versioning'],
    ['PUT', '?lifecycle'],
    ['GET', '?versions'],
    ['DELETE', '?policy'],
    ['POST', '?delete&something-new'],
  ])('%s %s is answered with 501, and changes nothing', async (method, path) => {
    const body = method === 'GET' ? undefined : '<Tagging/>'
    expect(await outcome(send(path, { method, body }))).toEqual([501, 'NotImplemented'])
    expect(store.list(BUCKET).map(({ key }) => key)).toEqual(['a.txt'])
    expect(textAt('a.txt')).toBe('first text')
  })

  test.each([
    ['x-amz-tagging', 'a=b'],
    ['x-amz-acl', 'public-read'],
    ['x-amz-storage-class', 'GLACIER'],
    ['x-amz-server-side-encryption', 'aws:kms'],
    ['x-amz-object-lock-mode', 'GOVERNANCE'],
  ])('a write that asks for %s: %s is answered with 501', async (name, value) => {
    expect(await outcome(put('/b.txt', 'text', { [name]: value }))).toEqual([501, 'NotImplemented'])
    expect(textAt('b.txt')).toBeUndefined()
  })

  test('a POST that says nothing of what it wants is not allowed', async () => {
    const xml = '<Delete><Object><Key>a.txt</Key></Object></Delete>'
    expect(await outcome(send('', { method: 'POST', body: xml }))).toEqual([405, 'MethodNotAllowed'])
    expect(await outcome(send('/a.txt', { method: 'POST', body: xml }))).toEqual([405, 'MethodNotAllowed'])
    expect(await outcome(send('?delete', { method: 'POST', body: xml }))).toEqual([400, 'InvalidRequest'])
    expect(textAt('a.txt')).toBe('first text')
    const headers = { 'content-md5': md5(xml) }
    expect(await outcome(send('?delete', { method: 'POST', body: xml, headers }))).toEqual([200])
    expect(textAt('a.txt')).toBeUndefined()
  })
})

describe('web pages', () => {
  const ask = (method: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((answered, failed) => {
      const { hostname, port } = new URL(address)
      const path = `/${BUCKET}/a.txt`
      const asked = request({ hostname, port, path, method, headers }, (response) => {
        response.resume()
        answered(response.statusCode)
      })
      asked.on('error', failed).end()
    })

  test.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['of another server of this machine', { origin: 'http://localhost:3000' }],
    ['without an origin', { origin: 'null' }],
    [
      'that fetch without telling their origin',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    ],
    ['under a name that was made to lead here', { host: 'rebound.example' }],
  ])('%s may neither read nor delete', async (_what, headers) => {
    expect(await ask('GET', headers)).toBe(403)
    expect(await ask('DELETE', headers)).toBe(403)
    expect(textAt('a.txt')).toBe('first text')
  })

  test.each(['localhost', '127.0.0.1', '[::1]', 'digests.localhost', 'host.docker.internal'])(
    'programs may, under the name %s',
    async (host) => {
      const path = host === 'digests.localhost' ? '/a.txt' : `/${BUCKET}/a.txt`
      const { hostname, port } = new URL(address)
      const status = await new Promise((answered) => {
        request({ hostname, port, path, headers: { host: `${host}:${port}` } }, (response) => {
          response.resume()
          answered(response.statusCode)
        }).end()
      })
      expect(status).toBe(200)
    },
  )
})

describe('conditions', () => {
  const etag = () => store.get(BUCKET, 'a.txt').etag

  test('a write may ask that there be nothing, or a certain contents', async () => {
    expect(await outcome(put('/a.txt', 'second', { 'if-none-match': '*' }))).toEqual([
      412,
      'PreconditionFailed',
    ])
    expect(await outcome(put('/a.txt', 'second', { 'if-match': '"other"' }))).toEqual([
      412,
      'PreconditionFailed',
    ])
    expect(await outcome(put('/none.txt', 'second', { 'if-match': etag() }))).toEqual([404, 'NoSuchKey'])
    expect(await outcome(put('/a.txt', 'x', { 'if-none-match': etag() }))).toEqual([501, 'NotImplemented'])
    expect(textAt('a.txt')).toBe('first text')
    expect(await outcome(put('/a.txt', 'second', { 'if-match': etag() }))).toEqual([200])
    expect(await outcome(put('/b.txt', 'third', { 'if-none-match': '*' }))).toEqual([200])
    expect([textAt('a.txt'), textAt('b.txt')]).toEqual(['second', 'third'])
  })

  test('of two that write at once where nothing is, one does', async () => {
    const both = ['one', 'other'].map((text) => put('/once.txt', text, { 'if-none-match': '*' }))
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('a read may ask for contents that are new, or that are the same', async () => {
    const read = (headers: Record<string, string>) => outcome(send('/a.txt', { headers }))
    expect(await read({ 'if-none-match': etag() })).toEqual([304])
    expect(await read({ 'if-none-match': '"other"' })).toEqual([200])
    expect(await read({ 'if-match': '"other"' })).toEqual([412, 'PreconditionFailed'])
    const hour = 3_600_000
    expect(await read({ 'if-modified-since': new Date(Date.now() + hour).toUTCString() })).toEqual([304])
    expect(await read({ 'if-unmodified-since': new Date(Date.now() - hour).toUTCString() })).toEqual([
      412,
      'PreconditionFailed',
    ])
  })
})

describe('ranges', () => {
  test.each([
    ['bytes=0-4', 206, 'first', 'bytes 0-4/10'],
    ['bytes=6-', 206, 'text', 'bytes 6-9/10'],
    ['bytes=-4', 206, 'text', 'bytes 6-9/10'],
    ['bytes=6-999', 206, 'text', 'bytes 6-9/10'],
    ['bytes=0-1,3-4', 200, 'first text', null],
    ['bytes=4-2', 200, 'first text', null],
    ['lines=1-2', 200, 'first text', null],
  ])('%s', async (range, status, text, contentRange) => {
    const response = await send('/a.txt', { headers: { range } })
    expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
      status,
      text,
      contentRange,
    ])
  })

  test.each(['bytes=10-', 'bytes=-0'])('%s is not satisfiable', async (range) => {
    expect(await outcome(send('/a.txt', { headers: { range } }))).toEqual([416, 'InvalidRange'])
  })
})

describe('digests of a body', () => {
  const DIGITS = '123456789'

  // Those of CRCs are their published check values.
  test.each([
    ['content-md5', md5(DIGITS)],
    ['x-amz-checksum-crc32', 'y/Q5Jg=='],
    ['x-amz-checksum-crc32c', '4waSgw=='],
    ['x-amz-checksum-crc64nvme', 'rosUhgp5mIg='],
    ['x-amz-checksum-sha1', createHash('sha1').update(DIGITS).digest('base64')],
    ['x-amz-checksum-sha256', createHash('sha256').update(DIGITS).digest('base64')],
  ])('%s is held against it', async (name, sum) => {
    expect(await outcome(put('/sum.txt', DIGITS, { [name]: sum }))).toEqual([200])
    expect(await outcome(put('/sum.txt', `${DIGITS}!`, { [name]: sum }))).toEqual([400, 'BadDigest'])
    expect(textAt('sum.txt')).toBe(DIGITS)
  })

  test('may come behind the chunks that an SDK cuts it into', async () => {
    const chunks = '5;chunk-signature=0\r\n12345\r\n4\r\n6789\r\n0\r\n'
    const headers = { 'content-encoding': 'aws-chunked', 'x-amz-decoded-content-length': '9' }
    const right = `${chunks}x-amz-checksum-crc32:y/Q5Jg==\r\n\r\n`
    expect(await outcome(put('/chunks.txt', right, headers))).toEqual([200])
    expect(textAt('chunks.txt')).toBe('123456789')
    expect(await outcome(put('/chunks.txt', right.replace('y/Q5', 'y/Q6'), headers))).toEqual([
      400,
      'BadDigest',
    ])
    expect(await outcome(put('/chunks.txt', right.slice(0, 30), headers))).toEqual([400, 'IncompleteBody'])
  })
})

describe('a form as `npm run upload-form` makes it', () => {
  async function sent(key: string, text: string, change: (form: FormData) => void = () => {}) {
    const s3 = localS3(address)
    const { url, fields } = await uploadForm(s3, { bucket: BUCKET, prefix: 'inbox/', seconds: 60 })
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, name === 'key' ? key : value)
    change(form)
    form.append('file', new Blob([text]), '日报 1.txt')
    return outcome(fetch(url, { method: 'POST', body: form }))
  }

  test('uploads the file under its name', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3 puts the name of the file there
    expect(await sent('inbox/${filename}', 'by form')).toEqual([204])
    expect(textAt('inbox/日报 1.txt')).toBe('by form')
  })

  test.each([
    ['a key outside its prefix', 'elsewhere.txt', 'text', undefined, [403, 'AccessDenied']],
    ['nothing in it', 'inbox/a.txt', '', undefined, [400, 'EntityTooSmall']],
    [
      'a field that it does not speak of',
      'inbox/a.txt',
      'text',
      ['x-amz-meta-a', 'b'],
      [403, 'AccessDenied'],
    ],
    ['no policy', 'inbox/a.txt', 'text', ['Policy', undefined], [403, 'AccessDenied']],
    ['a policy that is none', 'inbox/a.txt', 'text', ['Policy', 'e30='], [400, 'InvalidRequest']],
  ] as const)('lets nobody in with %s', async (_what, key, text, change, expected) => {
    const changed = (form: FormData) => {
      if (change?.[1] !== undefined) form.set(change[0], change[1])
      else if (change !== undefined) form.delete(change[0])
    }
    expect(await sent(key, text, changed)).toEqual(expected)
    expect(store.list(BUCKET)).toHaveLength(1)
  })

  test('is over after its time', async () => {
    const past = {
      expiration: new Date(0).toISOString(),
      conditions: [{ bucket: BUCKET }, ['starts-with', '$key', '']],
    }
    const form = new FormData()
    form.set('key', 'late.txt')
    form.set('policy', Buffer.from(JSON.stringify(past)).toString('base64'))
    form.set('file', new Blob(['late']), 'late.txt')
    expect(await outcome(send('', { method: 'POST', body: form }))).toEqual([403, 'AccessDenied'])
    expect(textAt('late.txt')).toBeUndefined()
  })
})

test('an address that was signed for a while takes an upload in that time, and none after it', async () => {
  const client = new AwsClient({ ...CREDENTIALS, region: REGION, service: 's3' })
  const signed = async (datetime?: string) => {
    const url = `${address}/${BUCKET}/signed.txt?X-Amz-Expires=60`
    return (await client.sign(url, { method: 'PUT', aws: { signQuery: true, datetime } })).url
  }
  const late = fetch(await signed('20200101T000000Z'), { method: 'PUT', body: 'late' })
  expect(await outcome(late)).toEqual([403, 'AccessDenied'])
  expect(textAt('signed.txt')).toBeUndefined()
  expect(await outcome(fetch(await signed(), { method: 'PUT', body: 'in time' }))).toEqual([200])
  expect(textAt('signed.txt')).toBe('in time')
})

test('a copy has the contents and headers of its source', async () => {
  await put('/source.txt', 'text', { 'content-type': 'text/x-digest', 'x-amz-meta-from': 'me' })
  const headers = { 'x-amz-copy-source': `/${BUCKET}/source.txt` }
  expect(await outcome(send('/copy.txt', { method: 'PUT', headers }))).toEqual([200])
  const copied = await send('/copy.txt')
  expect([
    await copied.text(),
    copied.headers.get('content-type'),
    copied.headers.get('x-amz-meta-from'),
  ]).toEqual(['text', 'text/x-digest', 'me'])
  expect(await outcome(send('/source.txt', { method: 'PUT', headers }))).toEqual([400, 'InvalidRequest'])
})

test('keys and buckets that cannot be are refused', async () => {
  expect(await outcome(put(`/${'k'.repeat(1025)}`, ''))).toEqual([400, 'KeyTooLongError'])
  expect(await outcome(send('/%ff'))).toEqual([400, 'InvalidURI'])
  expect(await outcome(fetch(`${address}/nowhere/a.txt`))).toEqual([404, 'NoSuchBucket'])
  expect(await outcome(send('/none.txt'))).toEqual([404, 'NoSuchKey'])
  expect(await outcome(send('', { method: 'DELETE' }))).toEqual([409, 'BucketNotEmpty'])
})

describe('pages of a listing', () => {
  const anyKey = fc
    .array(fc.constantFrom('a', 'b', '/', 'é', '\u{1f4f0}', '\uffee'), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))

  test('have each key or common prefix once, in the order of bytes, whatever their size', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(anyKey, { maxLength: 12 }),
        fc.constantFrom('', 'a', 'a/'),
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 4 }),
        (keys, prefix, delimiter, most) => {
          const objects = [...keys]
            .sort(byBytes)
            .map((key) => ({ key, bytes: Buffer.alloc(0), etag: '', modified: new Date(0), headers: {} }))
          const whole = pageOf(objects, { prefix, delimiter, after: '', most: 1000 })
          const seen: string[] = []
          for (let after: string | undefined = ''; after !== undefined; ) {
            const page = pageOf(objects, { prefix, delimiter, after, most })
            expect(page.objects.length + page.prefixes.length).toBeLessThanOrEqual(most)
            seen.push(...page.objects.map(({ key }) => key), ...page.prefixes)
            after = page.next
          }
          const expected = [...whole.objects.map(({ key }) => key), ...whole.prefixes]
          expect(seen.sort(byBytes)).toEqual(expected.sort(byBytes))
          const rest = (key: string) => delimiter !== '' && key.slice(prefix.length).includes(delimiter)
          expect(whole.objects.map(({ key }) => key)).toEqual(
            objects.map(({ key }) => key).filter((key) => key.startsWith(prefix) && !rest(key)),
          )
        },
      ),
    ))
})
