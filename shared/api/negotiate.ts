/** What the headers of a request ask for, as RFC 9110 has it: sections 12.4.2, 12.5.1, 12.5.3 and 13.1.2. */

/** Encodings of an answer, the best first. */
const ENCODINGS = ['br', 'gzip'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** @returns undefined where the answer is to stay as it is */
export function encodingFor(acceptEncoding: string | undefined): Encoding | undefined {
  if (acceptEncoding === undefined) return undefined
  const weights = weightsOf(acceptEncoding)
  const weighed = ENCODINGS.map((name) => ({ name, weight: weights.get(name) ?? weights.get('*') ?? 0 }))
  return best(weighed.filter(({ weight }) => weight > 0))
}

/** The media type that is wanted most; the first of them where the header says nothing of any. */
export function mediaTypeFor<T extends string>(accept: string | undefined, types: readonly [T, ...T[]]): T {
  const weights = weightsOf(accept ?? '*/*')
  const weighed = types.map((name) => ({
    name,
    weight: weights.get(name) ?? weights.get(`${name.split('/')[0]}/*`) ?? weights.get('*/*') ?? 0,
  }))
  return best(weighed) ?? types[0]
}

/** Whether the header If-None-Match names this entity tag. */
export function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/** The weight of each name in a list such as `br;q=1.0, gzip;q=0.8, *;q=0.1`; a weight that is none counts as 0. */
function weightsOf(header: string): Map<string, number> {
  return new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
    }),
  )
}

/** The first of those with the greatest weight. */
function best<T>(weighed: readonly { name: T; weight: number }[]): T | undefined {
  const most = Math.max(...weighed.map(({ weight }) => weight))
  return weighed.find(({ weight }) => weight === most)?.name
}
