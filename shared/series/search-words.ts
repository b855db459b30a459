/**
 * The words that series are searched by: of what entities are called and of what is measured. What is stored and what is
 * asked for go through the same two functions, so that they meet.
 */

const HAN_RUN = /\p{Script=Han}+/gu

/** Words of one name at most; the rest of a longer one is not searched by. */
const MOST_WORDS = 8

/** A name in the one form in which it is looked up as a whole. */
export const wholeName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/**
 * Words of a text: those between spaces, and of Chinese, which has none, every two characters that stand side by side.
 * "office space" gives office and space, 确诊病例 gives 确诊, 诊病 and 病例.
 */
export function wordsOf(text: string): string[] {
  const whole = wholeName(text)
  const words = new Set<string>()
  for (const run of whole.match(HAN_RUN) ?? []) {
    if (run.length === 1) words.add(run)
    for (let at = 0; at + 1 < run.length; at++) words.add(run.slice(at, at + 2))
  }
  for (const word of whole.replace(HAN_RUN, ' ').split(' ')) if (word.length > 1) words.add(stem(word))
  return [...words].slice(0, MOST_WORDS)
}

/** "cases" asks for "case" too. */
const stem = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word

/**
 * What the name of an entity is found by: as a whole, and by its words where it has several; of Chinese by how it begins,
 * since names end in what they are (银行, 公司). Who looks for one word asks for it as a whole name too.
 */
export function nameWords(name: string): string[] {
  const whole = wholeName(name)
  if (whole === '') return []
  const parts = whole.split(' ').filter((part) => part.length > 1)
  const words = parts.flatMap((part) => (HAN_START.test(part) ? [part.slice(0, 2)] : [stem(part)]))
  return [...new Set([`=${whole}`, ...words.filter((word) => word !== whole)])].slice(0, MOST_WORDS)
}

const HAN_START = /^\p{Script=Han}{2}/u
