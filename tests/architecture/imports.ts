import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

/** What a module names: `import … from`, `export … from`, `import '…'`, and `import('…')`, of types as well. */
const NAMED = /\bfrom '(\.[^']+\.ts)'|^import '(\.[^']+\.ts)'|\bimport\('(\.[^']+\.ts)'\)/gm

const FOLDERS = ['bench', 'commands', 'dashboard', 'functions', 'infra', 'shared', 'tests', 'tools']

/** By path from the root of the repository, the modules of it that each module names, types included. */
export const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  FOLDERS.flatMap(modulesIn).map((path) => [
    path,
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(NAMED)].map((named) =>
      join(path, '..', named[1] ?? named[2] ?? named[3] ?? ''),
    ),
  ]),
)

function modulesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
}

/** The module and all that it reaches. */
export function reachedFrom(path: string, imports = IMPORTS): Set<string> {
  const reached = new Set([path])
  for (const module of reached) for (const named of imports.get(module) ?? []) reached.add(named)
  return reached
}

/** A path of imports that comes back to where it began, for each module that is on one. */
export function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  return [...imports.keys()]
    .filter((path) => (imports.get(path) ?? []).some((named) => reachedFrom(named, imports).has(path)))
    .sort()
}
