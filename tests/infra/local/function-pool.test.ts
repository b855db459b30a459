import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FunctionPool } from '../../../infra/local/function-pool.ts'

/** Stands for the runtime of a function: does what the event says, and tells its process id. */
const RUNTIME = `
process.on('message', ({ id, event }) => {
  if (event === 'crash') process.exit(1)
  if (event === 'hang') return
  const send = (reply, then) => process.send({ id, ...reply }, then)
  if (event === 'throw') send({ is: 'error', error: { name: 'Error', message: 'no' } })
  else send({ is: 'result', result: process.pid }, event === 'die after' ? () => process.exit() : undefined)
})
process.send({ is: 'ready' })
`

let folder: string
let pool: FunctionPool
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-metrics-pool-'))
  const runtime = join(folder, 'runtime.mjs')
  await writeFile(runtime, RUNTIME)
  pool = new FunctionPool({
    name: 'echo',
    folder,
    handler: 'index.handler',
    environment: {},
    timeoutSeconds: 1,
    memoryMiB: 128,
    processes: 1,
    runtime,
    log() {},
  })
})
afterAll(async () => {
  await pool.close()
  await rm(folder, { recursive: true })
})

describe('the processes of a function', () => {
  test('stay for the next event, also after a handler threw', async () => {
    const pid = await pool.invoke('work')
    await expect(pool.invoke('throw')).rejects.toMatchObject({ how: 'threw', message: 'echo: Error: no' })
    expect(await pool.invoke('work')).toBe(pid)
  })

  test.each([
    ['crash', 'crashed', 'echo: it exited with 1'],
    ['hang', 'timed out', 'echo: timed out after 1 s'],
  ])('are replaced after an event at which they %s', async (event, how, message) => {
    await expect(pool.invoke(event)).rejects.toMatchObject({ how, message })
    expect(await pool.invoke('work')).toBeTypeOf('number')
  })

  test('are replaced when they died between two events', async () => {
    const pid = Number(await pool.invoke('die after'))
    while (isRunning(pid)) await pause(10)
    expect(await pool.invoke('work')).not.toBe(pid)
    expect(pool.working).toBe(0)
  })
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
