import {
  type Dirent,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { keyOfPath, pathBesideFolder, pathOfKey } from './key-path.ts'

/** What a file holds. */
export interface FileContents {
  bytes: Buffer
  modified: Date
}

/** A file that is written counts once its size has been the same for so long. */
const SETTLED_MS = 200

/**
 * The objects of a bucket as files in a folder. Reading and writing are synchronous, so that file and object change in
 * one step and a watcher can tell a person's change from an echo by comparing the two.
 */
export class BucketFolder {
  readonly path: string
  readonly #unfinished: string
  readonly #warn: (message: string) => void
  #watcher?: FSWatcher

  /**
   * @param unfinished folder on the same file system, for files that are being written
   * @param warn hears of files that are no objects although they might be taken for some
   */
  constructor(path: string, unfinished: string, warn: (message: string) => void) {
    this.path = path
    this.#unfinished = unfinished
    this.#warn = warn
    mkdirSync(path, { recursive: true })
    mkdirSync(unfinished, { recursive: true })
  }

  /** Keys of all objects, in the order of their files. */
  keys(): string[] {
    const files: string[] = []
    const visit = (folder: string): void => {
      for (const entry of this.#entriesOf(folder)) {
        const path = join(folder, entry.name)
        if (this.#keyOf(path) === undefined) continue
        if (entry.isDirectory()) visit(path)
        else if (entry.isFile()) files.push(path)
        else if (entry.isSymbolicLink()) this.#warnOfLink(path)
      }
    }
    visit(this.path)
    return files.flatMap((file) => this.#keyOf(file) ?? []).sort()
  }

  /** @returns undefined where there is none, or none that can be read */
  read(key: string): FileContents | undefined {
    const file = this.#find(key)
    if (file === undefined) return undefined
    try {
      return { bytes: readFileSync(file), modified: statSync(file).mtime }
    } catch (error) {
      this.#warnOf(file, (error as Error).message)
      return undefined
    }
  }

  write(key: string, bytes: Buffer, modified: Date): void {
    const unfinished = join(this.#unfinished, `${process.pid}`)
    writeFileSync(unfinished, bytes)
    utimesSync(unfinished, modified, modified)
    renameSync(unfinished, this.#makeRoom(key))
  }

  remove(key: string): void {
    const file = this.#find(key)
    if (file === undefined) return
    rmSync(file)
    this.#removeEmptyFolders(dirname(file))
  }

  /**
   * Calls back with the key of every file that appears, changes or goes, after writing to it has ended; also for those
   * that `write` and `remove` touched.
   */
  async watch(changed: (key: string) => void): Promise<void> {
    const watcher = watch(this.path, {
      ignoreInitial: true,
      followSymlinks: false,
      // It would pass over what it takes for leftovers of editors by a list of its own.
      atomic: false,
      awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: SETTLED_MS / 4 },
    })
    this.#watcher = watcher
    for (const event of ['add', 'change', 'unlink'] as const) {
      watcher.on(event, (file) => {
        const key = this.#keyOf(file)
        if (key === undefined) return
        if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) this.#warnOfLink(file)
        changed(key)
      })
    }
    await new Promise<void>((ready) => watcher.on('ready', ready))
    watcher.on('error', (error) => this.#warn((error as Error).message))
  }

  async close(): Promise<void> {
    await this.#watcher?.close()
  }

  #warnOfLink(path: string): void {
    this.#warnOf(path, 'it is a link, which may lead anywhere: copy the file instead')
  }

  #entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true })
    } catch (error) {
      this.#warnOf(folder, (error as Error).message)
      return []
    }
  }

  #warnOf(path: string, why: string): void {
    this.#warn(`${relative(this.path, path)} in the bucket's folder is no digest: ${why}`)
  }

  #keyOf(file: string): string | undefined {
    return keyOfPath(relative(this.path, file).split(sep).join('/'))
  }

  #find(key: string): string | undefined {
    return [pathOfKey(key), pathBesideFolder(key)].map((path) => join(this.path, path)).find(isFile)
  }

  /** The path at which a key can be written; a file that stands where one of its folders must be steps aside. */
  #makeRoom(key: string): string {
    const plain = pathOfKey(key)
    const segments = plain.split('/')
    for (let depth = 1; depth < segments.length; depth++) {
      const folder = join(this.path, ...segments.slice(0, depth))
      if (!isFile(folder)) continue
      const aside = pathBesideFolder(segments.slice(0, depth).join('/'))
      renameSync(folder, join(this.path, aside))
    }
    const file = join(this.path, plain)
    mkdirSync(dirname(file), { recursive: true })
    return isFolder(file) ? join(this.path, pathBesideFolder(key)) : file
  }

  #removeEmptyFolders(folder: string): void {
    for (let at = folder; at !== this.path && readdirSync(at).length === 0; at = dirname(at)) rmdirSync(at)
  }
}

const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
