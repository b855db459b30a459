import { takeDate } from './date.ts'
import { normalizeText } from './normalize-text.ts'

/** Figures that are no news: "No. 14", "第12期", "6:00", "4 min read", "3. Ports", "5 things". */
const NUMBERING =
  /^\s{0,5}[（(]?\d{1,3}[.)）、:：](?!\d)|^\p{L}{1,12} ?\d{1,3} ?[:：](?!\d)|(?:\bno\.?|\bvol\.?|\bissue|\bedition|\bweek|\bday|\bpart|\bchapter|#|第) ?#?\d{1,5}|\b\d{1,2}:\d\d\b|\b\d{1,3}[ -]min(?:ute)?s? read\b|\btop \d{1,3}\b|\b\d{1,2} (?:things|stories|reads|takeaways|links|charts|facts|reasons|ways|tips|questions|articles|picks|numbers)\b/giu
/** Days and times without a year, and years alone. */
const CALENDAR =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|\d{1,2} ?月(?: ?\d{1,2} ?[日号號])?|\d{1,2} ?[日号號点时](?!元)|(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)(?:年度?)?(?:[-–/](?:19|20)?\d\d(?!\d))?|\bq[1-4]\b/gi

/** "Notes 3": the last of a few words that count nothing. */
const COUNTER = /^(\p{L}[\p{L}\s'’-]{0,40}\s)\d{1,4}$/u

const FIGURE = /\d{1,15}(?:[.,]\d{1,9}){0,5}/g

/** The words of a line without what only numbers or dates it. */
export const withoutNumbering = (line: string): string =>
  (takeDate(line)?.rest ?? line).trim().replace(COUNTER, '$1').replace(NUMBERING, ' ').replace(CALENDAR, ' ')

/** True for a headline with a figure that none of the texts says again: with the headline it would be lost. */
export function tellsAlone(headline: string, story: Iterable<{ text: string }>): boolean {
  const left = new Set(figuresOf(withoutNumbering(headline)))
  if (left.size === 0) return false
  for (const { text } of story) {
    for (const figure of figuresOf(text)) left.delete(figure)
    if (left.size === 0) return false
  }
  return true
}

const figuresOf = (text: string): string[] =>
  normalizeText(text)
    .match(FIGURE)
    ?.map((figure) => figure.replaceAll(',', '')) ?? []
