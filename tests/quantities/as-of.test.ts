import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantities } from '../../shared/quantities/find-quantities.ts'

const dayOf = (text: string, date?: string) => findQuantities(text, { date }).map(({ asOf }) => asOf)

/** sentence → days of its quantities, in a digest of Thursday, 9 January 2020 */
const DAYS: [string, (string | null)[]][] = [
  ['As of Sunday, 59 people were ill.', ['2020-01-05']],
  ['As of Thursday, 59 people were ill.', ['2020-01-09']],
  ['As of last Thursday, 59 people were ill.', ['2020-01-02']],
  ['59 people were ill as of yesterday.', ['2020-01-08']],
  ['59 people were ill as of today.', ['2020-01-09']],
  ['By Wednesday, 59 people were ill.', ['2020-01-08']],
  ['As of 8 p.m. on Saturday, 59 people were ill.', ['2020-01-04']],
  ['As of midnight on Jan. 5, 59 people were ill.', ['2020-01-05']],
  ['As of January 5, 59 people were ill.', ['2020-01-05']],
  ['As of December 30, 59 people were ill.', ['2019-12-30']],
  ['As of 30 December 2018, 59 people were ill.', ['2018-12-30']],
  ['As of December 30, 2018, 59 people were ill.', ['2018-12-30']],
  ['As of March 2019, 59 people were ill.', ['2019-03-31']],
  ['It had 59 rooms at the end of June.', ['2019-06-30']],
  ['It had 59 rooms at the end of June last year.', ['2019-06-30']],
  ['It had 59 rooms by the end of last year.', ['2019-12-31']],
  ['It had 59 rooms at the end of last month.', ['2019-12-31']],
  ['It had 59 rooms at the end of 2018.', ['2018-12-31']],
  ['It had 59 rooms as of the end of February 2016.', ['2016-02-29']],
  ['It had 59 rooms at the end of 2018 and added 10 rooms then.', ['2018-12-31', null]],
  ['As of Friday, it had 59 rooms, but 20 rooms were shut.', ['2020-01-03', '2020-01-03']],
  ['All 59 guests must leave by Sunday.', [null]],
  ['As of February 30, 59 people were ill.', [null]],
  ['The 59 guests like Sunday.', [null]],
]

test.each(DAYS)('%s', (text, days) => {
  expect(dayOf(text, '2020-01-09')).toEqual(days)
})

test('without the day of the digest there is none', () => {
  expect(dayOf('As of Sunday, 59 people were ill.')).toEqual([null])
})

test('a weekday is within the week before the digest', () => {
  const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
  const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.nat({ max: 6 }), (today, weekday) => {
      const [day] = dayOf(`As of ${weekdays[weekday]}, 59 people were ill.`, today.toISOString().slice(0, 10))
      const then = new Date(`${day}T00:00:00Z`)
      expect(then.getUTCDay()).toBe(weekday)
      const midnight = Date.parse(today.toISOString().slice(0, 10))
      expect((midnight - then.getTime()) / 86_400_000).toBeLessThan(7)
      expect(then.getTime()).toBeLessThanOrEqual(midnight)
    }),
  )
})
