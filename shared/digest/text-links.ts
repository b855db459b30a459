import type { Link } from '../model/digest.ts'
import { addressesIn } from './addresses.ts'

/** The addresses that a plain text lists under numbers, "[1] https://example.org", by their numbers. */
export type References = ReadonlyMap<string, string>

/** A line that only says where a number leads. */
export const REFERENCE = /^\s{0,20}\[(\d{1,3})\]:?\s{1,20}<?(https?:\/\/[^\s<>]{1,2000})>?\s{0,20}$/
const REFERENCE_MARK = /[ \t]?\[(\d{1,3})\]/g
/** "the tolls <https://example.org>": an address as mail programs set it after the words that were a link. */
const BRACKETED_ADDRESS =
  /\s?(?:<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>|\[\s?(https?:\/\/[^\s\][]{1,2000})\s?\])/g

export function referencesIn(lines: readonly { text: string }[]): References {
  return new Map(
    lines.flatMap(({ text }) => {
      const [, number, url] = REFERENCE.exec(text) ?? []
      return number && url ? [[number, url] as const] : []
    }),
  )
}

/** The words of a plain text without the marks and brackets that stand for its links, and the links. */
export function takeLinks(written: string, references: References): { text: string; links: Link[] } {
  if (!/[[<]/.test(written)) return { text: written, links: addressesIn(written) }
  const urls: string[] = []
  const text = written
    .replace(REFERENCE_MARK, (mark, number: string) => {
      const url = references.get(number)
      if (url === undefined) return mark
      urls.push(url)
      return ''
    })
    .replace(BRACKETED_ADDRESS, (_, angled?: string, squared?: string) => {
      urls.push(angled ?? squared ?? '')
      return ''
    })
  // An address that is all there is stays to be read.
  if (text.trim() === '') return { text: written, links: addressesIn(written) }
  return { text, links: [...urls.map((url) => ({ text: url, url })), ...addressesIn(text)] }
}
