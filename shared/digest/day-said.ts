import type { Block } from './block.ts'
import { findDate } from './date.ts'
import { normalizeText } from './normalize-text.ts'

/** What a digest says of its own day in a line near its top, where its title does not. */
const SAYS_DAY = [
  /^(?:published|posted|issued|released|dated?|(?:last )?updated)\b ?(?:on|at)?[:：]?/i,
  /^(?:发布|發布|发表|更新|编辑|成文|发文|出版)?(?:时间|時間|日期)\s?[:：]/,
  /\b(?:for|of|in) the (?:day|week|month|fortnight) (?:of|ending|ended|beginning|starting|to|from)\b/i,
  /\bweek (?:of|ending|ended|beginning|commencing)\b/i,
  /\b(?:this|today(?:’|')s|the) (?:daily |weekly |monthly )?(?:digest|newsletter|edition|issue|bulletin|briefing|round-?up)\b/i,
  /(?:本期|今日)(?:日报|周报|简报|快讯|要闻|摘要)/,
]

/** Blocks at the top that are looked at, and how far in each; the day stands so close behind. */
const BLOCKS = 6
const LINE_LENGTH = 200
const REACH = 60

/** The words that hold the day that a digest says it is of, or null. */
export function daySaid(blocks: readonly Block[]): string | null {
  for (const block of blocks.slice(0, BLOCKS)) {
    for (const line of block.text.slice(0, LINE_LENGTH).split(/[\n\u2028]/u)) {
      const words = normalizeText(line)
      for (const form of SAYS_DAY) {
        const said = form.exec(words)
        const behind = said && words.slice(said.index + said[0].length, said.index + said[0].length + REACH)
        if (behind && findDate(behind) !== null) return behind
      }
    }
  }
  return null
}
