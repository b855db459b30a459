import { DATE_SOURCES, type DateSource } from '../model/digest.ts'

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** Three letters name a month, and so does the whole word: "Jan", "Jan.", "Sept", "January". */
const MONTH = `(?<month>(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})[a-z]{0,6})\\.?`
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?<year>(?:19|20)\\d\\d)'

/** 二〇二〇年一月二十四日 */
const DAY_IN_HAN =
  /(?<year>[一二][〇○零一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})[日号號]/g

/** The ways a title, a key or a header writes a day, the least ambiguous first. No quantifier is unbounded. */
const DATE_FORMS: readonly RegExp[] = [
  // 2020-01-09, 2020.01.08, 2020/1/9, 2020_01_09
  /(?<!\d)(?<year>(?:19|20)\d\d)([-./_])(?<month>\d{1,2})\2(?<day>\d{1,2})(?!\d)/g,
  // 2020年1月24日, 2020 年 1 月 24 日
  /(?<!\d)(?<year>(?:19|20)\d\d) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号號]?/g,
  // January 9, 2020; Jan. 9th 2020; January 3–9, 2020 is the last of its days, as 3–9 January 2020 is
  new RegExp(`\\b${MONTH} {1,3}(?:\\d{1,2} ?[-–—] ?)?${DAY},? {1,3}${YEAR}(?!\\d)`, 'gi'),
  // 9 January 2020; 9th of Jan. 2020; 09-Jan-2020
  new RegExp(`(?<!\\d)${DAY}(?: {1,3}(?:of )?|-)${MONTH}(?:,? {1,3}|-)${YEAR}(?!\\d)`, 'gi'),
  // 09.01.2020, 9. 1. 2020: with stops the day is always the first.
  /(?<![\d.])(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>(?:19|20)\d\d)(?!\d)/g,
  // 1/31/2020, 31-1-2020: with strokes and dashes either may be first, and only what can be read in one way is.
  /(?<![\d/-])(?<month>0?[1-9]|1[0-2])([/-])(?<day>1[3-9]|[23]\d)\2(?<year>(?:19|20)\d\d)(?!\d)/g,
  /(?<![\d/-])(?<day>1[3-9]|[23]\d)([/-])(?<month>0?[1-9]|1[0-2])\2(?<year>(?:19|20)\d\d)(?!\d)/g,
  // 20200109
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/g,
  DAY_IN_HAN,
]

const HAN_DIGITS = '〇一二三四五六七八九'

/** A title or a key that is longer than this holds its date earlier. */
const SEARCHED_LENGTH = 2_000

/** The first real day written in a text, as `yyyy-mm-dd`, or null. "2020-02-30" is no day. */
export function findDate(text: string): string | null {
  return takeDate(text)?.date ?? null
}

/** The first real day written in a text, and the words around it. */
export function takeDate(text: string): { date: string; rest: string } | null {
  // Full-width digits and spaces that do not break are written as the forms have them.
  const searched = text.slice(0, SEARCHED_LENGTH).normalize('NFKC')
  for (const form of DATE_FORMS) {
    for (const match of searched.matchAll(form)) {
      const { year = '', month = '', day = '' } = match.groups ?? {}
      const date =
        form === DAY_IN_HAN ? isoDate(arabic(year), arabic(month), arabic(day)) : isoDate(year, month, day)
      if (date) return { date, rest: searched.replace(match[0], '') }
    }
  }
  return null
}

/** The digits of a year, or of a number below 100, in Han: 二〇二〇 is 2020, 十 is 10, 二十四 is 24. */
function arabic(han: string): string {
  const digits = han.replace(/^十/, '一十').replace(/十$/, '〇').replace('十', '').replace(/[○零]/g, '〇')
  return Array.from(digits, (digit) => HAN_DIGITS.indexOf(digit)).join('')
}

/** What may hold a digest's date, by source; `object` is an ISO 8601 time and always there. */
export type DateEvidence = Readonly<Record<Exclude<DateSource, 'object'>, string | null> & { object: string }>

