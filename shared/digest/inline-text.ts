import type { Link } from '../model/digest.ts'
import { addressesIn } from './addresses.ts'
import { BULLET_MARK } from './bullets.ts'

/** What the words of one block say, whatever markup carried them. */
export interface InlineText {
  /** Without markup; white space as in the source, `\n` for a line wrapped there. */
  text: string
  /** The bold or linked words that the block opens with, without the stop that closes them, or null. */
  lead: string | null
  links: Link[]
  /** True where the lead is all there is: "**Banking**" on a line of its own. */
  isAllLead: boolean
  /** True where every word is in italics, as editors' notes and tables of contents are. */
  isAllEmphasis: boolean
}

/** A line break that the author asked for: white space like any, but never dropped between Chinese words. */
export const LINE_BREAK = '\u2028'

/** The kinds of markup that a lead or a note is known by. */
export type Mark = 'strong' | 'emphasis' | 'link' | 'raised'

/** "1. ", "2、", "（3）", "• " or "[x] " before a lead is not part of it. */
const ENUMERATOR = new RegExp(
  `^\\s{0,20}(?:${BULLET_MARK.source}|\\[[ x]\\])?\\s{0,20}(?:\\d{1,3}[.、)）]|[（(]\\d{1,3}[)）])?\\s{0,20}$`,
  'iu',
)
/** The longest that one is looked for in, white space about it included. */
const ENUMERATOR_LENGTH = 60
/** What follows a linked lead; a link that a sentence runs through is no lead. */
const AFTER_LINKED_LEAD = /^\s{0,20}(?:[:：—–|,，.。（(]|-\s|$)/
/** "（英文）" after a lead says something about the lead and begins no text of its own. */
const EMPTY_OR_REMARK = /^[\s:：,，—–|｜-]{0,20}(?:[（(][^（()）]{1,60}[）)])?[\s:：,，—–|｜.。-]{0,20}$/
/** The same inside the lead's own markup: "**1、Rents**". A figure's decimal point is none. */
const OPENING_ENUMERATOR = /^\s{0,20}(?:\d{1,3}(?:[、)）]|\.(?=\s))|[（(]\d{1,3}[)）])\s{0,20}(?=\S)/
const EDGE_STOPS = /^[\s:：,，—–|｜-]{1,20}|[\s:：,，—–|｜-]{1,20}$/g
const FINAL_STOP = /(?<!\b\p{Lu}\.\p{Lu})[.。]$/u
/** "【天气】": the brackets only set the lead apart. */
const BRACKETED = /^【([^】]{1,60})】$/
const LEAD_LENGTH = 160
/** An address that is a link to itself names nothing. */
const ADDRESS = /^https?:\/\/\S{1,200}$/

/** What a link to a footnote, or back from one, shows: "1", "[2]", "*", "↩", and "^1" where Markdown made a link of it. */
const NOTE_MARK = /^\s?(?:\[?\d{1,3}\]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[?[*†‡]\]?|↩\ufe0e?|↑|\^[\w-]{1,40})\s?$/
/** Where such a link leads: into the same document, or to a note as tools name it. */
const NOTE_PLACE = /^#|#_?(?:fn|ftn|footnote|cite|note)/i
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Collects one block's words as a reader of marked-up text comes upon them. */
export class InlineCollector {
  #text = ''
  readonly #links: Link[] = []
  /** Where each mark that is still open began. */
  readonly #open: { mark: Mark; at: number; url: string }[] = []
  /** The stretch of the first mark of each kind that opens the block. */
  readonly #opening: Partial<Record<Mark, { start: number; end: number }>> = {}
  #emphasized = 0

  /** True where the words so far end in a line break, with nothing but white space after it. */
  get endsInBreak(): boolean {
    return this.#text.trimEnd().length < this.#text.length && this.#text.slice(-20).includes(LINE_BREAK)
  }

  /** An address written out in the words counts as a link, except inside of one. */
  addText(words: string): void {
    if (words.includes('://') && !this.#isInside('link')) this.#links.push(...addressesIn(words))
    this.#text += words
  }

  openMark(mark: Mark, url = ''): void {
    this.#open.push({ mark, at: this.#text.length, url })
  }

  /** Closes the innermost open mark of the kind; without one it does nothing. */
  closeMark(mark: Mark): void {
    const index = this.#open.findLastIndex((open) => open.mark === mark)
    const open = this.#open[index]
    if (open === undefined) return
    this.#open.splice(index, 1)
    const { at, url } = open
    if (mark === 'raised') this.#text = this.#text.slice(0, at) + raised(this.#text.slice(at))
    else if (mark === 'link') this.#closeLink(at, this.#text.slice(at), url)
    else if (mark === 'emphasis' && !this.#isInside('emphasis'))
      this.#emphasized += this.#text.slice(at).trim().length
    const end = this.#text.length
    if (end > at && this.#opening[mark] === undefined && this.#opensAt(at))
      this.#opening[mark] = { start: at, end }
  }

  /** Nothing but an enumerator is before the words at an offset, and they are not one themselves. */
  #opensAt(at: number): boolean {
    return (
      at <= ENUMERATOR_LENGTH &&
      ENUMERATOR.test(this.#text.slice(0, at)) &&
      !ENUMERATOR.test(this.#text.slice(at, at + ENUMERATOR_LENGTH))
    )
  }

  /** An image shows no words; its address is kept among the links. */
  addImage(alt: string, url: string): void {
    if (isFollowable(url)) this.#links.push({ text: alt, url })
  }

  finish(): InlineText {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) this.closeMark(last.mark)
    const text = this.#text
    const opening = this.#opening.strong ?? this.#linkedLead()
    const lead = opening ? trimLead(text.slice(opening.start, opening.end)) : ''
    return {
      text,
      lead: lead !== '' && lead.length <= LEAD_LENGTH && !ADDRESS.test(lead) ? lead : null,
      links: this.#links,
      isAllLead: opening !== undefined && lead !== '' && EMPTY_OR_REMARK.test(text.slice(opening.end)),
      isAllEmphasis: this.#emphasized > 0 && this.#emphasized >= text.trim().length - 2,
    }
  }

  /** The mark of a footnote is taken out of the words: it would run into a figure before it. */
  #closeLink(at: number, words: string, url: string): void {
    const isToNote = NOTE_PLACE.test(url)
    const isNote = NOTE_MARK.test(words) && (isToNote || words.startsWith('^'))
    if (isNote) this.#text = this.#text.slice(0, at)
    if (isNote && isToNote) return
    if (isFollowable(url)) this.#links.push({ text: isNote ? url : words, url })
  }

  #isInside(mark: Mark): boolean {
    return this.#open.some((open) => open.mark === mark)
  }

  #linkedLead(): { start: number; end: number } | undefined {
    const link = this.#opening.link
    return link && AFTER_LINKED_LEAD.test(this.#text.slice(link.end, link.end + 60)) ? link : undefined
  }
}

/** Raised digits keep apart from the ones before them: 10³, km². */
function raised(words: string): string {
  return /^\d{1,10}$/.test(words)
    ? words.replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit)))
    : words
}

function trimLead(words: string): string {
  const trimmed = words.replace(OPENING_ENUMERATOR, '').replace(EDGE_STOPS, '').replace(FINAL_STOP, '').trim()
  return trimmed.replace(BRACKETED, '$1')
}

/** A link that would run code instead of leading somewhere is not kept. */
function isFollowable(url: string): boolean {
  return url.trim() !== '' && !/^\s{0,20}(?:javascript|vbscript|data):/i.test(url)
}
