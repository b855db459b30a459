import { CURRENCY_CODES, CURRENCY_NAMES } from '../currencies.ts'
import { NUMBER, WORD } from '../tokens.ts'
import { BARE } from './amount.ts'
import type { Elided, ElisionRule } from './elided-nouns.ts'
import { currencyAtHome } from './home.ts'
import { startWithBound } from './modifiers.ts'
import { nounAt } from './nouns.ts'

const LISTED = 'list of names'

/** What brackets, labels and currencies beside a number without a unit say of it; tried before all else. */
export const NAMING_RULES: readonly ElisionRule[] = [
  { name: 'noun behind a bracket', unit: behindBracket },
  { name: 'change in brackets', unit: inBrackets },
  { name: LISTED, unit: listedNames },
  { name: 'labelled alike', unit: labelledAlike },
  { name: 'rate of exchange', unit: exchanged },
]

/** Ways to tell that a number without a unit is a figure, tried when no other has told what it counts. */
export const LEVEL_RULES: readonly ElisionRule[] = [
  { name: 'level', unit: quoted },
  { name: 'total', unit: totalled },
  { name: 'others', unit: others },
  { name: 'measured', unit: measured },
  { name: 'multiple', unit: multiple },
]

/** "6,800 (-130) live tickets": a change in brackets stands between the number and its noun. */
function behindBracket({ tokens, amounts, i, amount }: Elided): string | null {
  const change = amounts[i + 1]
  const isOpen = change?.first === amount.next + 1 && tokens.isMark(amount.next, '(') && change.sign !== null
  if (!isOpen || !tokens.isMark(change.next, ')')) return null
  return nounAt(tokens, change.next + 1, false)?.head ?? null
}

/** "140 others were hurt": people, where nothing else was counted. */
function others({ tokens, amount }: Elided): string | null {
  return tokens.word(amount.next - 1) === 'others' ? 'person' : null
}

/** "2.4 times earnings": a ratio, where so many times that a thing was done are whole. */
function multiple({ tokens, amount }: Elided): string | null {
  return tokens.word(amount.next - 1) === 'times' && amount.value.includes('.') ? BARE : null
}

/** What has a figure without a unit. */
const MEASURED =
  /^(?:magnitude|reading|index|score|ratio|rating|coefficient|average|value|pmi|ph|factor|multiple|odds|reproduction|rate)$/

/** "Of magnitude 6.4", "a reading of 52.3": decimals behind the name of what is measured. */
function measured({ tokens, amount, sentence }: Elided): string | null {
  if (amount.unit !== BARE || amount.form !== 'digits' || !tokens.raw(amount.next - 1).includes('.'))
    return null
  const link = startWithBound(tokens, amount.first) - 1
  const noun = /^(?:of|at|is|was)$/.test(tokens.word(link)) ? link - 1 : link
  return noun >= sentence && MEASURED.test(tokens.word(noun)) ? BARE : null
}

/** "257 total", "1,204 in all" */
function totalled({ tokens, amount }: Elided): string | null {
  if (amount.unit !== BARE || amount.form !== 'digits') return null
  const word = tokens.word(amount.next)
  const isTotal =
    /^(?:total|altogether)$/.test(word) ||
    (word === 'in' && /^(?:all|total)$/.test(tokens.word(amount.next + 1)))
  return isTotal ? BARE : null
}

/** "followers: 53,954 (-65)": by how much the amount before the bracket moved. */
function inBrackets({ tokens, amounts, i, amount }: Elided): string | null {
  const before = amounts[i - 1]
  const isIn =
    before !== undefined &&
    amount.sign !== null &&
    tokens.isMark(amount.first - 1, '(') &&
    before.next === amount.first - 1 &&
    tokens.isMark(amount.next, '),;')
  return isIn ? before.unit : null
}

/** "New cases in Plateau-60, Kaduna-54": what was counted last, in this sentence or the one before. */
function listedNames({ tokens, amounts, i, amount, carried }: Elided): string | null {
  if (amount.rule !== 'label' || !tokens.isMark(amount.first - 1, '-')) return null
  return (
    amounts.slice(0, i).findLast(({ noun, rule }) => noun !== null || rule === LISTED)?.unit ??
    carried ??
    BARE
  )
}

/** "Members: 1,862 (+24), verified to post: 769": a participle that tells more of what was labelled before. */
function labelledAlike({ tokens, amounts, i, amount }: Elided): string | null {
  if (amount.rule !== 'label') return null
  const before = amounts.slice(0, i).findLast(({ rule }) => rule === 'label')
  if (before === undefined || before.unit === BARE) return null
  let k = amount.first - 2
  while (tokens.kind(k - 1) === WORD) k--
  return tokens.word(k).endsWith('ed') && tokens.isMark(k - 1, ',') ? before.unit : null
}

/** How far before a rate the currency that is quoted may stand, in tokens. */
const QUOTED_REACH = 16

/** "The yen was at 140.25 per dollar", "278.31 to the dollar": so many of the currency that is named before. */
function exchanged({ tokens, amount, sentence }: Elided): string | null {
  const per = amount.unit.slice(BARE.length + 1) || currencyBehind(tokens, amount.next)
  if (!CURRENCY_CODES.has(per)) return null
  const rate = amount.unit === BARE ? `/${per}` : ''
  for (let k = amount.first - 1; k >= Math.max(sentence, amount.first - QUOTED_REACH); k--) {
    const name = tokens.word(k)
    const code = name === 'pound' ? 'GBP' : CURRENCY_NAMES.get(name)
    if (code !== undefined && code !== per) return currencyAtHome(tokens.text, tokens.start(k), code) + rate
  }
  return BARE + rate
}

/** "to the dollar", "against the euro" at token `k`. */
function currencyBehind(tokens: Elided['tokens'], k: number): string {
  if (!/^(?:to|against)$/.test(tokens.word(k)) || tokens.word(k + 1) !== 'the') return ''
  const at = /^(?:us|american)$/.test(tokens.word(k + 2)) ? k + 3 : k + 2
  return CURRENCY_NAMES.get(tokens.word(at)) ?? ''
}

/** Verbs and adverbs of prices, rates and indices before "at". */
const QUOTED =
  /^(?:closed?|closing|opened|stood|stands|settled|ended|finished|traded|trading|trades|quoted|unchanged|changed|remained|held|steady|flat|came|comes|hovered|peaked|bottomed|set|fixed|priced|valued|up|down|lower|higher|was|is|index|reading|level)$/

/** "closed at 101.64", "the index stood at 52.3": a level that is quoted, in units that nobody names. */
function quoted({ tokens, amount, sentence }: Elided): string | null {
  if (amount.unit !== BARE || amount.form !== 'digits') return null
  const link = startWithBound(tokens, amount.first) - 1
  if (tokens.word(link) !== 'at' || !endsPhrase(tokens, amount.next)) return null
  if (!/[.,]/.test(tokens.raw(amount.next - 1)) && amount.power === 0) return null
  const verb = tokens.word(link - 1) === 'in' ? link - 2 : link - 1
  return verb >= sentence && QUOTED.test(tokens.word(verb)) ? BARE : null
}

const endsPhrase = (tokens: Elided['tokens'], k: number): boolean =>
  tokens.kind(k) !== NUMBER && !tokens.isMark(k, ':/') && !/^(?:am|pm|gmt|est|et)$/.test(tokens.word(k))
