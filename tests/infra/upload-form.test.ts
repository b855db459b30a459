import { S3Client } from '@aws-sdk/client-s3'
import { expect, test } from 'vitest'
import { uploadForm } from '../../infra/upload-form.ts'

const s3 = new S3Client({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
})

test('a form uploads under its prefix, of the size of a digest, until it expires, and nothing else', async () => {
  const before = Date.now()
  const { url, fields } = await uploadForm(s3, { bucket: 'digests', prefix: 'inbox/', seconds: 900 })
  expect(url).toBe('https://digests.s3.eu-west-1.amazonaws.com/')
  const policy = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString())
  expect(policy.conditions).toContainEqual(['content-length-range', 1, 10_000_000])
  expect(policy.conditions).toContainEqual(['starts-with', '$key', 'inbox/'])
  expect(policy.conditions).toContainEqual({ bucket: 'digests' })
  expect(Math.abs(Date.parse(policy.expiration) - before - 900_000)).toBeLessThan(60_000)
})
