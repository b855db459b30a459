import { PutObjectCommand } from '@aws-sdk/client-s3'
import { vi } from 'vitest'
import { localS3 } from '../../infra/local/clients.ts'
import type { LocalCloud } from '../../infra/local/local-cloud.ts'
import { digestId } from '../../shared/digest/digest-id.ts'

/** Uploads a digest and waits until its facts are served. */
export async function upload(cloud: LocalCloud, key: string, body: string | Uint8Array): Promise<void> {
  const { BucketName: Bucket, ApiUrl: api } = cloud.outputs
  await localS3(cloud.endpoints.s3).send(new PutObjectCommand({ Bucket, Key: key, Body: body }))
  const isServed = async () => {
    const response = await fetch(`${api}/v1/digests/${digestId(key)}`)
    const { served } = (await response.json()) as { served?: boolean }
    return served === true
  }
  await vi.waitUntil(isServed, { timeout: 60_000, interval: 100 })
}
