import { describe, expect, test } from 'vitest'
import type { Fact } from '../../shared/model/fact.ts'
import { type EntitySettings, entitiesVersion, NO_ENTITIES } from '../../shared/statements/entity-settings.ts'
import { factsOfDigest } from '../../shared/statements/facts.ts'
import { readEntities } from '../../shared/statements/read-entities.ts'

const digest = (...texts: string[]) => ({
  date: '2020-01-09',
  items: texts.map((text, i) => ({
    ...{ n: i + 1, text, kind: 'paragraph', context: null, section: null, title: null, links: [] },
    ...{ language: /[\u3400-\u9fff]/.test(text) ? 'zh' : 'en', line: i + 1, start: 0, end: text.length },
  })) as unknown as Parameters<typeof factsOfDigest>[0]['items'],
})

const ids = (facts: readonly Fact[]) => facts.map(({ entity }) => entity?.id)

describe('entities of the settings', () => {
  const read = digest(
    'Acme Robotics Inc. sold 500 robots.',
    'Acme sold 300 robots.',
    '极致机器人公司公告，净利润5亿元。',
  )

  test('give the names of one company one id, in both languages and with any legal form', () => {
    const entities = { acme: ['Acme Robotics', 'Acme', '极致机器人'] }
    expect(ids(factsOfDigest(read, entities))).toEqual(['acme', 'acme', 'acme'])
    expect(ids(factsOfDigest(read)).slice(0, 2)).toEqual(['acme-robotics', 'acme-robotics'])
    expect(ids(factsOfDigest(read)).at(-1)).not.toBe('acme')
  })

  test('give a place of the tables more names', () => {
    const chu = digest('Chu reported 44 new cases.')
    expect(ids(factsOfDigest(chu, { 'cn-hubei': ['Chu'] }))).toEqual(['cn-hubei'])
    expect(ids(factsOfDigest(chu))).not.toEqual(['cn-hubei'])
  })

  test('are part of the version: by revision, and apart by their names', () => {
    const settings = (revision: number, ...names: string[]): EntitySettings => ({
      revision,
      entities: { acme: names },
    })
    expect(entitiesVersion(NO_ENTITIES)).toBe('')
    expect(entitiesVersion(settings(1, 'Acme')) < entitiesVersion(settings(2, 'Acme'))).toBe(true)
    expect(entitiesVersion(settings(9, 'Acme')) < entitiesVersion(settings(10, 'Acme'))).toBe(true)
    expect(entitiesVersion(settings(1, 'Acme'))).not.toBe(entitiesVersion(settings(1, 'Acme', 'Acme Ltd')))
    expect(entitiesVersion(settings(1, 'Acme'))).toBe(entitiesVersion(settings(1, 'Acme')))
  })

  test.each([
    ['{', 'no JSON'],
    ['{ "entities": {} }', 'revision'],
    ['{ "revision": 0, "entities": {} }', 'revision'],
    ['{ "revision": 1, "entities": { "Acme": ["Acme"] } }', 'an id of small letters'],
    ['{ "revision": 1, "entities": { "acme": ["A"] } }', 'entities.acme.0'],
    ['{ "revision": 1, "entities": {}, "names": [] }', 'names'],
  ])('%s is refused', (text, message) => {
    expect(() => readEntities(text)).toThrow(message)
  })
})
