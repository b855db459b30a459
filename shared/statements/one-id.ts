import type { Fact } from '../model/fact.ts'
import { plainName } from './names.ts'
import { latinKey } from './places.ts'

/** What Chinese companies add to the name that news calls them by. */
const HAN_REST =
  /^(?:科技|股份|集团|控股|汽车|电子|银行|证券|生物|医药|公司|航空|电气|能源|国际|传媒|影业|地产|保险|金控)+$/

/**
 * Gives the forms of a name that one digest uses one id, that of the longest: "Barratt" and "Barratt Developments", "Harris"
 * and "Kamala Harris", "IATA" and "International Air Transport Association". A short form that two longer ones share stays
 * by itself; names that tables have, told by `isTabled`, keep theirs.
 */
export function withOneId(facts: readonly Fact[], isTabled: (id: string) => boolean): Fact[] {
  const names = new Map<string, string>()
  for (const { entity } of facts) {
    if (entity === null || isTabled(entity.id)) continue
    const name = names.get(entity.id)
    if (name === undefined || name.length < entity.name.length) names.set(entity.id, entity.name)
  }
  const longer = longerForms(names)
  return facts.map((fact) => {
    const id = fact.entity === null ? undefined : longer.get(fact.entity.id)
    return fact.entity === null || id === undefined ? fact : { ...fact, entity: { ...fact.entity, id } }
  })
}

/** Ids of short forms → the id of the longest name that they stand for. */
function longerForms(names: ReadonlyMap<string, string>): Map<string, string> {
  /** Short form, as a key → ids of the names that it may stand for. */
  const shortened = new Map<string, Set<string>>()
  const add = (form: string, id: string) => {
    const ids = shortened.get(form)
    if (ids === undefined) shortened.set(form, new Set([id]))
    else ids.add(id)
  }
  for (const [id, name] of names) for (const form of shortForms(name)) add(form, id)
  const longer = new Map<string, string>()
  for (const [id, name] of names) {
    const ids = [...(shortened.get(keyOf(name)) ?? [])].filter((other) => other !== id)
    // "Barratt", "Barratt Developments" and "Barratt Developments London": the longest, where all are forms of it.
    const longest = ids.sort((a, b) => (names.get(b) ?? '').length - (names.get(a) ?? '').length)[0]
    if (longest === undefined) continue
    const forms = new Set(shortForms(names.get(longest) ?? ''))
    if (ids.every((other) => other === longest || forms.has(keyOf(names.get(other) ?? ''))))
      longer.set(id, longest)
  }
  return longer
}

const keyOf = (name: string): string => latinKey(plainName(name)) || plainName(name)

/** What else a name is called: its first words, its last one where it is a person's, its initials. */
function shortForms(name: string): string[] {
  const plain = plainName(name)
  if (/[\u3400-\u9fff]/.test(plain)) {
    const forms: string[] = []
    for (let end = 2; end < plain.length; end++)
      if (HAN_REST.test(plain.slice(end))) forms.push(plain.slice(0, end))
    return forms
  }
  // What no capital begins is no name: "hybrid vehicles".
  if (!/^\p{Lu}/u.test(plain)) return []
  const words = latinKey(plain).split(' ')
  if (words.length < 2) return []
  const forms = words.slice(1).map((_, i) => words.slice(0, i + 1).join(' '))
  const capitals = plain.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  if (capitals.length >= 3) forms.push(capitals.map((word) => (word[0] as string).toLowerCase()).join(''))
  const isPerson =
    words.length <= 3 &&
    capitals.length === words.length &&
    capitals.every((word) => /^\p{Lu}\p{Ll}/u.test(word))
  if (isPerson) forms.push(words.at(-1) as string)
  return forms.filter((form) => form.length >= 3)
}
