import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FILE_OF_THE_TREE = /`((?:tests|infra|shared|functions|docs|dashboard)\/[\w./-]+)`/g

const PAGES = readdirSync('docs').filter((name) => name.endsWith('.md'))

test.each(PAGES)('every file that docs/%s names is there', (file) => {
  const named = readFileSync(join('docs', file), 'utf8').matchAll(FILE_OF_THE_TREE)
  expect([...named].map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
})
