import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOfPath, pathBesideFolder, pathOfKey } from '../../../infra/local/key-path.ts'

describe('the file of an object', () => {
  test.each([
    ['2020/01/09.txt', '2020/01/09.txt'],
    ['日报/2020年1月.md', '日报/2020年1月.md'],
    ['100%.txt', '100%.txt'],
    ['a%20b.txt', 'a%2520b.txt'],
    ['a?b.txt', 'a%3Fb.txt'],
    ['.hidden', '%2Ehidden'],
    ['folder/', 'folder/%_'],
    ['a//b', 'a/%_/b'],
    ['a.md~', 'a.md%7E'],
    ['#a#', '#a%23'],
    ['~$a.md', '%7E$a.md'],
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
  ])('of the key %j is %j', (key, path) => {
    expect(pathOfKey(key)).toBe(path)
    expect(keyOfPath(path)).toBe(key)
  })

  test('stands beside a folder of the same name', () => {
    expect(keyOfPath(pathBesideFolder('a'))).toBe('a')
  })

  test.each(['.DS_Store', 'a/.git/config', 'a.md~', 'b/#a.md#', '~$a.md'])(
    'is none of a tool: %s',
    (path) => {
      expect(keyOfPath(path)).toBeUndefined()
    },
  )
})

/** Keys have at most 1024 bytes; lone surrogates have no UTF-8. */
const keys = fc
  .string({
    minLength: 1,
    maxLength: 300,
    unit: fc.oneof(
      fc.constantFrom('/', '.', '%', '_', '+', '=', '~', '#', '$'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((key) => !/\p{Cs}/u.test(key) && Buffer.byteLength(key) <= 1024)

describe('whatever the key', () => {
  test('its path is read back as the key', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyOfPath(pathOfKey(key))).toBe(key)
      }),
    )
  })

  test('its path stays in the folder, in names that file systems take', () => {
    fc.assert(
      fc.property(keys, (key) => {
        for (const name of pathOfKey(key).split('/')) {
          expect(name).not.toMatch(/^\.|^$/)
          expect(Buffer.byteLength(pathBesideFolder(name))).toBeLessThanOrEqual(255)
        }
      }),
    )
  })
})