/** The sources that write a day in ways of their own. */
const SEARCHES: Partial<Record<DateSource, (text: string) => string | null>> = {
  key: findDateInKey,
  mail: findDateInHeader,
}

/** The digest's day and where it was found: the first source, in the order of trust, that holds a day. */
export function dateOf(evidence: DateEvidence): { date: string; dateSource: DateSource } {
  for (const dateSource of DATE_SOURCES) {
    const text = evidence[dateSource] ?? ''
    const date = (SEARCHES[dateSource] ?? findDate)(text)
    if (date) return { date, dateSource }
  }
  return { date: new Date(evidence.object).toISOString().slice(0, 10), dateSource: 'object' }
}

/** A file's name says its day better than its folders: "archive/2020-01-31/2020-01-09.txt" is of the 9th. */
function findDateInKey(key: string): string | null {
  return findDate(key.slice(key.lastIndexOf('/') + 1)) ?? findDate(key)
}

/** The three letters that months begin with in the languages whose mail programs write them, January first. */
const MONTH_STEMS: readonly string[] = [
  ...[
    'jan|ene|gen|янв',
    'feb|fev|fév|фев',
    'mar|mär|mrz|mrt|мар',
    'apr|abr|avr|апр',
    'may|mai|mei|mag|maj|мая',
  ],
  ...['jun|juin|giu|июн', 'jul|juil|lug|июл', 'aug|ago|aoû|aou|авг', 'sep|set|сен', 'oct|okt|ott|out|окт'],
  ...['nov|ноя', 'dec|dez|dic|déc|дек'],
]
const CLOCK = /\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?\b|\b(?:gmt|utc)?[+-]\d{4}\b/gi
const HEADER_LENGTH = 200
const DAY_AND_MONTH =
  /(?<!\d)(\d{1,2})\.?[ -]{1,3}(?:de )?(\p{L}{3,12})\.?[ -]{1,3}(?:de )?(\d{4}|\d{2})(?!\d)/gu
const MONTH_AND_DAY = /(?<!\p{L})(\p{L}{3,12})\.? {1,3}(\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\d{4})(?!\d)/gu

/**
 * The day in a mail's header: as the standard has it, as old programs wrote it, as C and JavaScript print it, or with the
 * months of another language. A year of two digits is one from 1950 to 2049 (RFC 5322, 4.3).
 */
export function findDateInHeader(header: string): string | null {
  const day = header.slice(0, HEADER_LENGTH).normalize('NFC').replace(CLOCK, ' ').replace(/\s+/g, ' ')
  for (const [, date = '', month = '', year = ''] of day.matchAll(DAY_AND_MONTH)) {
    const found = isoDate(fullYear(year), String(monthOfStem(month)), date)
    if (found) return found
  }
  for (const [, month = '', date = '', year = ''] of day.matchAll(MONTH_AND_DAY)) {
    const found = isoDate(year, String(monthOfStem(month)), date)
    if (found) return found
  }
  return findDate(header)
}

const fullYear = (year: string): string =>
  year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900))

/** 1 to 12, or 0 for a word that is no month. */
function monthOfStem(word: string): number {
  const month = word.toLowerCase()
  return 1 + MONTH_STEMS.findIndex((stems) => stems.split('|').some((stem) => month.startsWith(stem)))
}

function isoDate(year = '', month = '', day = ''): string | null {
  const monthNumber = /^\d/.test(month) ? Number(month) : monthOfName(month)
  const date = new Date(Date.UTC(Number(year), monthNumber - 1, Number(day)))
  const isReal = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === Number(day)
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** 1 to 12, or 0 for a word that only begins like a month ("marching"). */
function monthOfName(name: string): number {
  const word = name.toLowerCase()
  return (
    1 +
    MONTHS.findIndex((month) => month === word || word === month.slice(0, 3) || word === month.slice(0, 4))
  )
}
