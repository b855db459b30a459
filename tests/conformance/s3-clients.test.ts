import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CREDENTIALS, REGION } from '../../infra/local/clients.ts'
import { type Engines, startEngines } from '../../infra/local/engines.ts'

/** What is held against clients of S3 that people have. */
const BUCKET = 'digests'
/** Past the size at which every one of them uploads in parts. */
const LARGE_BYTES = 18 * 1024 ** 2
const CLIENT_MS = 120_000

let engines: Engines
let folder: string
beforeAll(async () => {
  engines = await startEngines({ first: 0 })
  engines.objects.createBucket(BUCKET)
  folder = await mkdtemp(join(tmpdir(), 's3-clients-'))
})
afterAll(async () => {
  await engines?.close()
  await rm(folder, { recursive: true, force: true })
})

const ENVIRONMENT = () => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ENDPOINT_URL: engines.s3,
  AWS_CONFIG_FILE: join(folder, 'none'),
  RCLONE_CONFIG: join(folder, 'none'),
  RCLONE_CONFIG_LOCAL_TYPE: 's3',
  RCLONE_CONFIG_LOCAL_PROVIDER: 'Other',
  RCLONE_CONFIG_LOCAL_ENV_AUTH: 'true',
  RCLONE_CONFIG_LOCAL_ENDPOINT: engines.s3,
  RCLONE_CONFIG_LOCAL_REGION: REGION,
})

/** @returns what the program printed @throws Error with what it said where it failed */
async function run(program: string, ...args: string[]): Promise<string> {
  const child = spawn(program, args, { cwd: folder, env: ENVIRONMENT(), timeout: CLIENT_MS / 2 })
  let [printed, said] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text))
  const code = await new Promise((ended) => child.on('close', ended))
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said || printed}`)
  return printed
}

const keys = () => engines.objects.list(BUCKET).map(({ key }) => key)
const textAt = (key: string) => engines.objects.get(BUCKET, key).bytes.toString()
const stored = (key: string, text: string) => engines.objects.put(BUCKET, key, { bytes: Buffer.from(text) })
const local = (name: string) => join(folder, name)

/** @param missing what to do so that the client is here; undefined where it is */
function clients(name: string, missing: string | undefined, laws: () => void): void {
  if (missing === undefined) describe(name, { timeout: CLIENT_MS }, laws)
  else test.skip(`${name}: ${missing}`, () => {})
}

const answers = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

const PYTHON = process.env.PYTHON ?? 'python3'

clients('the AWS CLI', answers('aws', '--version') ? undefined : 'put aws on the PATH', () => {
  test('copies to and fro, in parts too, lists and removes', async () => {
    await writeFile(local('a b+c.txt'), 'by the CLI')
    await run('aws', 's3', 'cp', 'a b+c.txt', `s3://${BUCKET}/cli/a b+c.txt`)
    expect(textAt('cli/a b+c.txt')).toBe('by the CLI')
    await run('aws', 's3', 'cp', `s3://${BUCKET}/cli/a b+c.txt`, 'back.txt')
    expect(await readFile(local('back.txt'), 'utf8')).toBe('by the CLI')
    const large = Buffer.alloc(LARGE_BYTES, 'digest ')
    await writeFile(local('large.txt'), large)
    await run('aws', 's3', 'cp', 'large.txt', `s3://${BUCKET}/cli/large.txt`)
    expect(engines.objects.get(BUCKET, 'cli/large.txt').bytes.equals(large)).toBe(true)
    expect(engines.objects.get(BUCKET, 'cli/large.txt').etag).toMatch(/-3"$/)
    await run('aws', 's3', 'cp', `s3://${BUCKET}/cli/large.txt`, 'large-back.txt')
    expect((await readFile(local('large-back.txt'))).equals(large)).toBe(true)
    expect(await run('aws', 's3', 'ls', `s3://${BUCKET}/cli/`)).toMatch(/a b\+c\.txt.*large\.txt/s)
    await run('aws', 's3', 'mv', `s3://${BUCKET}/cli/large.txt`, `s3://${BUCKET}/cli/moved.txt`)
    expect(keys()).toEqual(['cli/a b+c.txt', 'cli/moved.txt'])
    await run('aws', 's3', 'rm', '--recursive', `s3://${BUCKET}/cli/`)
    expect(keys()).toEqual([])
  })

  test('writes an object only where there is none, and is told what is not known here', async () => {
    stored('once.txt', 'first')
    await writeFile(local('second.txt'), 'second')
    const put = ['s3api', 'put-object', '--bucket', BUCKET, '--key', 'once.txt', '--body', 'second.txt']
    await expect(run('aws', ...put, '--if-none-match', '*')).rejects.toThrow('PreconditionFailed')
    await expect(
      run(
        'aws',
        's3api',
        'put-object-tagging',
        '--bucket',
        BUCKET,
        '--key',
        'once.txt',
        '--tagging',
        'TagSet=[]',
      ),
    ).rejects.toThrow('NotImplemented')
    expect(textAt('once.txt')).toBe('first')
    await run('aws', ...put)
    expect(textAt('once.txt')).toBe('second')
    engines.objects.delete(BUCKET, 'once.txt')
  })
})

