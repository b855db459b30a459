import { buildSync } from 'esbuild'

/** Some dependencies are CommonJS and ask for Node's modules by `require`, which an ES module has not. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * Bundles one function for Node 24 as ES modules: `index.mjs` exports the handler; what is imported on demand stays in
 * chunks of its own.
 */
export function bundle(entry: string, outdir: string): void {
  buildSync({
    entryPoints: { index: entry },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: REQUIRE },
    logLevel: 'warning',
  })
}
