import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  folded,
  hanPlacesAt,
  latinKey,
  latinPlaces,
  meant,
  placeById,
} from '../../shared/statements/places.ts'
import { shortName } from '../../shared/statements/short-names.ts'
import { PLACES_FILE, placesTable } from '../../tools/places/table.ts'

test('the table of places is what tools/places makes of its sources, and small', () => {
  expect(readFileSync(PLACES_FILE, 'utf8')).toBe(placesTable())
  expect(statSync(PLACES_FILE).size).toBeLessThan(150_000)
})

/** Id of the place that a name means where nothing else is named. */
function idOf(name: string): string | undefined {
  if (/[\u3400-\u9fff]/.test(name)) {
    const found = hanPlacesAt(folded(name), 0, null)
    return found?.end === name.length ? meant(found.places, new Set())?.id : undefined
  }
  const places = latinPlaces(latinKey(name))
  return places && meant(places, new Set())?.id
}

/** One id for every form of a name, in both languages. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  'cn-hubei': ['湖北', '湖北省', 'Hubei'],
  'cn-hubei-wuhan': ['武汉', '武汉市', '武漢市', 'Wuhan'],
  'cn-shaanxi': ['陕西', '陝西省', 'Shaanxi'],
  'cn-shanxi': ['山西', 'Shanxi'],
  'cn-shaanxi-xian': ['西安', "Xi'an", 'Xi’an'],
  'cn-neimenggu': ['内蒙古', '内蒙古自治区', 'Inner Mongolia'],
  'cn-hubei-enshi': ['恩施州', '恩施土家族苗族自治州'],
  'cn-fujian-quanzhou-jinjiang': ['晋江', '晋江市'],
  cn: ['中国', '我国', '全国', 'China', 'Chinese'],
  us: ['美国', '美國', 'US', 'U.S.', 'United States', 'America'],
  es: ['西班牙', 'Spain', 'Spanish'],
  ci: ['科特迪瓦', 'Côte d’Ivoire', 'Ivory Coast'],
  'us-california': ['加州', 'California'],
  'jp-tokyo': ['东京', '東京', 'Tokyo'],
  'br-sao-paulo': ['圣保罗', 'São Paulo', 'Sao Paulo'],
  'euro-area': ['欧元区', 'eurozone'],
}

test.each(Object.entries(FORMS))('%s has one id', (id, names) => {
  expect(names.map((name) => [name, idOf(name)])).toEqual(names.map((name) => [name, id]))
})

test.each([
  ['湖北省', '湖北'],
  ['恩施土家族苗族自治州', '恩施'],
  ['新疆维吾尔自治区', '新疆'],
  ['公主岭市', '公主岭'],
  ['大兴安岭地区', '大兴安岭'],
  ['林州市', '林州'],
  ['沛县', '沛县'],
])('%s is %s in short', (name, short) => {
  expect(shortName(name)).toBe(short)
})

test('a name of many counties is that of the city named beside it, and of none alone', () => {
  const places = hanPlacesAt('和平区', 0, null)?.places ?? []
  expect(places.length).toBeGreaterThan(1)
  expect(meant(places, new Set())).toBeNull()
  const tianjin = placeById('cn-tianjin')
  expect(tianjin && meant(places, new Set([tianjin]))?.id).toBe('cn-tianjin-heping')
})

test('Georgia is a country, and a state beside other names of the United States', () => {
  const places = latinPlaces('georgia') ?? []
  const us = placeById('us')
  expect(meant(places, new Set())?.id).toBe('ge')
  expect(us && meant(places, new Set([us]))?.id).toBe('us-georgia')
})

test('every id is made of small letters, digits and hyphens', () => {
  const ids = ['湖北', 'Côte d’Ivoire', 'São Paulo', 'world'].map(
    (name) => idOf(name) ?? idOf(name.toLowerCase()),
  )
  for (const id of ids) expect(id).toMatch(/^[0-9a-z-]+$/)
})
