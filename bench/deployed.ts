import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../infra/bundle.ts'

/** Does some work with a module of the project as it is deployed: bundled and minified. */
export async function withDeployed<M>(entry: string, work: (module: M) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'digest-metrics-bench-'))
  try {
    bundle(entry, folder)
    await work((await import(pathToFileURL(join(folder, 'index.mjs')).href)) as M)
  } finally {
    await rm(folder, { recursive: true })
  }
}
