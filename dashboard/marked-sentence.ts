/** A text in three parts, the middle one to be marked. */
export type Marked = readonly [before: string, marked: string, after: string]

/** Marks the span of a fact, counted in its item's text, in the sentence of that text in which it stands. */
export function markedSentence(
  item: string,
  { sentence, start, end }: { sentence: string; start: number; end: number },
): Marked {
  const at = sentenceStart(item, sentence, start, end)
  return at === undefined ? ['', item.slice(start, end), ''] : split(sentence, start - at, end - at)
}

export const split = (text: string, start: number, end: number): Marked => [
  text.slice(0, start),
  text.slice(start, end),
  text.slice(end),
]

/** Where the occurrence of the sentence begins that holds the span: the same sentence may stand in an item twice. */
function sentenceStart(item: string, sentence: string, start: number, end: number): number | undefined {
  for (let at = item.indexOf(sentence); at >= 0 && at <= start; at = item.indexOf(sentence, at + 1)) {
    if (end <= at + sentence.length) return at
  }
  return undefined
}
