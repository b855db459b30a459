import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync } from 'esbuild'

const SOURCE = join(import.meta.dirname, '..', 'dashboard')

/** What a page may do: run and show what stands at its own address, and ask that address. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What browsers are told with every file of the page, wherever it is served. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const

/** Media types of the page's files, by ending. */
export const MEDIA_TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const

const PAGE = 'index.html'

export interface DashboardFile {
  name: string
  type: string
  cacheControl: string
  contents: Buffer
}

/**
 * The files of the page, bundled for browsers: the page itself, asked for each time, after all that it loads, which
 * have the hash of their contents in their names and are kept for good.
 * @param uploads path that takes uploads by PUT, where the origin has one
 */
export function bundleDashboard(uploads?: string): DashboardFile[] {
  const { outputFiles } = buildSync({
    entryPoints: ['main.ts', 'main.css', 'icon.svg'],
    absWorkingDir: SOURCE,
    outdir: SOURCE,
    entryNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  })
  const loaded = outputFiles.map(({ path, contents }) => file(basename(path), Buffer.from(contents)))
  const html = loaded.reduce(
    (page, { name }) => page.replace(`"${withoutHash(name)}"`, `"${name}"`),
    readFileSync(join(SOURCE, PAGE), 'utf8'),
  )
  const page = uploads === undefined ? html : html.replace('<body>', `<body data-uploads="${uploads}">`)
  return [...loaded, file(PAGE, Buffer.from(page))]
}

/** The path of a file at the page's address. */
export const pathOf = ({ name }: DashboardFile): string => (name === PAGE ? '/' : `/${name}`)

const withoutHash = (name: string): string => name.replace(/-[A-Z0-9]{8}(?=\.)/, '')

function file(name: string, contents: Buffer): DashboardFile {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof MEDIA_TYPES
  const cacheControl = name === PAGE ? 'no-cache' : 'public, max-age=31536000, immutable'
  return { name, type: MEDIA_TYPES[ending], cacheControl, contents }
}
