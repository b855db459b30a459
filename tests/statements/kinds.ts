import { readFileSync } from 'node:fs'
import type { Fact } from '../../shared/model/fact.ts'
import { factsOf } from '../../shared/statements/facts.ts'

/** A sentence of the corpus, with what it expects of its figures as lines "5%: change, up by". */
export interface KindExample {
  section: string
  text: string
  expected: string[]
}

/** Sections begin with "==", sentences at the margin; what is indented below one is said of its figures, in order. */
export function kindExamples(): KindExample[] {
  const examples: KindExample[] = []
  let section = ''
  for (const line of readFileSync(new URL('../corpus/statements/kinds.txt', import.meta.url), 'utf8').split(
    '\n',
  )) {
    if (line.startsWith('== ')) section = line.slice(3)
    else if (section === '' || line.trim() === '') continue
    else if (line.startsWith(' ')) examples.at(-1)?.expected.push(line.trim())
    else examples.push({ section, text: line.trim(), expected: [] })
  }
  return examples
}

/** The facts of a text as the corpus writes them, in a digest of Thursday, 9 January 2020. */
export function kindsIn(text: string): string[] {
  const item = { n: 1, text, language: 'en', kind: 'paragraph', context: null } as const
  const facts = factsOf(item, { date: '2020-01-09' })
  return facts.map((fact) => `${fact.text}: ${said(fact, facts).join(', ')}`)
}

function said(
  { kind, change, moved, role, of, over, modality, amount, value }: Fact,
  facts: readonly Fact[],
): string[] {
  const words = [
    kind,
    change && [change, moved].filter((word) => word !== null).join(' '),
    role,
    of === null ? null : `part of ${facts[of]?.text}`,
    over && `over a ${over}`,
    modality === 'actual' ? null : modality,
    amount?.startsWith('-') && !String(value).startsWith('-') ? 'negative' : null,
  ]
  return words.filter((word): word is string => word !== null)
}
