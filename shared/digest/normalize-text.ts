const WIDE = '[\\p{Script=Han}，。、；：？！（）《》「」【】]'

/** A wrapped line inside a Chinese sentence stands for nothing; inside an English one it stands for a space. */
const WRAP_IN_CHINESE = new RegExp(`(?<=${WIDE})[ \\t]{0,80}\\n[ \\t]{0,80}(?=${WIDE})`, 'gu')

/** Controls, zero-width marks and soft hyphens show nothing and would split a number or a word. */
const INVISIBLE = /(?!\s)\p{Cc}|[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu

/** All that the rules here look at, to pass by the many texts that have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the code units of \p{Cc}, which are found faster
const UNTIDY = /[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2060]|[^\S ]| {2}/

/** One line without invisible characters, runs of white space as one space. */
export function normalizeText(text: string): string {
  if (!UNTIDY.test(text)) return text.trim()
  return text.replace(INVISIBLE, '').replace(WRAP_IN_CHINESE, '').replace(/\s+/g, ' ').trim()
}
