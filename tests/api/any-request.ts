import fc from 'fast-check'
import type { Answer, ApiRequest } from '../../functions/answer.ts'
import { PARAMETERS, pathParameters } from '../../shared/api/parameters.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { BUCKETS } from '../../shared/series/buckets.ts'
import { MEASURES } from '../../shared/series/measures.ts'
import { readArchive, seriesOf } from './archive.ts'

/** What a parameter may be, now and then, of any route. */
const PLAUSIBLE: Record<string, fc.Arbitrary<string>> = {
  id: fc.constantFrom(digestId('parks.txt'), digestId('hospital.txt'), 'f'.repeat(32)),
  digest: fc.constantFrom(digestId('parks.txt'), digestId('formulas.txt')),
  n: fc.constantFrom('1', '2', '4', '99999'),
  metric: fc.constantFrom('square-meters', 'patients', 'yuan', 'celsius', 'jobs'),
  from: fc.constantFrom('2019-04-10', '2020-01-01', '1900-01-01', '2020-02-29', '2099-12-31'),
  to: fc.constantFrom('2019-05-01', '2020-12-31', '2099-12-31', '1900-01-01'),
  limit: fc.constantFrom('1', '2', '7', '1000'),
  language: fc.constantFrom('en', 'zh', 'other'),
  series: fc.constantFrom(await seriesOf('Wuhan'), 'a'.repeat(24)),
  entity: fc.constantFrom('Wuhan', 'cn-hubei-wuhan', '武汉', 'nobody'),
  kind: fc.constantFrom('level', 'flow'),
  modality: fc.constantFrom('actual', 'forecast'),
  unit: fc.constantFrom('m2', 'patient'),
  minDigests: fc.constantFrom('1', '3'),
  minPoints: fc.constantFrom('1', '2'),
  asTold: fc.constantFrom('2020-01-24', '2019-01-01'),
  without: fc.constantFrom(digestId('hospital.txt'), `${digestId('hospital.txt')},${digestId('parks.txt')}`),
  day: fc.constantFrom('2020-01-24', '1999-12-31'),
  by: fc.constantFrom('entity', 'status'),
  subject: fc.constantFrom('patients', 'bank', 'AREA', '面积'),
  status: fc.constantFrom('confirmed', 'dead'),
  role: fc.constantFrom('previous', 'none'),
  min: fc.constantFrom('0', '-12.5', '1000000000000000000000.5'),
  max: fc.constantFrom('20000', '0.0001'),
  order: fc.constantFrom('asc', 'desc'),
  format: fc.constantFrom('json', 'csv', 'jsonl'),
  bucket: fc.constantFrom(...BUCKETS),
  measure: fc.subarray([...MEASURES], { minLength: 1 }).map((names) => names.join(',')),
  fill: fc.constantFrom('none', 'null', 'zero'),
  compare: fc.constantFrom('previous', 'year-ago'),
  q: fc.constantFrom('leased', 'the bank', '银行', '=', '<script>'),
}

const anything = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    '2020-02-30',
    '0000-01-01',
    '9999-12-31',
    '%00',
    '__proto__',
  ),
)

const valuesOf = (name: string): fc.Arbitrary<string> => {
  const plausible = PLAUSIBLE[name]
  return plausible === undefined
    ? anything
    : fc.oneof({ arbitrary: plausible, weight: 40 }, { arbitrary: anything, weight: 1 })
}

/** A parameter that no route has, or a cursor that none gave out. */
const odd = fc.oneof(
  fc.tuple(
    fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('__proto__', 'constructor', 'From', 'limit ')),
    anything,
  ),
  fc.tuple(
    fc.constant('cursor'),
    fc.oneof(
      fc.constantFrom('WyIyMDIwLTAxLTA5IiwxXQ.AAAAAAAAAAAAAAAAAAAAAA', 'W10', '.', 'WyIiLDBd.'),
      anything,
    ),
  ),
)

