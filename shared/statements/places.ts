import { fold as foldCommon } from '../quantities/zh/characters.ts'
import { shortName } from './short-names.ts'
import { NO_PLACE_NAMES, PLACE_WORDS } from './tables/place-words.ts'
import { CHINA, CITIES, SUBDIVISIONS, TERRITORIES, TRADITIONAL } from './tables/places.ts'

export const REGION = 0
export const COUNTRY = 1
export const PROVINCE = 2
export const CITY = 3
export const COUNTY = 4

export interface Place {
  /** `cn-hubei-wuhan`, `us-california`, `es`: the same in every language. */
  id: string
  parent: Place | null
  /** REGION to COUNTY: the larger, the narrower. */
  level: number
  /** Its first Chinese name, for a text that names it only by what lies in it. */
  han: string
}

/** A Latin name in lower case without accents, its words apart by one space: "Xi'an" is `xian`, "São Paulo" `sao paulo`. */
export const latinKey = (name: string): string =>
  (/^[\x20-\x7e]*$/.test(name) ? name : name.normalize('NFD').replace(/[\u0300-\u036f’‘ʻ]/g, ''))
    .replace(/['.]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The places that a name may mean, the likeliest first. */
type Names = Map<string, Place[]>

/** Every place by its names. It is made when a text first needs it, which takes some 15 ms. */
class Gazetteer {
  readonly byId = new Map<string, Place>()
  readonly latin: Names = new Map()
  readonly han: Names = new Map()
  /** Short forms of counties and districts, which name them only right behind what they lie in: 北京朝阳. */
  readonly within: Names = new Map()
  /** By the code unit that Chinese names begin with, the length of the longest of them. */
  readonly longest = new Uint8Array(0x10000)

  constructor() {
    for (const line of lines(TERRITORIES)) this.#named(line)
    this.#divisionsOfChina()
    for (const line of lines(SUBDIVISIONS)) this.#inCountry(line, PROVINCE)
    for (const line of lines(CITIES)) this.#inCountry(line, CITY)
    for (const line of lines(PLACE_WORDS)) this.#named(line)
  }

  #place(id: string, parent: Place | null, level: number): Place {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    const place = { id, parent, level, han: '' }
    this.byId.set(id, place)
    return place
  }

  /** "fr France;法国": a territory, a region of the world, or more names of a place that is known. */
  #named(line: string): void {
    const at = line.indexOf(' ')
    const id = line.slice(0, at)
    const [latin = '', han = ''] = line.slice(at + 1).split(';')
    const isTerritory = id.length === 2 && id !== 'eu'
    const country = id[2] === '-' ? (this.byId.get(id.slice(0, 2)) ?? null) : null
    const place = this.#place(id, country, isTerritory ? COUNTRY : country === null ? REGION : CITY)
    for (const name of latin.split(',')) this.#nameLatin(name, place)
    for (const name of han.split(',')) this.#nameHan(name, place, this.han)
  }

  /** "us Alabama,Alaska": places of a country that have Latin names alone. */
  #inCountry(line: string, level: number): void {
    const country = line.slice(0, 2)
    const parent = this.byId.get(country) ?? null
    for (const name of line.slice(3).split(',')) {
      const place = this.#place(`${country}-${latinKey(name).replaceAll(' ', '-')}`, parent, level)
      this.#nameLatin(name, place)
    }
  }

  #divisionsOfChina(): void {
    const parents: (Place | null)[] = [null, this.byId.get('cn') ?? null]
    for (const line of lines(CHINA)) {
      const dots = line.lastIndexOf('.') + 1
      const isDirect = line[dots] === ':'
      const [latin = '', name = ''] = line.slice(isDirect ? dots + 1 : dots).split(' ')
      const parent = parents[isDirect ? PROVINCE : dots] as Place
      const level = isDirect ? COUNTY : dots + 1
      const place = this.#place(`${parent.id}-${latin}`, parent, level)
      parents[level] = place
      const short = shortName(name)
      this.#nameHan(name, place, this.han)
      const isCity = place.level < COUNTY || name.endsWith('市')
      if (short !== name)
        this.#nameHan(short, place, isCity && !NO_SHORT_FORMS.has(short) ? this.han : this.within)
      if (isCity) this.#nameLatin(latin, place)
      if (name.endsWith('自治州')) this.#nameHan(`${short}州`, place, this.han)
    }
  }

  #nameLatin(name: string, place: Place): void {
    const key = latinKey(name)
    if (key.length > 1 && !NO_PLACE_NAMES.has(key)) add(this.latin, key, place)
  }

  #nameHan(name: string, place: Place, names: Names): void {
    if (name.length < 2) return
    add(names, name, place)
    if (place.han === '' || name.length < place.han.length)
      place.han = place.level === COUNTRY && place.han !== '' ? place.han : name
    const first = name.charCodeAt(0)
    this.longest[first] = Math.max(this.longest[first] as number, name.length)
  }
}

