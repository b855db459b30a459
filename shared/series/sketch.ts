import type { Decimal } from '../model/decimal.ts'

/**
 * How many amounts lie in each bin of a logarithmic scale, as text: a DDSketch (Masson, Rim and Lee, "DDSketch: a fast
 * and fully-mergeable quantile sketch with relative-error guarantees", PVLDB 12, 2019). Merging adds the bins' counts,
 * so no order of arrival shows in it. Bins stand in the order of their amounts, `n12 z:3 p4:2 p7`: one amount in the
 * negative bin 12, three zeros, two amounts in the positive bin 4 and one in 7.
 *
 * Written here since the published library loses negative amounts when it merges, and stores every bin between the
 * smallest and the largest in eight bytes.
 */
export type Sketch = string

/** A quantile is at most this far from the true one, as a share of it. */
export const SKETCH_ERROR = 0.01

/** Bounds of neighbouring bins are this factor apart. The error is kept a little smaller than stated, for rounding. */
const GAMMA = 1 + (2 * 0.0099) / (1 - 0.0099)
const LOG_GAMMA = Math.log(GAMMA)

type Bin = string

const ZERO: Bin = 'z'

export function sketchOf(amounts: readonly Decimal[]): Sketch {
  return write(countsOf(amounts.map((amount) => [binOf(Number(amount)), 1])))
}

export function mergeSketches(sketches: readonly Sketch[]): Sketch {
  const some = sketches.filter((sketch) => sketch !== '')
  return some.length < 2 ? (some[0] ?? '') : write(countsOf(some.flatMap(read)))
}

/**
 * The amount at a quantile from 0 to 1, of the n amounts in order the one at index floor(quantile × (n − 1)): no mean is
 * taken between neighbours, so the median of two amounts is the smaller.
 * @returns null for a sketch of nothing
 */
export function quantileOf(sketch: Sketch, quantile: number): number | null {
  const bins = read(sketch)
  const n = bins.reduce((sum, [, count]) => sum + count, 0)
  let left = Math.floor(quantile * (n - 1))
  for (const [bin, count] of bins) {
    if (left < count) return amountOf(bin)
    left -= count
  }
  return null
}

function binOf(amount: number): Bin {
  if (amount === 0) return ZERO
  return `${amount < 0 ? 'n' : 'p'}${Math.ceil(Math.log(Math.abs(amount)) / LOG_GAMMA)}`
}

/** The amount that is equally far, as a share, from both bounds of the bin. */
function amountOf(bin: Bin): number {
  if (bin === ZERO) return 0
  const size = (2 * GAMMA ** Number(bin.slice(1))) / (1 + GAMMA)
  return bin.startsWith('n') ? -size : size
}

/** Bins in the order of their amounts have ranks in this order; none is so far from 1 in size. */
const FARTHEST = 1e6

function rankOf(bin: Bin): number {
  if (bin === ZERO) return 0
  const size = FARTHEST + Number(bin.slice(1))
  return bin.startsWith('n') ? -size : size
}

function countsOf(bins: readonly (readonly [Bin, number])[]): Map<Bin, number> {
  const counts = new Map<Bin, number>()
  for (const [bin, count] of bins) counts.set(bin, (counts.get(bin) ?? 0) + count)
  return counts
}

function write(counts: Map<Bin, number>): Sketch {
  return [...counts]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([bin, count]) => (count === 1 ? bin : `${bin}:${count}`))
    .join(' ')
}

function read(sketch: Sketch): [Bin, number][] {
  if (sketch === '') return []
  return sketch.split(' ').map((text) => {
    const [bin = '', count = '1'] = text.split(':')
    return [bin, Number(count)]
  })
}
