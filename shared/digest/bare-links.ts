import type { Link } from './digest.ts'

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”（）【】《》，。；、]{1,2000}/g

/** The addresses written out in a text, without the stop or bracket that closes the sentence around them. */
export function bareLinks(text: string): Link[] {
  return Array.from(text.matchAll(ADDRESS), ([address]) => {
    const url = address.replace(/[.,;:!?)\]'*_]{1,10}$/, '')
    return { text: url, url }
  })
}
