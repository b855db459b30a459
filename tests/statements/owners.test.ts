import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../shared/statements/facts.ts'

/** An item of the corpus, with what its figures are expected to say. */
interface Example {
  text: string
  title?: string
  heading?: string
  figures: string[]
}

/** Reads a corpus file: see the first lines of each. */
function examplesIn(name: string): Example[] {
  const text = readFileSync(join(import.meta.dirname, '..', 'corpus', 'statements', name), 'utf8')
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map((lines) => {
      const field = (label: string) => lines.find((line) => line.startsWith(label))?.slice(label.length)
      return {
        title: field('Title: '),
        heading: field('Heading: '),
        text: lines.find((line) => !/^(?:Title: |Heading: | )/.test(line)) ?? '',
        figures: lines.filter((line) => line.startsWith('  ')).map((line) => line.trim()),
      }
    })
}

/** What the facts of an example say, in the words of the corpus; the measure only where the corpus names one. */
function said({ text, title, heading, figures }: Example, language: 'en' | 'zh'): string[] {
  const item = { n: 1, text, language, kind: 'paragraph', context: null, section: heading ?? null } as const
  const facts = factsOf(item, { date: '2020-02-01', title })
  const wanted = new Map(figures.map((line) => [line.slice(0, line.indexOf(': ')), line]))
  return facts
    .filter((fact) => wanted.has(fact.text))
    .map((fact) => {
      const measured = wanted.get(fact.text)?.includes(', ') ? `, ${fact.measure}` : ''
      return `${fact.text}: ${fact.entity?.name ?? '-'}${measured}`
    })
}

describe.each([
  ['owners-english.txt', 'en'],
  ['owners-chinese.txt', 'zh'],
] as const)('%s', (name, language) => {
  test.each(examplesIn(name))('$text', (example) => {
    expect(said(example, language)).toEqual(example.figures)
  })
})
