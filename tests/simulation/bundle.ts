import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { build, type Plugin } from 'esbuild'
import type { Mutant } from './mutants/mutant.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Some of the SDK's dependencies load others the old way. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/**
 * Bundles the worker with the pipeline's own modules into one file, with a mutant in place of the original where one is
 * given.
 * @throws Error for a mutant whose original does not stand in its file exactly once
 */
export async function bundleWorker(outfile: string, mutant?: Mutant): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: { js: REQUIRE },
    logLevel: 'silent',
    plugins: mutant === undefined ? [] : [mutation(mutant)],
  })
}

function mutation({ name, file, from, to }: Mutant): Plugin {
  return {
    name,
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (relative(ROOT, path).split(sep).join('/') !== file) return undefined
        const source = await readFile(path, 'utf8')
        const parts = source.split(from)
        if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${from}`)
        return { contents: parts.join(to), loader: 'ts' }
      })
    },
  }
}
