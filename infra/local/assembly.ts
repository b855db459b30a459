import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Template } from './template.ts'

/** What `cdk deploy` would deploy. */
export interface Assembly {
  stackName: string
  template: Template
  /** Folder of the files that are deployed as the asset `S3Key`. */
  assetFolder(key: string): string
}

const PROJECT = join(import.meta.dirname, '..', '..')

/**
 * Runs the CDK app as the CDK's command line would.
 * @param context settings as in `cdk deploy -c key=value`
 * @throws Error with what the app said when it failed
 */
export async function synthesize(outdir: string, context: Record<string, string>): Promise<Assembly> {
  await rm(outdir, { recursive: true, force: true })
  await runApp(outdir, context)
  const manifest = await readJson<Manifest>(join(outdir, 'manifest.json'))
  const stacks = Object.entries(manifest.artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  )
  const [stackName, stack] = stacks[0] ?? []
  if (stackName === undefined || stack === undefined || stacks.length > 1) {
    throw new Error(`The local cloud runs one stack; the CDK app has ${stacks.length}`)
  }
  const template = await readJson<Template>(join(outdir, stack.properties.templateFile))
  const { files } = await readJson<Assets>(join(outdir, `${stackName}.assets.json`))
  return {
    stackName,
    template,
    assetFolder(key) {
      const path = files[basename(key, '.zip')]?.source.path
      if (path === undefined) throw new Error(`The cloud assembly has no asset ${key}`)
      return join(outdir, path)
    },
  }
}

interface Manifest {
  artifacts: Record<string, { type: string; properties: { templateFile: string } }>
}

interface Assets {
  files: Record<string, { source: { path: string } }>
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}

async function runApp(outdir: string, context: Record<string, string>): Promise<void> {
  const app = spawn(process.execPath, [join(PROJECT, 'infra', 'app.ts')], {
    cwd: PROJECT,
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      // What rule packs say of the template is for those who deploy it.
      CDK_VALIDATION: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [app.stdout, app.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text))
  const code = await new Promise<number | null>((done, failed) => app.on('error', failed).on('close', done))
  if (code !== 0) throw new Error(`The CDK app failed: ${said.trim()}`)
}