/** Short forms that are words of every day, or the names of other things. */
const NO_SHORT_FORMS: ReadonlySet<string> = new Set(
  '东方 和平 新华 兴城 共青城 井冈山 高碑店 安宁 安达 同江 大安 北安 开原 凤城 盖州 乐平 德兴 丰城 高安 文山 文昌 长安 临海 平度 平湖 新乐 河间 武安 北流 合作 个旧 海安 靖江 昌吉 都匀 凯里'.split(
    ' ',
  ),
)

const lines = (table: string): string[] => table.split('\n').filter(Boolean)

function add(names: Names, name: string, place: Place): void {
  const named = names.get(name)
  if (named === undefined) names.set(name, [place])
  else if (!named.includes(place)) named.push(place)
}

let gazetteer: Gazetteer | undefined
const all = (): Gazetteer => {
  gazetteer ??= new Gazetteer()
  return gazetteer
}

export const placeById = (id: string): Place | undefined => all().byId.get(id)

/** Places of a Latin name, given as `latinKey` makes it. */
export const latinPlaces = (key: string): readonly Place[] | undefined => all().latin.get(key)

const FOLDED = new Uint16Array(0x10000)
for (let i = 0; i < TRADITIONAL.length; i += 2)
  FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1)

/** A code unit in the form that the tables have: simplified for traditional. */
export const fold = (c: number): number => FOLDED[c] || foldCommon(c)

export const folded = (text: string): string => {
  let out = ''
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(fold(text.charCodeAt(i)))
  return out
}

/** The longest Chinese name of a place at `at` in a folded text, and the places that it may mean. */
export function hanPlacesAt(
  text: string,
  at: number,
  within: Place | null,
): { places: readonly Place[]; end: number } | null {
  const { longest, han, within: inside } = all()
  for (let length = longest[text.charCodeAt(at)] as number; length > 1; length--) {
    if (at + length > text.length) continue
    const name = text.slice(at, at + length)
    const places = han.get(name)
    const end = at + length
    const narrower = within && (inside.get(name) ?? places)?.filter((place) => isIn(place, within))
    if (narrower && narrower.length > 0) return { places: narrower, end }
    if (places !== undefined) return { places, end }
  }
  return null
}

/** The place lies in the other, or is it. */
export function isIn(place: Place, other: Place): boolean {
  for (let at: Place | null = place; at !== null; at = at.parent) if (at === other) return true
  return false
}

/**
 * Which of several places a name means: the one in a place that the text names, else the widest and first; none
 * where only counties are left, as dozens of cities have a 和平区.
 */
export function meant(places: readonly Place[], named: ReadonlySet<Place>): Place | null {
  const [first] = places
  if (first === undefined || places.length === 1) return first ?? null
  const inside = places.find((place) => place.parent !== null && named.has(place.parent))
  if (inside !== undefined) return inside
  return first.level === COUNTY ? null : first
}
