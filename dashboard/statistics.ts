/** The amounts of a chart: null where a bucket has none. */
export type Amounts = readonly (number | null)[]

/** The mean of the last `count` buckets that have amounts among as many buckets; null before the first is full. */
export function rollingMean(amounts: Amounts, count: number): (number | null)[] {
  return amounts.map((_, at) => {
    if (at + 1 < count) return null
    const present = amounts.slice(at + 1 - count, at + 1).filter((amount) => amount !== null)
    return present.length === 0 ? null : present.reduce((sum, amount) => sum + amount, 0) / present.length
  })
}

/** Beyond this many deviations an amount is an outlier: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993. */
const FAR = 3.5
/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = 0.6745
/** Fewer amounts have no usual size. */
const LEAST = 5

/** Indices of the amounts whose modified z-score says that they stand far from the others. */
export function outliersOf(amounts: Amounts): number[] {
  const present = amounts.filter((amount) => amount !== null)
  if (present.length < LEAST) return []
  const middle = medianOf(present)
  const deviation = medianOf(present.map((amount) => Math.abs(amount - middle)))
  if (deviation === 0) return []
  return amounts.flatMap((amount, at) =>
    amount !== null && (NORMAL * Math.abs(amount - middle)) / deviation > FAR ? [at] : [],
  )
}

function medianOf(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
