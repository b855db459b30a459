import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { bundleDashboard } from '../../infra/dashboard-bundle.ts'
import { localPages } from '../../infra/local/local-pages.ts'

/** The page and all that it loads, in bytes over the wire. */
const MOST_BYTES = 120_000

describe('the files of the page', () => {
  test('are few and small', () => {
    const files = bundleDashboard()
    expect(files.map(({ name }) => name.replace(/-[A-Z0-9]{8}\./, '-HASH.'))).toEqual([
      'main-HASH.js',
      'main-HASH.css',
      'icon-HASH.svg',
      'index.html',
    ])
    const bytes = files.reduce((sum, { contents }) => sum + brotliCompressSync(contents).length, 0)
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('are kept for good under the name that the page has for them, and the page is asked for each time', () => {
    const files = bundleDashboard()
    const page = files.at(-1)
    expect(page?.cacheControl).toBe('no-cache')
    for (const { name, cacheControl } of files.slice(0, -1)) {
      expect(page?.contents.toString()).toContain(`"${name}"`)
      expect(cacheControl).toContain('immutable')
    }
    expect(bundleDashboard()).toEqual(files)
  })

  test("say whose code they hold, and under which licence, where it is others'", () => {
    const [script = ''] = bundleDashboard().map(({ contents }) => contents.toString())
    for (const name of ['d3-scale', 'd3-shape', 'd3-array'])
      expect(script).toMatch(
        new RegExp(`/\\*! ${name}\\n[^*]*Copyright [\\d-]+ Mike Bostock[^*]*Permission to use, copy, modify`),
      )
  })

  test('hold no script or style in the page itself, which its policy would refuse', () => {
    const page = bundleDashboard().at(-1)?.contents.toString()
    expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/)
  })

  test('offer uploads only where the origin takes them', () => {
    const pageWith = (uploads?: string) => bundleDashboard(uploads).at(-1)?.contents.toString()
    expect(pageWith()).not.toContain('data-uploads')
    expect(pageWith('/local/digests/')).toContain('<body data-uploads="/local/digests/">')
  })
})

describe('the local cloud', () => {
  const stored: [string, string][] = []
  const pages = localPages((key, bytes) => {
    stored.push([key, bytes.toString()])
    return 'etag'
  })
  const get = (path: string, headers = {}) =>
    pages.answer({ method: 'GET', path, headers, body: Buffer.alloc(0) })

  test('serves the page with a strict policy, compressed where the browser takes it', () => {
    const plain = get('/')
    expect(plain?.statusCode).toBe(200)
    expect(plain?.headers['content-security-policy']).toContain("default-src 'none'")
    expect(
      get(`/${bundleDashboard()[0]?.name}`, { 'accept-encoding': 'gzip, br' })?.headers['content-encoding'],
    ).toBe('br')
    expect(get('/', { 'if-none-match': plain?.headers.etag })).toMatchObject({ statusCode: 304, body: '' })
    expect(get('/elsewhere')).toBeUndefined()
  })

  test('stores what the page uploads', () => {
    const put = (path: string) =>
      pages.answer({ method: 'PUT', path, headers: {}, body: Buffer.from('text') })
    expect(put('/local/digests/日报/1.txt')?.statusCode).toBe(201)
    expect(stored).toEqual([['日报/1.txt', 'text']])
    expect(put('/local/digests/')?.statusCode).toBe(400)
  })
})
