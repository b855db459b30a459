import { digestId } from '../../shared/digest/digest-id.ts'
import { seriesId } from '../../shared/series/identity.ts'

/**
 * What a run uploads: digests of two days and two metrics, so that overwrites change dates and metrics, take facts away
 * and bring them back; one that is dated by its key; two that cannot become a digest.
 */
export const TEXTS = {
  area: 'Notes for January 9, 2020\n\nThe bank leased 20,000 square meters.\n',
  'other area': 'Notes for January 9, 2020\n\nThe bank leased 15,000 square meters.\n',
  'area of the next day': 'Notes for January 10, 2020\n\nThe bank leased 20,000 square meters.\n',
  'area of another year': 'Notes for March 1, 2021\n\nThe bank leased 0.1 square meters.\n',
  money: 'Notes for January 9, 2020\n\nA shop paid 30 yuan.\n\nA school paid 0.2 yuan.\n',
  'area and money':
    'Notes for January 9, 2020\n\nThe bank leased 700 square meters.\n\nA shop paid 30 yuan.\n\nThe shop leased 0.1 square meters.\n',
  restated:
    'Notes for January 10, 2020\n\nThe bank leased 9,000 square meters, up from 7,000 square meters.\n',
  'no numbers': 'Notes for January 9, 2020\n\nThe bank leased an office.\n',
  undated: 'The bank leased 80 square meters.\n',
  empty: '',
  binary: '\u0000\u0001\u0002\u0003\u0000',
} as const

export type TextName = keyof typeof TEXTS

export const TEXT_NAMES: readonly TextName[] = Object.keys(TEXTS) as TextName[]

/** Those of one metric and day: they meet in the same rows. */
export const SAME_SERIES: readonly TextName[] = ['area', 'other area', 'area and money']

/** One is form-encoded in notifications. */
export const KEYS = ['a+b c.txt', 'notes/二.txt'] as const

/** Where files of corrections come, which reject what the digests of the other keys tell. */
export const CORRECTIONS_KEY = 'corrections/one.json'

const BANK_AREA = seriesId({
  ...{ entity: 'bank', metric: 'square-meters', measure: 'office space', status: null },
  ...{ kind: 'level', modality: 'actual', unit: 'm2', length: 'instant', over: null },
})

const rejecting = (key: string, to: string) =>
  JSON.stringify({ reject: [{ series: BANK_AREA, to, digest: digestId(key) }] })

export const CORRECTIONS = [
  rejecting(KEYS[0], '2020-01-09'),
  rejecting(KEYS[1], '2020-01-09'),
  rejecting(KEYS[0], '2020-01-10'),
  '{"reject": []}',
  'not JSON',
] as const

/** Messages that no handling can make sense of; they belong in the dead-letter queue. */
export const POISON = [
  'not JSON',
  '{"Records":[{"eventName":"ObjectCreated:Put"}]}',
  '{"Records":3}',
] as const

/** What S3 sends when notifications are configured: to be acknowledged. */
export const TEST_EVENT = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'digests' })
