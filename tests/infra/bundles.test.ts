import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../infra/bundle.ts'
import { ENV } from '../../shared/store/environment.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'digest-metrics-bundles-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const entries = readdirSync('functions').filter((file) => file.endsWith('.lambda.ts'))

/** The hash of each file of a bundle by its name. */
function bundled(entry: string, name: string): Record<string, string> {
  const outdir = join(folder, name)
  bundle(join(process.cwd(), 'functions', entry), outdir)
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return Object.fromEntries(
    files.map(({ name: file, parentPath }) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(parentPath, file)))
        .digest('hex'),
    ]),
  )
}

describe.each(entries)('%s', (entry) => {
  test('is bundled to the same bytes wherever and whenever it is', () => {
    const first = bundled(entry, `${entry}-1`)
    expect(first['index.mjs']).toBeDefined()
    expect(bundled(entry, `deeper/${entry}-2`)).toEqual(first)
  })

  test('holds all that it needs to start where nothing is installed', () => {
    const outdir = join(folder, `${entry}-alone`)
    bundle(join(process.cwd(), 'functions', entry), outdir)
    const settings = Object.fromEntries(Object.values(ENV).map((key) => [key, 'anything']))
    const load = "import('./index.mjs').then(({ handler }) => console.log(typeof handler))"
    const env = { ...settings, AWS_REGION: 'us-east-1' }
    const printed = execFileSync(process.execPath, ['--eval', load], { cwd: outdir, env, encoding: 'utf8' })
    expect(printed.trim()).toBe('function')
  })
})

test('a constant stands for a name in the source of a function', () => {
  const outdir = join(folder, 'with-names')
  const settings = { revision: 7, entities: { 'acme-robotics': ['Acme Robotics'] } }
  const constants = { ENTITY_SETTINGS: JSON.stringify(settings) }
  bundle(join(process.cwd(), 'functions', 'extract-facts.lambda.ts'), outdir, constants)
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mjs'),
  )
  expect(files.some((file) => readFileSync(join(outdir, file), 'utf8').includes('acme-robotics'))).toBe(true)
})
