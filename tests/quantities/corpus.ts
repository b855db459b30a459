import { readFileSync } from 'node:fs'

/** What a corpus file expects of one sentence: the quantities of its text, as they are written there. */
export interface Example {
  section: string
  /** As written, without blanks at its ends: "20000 m2, up | 15000 m2, previous". */
  expected: string
  text: string
}

const read = (name: string): string[] =>
  readFileSync(new URL(`../corpus/quantities/${name}`, import.meta.url), 'utf8').split('\n')

/** Sections begin with "==", expectations at the margin, sentences are indented; prose comes before the first section. */
export function examplesOf(name: string): Example[] {
  const examples: Example[] = []
  let section = ''
  let expected = ''
  for (const line of read(name)) {
    if (line.startsWith('== ')) section = line.slice(3)
    else if (section === '' || line.trim() === '') continue
    else if (line.startsWith(' ')) examples.push({ section, expected, text: line.trim() })
    else expected = line.trim()
  }
  return examples
}

/** The sentences of a corpus of texts without quantities. */
export function sentencesOf(name: string): { section: string; text: string }[] {
  let section = ''
  return read(name).flatMap((line) => {
    if (line.startsWith('== ')) section = line.slice(3)
    return section === '' || line.startsWith('== ') || line.trim() === '' ? [] : [{ section, text: line }]
  })
}
