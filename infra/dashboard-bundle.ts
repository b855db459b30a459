import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync } from 'esbuild'

const SOURCE = join(import.meta.dirname, '..', 'dashboard')

/** What a page may do: run and show what stands at its own address, and ask that address. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Media types of the page's files, by ending. */
export const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const

export interface DashboardFile {
  name: string
  type: string
  contents: Buffer
}

/**
 * The files of the page, bundled for browsers.
 * @param uploads path that takes uploads by PUT, where the origin has one
 */
export function bundleDashboard(uploads?: string): DashboardFile[] {
  const { outputFiles } = buildSync({
    entryPoints: [join(SOURCE, 'main.ts'), join(SOURCE, 'main.css')],
    outdir: SOURCE,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  const html = readFileSync(join(SOURCE, 'index.html'), 'utf8')
  const page = uploads === undefined ? html : html.replace('<body>', `<body data-uploads="${uploads}">`)
  return [
    file('index.html', Buffer.from(page)),
    file('icon.svg', readFileSync(join(SOURCE, 'icon.svg'))),
    ...outputFiles.map(({ path, contents }) => file(basename(path), Buffer.from(contents))),
  ]
}

function file(name: string, contents: Buffer): DashboardFile {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof MEDIA_TYPES
  return { name, type: MEDIA_TYPES[ending], contents }
}
