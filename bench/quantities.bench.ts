/**
 * Megabytes a second of the quantity engine, beside the libraries of the npm registry that find quantities and a bare
 * scan for digits as the floor, over the same text. Figures are of processor time of one process, best of all rounds,
 * so that what else the machine does shows little.
 */
import {
  recognizeAge,
  recognizeCurrency,
  recognizeDimension,
  recognizeNumber,
  recognizePercentage,
  recognizeTemperature,
} from '@microsoft/recognizers-text-suite'
import compromise from 'compromise'
import { withDeployed } from './deployed.ts'
import { dayAfter, digestText } from './digests.ts'
import { printTable } from './table.ts'

const MEGABYTE = 1_000_000
/** How long each is run for, in seconds of processor time: all are as warm as they get. */
const WARM = 1.5

/** What a finder of quantities returns is only counted. */
type Find = (text: string) => number

/** Paragraph by paragraph, as it is used: whole texts of this size take it minutes. */
const byParagraph =
  (find: Find): Find =>
  (text) =>
    text.split('\n\n').reduce((sum, paragraph) => sum + find(paragraph), 0)

const recognizersText: Find = byParagraph((text) =>
  [
    recognizeNumber,
    recognizePercentage,
    recognizeAge,
    recognizeCurrency,
    recognizeDimension,
    recognizeTemperature,
  ].reduce((sum, recognize) => sum + recognize(text, 'en-us').length, 0),
)

const compromiseNumbers: Find = byParagraph((text) => compromise(text).numbers().json().length)

const digitScan: Find = (text) => {
  let found = 0
  for (const _ of text.matchAll(/\d[\d.,]*/g)) found++
  return found
}

/** The slow ones get a slice of the text; their speed does not grow with its length. */
const OTHERS: readonly { name: string; find: Find; bytes: number }[] = [
  { name: '@microsoft/recognizers-text-suite', find: recognizersText, bytes: 20_000 },
  { name: 'compromise', find: compromiseNumbers, bytes: 100_000 },
  { name: 'bare scan for digits', find: digitScan, bytes: MEGABYTE },
]

/** Texts that make backtracking or looking around costly, by the piece that they repeat. */
const ADVERSARIAL: readonly { name: string; piece: string }[] = [
  { name: 'all digits', piece: '7' },
  { name: 'all commas', piece: ',' },
  { name: 'all spaces', piece: ' ' },
  { name: '"one hundred" repeated', piece: 'one hundred ' },
  { name: 'nested brackets', piece: '(' },
]

type Deployed = typeof import('../shared/quantities/find-quantities.ts')

export const run = (): Promise<void> =>
  withDeployed<Deployed>('shared/quantities/find-quantities.ts', measure)

async function measure({ findQuantities }: Deployed): Promise<void> {
  const ownEngine: Find = (text) => findQuantities(text, { language: 'en' }).length
  const text = newsOf(2 * MEGABYTE)
  const finders = [{ name: 'this engine', find: ownEngine, bytes: MEGABYTE }, ...OTHERS]
  const measured = finders.map(({ name, find, bytes }) => {
    const slice = asRead(text.slice(0, bytes))
    return { name, bytes, found: find(slice), speed: speedOf(find, slice) }
  })
  const own = (measured[0] as (typeof measured)[number]).speed
  printTable(
    ['English news, made up', 'measured over', 'found per kB', 'MB/s', 'this engine is'],
    measured.map(({ name, bytes, found, speed }) => [
      name,
      `${bytes / 1000} kB`,
      ((1000 * found) / bytes).toFixed(1),
      figure(speed),
      `${figure(own / speed)} ×`,
    ]),
  )
  console.log()
  const texts = [
    { name: 'English news, made up', text },
    ...ADVERSARIAL.map(({ name, piece }) => ({ name, text: repeated(piece, 2 * MEGABYTE) })),
  ]
  printTable(
    ['a megabyte of', 'MB/s', 'of the speed over news', 'two take'],
    texts.map(({ name, text }) => {
      const one = secondsOf(ownEngine, asRead(text.slice(0, MEGABYTE)))
      const two = secondsOf(ownEngine, asRead(text))
      return [name, figure(1 / one), figure(1 / one / own), `${(two / one).toFixed(2)} × the time`]
    }),
  )
}

/** Digests one behind the other, at least so many characters. */
function newsOf(length: number): string {
  let text = ''
  for (let day = 0; text.length < length; day++)
    text += digestText({ seed: day, day: dayAfter(day), items: 30 })
  return text.slice(0, length)
}

/** A text in one piece, as it comes from a file: what was put together or cut out here is slower to read. */
const asRead = (text: string): string => Buffer.from(text).toString()

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Processor time that one run takes, in seconds: the least of two or more. */
function secondsOf(find: Find, text: string): number {
  const times: number[] = []
  for (let spent = 0; spent < WARM || times.length < 2; ) {
    const before = process.cpuUsage()
    find(text)
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    times.push(seconds)
    spent += seconds
  }
  return Math.min(...times)
}

/** In megabytes of ASCII a second. */
const speedOf = (find: Find, text: string): number => text.length / MEGABYTE / secondsOf(find, text)

/** Three digits that count. */
const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2)