const headers = fc.record(
  {
    accept: fc.oneof(
      fc.constantFrom('text/csv', 'application/json', '*/*', 'text/*;q=0.1, application/json'),
      anything,
    ),
    'accept-encoding': fc.oneof(fc.constantFrom('br', 'gzip', 'gzip;q=0, *', 'identity'), anything),
    'if-none-match': fc.oneof(fc.constantFrom('*', '"x"'), anything),
  },
  { requiredKeys: [] },
)

/** A request that makes sense or nearly does, or does not. */
export const anyRequest: fc.Arbitrary<ApiRequest> = fc
  .constantFrom(...(Object.keys(ROUTES) as RouteName[]))
  .chain((route) => {
    const inPath = pathParameters(route)
    const inQuery = Object.keys(PARAMETERS[route].entries).filter(
      (name) => name !== 'cursor' && !inPath.includes(name),
    )
    const values = (names: string[]) => Object.fromEntries(names.map((name) => [name, valuesOf(name)]))
    return fc.record({
      routeKey: fc.constant(`${ROUTES[route].method} ${ROUTES[route].path}`),
      pathParameters: fc.record(values(inPath)),
      queryStringParameters: fc
        .tuple(
          fc
            .subarray(inQuery, { maxLength: Math.min(4, inQuery.length) })
            .chain((names) => fc.record(values(names))),
          fc.oneof({ arbitrary: fc.constant([]), weight: 20 }, { arbitrary: fc.tuple(odd), weight: 1 }),
        )
        .map(([known, odd]) => Object.fromEntries([...Object.entries(known), ...odd])),
      headers,
    })
  })

/** How long any answer may take before it counts as none, in milliseconds. */
const HANGS_MS = 10_000

/**
 * Whatever is asked, the answer is what was asked for or a problem that says what is wrong; where there is a next page
 * it can be read, and no other cursor can.
 */
export const anyRequestIsAnswered = fc.asyncProperty(
  anyRequest,
  fc.nat(),
  fc.integer({ min: 1, max: 63 }),
  async (request, place, distance) => {
    const archive = await readArchive()
    const answer = await soon(archive.answer(request))
    checkAnswer(answer)
    const next = nextOf(answer)
    if (next === undefined) return
    const given = request.queryStringParameters
    const goOn = (cursor: string) =>
      soon(archive.answer({ ...request, headers: {}, queryStringParameters: { ...given, cursor } }))
    expectStatus(await goOn(next), 200)
    expectStatus(await goOn(tampered(next, place, distance)), 400)
  },
)

function checkAnswer(answer: Answer): void {
  const { statusCode, headers, body } = answer
  if (![200, 304, 400, 404].includes(statusCode)) throw new Error(`Answered ${statusCode}: ${body}`)
  if (statusCode < 400) {
    if (!headers.etag || !headers['cache-control']) throw new Error('No entity tag, or nothing on caching')
    return
  }
  const problem = JSON.parse(body)
  const named = problem.status === statusCode && problem.title && problem.detail && problem.accepted
  if (!named || typeof problem.parameter !== 'string')
    throw new Error(`This does not say what is wrong: ${body}`)
}

function expectStatus(answer: Answer, status: number): void {
  if (answer.statusCode !== status)
    throw new Error(`Answered ${answer.statusCode}, not ${status}: ${answer.body}`)
}

/** The cursor that the header Link gives. */
function nextOf({ headers }: Answer): string | undefined {
  const target = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? '')?.[1]
  return target && (new URL(target, 'http://api').searchParams.get('cursor') ?? undefined)
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The cursor with one letter changed for another one. */
function tampered(cursor: string, place: number, distance: number): string {
  const at = place % cursor.length
  const letter = LETTERS[(LETTERS.indexOf(cursor[at] ?? '') + distance) % LETTERS.length] ?? ''
  return `${cursor.slice(0, at)}${letter}${cursor.slice(at + 1)}`
}

async function soon<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`No answer in ${HANGS_MS} ms`)), HANGS_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
