/**
 * Keys of objects as paths of files, one to one: a plain key is its own path, and whatever a file system could not hold
 * is percent-encoded. A name that a person gave a file stands for itself, so `100%.txt` is the key `100%.txt`.
 */

/** A path segment for the nothing between two slashes, and after the last one of a directory marker. */
const EMPTY_SEGMENT = '%_'
/** At the end of a folder's name: the key goes on without a slash, since file names have at most 255 bytes. */
const CONTINUED = '%+'
const MAX_NAME_BYTES = 240
/** At the end of a file's name, where its plain name is that of a folder: both `a` and `a/b` can be keys. */
const BESIDE_FOLDER = '%='

/** Characters that some file system does not take in a name. */
const UNSAFE = /[\p{Cc}<>:"|?*\\]/gu
/** A `%` that would be read back as the start of an encoded character or a mark of ours. */
const AMBIGUOUS_PERCENT = /%(?=[0-9A-Fa-f]{2}|[_+=]$)/g
/** Names that begin with a dot are those of tools and half-written files, which are not digests. */
const LEADING_DOT = /^\./
/** Windows drops a dot or a space at the end; what ends in the others, an editor may have left (LEFT_BEHIND). */
const TRAILING = /[. ~#]$/
/** How the names of files begin that office programs lock others by. */
const LOCK = /~(?=\$)/g

/** What editors keep beside the file that somebody works on: copies, half-saved text, locks. */
const LEFT_BEHIND = /~$|^#.*#$|^~\$/s

/** Relative path of the file that holds an object, with `/` between folders. */
export function pathOfKey(key: string): string {
  return key.split('/').map(encodeSegment).join('/')
}

/** The path for an object whose plain path is that of a folder. */
export const pathBesideFolder = (key: string): string => `${pathOfKey(key)}${BESIDE_FOLDER}`

/** The key that a file stands for; undefined for files of tools, whose names begin with a dot or are those of leftovers. */
export function keyOfPath(path: string): string | undefined {
  const plain = path.endsWith(BESIDE_FOLDER) ? path.slice(0, -BESIDE_FOLDER.length) : path
  const segments = plain.split('/')
  if (segments.some((segment) => segment.startsWith('.') || LEFT_BEHIND.test(segment))) return undefined
  return segments
    .map((segment, at) => {
      if (segment === EMPTY_SEGMENT) return at < segments.length - 1 ? '/' : ''
      if (segment.endsWith(CONTINUED)) return decode(segment.slice(0, -CONTINUED.length))
      return decode(segment) + (at < segments.length - 1 ? '/' : '')
    })
    .join('')
}

function encodeSegment(segment: string): string {
  if (segment === '') return EMPTY_SEGMENT
  const encoded = segment
    .replace(AMBIGUOUS_PERCENT, percentEncoded)
    .replace(UNSAFE, percentEncoded)
    .replace(LEADING_DOT, percentEncoded)
    .replace(TRAILING, percentEncoded)
    .replace(LOCK, percentEncoded)
  return shortNames(encoded).join(`${CONTINUED}/`)
}

const percentEncoded = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

const decode = (segment: string): string =>
  segment.replace(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

/** Cuts between characters, never within an encoded one. */
function shortNames(segment: string): string[] {
  const names = ['']
  let bytes = 0
  for (const [character] of segment.matchAll(/%[0-9A-F]{2}|./gsu)) {
    const size = Buffer.byteLength(character)
    // A name may not begin with a dot either.
    if (bytes + size > MAX_NAME_BYTES && character !== '.') {
      names.push('')
      bytes = 0
    }
    names[names.length - 1] += character
    bytes += size
  }
  return names
}