clients('rclone', answers('rclone', 'version') ? undefined : 'put rclone on the PATH', () => {
  test('syncs a folder, checks it, reads ranges and deletes', async () => {
    const large = Buffer.alloc(LARGE_BYTES, 'digest ')
    await run('mkdir', '-p', 'sync/日报')
    await writeFile(local('sync/日报/a b.txt'), 'by rclone')
    await writeFile(local('sync/large.txt'), large)
    const remote = `local:${BUCKET}/sync`
    const parts = ['--s3-upload-cutoff', '6M', '--s3-chunk-size', '6M']
    await run('rclone', 'sync', ...parts, 'sync', remote)
    expect(keys()).toEqual(['sync/large.txt', 'sync/日报/a b.txt'])
    expect(engines.objects.get(BUCKET, 'sync/large.txt').bytes.equals(large)).toBe(true)
    await run('rclone', 'check', '--download', 'sync', remote)
    expect(await run('rclone', 'cat', '--offset', '3', '--count', '6', `${remote}/日报/a b.txt`)).toBe(
      'rclone',
    )
    await writeFile(local('sync/日报/a b.txt'), 'changed by rclone')
    await rm(local('sync/large.txt'))
    await run('rclone', 'sync', 'sync', remote)
    expect(keys()).toEqual(['sync/日报/a b.txt'])
    expect(textAt('sync/日报/a b.txt')).toBe('changed by rclone')
    await run('rclone', 'purge', remote)
    expect(keys()).toEqual([])
  })
})

const BOTO = `
import boto3, io, json, sys, urllib.request
from botocore.exceptions import ClientError
s3 = boto3.client('s3')
bucket = '${BUCKET}'
def code(call):
    try:
        call()
    except ClientError as error:
        return error.response['Error']['Code']
seen = {}
s3.put_object(Bucket=bucket, Key='boto/a b+c.txt', Body=b'by boto3', ContentType='text/plain', Metadata={'from': 'boto3'})
got = s3.get_object(Bucket=bucket, Key='boto/a b+c.txt')
seen['got'] = [got['Body'].read().decode(), got['ContentType'], got['Metadata'], got['ETag']]
seen['range'] = s3.get_object(Bucket=bucket, Key='boto/a b+c.txt', Range='bytes=3-6')['Body'].read().decode()
seen['if-none-match'] = code(lambda: s3.put_object(Bucket=bucket, Key='boto/a b+c.txt', Body=b'', IfNoneMatch='*'))
seen['if-match'] = code(lambda: s3.get_object(Bucket=bucket, Key='boto/a b+c.txt', IfMatch='"other"'))
seen['missing'] = code(lambda: s3.get_object(Bucket=bucket, Key='boto/none'))
seen['acl'] = code(lambda: s3.put_object_acl(Bucket=bucket, Key='boto/a b+c.txt', ACL='public-read'))
s3.upload_fileobj(io.BytesIO(b'x' * ${LARGE_BYTES}), bucket, 'boto/large.txt')
seen['large'] = s3.head_object(Bucket=bucket, Key='boto/large.txt')['ContentLength']
url = s3.generate_presigned_url('put_object', Params={'Bucket': bucket, 'Key': 'boto/presigned.txt'})
urllib.request.urlopen(urllib.request.Request(url, data=b'presigned', method='PUT', headers={'content-type': ''}))
seen['presigned'] = urllib.request.urlopen(s3.generate_presigned_url('get_object', Params={'Bucket': bucket, 'Key': 'boto/presigned.txt'})).read().decode()
pages = s3.get_paginator('list_objects_v2').paginate(Bucket=bucket, Prefix='boto/', PaginationConfig={'PageSize': 2})
seen['listed'] = [each['Key'] for page in pages for each in page['Contents']]
gone = s3.delete_objects(Bucket=bucket, Delete={'Objects': [{'Key': key} for key in seen['listed']]})
seen['deleted'] = len(gone['Deleted'])
print(json.dumps(seen))
`

clients(
  'boto3',
  answers(PYTHON, '-c', 'import boto3') ? undefined : 'install boto3, or set PYTHON to one that has it',
  () => {
    test('stores, reads, lists, signs addresses and deletes', async () => {
      expect(JSON.parse(await run(PYTHON, '-c', BOTO))).toEqual({
        got: ['by boto3', 'text/plain', { from: 'boto3' }, expect.stringMatching(/^"[0-9a-f]{32}"$/)],
        range: 'boto',
        'if-none-match': 'PreconditionFailed',
        'if-match': 'PreconditionFailed',
        missing: 'NoSuchKey',
        acl: 'NotImplemented',
        large: LARGE_BYTES,
        presigned: 'presigned',
        listed: ['boto/a b+c.txt', 'boto/large.txt', 'boto/presigned.txt'],
        deleted: 3,
      })
      expect(keys()).toEqual([])
    })
  },
)
