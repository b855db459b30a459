import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { buildSync } from 'esbuild'

const PROJECT = join(import.meta.dirname, '..')

/** Where the bundle would lie: source maps, and with them the names of chunks, hold the way from it to the sources. */
const NOMINAL_OUTDIR = join(PROJECT, 'bundle')

/** Some dependencies are CommonJS and ask for Node's modules by `require`, which an ES module has not. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * What the SDK imports on demand, and no function ever asks for: Lambda gives credentials in the environment, where the
 * SDK looks first.
 */
const NEVER_IMPORTED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // What a browser says of itself.
  'bowser',
]

/** The client of DynamoDB has a cache of endpoints that were found by asking for them, and no command that asks. */
const NEVER_USED = { '@aws-sdk/endpoint-cache': './infra/no-endpoint-cache.ts' }

/**
 * Bundles one function for Node 24 as ES modules: `index.mjs` exports the handler; what is imported on demand stays in
 * chunks of its own. The same sources give the same bytes, wherever they and `outdir` lie. `constants` are values, JSON,
 * that stand for names in the source.
 */
export function bundle(
  entry: string,
  outdir: string,
  constants: Readonly<Record<string, string>> = {},
): void {
  const { outputFiles } = buildSync({
    entryPoints: { index: entry },
    absWorkingDir: PROJECT,
    outdir: NOMINAL_OUTDIR,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    mainFields: ['module', 'main'],
    external: NEVER_IMPORTED,
    alias: NEVER_USED,
    define: constants,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) {
    const file = join(outdir, relative(NOMINAL_OUTDIR, path))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, contents)
  }
}
