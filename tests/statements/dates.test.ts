import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factsOf } from '../../shared/statements/facts.ts'
import { PERIODS } from './periods.ts'

/** The days that the figures of a text hold for, `null` where it says none. */
const periodsIn = (text: string, date = '2020-01-09') =>
  factsOf({ n: 1, text, language: 'en', kind: 'paragraph', context: null }, { date }).map(
    ({ period: { from, to, said } }) => (said === 'digest' ? null : from === to ? to : `${from}..${to}`),
  )

test.each(PERIODS)('%s', (text, periods) => {
  expect(periodsIn(text)).toEqual(periods)
})

test('a weekday is within the week before the digest', () => {
  const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.nat({ max: 6 }), (today, weekday) => {
      const [day] = periodsIn(
        `As of ${weekdays[weekday]}, 59 people were ill.`,
        today.toISOString().slice(0, 10),
      )
      const then = new Date(`${day}T00:00:00Z`)
      expect(then.getUTCDay()).toBe(weekday)
      const midnight = Date.parse(today.toISOString().slice(0, 10))
      expect((midnight - then.getTime()) / 86_400_000).toBeLessThan(7)
      expect(then.getTime()).toBeLessThanOrEqual(midnight)
    }),
  )
})

test('a day that is written out is read back, in both languages', () => {
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(date, (day) => {
      const iso = day.toISOString().slice(0, 10)
      const [year, month, number] = iso.split('-').map(Number)
      const name = day.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
      expect(periodsIn(`As of ${name} ${number}, ${year}, 59 people were ill.`)).toEqual([iso])
      expect(periodsIn(`As of ${number} ${name} ${year}, 59 people were ill.`)).toEqual([iso])
      expect(periodsIn(`截至${year}年${month}月${number}日24时，累计确诊59例。`)).toEqual([iso])
    }),
  )
})
