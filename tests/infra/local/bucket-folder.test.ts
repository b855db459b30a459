import {
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BucketFolder } from '../../../infra/local/bucket-folder.ts'
import { ObjectStore } from '../../../infra/local/object-store.ts'

const BUCKET = 'digests'
/** Node reads no file into memory that is longer, whoever asks: unreadable for every user, the superuser too. */
const UNREADABLE_BYTES = 5 * 1024 ** 3

let root: string
let folder: BucketFolder
let warnings: string[]
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bucket-folder-'))
  warnings = []
  folder = new BucketFolder(join(root, 'bucket'), join(root, 'unfinished'), (message) =>
    warnings.push(message),
  )
})
afterEach(async () => {
  await folder.close()
  rmSync(root, { recursive: true, force: true })
})

const at = (name: string) => join(folder.path, name)

/** What S3 has after a start on the folder as it is. */
function afterStart(): string[] {
  const store = new ObjectStore()
  store.keep(BUCKET, { folder, notify: () => {} })
  store.restore(BUCKET)
  return store.list(BUCKET).map(({ key }) => key)
}

/** Makes changes in the folder while S3 runs on it. @returns what S3 has then */
async function live(...changes: (() => void)[]): Promise<string[]> {
  const store = new ObjectStore()
  store.keep(BUCKET, { folder, notify: () => {} })
  await folder.watch((key) => store.reconcile(BUCKET, key))
  const keys = () => store.list(BUCKET).map(({ key }) => key)
  for (const [step, change] of changes.entries()) {
    change()
    // Changes are told of in their order, so this one comes after.
    const last = `last-${step}.txt`
    writeFileSync(at(last), last)
    await vi.waitFor(() => expect(keys()).toContain(last), { timeout: 10_000, interval: 20 })
    unlinkSync(at(last))
    await vi.waitFor(() => expect(keys()).not.toContain(last), { timeout: 10_000, interval: 20 })
  }
  return keys()
}

const write = (name: string) => () => writeFileSync(at(name), name)

describe('what lies in the folder is the same live and after a start', () => {
  test.each<[string, string[], (() => void)[]]>([
    ['files', ['a.txt', 'b c.txt'], [write('a.txt'), write('b c.txt')]],
    ['what editors leave', ['a.md'], [write('a.md'), write('a.md~'), write('#a.md#'), write('~$a.md')]],
    ['files of tools', [], [write('.DS_Store'), write('.a.md.swp')]],
    [
      'a link to a file, and to a folder',
      ['a.txt'],
      [write('a.txt'), () => symlinkSync(at('a.txt'), at('link.txt')), () => symlinkSync(root, at('up'))],
    ],
    [
      'a file that becomes a link',
      ['a.txt'],
      [
        write('a.txt'),
        write('b.txt'),
        () => {
          symlinkSync(at('a.txt'), join(root, 'link'))
          renameSync(join(root, 'link'), at('b.txt'))
        },
      ],
    ],
    [
      'a file that cannot be read',
      ['a.txt'],
      [
        write('a.txt'),
        () => {
          writeFileSync(at('huge.txt'), '')
          truncateSync(at('huge.txt'), UNREADABLE_BYTES)
        },
      ],
    ],
  ])('%s', { timeout: 60_000 }, async (_what, expected, changes) => {
    expect(await live(...changes)).toEqual(expected)
    expect(afterStart()).toEqual(expected)
  })

  test('and who runs it hears of what counts for nothing', () => {
    write('a.txt')()
    symlinkSync(at('a.txt'), at('link.txt'))
    expect(afterStart()).toEqual(['a.txt'])
    expect(warnings).toEqual([
      expect.stringMatching(/^link\.txt in the bucket's folder is no digest: it is a link/),
    ])
  })
})
