import fc from 'fast-check'
import { DigestError } from '../../shared/model/digest-error.ts'
import type { StepCounter } from './counted-steps.ts'
import { PIECES } from './random-documents.ts'

/**
 * A document of one shape that can be made as long as one likes: what a careless reader looks at again for each
 * further piece of it. The unit is repeated in a row, or opened as often as it is closed.
 */
export interface Shape {
  key: string
  head: string
  unit: string
  close: string
  tail: string
}

export const documentOf = ({ head, unit, close, tail }: Shape, length: number): Uint8Array => {
  const times = Math.max(1, Math.floor(length / (unit.length + close.length)))
  return Buffer.from(head + unit.repeat(times) + close.repeat(times) + tail)
}

const MAIL = 'From: a@e.test\nDate: Thu, 9 Jan 2020 08:00:00 +0000\n'
const KEYS_AND_HEADS: readonly (readonly [key: string, heads: readonly string[]])[] = [
  ['a.txt', ['']],
  ['a.md', ['', '# T\n\n', '| a | b |\n| --- | --- |\n', '- ', '---\ntitle: x\n---\n']],
  ['a.html', ['', '<p>', '<table>', '<table><tr><td>', '<ul><li>', '<b>', '<html><head>']],
  [
    'a.xml',
    [
      '<rss><channel><item><title>a</title><description>',
      '<rss><channel>',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry>',
      '<rss><channel><item><description><![CDATA[',
    ],
  ],
  ['a.mbox', ['From a@e.test Thu Jan  9 08:00:00 2020\nSubject: b\n\n']],
  [
    'a.eml',
    [
      MAIL,
      `${MAIL}Content-Type: text/html\n\n`,
      `${MAIL}Content-Type: text/plain; format=flowed\n\n`,
      `${MAIL}Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n`,
      `${MAIL}Content-Type: multipart/mixed; boundary=A\n\n--A\n`,
      `${MAIL}Content-Type: `,
    ],
  ],
]

const pieces = (most: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...HOSTILE)), {
      minLength: 1,
      maxLength: most,
    })
    .map((chosen) => chosen.join(''))

/** What the random documents hold too seldom to be repeated. */
const HOSTILE = [
  ...[
    'a',
    ' ',
    '\n',
    '<i>',
    '</i>',
    '<u a=b>',
    '<a href=#x>',
    '<a name=',
    ' a="b"',
    '<dt>',
    '<dd>',
    '<caption>',
  ],
  ...[
    '<font style="font-weight:bold">',
    '<div style="display:none">',
    '</i><b>',
    '<s>',
    '<del>',
    '<td>x',
    '<tr>',
  ],
  ...['>', '> ', '>> ', '&', '&amp', '<!', '<?', '[a](b)', '[a](#b)', '*a*', '_', '`', '[^1]', '<b>', '</b>'],
  ...[
    '<item>',
    '</item>',
    '<entry><title>a',
    '</title>',
    '<![CDATA[',
    ']]>',
    'From a@e.test Thu Jan  9 08:00:00 2020\nTo: b\n\n',
  ],
  ...['=?utf-8?Q?=41?= ', '--A\n\n', '; a=b', 'a*0=b;', '=\n', '==\n', ' \n', '-- \n', 'https://e.test/ '],
]

const keyAndHead = fc
  .constantFrom(...KEYS_AND_HEADS)
  .chain(([key, heads]) => fc.record({ key: fc.constant(key), head: fc.constantFrom(...heads) }))

export const hostileShape: fc.Arbitrary<Shape> = fc
  .record({
    at: keyAndHead,
    unit: pieces(3),
    close: fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, pieces(2)),
    tail: fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, pieces(2)),
  })
  .map(({ at, ...rest }) => ({ ...at, ...rest }))

/** Long enough that what grows with the square stands out from what is done once. */
const LENGTH = 3_000
/** What one more step may cost when everything is twice as long: in linear time 2, in quadratic time 4. */
const MOST = 2.6
/** Steps that come and go with the length: a limit of a rule that is reached, a table that is built. */
const SLACK = 60_000

/** @returns the growth from one doubling to the next, 2 where reading is linear */
export async function growthOf(
  shape: Shape,
  counter: StepCounter,
  read: (bytes: Uint8Array, key: string) => Promise<unknown>,
): Promise<{ growth: number; isLinear: boolean }> {
  const steps: number[] = []
  const outcomes: string[] = []
  for (const times of [1, 1, 2, 4]) {
    let outcome = 'read'
    const work = async () => {
      await read(documentOf(shape, LENGTH * times), shape.key).catch((error: unknown) => {
        if (!(error instanceof DigestError)) throw error
        outcome = error.reason
      })
    }
    steps.push(await counter.stepsOf(work))
    outcomes.push(outcome)
  }
  const [, once = 0, twice = 0, fourTimes = 0] = steps
  const [first, second] = [twice - once, fourTimes - twice]
  const growth = second / Math.max(first, 1)
  // What is refused from some length on is read no further: it may only take less.
  if (outcomes[1] !== outcomes[3]) return { growth, isLinear: fourTimes <= 2 * MOST * Math.max(once, twice) }
  return { growth, isLinear: second <= MOST * Math.max(first, 0) + SLACK }
}
