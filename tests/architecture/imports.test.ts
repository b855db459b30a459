import { describe, expect, test } from 'vitest'
import { cyclesIn, IMPORTS, reachedFrom } from './imports.ts'

/** The folders of shared/ from the base up: each imports itself and folders of lower levels, nothing beside or above. */
const LEVELS = [
  ['model'],
  ['store', 'language'],
  ['digest', 'quantities', 'series'],
  ['statements', 'api'],
] as const

/** What finds quantities and says what they are about. */
const ENGINE = /^shared\/(?:quantities|statements)\//

const folderOf = (path: string): string => path.split('/')[1] as string
const levelOf = (path: string): number =>
  LEVELS.findIndex((folders) => (folders as readonly string[]).includes(folderOf(path)))

const arrows = [...IMPORTS].flatMap(([from, named]) => named.map((to) => ({ from, to })))
const told = ({ from, to }: { from: string; to: string }) => `${from} imports ${to}`

test('modules are found, with what they name', () => {
  expect(IMPORTS.get('shared/model/fact.ts')).toContain('shared/model/decimal.ts')
  expect(arrows.filter(({ to }) => !IMPORTS.has(to)).map(told)).toEqual([])
})

describe('imports run in no circle, types included', () => {
  test('in a graph that has one, its modules are named', () => {
    const graph = { a: ['b'], b: ['c'], c: ['b'], d: ['a'] }
    expect(cyclesIn(new Map(Object.entries(graph)))).toEqual(['b', 'c'])
  })

  test('here there is none', () => {
    expect(cyclesIn(IMPORTS)).toEqual([])
  })
})

describe('shared/', () => {
  const ofShared = arrows.filter(({ from }) => from.startsWith('shared/'))

  test('has no folder and no file outside its levels', () => {
    const paths = [...IMPORTS.keys()].filter((path) => path.startsWith('shared/'))
    expect(paths.filter((path) => levelOf(path) < 0)).toEqual([])
    expect(new Set(paths.map(folderOf))).toEqual(new Set(LEVELS.flat()))
  })

  test('imports only itself, and no level one beside or above it', () => {
    const wrong = ofShared.filter(
      ({ from, to }) =>
        !to.startsWith('shared/') || (folderOf(from) !== folderOf(to) && levelOf(to) >= levelOf(from)),
    )
    expect(wrong.map(told)).toEqual([])
  })

  test('has languages that know nothing of each other', () => {
    const pack = (path: string) => /^shared\/(?:quantities|statements)\/(en|zh)\//.exec(path)?.[1]
    const wrong = ofShared.filter(({ from, to }) => pack(from) && pack(to) && pack(from) !== pack(to))
    expect(wrong.map(told)).toEqual([])
  })
})

describe('functions/', () => {
  const FUNCTIONS = [...IMPORTS.keys()].filter((path) => /^functions\/[^/]+\.lambda\.ts$/.test(path))

  test('are there', () => {
    expect(FUNCTIONS).toHaveLength(5)
  })

  test.each(FUNCTIONS.filter((path) => path !== 'functions/extract-facts.lambda.ts'))(
    '%s reaches no module of the engine',
    (path) => {
      expect([...reachedFrom(path)].filter((reached) => ENGINE.test(reached))).toEqual([])
    },
  )

  test('extract-facts reaches the engine, and no other function does the routes of the API', () => {
    expect([...reachedFrom('functions/extract-facts.lambda.ts')].some((path) => ENGINE.test(path))).toBe(true)
    const withRoutes = FUNCTIONS.filter((path) =>
      [...reachedFrom(path)].some((reached) => reached.startsWith('functions/api/')),
    )
    expect(withRoutes).toEqual(['functions/serve-api.lambda.ts'])
  })
})

/** Files that mean the same for each language, format or stage may be called the same. */
test('a file name has one meaning', () => {
  const files = [...IMPORTS.keys()].filter((path) => /^(?:commands|functions|shared)\//.test(path))
  const named = Map.groupBy(
    files.filter((path) => !/\/(?:en|zh|tables)\//.test(path)),
    (path) => path.slice(path.lastIndexOf('/') + 1),
  )
  expect([...named].filter(([, paths]) => paths.length > 1)).toEqual([])
})
