const WIDE = '[\\p{Script=Han}，。、；：？！（）《》「」【】“”]'

/** A line break inside a Chinese sentence stands for nothing; inside an English one it stands for a space. */
const BREAK_IN_CHINESE = new RegExp(`(?<=${WIDE})[ \\t]{0,80}\\n[ \\t]{0,80}(?=${WIDE})`, 'gu')

/** Controls, zero-width marks, soft hyphens: they show nothing and would split a number or a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g

/** One line without invisible characters, runs of white space as one space. */
export function normalizeText(text: string): string {
  return text.replace(INVISIBLE, '').replace(BREAK_IN_CHINESE, '').replace(/\s+/g, ' ').trim()
}
