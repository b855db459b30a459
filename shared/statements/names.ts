import { folded, latinKey, type Place, placeById } from './places.ts'
import { GOODS, ORGANISATIONS, THINGS } from './tables/known-names.ts'

/** What a known name names: an organisation, an index or currency, or goods. */
export const ORGANISATION = 'organisation'
export const THING = 'thing'
export const GOOD = 'goods'
export type KnownSort = typeof ORGANISATION | typeof THING | typeof GOOD

export interface Known {
  id: string
  sort: KnownSort | 'place'
  /** Where settings give a place of the tables another name. */
  place: Place | null
}

/** Names beyond the tables: `{ "acme": ["Acme Robotics", "极致机器人"] }`, id → names in any language. */
export type Aliases = Readonly<Record<string, readonly string[]>>

/** Known names by `latinKey`, and Chinese ones as they stand. */
export class KnownNames {
  readonly latin = new Map<string, Known>()
  readonly han = new Map<string, Known>()
  readonly ids = new Set<string>()
  /** By the code unit that Chinese names begin with, the length of the longest of them. */
  readonly longest = new Uint8Array(0x10000)

  constructor(aliases: Aliases) {
    for (const [id, names] of Object.entries(aliases)) for (const name of names) this.#add(name, knownBy(id))
    this.#table(ORGANISATIONS, ORGANISATION)
    this.#table(THINGS, THING)
    this.#table(GOODS, GOOD)
  }

  #table(table: string, sort: KnownSort): void {
    for (const line of table.split('\n')) {
      const at = line.indexOf(' ')
      if (at < 0) continue
      const known = { id: line.slice(0, at), sort, place: null }
      for (const name of line.slice(at + 1).split(/[,;]/)) if (name !== '') this.#add(name, known)
    }
  }

  #add(name: string, known: Known): void {
    this.ids.add(known.id)
    const key = latinKey(name)
    if (!HAN.test(name)) {
      if (!this.latin.has(key)) this.latin.set(key, known)
      return
    }
    const first = name.charCodeAt(0)
    if (!this.han.has(name)) this.han.set(name, known)
    this.longest[first] = Math.max(this.longest[first] as number, name.length)
  }

  /** The id of a name, which may have a legal form that no table has: "Acme Holdings Ltd". */
  idOf(name: string): string {
    const plain = plainName(name)
    return (this.latin.get(latinKey(plain)) ?? this.han.get(folded(plain)))?.id ?? nameId(plain)
  }

  /** The longest known Chinese name at `at` of a folded text. */
  hanAt(text: string, at: number): { known: Known; end: number } | null {
    for (let length = this.longest[text.charCodeAt(at)] as number; length > 0; length--) {
      if (at + length > text.length) continue
      const known = this.han.get(text.slice(at, at + length))
      if (known !== undefined) return { known, end: at + length }
    }
    return null
  }
}

/** What the settings say of an id: another name of a place that the tables have, else of an organisation. */
const knownBy = (id: string): Known => {
  const place = placeById(id) ?? null
  return { id, sort: place === null ? ORGANISATION : 'place', place }
}

const HAN = /[\u3400-\u9fff]/

/** What stands for the legal form of a company, and names nothing. */
const LEGAL =
  /(?:[\s,]+(?:&\s*)?(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|ag|sa|s\.a|nv|n\.v|gmbh|spa|group|holdings?|bhd|pte|pty)\.?)+$/i
const LEGAL_HAN = /(?:股份有限公司|有限责任公司|有限公司|集团公司|控股集团|集团|公司|控股|股份)$/

/** The name without its article, its legal form and the possessive. */
export function plainName(name: string): string {
  const bare = name.replace(/['’]s?$/, '').replace(/^the\s+/i, '')
  if (HAN.test(bare)) {
    const plain = bare.replace(LEGAL_HAN, '')
    return plain.length >= 2 ? plain : bare
  }
  return bare.replace(LEGAL, '') || bare
}

/** Letters that Latin keys hold, accents among them, and all others. */
const RUNS = /[\p{Script=Latin}\p{M}\p{ASCII}’‘]+|[^\p{Script=Latin}\p{M}\p{ASCII}’‘]+/gu

const LATIN = /^[\p{Script=Latin}\p{M}\p{ASCII}’‘]/u

/** Digits in which the code of a character is written: 36 to the power of 3 is more than there are Han characters. */
const RADIX = 36
const WIDTH = 3

/**
 * The id of a name that no table has: Latin words joined by hyphens, other characters by their codes, `[0-9a-z-]+`. The
 * same for names that differ in case, accents and legal form alone.
 */
export function nameId(name: string): string {
  const words: string[] = []
  for (const [run] of plainName(name).matchAll(RUNS)) {
    if (LATIN.test(run)) words.push(...latinKey(run).split(' ').filter(Boolean))
    else {
      let word = 'u'
      for (let i = 0; i < run.length; i++)
        if (/[\p{L}\p{N}]/u.test(run[i] as string))
          word += run.charCodeAt(i).toString(RADIX).padStart(WIDTH, '0')
      if (word !== 'u') words.push(word)
    }
  }
  return words.join('-').slice(0, LONGEST_ID) || 'u'
}

/** Longer names are clauses; keys of the store hold ids. */
const LONGEST_ID = 120

/** The names of the tables alone, made once. */
let tabled: KnownNames | undefined

export function knownNames(aliases: Aliases): KnownNames {
  if (Object.keys(aliases).length > 0) return new KnownNames(aliases)
  tabled ??= new KnownNames({})
  return tabled
}
