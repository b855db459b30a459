import { classAt, HAN, LETTER } from '../../quantities/characters.ts'

/** So much of a text tells its language, in UTF-16 units. */
const SAMPLE = 400

/** The text is written in Chinese rather than in Latin letters; a Han character counts as a word of three letters. */
export function isChinese(text: string): boolean {
  let balance = 0
  for (let i = 0; i < Math.min(text.length, SAMPLE); i++) {
    const kind = classAt(text, i)
    if (kind === HAN) balance += 3
    else if (kind === LETTER) balance--
  }
  return balance > 0
}
