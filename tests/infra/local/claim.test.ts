import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claim } from '../../../infra/local/claim.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claim-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const TIMES = 20

test('of those that start at one moment one has the folder, and the others say who', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: TIMES }, () => claim(folder)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain(`as process ${process.pid}`)
})

test('whoever releases it leaves it to the next', async () => {
  await (await claim(folder)).release()
  await expect(claim(folder)).resolves.toBeDefined()
})

test('what a process left that is gone keeps nobody away, and is taken over once', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  await writeFile(join(folder, 'running.pid'), String(pid))
  const outcomes = await Promise.allSettled(Array.from({ length: TIMES }, () => claim(folder)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await readFile(join(folder, 'running.pid'), 'utf8')).toBe(String(process.pid))
})
