// biome-ignore-all lint/suspicious/noTemplateCurlyInString: source text has placeholders

import type { Mutant } from './mutant.ts'

const ROLL_UP = 'functions/roll-up.ts'
const ROLLUP = 'shared/series/summaries.ts'

/** From contributions to days, months, years and the catalogue. */
export const ROLL_UP_MUTANTS: readonly Mutant[] = [
  {
    name: 'a roll-up is written without a condition',
    file: ROLL_UP,
    from: 'const { row, condition } = rollup(target, found, parts.flatMap(aggregatesIn))\n    if (await metrics.put(row, condition)) return',
    to: 'const { row } = rollup(target, found, parts.flatMap(aggregatesIn))\n    if (await metrics.put(row)) return',
  },
  {
    name: 'a roll-up that was refused is given up',
    file: ROLL_UP,
    from: 'if (await metrics.put(row, condition)) return',
    to: 'await metrics.put(row, condition)\n    return',
  },
  {
    name: 'a roll-up is read after its parts',
    file: ROLL_UP,
    from: '    const found = await metrics.get<Rollup | YearRow>(target.key)\n    const parts = await queryAll<Rollup | YearRow>(metrics, source)\n',
    to: '    const parts = await queryAll<Rollup | YearRow>(metrics, source)\n    const found = await metrics.get<Rollup | YearRow>(target.key)\n',
  },
  {
    name: 'months do not wait for their days',
    file: ROLL_UP,
    from: 'before = Promise.allSettled(running)',
    to: 'void Promise.allSettled(running)',
  },
  {
    name: 'only the first page of the parts counts',
    file: ROLL_UP,
    from: 'await queryAll<Rollup | YearRow>(metrics, source)',
    to: '(await metrics.queryPage<Rollup | YearRow>(source)).rows',
  },
  {
    name: 'a day counts the contributions of its whole year',
    file: ROLLUP,
    from: 'prefix: `${day}#${prefix}`,',
    to: '',
  },
  {
    name: 'years are not rolled up',
    file: ROLLUP,
    from: '{ source: { pk: months.pk, prefix: year }, target: { key: years, says: yearOf } },',
    to: '',
  },
  {
    name: 'a day is written without a condition',
    file: ROLL_UP,
    from: 'if (await metrics.put({ ...row, ...(split && { split }) }, condition)) return',
    to: 'if (await metrics.put({ ...row, ...(split && { split }) })) return',
  },
  {
    name: 'a day that was refused is given up',
    file: ROLL_UP,
    from: 'if (await metrics.put({ ...row, ...(split && { split }) }, condition)) return',
    to: 'await metrics.put({ ...row, ...(split && { split }) }, condition)\n    return',
  },
  {
    name: 'a day that is split leaves the parts of other digests unwritten',
    file: ROLL_UP,
    from: 'if (split) changed = contributions.map(({ digest }) => digest)',
    to: 'if (split) changed = digests',
  },
  {
    name: 'a day that is split sums up parts of before',
    file: ROLL_UP,
    from: 'await rollUpParts(metricDay, prefix.length + 1, changed, metrics, partRows)\n      parts = await queryAll<Rollup>(metrics, partsOf(metricDay, prefix))',
    to: 'parts = await queryAll<Rollup>(metrics, partsOf(metricDay, prefix))\n      await rollUpParts(metricDay, prefix.length + 1, changed, metrics, partRows)',
  },
  {
    name: 'a batch rolls up the first digest of a day alone',
    file: ROLL_UP,
    from: 'digests.get(name) ?? [], metrics',
    to: 'digests.get(name)?.slice(0, 1) ?? [], metrics',
  },
  {
    name: 'a series fails with nobody to hear of it where a batch names it twice',
    file: ROLL_UP,
    from: '[...(ends.get(name) ?? []), end]',
    to: '[end]',
  },
]
