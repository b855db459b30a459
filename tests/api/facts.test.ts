import { describe, expect, test } from 'vitest'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { readArchive } from './archive.ts'
import { FACTS } from './stored-facts.ts'

const amounts = async (given: Record<string, string>) => {
  const archive = await readArchive()
  const { facts } = await archive.read<AnswerBody<'metricFacts'>>(FACTS, {
    metric: 'square-meters',
    from: '2020-01-01',
    ...given,
  })
  return facts.map(({ day, amount }) => `${day.slice(5)} ${amount}`)
}

describe('facts of square meters from 2020 on', () => {
  const all = [
    '01-09 1000',
    '01-09 2000',
    '01-09 20000',
    '01-09 null',
    '02-03 20000',
    '03-02 100.25',
    '03-02 7',
  ]
  test.each([
    [{}, all],
    [{ order: 'desc' }, [...all].reverse()],
    [{ to: '2020-02-02' }, all.slice(0, 4)],
    [{ from: '2020-02-01', to: '2020-02-29' }, ['02-03 20000']],
    [{ subject: 'AREA' }, ['01-09 1000', '01-09 2000']],
    [{ role: 'previous' }, ['01-09 1000']],
    [{ role: 'none', subject: 'area' }, ['01-09 2000']],
    [{ min: '2000' }, ['01-09 2000', '01-09 20000', '02-03 20000']],
    [{ min: '7', max: '100.25' }, ['03-02 100.25', '03-02 7']],
    [{ max: '-1' }, []],
    [{ status: 'confirmed' }, []],
  ])('%j', async (given, expected) => {
    expect(await amounts(given as Record<string, string>)).toEqual(expected)
  })

  test.each([
    ['confirmed', ['01-24 41', '02-03 18']],
    ['suspected', ['01-24 15']],
    ['dead', []],
  ])('patients of whom %s is said', async (status, expected) => {
    expect(await amounts({ metric: 'patients', status })).toEqual(expected)
  })

  test('bounds that let nothing through are refused, by number and not by letter', async () => {
    await expect(amounts({ min: '10', max: '9.5' })).rejects.toThrow('max (9.5) is less than min (10)')
    expect(await amounts({ min: '7', max: '7.0' })).toEqual(['03-02 7'])
  })

  test('a number that no double holds keeps all its digits', async () => {
    expect(await amounts({ metric: 'yuan', from: '2018-01-01' })).toEqual(['12-31 9007199254740993'])
  })
})
