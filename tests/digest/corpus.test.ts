import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../../shared/digest/open-document.ts'
import { parseDigest } from '../../shared/digest/parse.ts'
import { outline } from './outline.ts'

/** Each digest has an outline beside it, to be read and corrected by hand; `npx vitest -u` writes it anew. */
const corpus = new URL('../corpus/digests/', import.meta.url)
const names = readdirSync(corpus).filter((name) => !name.endsWith('.outline'))
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, corpus)))
const upload = (key: string) => ({ key, lastModified: '2021-12-31T23:59:59Z' })

describe.each(names)('%s', (name) => {
  it('reads as its outline says', async () => {
    const digest = await parseDigest(bytesOf(name), upload(name))
    await expect(outline(digest)).toMatchFileSnapshot(new URL(`${name}.outline`, corpus).pathname)
  })

  it('has each item at its place', async () => {
    const { text } = await openDocument(bytesOf(name), name)
    const { items } = await parseDigest(bytesOf(name), upload(name))
    for (const item of items) {
      const source = text.slice(item.start, item.end)
      expect(source).toBe(source.trim())
      expect(text.slice(0, item.start).split('\n')).toHaveLength(item.line)
      // A row says what its columns are called, which stands above it.
      const written = item.kind === 'row' ? text.slice(0, item.end) : source
      for (const word of wordsOf(item.text)) expect(written).toContain(word)
    }
  })

  it('reads the same gzipped and with the line ends of Windows', async () => {
    const digest = await parseDigest(bytesOf(name), upload(name))
    expect(await parseDigest(gzipSync(bytesOf(name)), upload(name))).toEqual(digest)
    const windows = Buffer.from(
      Buffer.from(bytesOf(name)).toString('latin1').replaceAll('\n', '\r\n'),
      'latin1',
    )
    expect(await parseDigest(windows, upload(name))).toEqual(digest)
  })
})

/** Whole words, which markup does not cut; what an entity stands for is not looked for. */
function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z]{3,40}|\d{3,10}/g) ?? []
}
