const WIDE = '[\\p{Script=Han}，。、；：？！（）《》「」【】]'

/** A wrapped line inside a Chinese sentence stands for nothing; inside an English one it stands for a space. */
const WRAP_IN_CHINESE = new RegExp(`(?<=${WIDE})[ \\t]{0,80}\\n[ \\t]{0,80}(?=${WIDE})`, 'gu')

/** A word cut at the end of a line: "mega-\nwatts", "me\u00ad\nters". */
const CUT_WORD = /(?<=([a-z]{1,30}|\d))(?:-|\u00ad)[ \t]{0,20}\n[ \t]{0,40}(?=([A-Za-z]))/g
/** What comes before a hyphen that a word has wherever it stands: "long-\nterm", as "20-\nyear" and "Anglo-\nDutch". */
const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  `long short high low well year state mid non self co ex re pre post semi anti multi cross on off full part half first
   second third one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety
   old new all double single large small so far back front up down in out over under then still much most more less
   least best better good cost price tax duty work time day week month quarter hard soft open closed left right top
   bottom world city market power steel oil gas coal air water land sea e follow set built made based led owned run free
   ready like wide wise`.split(/\s+/),
)

/** Controls, zero-width marks and soft hyphens show nothing and would split a number or a word. */
const INVISIBLE = /(?!\s)\p{Cc}|[\u00ad\u200b\u200e\u200f\u2060\ufeff]/gu

/** All that the rules here look at, to pass by the many texts that have none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the code units of \p{Cc}, which are found faster
const UNTIDY = /[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2060]|[^\S ]| {2}/

/** One line without invisible characters, runs of white space as one space. */
export function normalizeText(text: string): string {
  if (!UNTIDY.test(text)) return text.trim()
  return joinCutWords(text).replace(INVISIBLE, '').replace(WRAP_IN_CHINESE, '').replace(/\s+/g, ' ').trim()
}

function joinCutWords(text: string): string {
  if (!/[-\u00ad][ \t]{0,20}\n/.test(text)) return text
  return text.replace(CUT_WORD, (mark, before: string, behind: string) => {
    const isCompound = COMPOUND_HEADS.has(before) || /\d/.test(before) || /[A-Z]/.test(behind)
    return mark.startsWith('-') && isCompound ? '-' : ''
  })
}
