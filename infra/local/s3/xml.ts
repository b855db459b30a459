/** The little XML that S3 speaks. */

/** An element's text, its children, or several of them under one name; those that are undefined are left out. */
export type Content = string | number | boolean | undefined | Content[] | { [name: string]: Content }

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/'

export function xmlDocument(name: string, content: { [name: string]: Content }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${NAMESPACE}">${children(content)}</${name}>`
}

/** Of errors, which have no namespace. */
export const plainXmlDocument = (name: string, content: { [name: string]: Content }): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${children(content)}</${name}>`

function children(content: { [name: string]: Content }): string {
  return Object.entries(content)
    .map(([name, value]) => element(name, value))
    .join('')
}

function element(name: string, content: Content): string {
  if (content === undefined) return ''
  if (Array.isArray(content)) return content.map((each) => element(name, each)).join('')
  if (typeof content === 'object') return `<${name}>${children(content)}</${name}>`
  return `<${name}>${escaped(String(content))}</${name}>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Control characters go as references, as S3 writes them, although no XML 1.0 may hold those below a space. */
const escaped = (text: string): string =>
  text.replace(/[&<>"\p{Cc}]/gu, (character) => ENTITIES[character] ?? `&#${character.codePointAt(0)};`)

/** What stands in each element of a name, in order; elements of one name do not hold each other in what S3 is sent. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'))].map(([, inner = '']) => inner)

/** The text of the first element of a name. */
export function textOf(xml: string, name: string): string | undefined {
  const [inner] = elements(xml, name)
  return inner?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_whole, hex, decimal, word) =>
    word
      ? (NAMED[word.toLowerCase()] ?? '')
      : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  )
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
