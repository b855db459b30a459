import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** One local cloud at a time runs on a folder: two would take each other's changes of it for those of a person. */
export interface Claim {
  release(): Promise<void>
}

/**
 * Takes the folder for this process, of all that start at one moment only one.
 * @throws Error naming the process that has it
 */
export async function claim(folder: string): Promise<Claim> {
  const file = join(folder, 'running.pid')
  await mkdir(folder, { recursive: true })
  for (;;) {
    if (await written(file)) return { release: () => rm(file, { force: true }) }
    const holder = await holderOf(file)
    if (holder === undefined) continue
    if (isRunning(holder))
      throw new Error(
        `Another start is at work on ${folder}, as process ${holder}: stop it, or name another folder by --dir. (If that is no npm start, remove ${file}.)`,
      )
    await takeAway(file, holder)
  }
}

/** @returns false where it is there already */
async function written(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** @returns undefined where the file has gone, or is not written to its end yet */
async function holderOf(file: string): Promise<number | undefined> {
  try {
    const text = await readFile(file, 'utf8')
    return text === '' ? undefined : Number(text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whoever takes away what was left is done long before; after that it has died over it. */
const LONGEST_MS = 5000
const PAUSE_MS = 5

/** Removes what a process left that is gone; one at a time, so that none removes what another start has just written. */
async function takeAway(file: string, gone: number): Promise<void> {
  const turn = `${file}.turn`
  try {
    await mkdir(turn)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const began = await stat(turn).catch(() => undefined)
    if (began !== undefined && Date.now() - began.mtimeMs > LONGEST_MS)
      await rm(turn, { recursive: true, force: true })
    await pause(PAUSE_MS)
    return
  }
  try {
    if ((await holderOf(file)) === gone) await rm(file)
  } finally {
    await rm(turn, { recursive: true, force: true })
  }
}

export function isRunning(pid: number): boolean {
  try {
    // Signal 0 is not sent; it only asks.
    process.kill(pid, 0)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ESRCH') return false
    // It is another's.
    if (code === 'EPERM') return true
    throw error
  }
}
