import { decodeBytes } from './decode-bytes.ts'

/**
 * What encoding a text without a declaration is in. Each candidate decodes the text, and the share of its
 * characters outside ASCII that people often write is its score: a text read in a wrong encoding turns into
 * characters that hardly anybody writes. UTF-8 needs no guess, for no other encoding fits its pattern by chance.
 */

/** Enough of a document to tell its encoding by; a character cut at the end is not held against a candidate. */
const SAMPLE_LENGTH = 65_536

/** Marks of print that digests in any language hold; read in a wrong encoding they turn into something else. */
const PRINT_MARKS =
  '\u00a0\u3000‘’“”–—…•·«»€£¥©®°±²³×½¼¾§¡¿、。，．；：？！（）［］｛｝《》〈〉「」『』【】〔〕％＋－＝～￥＄＃＆＊／０１２３４５６７８９│→℃①②③④⑤'

const DOUBLE_BYTE_ENCODINGS = [
  // Both standards put the characters of daily use first: GB 2312 level 1 (3,755) and Big5 level 1 (5,401).
  { encoding: 'gb18030', daily: { leads: [0xb0, 0xd7], trails: [0xa1, 0xfe] } },
  { encoding: 'big5', daily: { leads: [0xa4, 0xc6], trails: [0x40, 0xfe] } },
] as const

/** At least this share of characters of daily use; a text in another encoding has below a half. */
const LEAST_DOUBLE_BYTE_SCORE = 0.7
const LEAST_SINGLE_BYTE_SCORE = 0.8

/** 'gb18030', 'big5' or 'windows-1252' (which is also how the web reads Latin-1), or null where none fits well. */
export function detectLegacyEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_LENGTH)
  const scores = DOUBLE_BYTE_ENCODINGS.map(({ encoding, daily }) => {
    const text = decodeSample(encoding, sample, bytes)
    return { encoding, score: text === null ? 0 : shareOf(text, dailyCharacters(encoding, daily)) }
  })
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score >= LEAST_DOUBLE_BYTE_SCORE) return best.encoding
  const western = westernScore(decodeBytes('windows-1252', sample))
  return western >= LEAST_SINGLE_BYTE_SCORE ? 'windows-1252' : null
}

/** 'utf-16le' or 'utf-16be' for a text that holds NUL bytes and no mark, or null where it is no text so either. */
export function detectUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, SAMPLE_LENGTH)
  const ascii = Array.from({ length: 0x7f }, (_, code) => String.fromCharCode(code))
  const daily = new Set([...ascii, ...dailyCharacters('gb18030', DOUBLE_BYTE_ENCODINGS[0].daily)])
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const text = decodeSample(encoding, sample, bytes)
    // The spaces and line ends that any text holds are what the NUL bytes come from.
    if (text && !text.includes('\0') && /[ \n]/.test(text) && shareOf(text, daily) >= 0.5) return encoding
  }
  return null
}

/** True where most of the bytes above ASCII form valid UTF-8: a text cut or mended by a tool that did not know it. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE_LENGTH))
  let valid = 0
  let faults = 0
  for (const character of text) {
    if (character === '\ufffd') faults++
    else if (character > '\x7f') valid++
  }
  return valid > faults
}

function decodeSample(encoding: string, sample: Uint8Array, all: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: sample.length < all.length })
  } catch {
    return null
  }
}

/** The share of characters in a set among all, ASCII aside unless the set holds it; 1 for a text of nothing else. */
function shareOf(text: string, set: ReadonlySet<string>): number {
  let among = 0
  let all = 0
  for (const character of text) {
    if (set.has(character)) among++
    else if (character <= '\x7f') continue
    // Accented letters and symbols are no sign for or against: all encodings hold some.
    else if (/[\p{Script=Latin}\p{S}]/u.test(character)) continue
    all++
  }
  return all === 0 ? 1 : among / all
}

/** How likely the characters outside ASCII are in Western prose: print marks, and accented letters beside ASCII. */
function westernScore(text: string): number {
  const characters = Array.from(text)
  let likely = 0
  let all = 0
  for (const [i, character] of characters.entries()) {
    if (character <= '\x7f') continue
    all++
    const isBesideAscii = isAsciiOrEdge(characters[i - 1]) || isAsciiOrEdge(characters[i + 1])
    if (isBesideAscii && (/[\u00a0-\u00fe]/.test(character) || PRINT_MARKS.includes(character))) likely++
  }
  return all === 0 ? 1 : likely / all
}

function isAsciiOrEdge(character: string | undefined): boolean {
  return character === undefined || character <= '\x7f'
}

const dailyCharacterSets = new Map<string, ReadonlySet<string>>()

/** The characters of daily use that an encoding keeps together, asked of its decoder rather than listed here. */
function dailyCharacters(
  encoding: string,
  { leads, trails }: (typeof DOUBLE_BYTE_ENCODINGS)[number]['daily'],
): ReadonlySet<string> {
  const known = dailyCharacterSets.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const characters = new Set(PRINT_MARKS)
  for (let lead = leads[0]; lead <= leads[1]; lead++) {
    for (let trail = trails[0]; trail <= trails[1]; trail++) {
      const decoded = decoder.decode(Uint8Array.of(lead, trail))
      // A pair that is no character decodes to U+FFFD, alone or before the second byte.
      if (!decoded.includes('\ufffd')) characters.add(decoded)
    }
  }
  dailyCharacterSets.set(encoding, characters)
  return characters
}
