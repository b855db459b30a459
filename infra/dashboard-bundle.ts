import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync, type Metafile } from 'esbuild'

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
  const { outputFiles } = build(noticesOf(build({}).metafile))
  const loaded = outputFiles.map(({ path, contents }) => file(basename(path), Buffer.from(contents)))
  const html = loaded.reduce(
    (page, { name }) => page.replace(`"${withoutHash(name)}"`, `"${name}"`),
    readFileSync(join(SOURCE, PAGE), 'utf8'),
  )
  const page = uploads === undefined ? html : html.replace('<body>', `<body data-uploads="${uploads}">`)
  return [...loaded, file(PAGE, Buffer.from(page))]
}

/** Text at the head of every file of a type. */
type Banner = { js?: string; css?: string }

const build = (banner: Banner) =>
  buildSync({
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
    // Few sources mark their licence as a comment to be kept: `banner` has all of them whole.
    legalComments: 'none',
    banner,
    metafile: true,
    logLevel: 'warning',
  })

/** The licences of the packages that a bundle holds code of, as MIT and its like ask of whoever hands out copies. */
function noticesOf({ outputs }: Metafile): Banner {
  const banner: Banner = {}
  for (const type of ['js', 'css'] as const) {
    const ofType = Object.entries(outputs).filter(([path]) => path.endsWith(`.${type}`))
    const sources = ofType.flatMap(([, output]) => Object.keys(output.inputs))
    const packages = new Set(sources.flatMap((path) => PACKAGE.exec(path)?.slice(1) ?? []))
    const notices = [...packages].sort().map((name) => `/*! ${name}\n\n${licenceOf(name)}\n*/`)
    if (notices.length > 0) banner[type] = notices.join('\n')
  }
  return banner
}

/** The name of the package that a source belongs to. */
const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/

/** @throws Error where a package that goes out to browsers comes without the text of its licence */
function licenceOf(name: string): string {
  const folder = join(SOURCE, '..', 'node_modules', name)
  const text = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  if (text === undefined) throw new Error(`${name} is bundled and has no licence to show`)
  return readFileSync(join(folder, text), 'utf8').trim().replaceAll('*/', '* /')
}

/** The path of a file at the page's address. */
export const pathOf = ({ name }: DashboardFile): string => (name === PAGE ? '/' : `/${name}`)

const withoutHash = (name: string): string => name.replace(/-[A-Z0-9]{8}(?=\.)/, '')

function file(name: string, contents: Buffer): DashboardFile {
  const ending = name.slice(name.lastIndexOf('.') + 1) as keyof typeof MEDIA_TYPES
  const cacheControl = name === PAGE ? 'no-cache' : 'public, max-age=31536000, immutable'
  return { name, type: MEDIA_TYPES[ending], cacheControl, contents }
}
