import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { closeServer, listen, listenAs } from '../../../infra/local/ports.ts'

const servers = () => [createServer(), createServer()] as const

test('a port that was asked for and is taken is told of, with whose it is', async () => {
  const [holder, other] = servers()
  const first = Number(new URL(await listen(holder, 0)).port) - 1
  try {
    await expect(listenAs('S3', other, first)).rejects.toThrow(`Port ${first + 1}, for S3, is taken`)
    expect(await listenAs('S3', other, 0)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  } finally {
    await Promise.all([closeServer(holder), closeServer(other)])
  }
})

test('a usual port that is taken gives way to a free one', async () => {
  const [one, other] = servers()
  try {
    const addresses = [await listenAs('DynamoDB', one), await listenAs('DynamoDB', other)]
    expect(new Set(addresses).size).toBe(2)
  } finally {
    await Promise.all([closeServer(one), closeServer(other)])
  }
})
