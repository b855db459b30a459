import type { Link } from '../model/digest.ts'
import { addressesIn } from './addresses.ts'
import { BULLET_MARK } from './bullets.ts'
import { LIMITS } from './limits.ts'

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
/** A longer number is nothing raised. */
const RAISED_LENGTH = 10

/** A mark that was opened and not closed yet. */
interface OpenMark {
  mark: Mark
  /** Length of the words before it, and without white space. */
  at: number
  inked: number
  url: string
  /** Whether these ended in a break. */
  isAfterBreak: boolean
}

/**
 * Collects one block's words as a reader of marked-up text comes upon them. The words are kept in pieces, since to look
 * into a text that still grows copies all of it: a page of single words would take time in its square.
 */
export class InlineCollector {
  readonly #pieces: string[] = []
  /** UTF-16 code units of all pieces, and without the white space about each. */
  #length = 0
  #inked = 0
  #endsInBreak = false
  readonly #links: Link[] = []
  readonly #open: OpenMark[] = []
  /** How many marks of each kind are open. */
  readonly #depths: Record<Mark, number> = { strong: 0, emphasis: 0, link: 0, raised: 0 }
  /** The stretch of the first mark of each kind that opens the block. */
  readonly #opening: Partial<Record<Mark, { start: number; end: number }>> = {}
  #emphasized = 0

  /** True where the words so far end in a line break, with nothing but white space after it. */
  get endsInBreak(): boolean {
    return this.#endsInBreak
  }

  /** An address written out in the words counts as a link, except inside of one. */
  addText(words: string): void {
    if (words === '') return
    if (words.includes('://') && this.#depths.link === 0)
      for (const link of addressesIn(words)) this.#links.push(link)
    this.#put(words)
    const bare = words.trimEnd()
    const endsInBreak = bare.length < words.length && words.includes(LINE_BREAK, bare.length)
    this.#endsInBreak = endsInBreak || (bare === '' && this.#endsInBreak)
  }

  /** Opens a mark that `closeMark` closes; of those that would be too deep inside each other nothing is kept. */
  openMark(mark: Mark, url = ''): void {
    // As in HTML, no link stands inside another.
    if (mark === 'link') this.closeMark('link')
    if (this.#open.length >= LIMITS.elementDepth) return
    this.#open.push({ mark, at: this.#length, inked: this.#inked, url, isAfterBreak: this.#endsInBreak })
    this.#depths[mark]++
  }

  /** Closes the innermost open mark of the kind; without one it does nothing. */
  closeMark(mark: Mark): void {
    const index = this.#open.findLastIndex((open) => open.mark === mark)
    const open = this.#open[index]
    if (open === undefined) return
    this.#open.splice(index, 1)
    this.#depths[mark]--
    const { at } = open
    if (mark === 'raised') this.#raise(at)
    else if (mark === 'link') this.#closeLink(open)
    else if (mark === 'emphasis' && this.#depths.emphasis === 0) this.#emphasized += this.#inked - open.inked
    const end = this.#length
    if (end > at && this.#opening[mark] === undefined && this.#opensAt(at))
      this.#opening[mark] = { start: at, end }
  }

  #put(words: string): void {
    this.#pieces.push(words)
    this.#length += words.length
    this.#inked += words.trim().length
  }

  /** Takes the words from an offset on out of the pieces. */
  #takeFrom(at: number): string {
    const taken: string[] = []
    while (this.#length > at) {
      const piece = this.#pieces.pop() ?? ''
      const from = Math.max(0, piece.length - (this.#length - at))
      this.#length -= piece.length
      this.#inked -= piece.trim().length
      taken.push(piece.slice(from))
      if (from > 0) this.#put(piece.slice(0, from))
    }
    return taken.length === 1 ? (taken[0] as string) : taken.reverse().join('')
  }

  /** Nothing but an enumerator is before the words at an offset, and they are not one themselves. */
  #opensAt(at: number): boolean {
    if (at > ENUMERATOR_LENGTH) return false
    let head = ''
    for (let i = 0; i < this.#pieces.length && head.length < 2 * ENUMERATOR_LENGTH; i++)
      head += this.#pieces[i]
    return ENUMERATOR.test(head.slice(0, at)) && !ENUMERATOR.test(head.slice(at, at + ENUMERATOR_LENGTH))
  }

  /** Raised digits keep apart from the ones before them: 10³, km². */
  #raise(at: number): void {
    if (this.#length - at > RAISED_LENGTH) return
    const words = this.#takeFrom(at)
    this.#put(
      /^\d{1,10}$/.test(words) ? words.replace(/\d/g, (digit) => RAISED_DIGITS.charAt(Number(digit))) : words,
    )
  }

  /** An image shows no words; its address is kept among the links. */
  addImage(alt: string, url: string): void {
    if (isFollowable(url)) this.#links.push({ text: alt, url })
  }

  finish(): InlineText {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) this.closeMark(last.mark)
    const text = this.#pieces.join('')
    const opening = this.#opening.strong ?? this.#linkedLead(text)
    const lead = opening ? trimLead(text.slice(opening.start, opening.end)) : ''
    return {
      text,
      lead: lead !== '' && lead.length <= LEAD_LENGTH && !ADDRESS.test(lead) ? lead : null,
      links: this.#links,
      isAllLead: opening !== undefined && lead !== '' && EMPTY_OR_REMARK.test(text.slice(opening.end)),
      isAllEmphasis: this.#emphasized > 0 && this.#emphasized >= this.#inked - 2,
    }
  }

  /** The mark of a footnote is taken out of the words: it would run into a figure before it. */
  #closeLink({ at, url, isAfterBreak }: OpenMark): void {
    const words = this.#takeFrom(at)
    const isToNote = NOTE_PLACE.test(url)
    const isNote = NOTE_MARK.test(words) && (isToNote || words.startsWith('^'))
    if (isNote) this.#endsInBreak = isAfterBreak
    else if (words !== '') this.#put(words)
    if (isNote && isToNote) return
    if (isFollowable(url)) this.#links.push({ text: isNote ? url : words, url })
  }

  #linkedLead(text: string): { start: number; end: number } | undefined {
    const link = this.#opening.link
    return link && AFTER_LINKED_LEAD.test(text.slice(link.end, link.end + 60)) ? link : undefined
  }
}

function trimLead(words: string): string {
  const trimmed = words.replace(OPENING_ENUMERATOR, '').replace(EDGE_STOPS, '').replace(FINAL_STOP, '').trim()
  return trimmed.replace(BRACKETED, '$1')
}

/** A link that would run code instead of leading somewhere is not kept. */
function isFollowable(url: string): boolean {
  return url.trim() !== '' && !/^\s{0,20}(?:javascript|vbscript|data):/i.test(url)
}
