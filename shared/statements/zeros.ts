import type { Quantity } from '../model/fact.ts'

/** A way to say none, or no change: the figure is 0, and its text is the phrase. */
interface ZeroRow {
  name: string
  /** Global. The group is the noun that none were counted of, where there is one. */
  pattern: RegExp
  unit: string | null
}

export const ZEROS: readonly ZeroRow[] = [
  {
    name: 'none',
    pattern:
      /\b(?:no|zero) (?:new |further |additional |fresh |more )?(?:local |imported |confirmed |related )?(deaths|cases|infections|fatalities|injuries|casualties)\b/gi,
    unit: null,
  },
  {
    name: 'unchanged',
    pattern: /\b(?:unchanged|flat|steady) (?=(?:from|on|with|compared|year|month|quarter|week)\b)/gi,
    unit: '%',
  },
  { name: '持平', pattern: /(?<=[与和跟較较比同][^，。；、\n]{1,12})(?:基本|大致|大体)?持平/g, unit: '%' },
]

const SINGULAR: Readonly<Record<string, string>> = {
  ...{ deaths: 'death', cases: 'case', infections: 'infection' },
  ...{ fatalities: 'fatality', injuries: 'injury', casualties: 'casualty' },
}

/** The quantities of a text with those that are 0 in words, in their order; none of them overlap. */
export function withZeros(text: string, quantities: readonly Quantity[]): Quantity[] {
  const zeros = ZEROS.flatMap(({ name, pattern, unit }) =>
    [...text.matchAll(pattern)].map((match): Quantity => {
      const phrase = match[0].trimEnd()
      const noun = (match[1] ?? '').toLowerCase()
      return {
        ...{
          value: '0',
          unit: unit ?? SINGULAR[noun] ?? noun,
          bound: null,
          change: null,
          role: null,
        },
        ...{
          subject: null,
          status: null,
          start: match.index,
          end: match.index + phrase.length,
          rule: name,
        },
      }
    }),
  )
  if (zeros.length === 0) return [...quantities]
  const all = [...quantities, ...zeros].sort((a, b) => a.start - b.start || a.end - b.end)
  return all.filter(({ start }, i) => i === 0 || start >= (all[i - 1] as Quantity).end)
}
