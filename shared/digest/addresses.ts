import type { Link } from '../model/digest.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”（）【】《》，。；、]{1,2000}/g
const CLOSERS = /[.,;:!?)\]'*_]{1,10}$/

/** The web addresses written out in a text, without the stop or bracket that closes the sentence around them. */
export function addressesIn(text: string): Link[] {
  return Array.from(text.matchAll(ADDRESS), ([address]) => {
    const url = address.replace(CLOSERS, '')
    return { text: url, url }
  })
}
