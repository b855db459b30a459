/** `npm run lint:template`: what cfn-lint and checkov say of the template, but for what is accepted here. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { synthesize } from './local/assembly.ts'

/** Both are Python; they are installed once into a folder of their own. */
const TOOLS = ['cfn-lint==1.58.0', 'checkov==3.3.30']
const VENV = join(import.meta.dirname, '..', 'node_modules', '.cache', 'lint-template')

/** Findings that stand, each with its reason; one that is no longer found is to be struck from here. */
const ACCEPTED: Record<string, string> = {
  W3005: 'The CDK lets a function wait for its role and for the policy of the role alike.',
  CKV_AWS_18: 'The bucket of access logs does not log the access of those who write its logs.',
  CKV_AWS_21: 'Access logs are written once and expire: there are no versions to keep.',
  CKV_AWS_27: 'Queues are encrypted with keys of SQS; the check knows keys of KMS only. They hold no text.',
  CKV_AWS_115: 'The event source mappings limit concurrency; reserving it would take it from the account.',
  CKV_AWS_117: 'The functions reach nothing but AWS services over TLS: there is no network to be inside.',
  CKV_AWS_119:
    'Tables are encrypted with the key of DynamoDB; a key of the account costs a call for each request.',
  CKV_AWS_158: 'Log groups are encrypted with the key of CloudWatch Logs; log lines hold no text of digests.',
  CKV_AWS_173: 'The environment of the functions holds names of resources, no secret.',
}

interface Finding {
  check: string
  says: string
  /** Logical id, or the place in the template. */
  where: string
}

async function main(): Promise<number> {
  if (spawnSync('python3', ['--version']).status !== 0) {
    console.log('There is no python3 on the PATH: the template is not linted')
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'digest-metrics-lint-'))
  try {
    install()
    const { stackName } = await synthesize(folder, {})
    const template = join(folder, `${stackName}.template.json`)
    return report([...cfnLint(template), ...checkov(template)])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @throws Error where the command cannot be run at all */
function run(command: string, args: readonly string[]) {
  const ended = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (ended.error !== undefined) throw new Error(`${command} could not be run`, { cause: ended.error })
  return ended
}

/** Python gets the script of a tool: its own first line names the folder it was installed in, which may have moved. */
const runTool = (name: string, args: readonly string[]) =>
  run(join(VENV, 'bin', 'python3'), [join(VENV, 'bin', name), ...args])

/** @throws Error with what pip said */
function install(): void {
  const installed = join(VENV, 'requirements.txt')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === TOOLS.join('\n')) return
  const script = `python3 -m venv "$0" && "$0/bin/pip" install --quiet "$@" && printf '%s\\n' "$@" | head -c -1 > "$0/requirements.txt"`
  const { status, stderr } = run('sh', ['-c', script, VENV, ...TOOLS])
  if (status !== 0) throw new Error(`cfn-lint and checkov could not be installed:\n${stderr}`)
}

const CfnLintSchema = v.array(
  v.object({
    Rule: v.object({ Id: v.string() }),
    Message: v.string(),
    Location: v.object({ Path: v.nullable(v.array(v.union([v.string(), v.number()]))) }),
  }),
)

function cfnLint(template: string): Finding[] {
  const { stdout, stderr } = runTool('cfn-lint', ['--format', 'json', template])
  if (stdout === '') throw new Error(`cfn-lint failed:\n${stderr}`)
  return v.parse(CfnLintSchema, JSON.parse(stdout)).map(({ Rule, Message, Location }) => ({
    check: Rule.Id,
    says: Message,
    where: Location.Path?.slice(0, 2).join('/') ?? 'the template',
  }))
}

const CheckovSchema = v.object({
  results: v.object({
    failed_checks: v.array(v.object({ check_id: v.string(), check_name: v.string(), resource: v.string() })),
  }),
})

function checkov(template: string): Finding[] {
  const args = [
    '--framework',
    'cloudformation',
    '--compact',
    '--quiet',
    '--output',
    'json',
    '--file',
    template,
  ]
  const { stdout, stderr } = runTool('checkov', args)
  if (stdout === '') throw new Error(`checkov failed:\n${stderr}`)
  return v
    .parse(CheckovSchema, JSON.parse(stdout))
    .results.failed_checks.map(({ check_id, check_name, resource }) => ({
      check: check_id,
      says: check_name,
      where: resource,
    }))
}

/** @returns the exit code: 0 when nothing is found but what is accepted, and all of that */
function report(findings: readonly Finding[]): number {
  const open = findings.filter(({ check }) => !Object.hasOwn(ACCEPTED, check))
  const struck = Object.keys(ACCEPTED).filter((accepted) => !findings.some(({ check }) => check === accepted))
  for (const { check, says, where } of open) console.error(`${check} ${where}: ${says}`)
  for (const check of struck) console.error(`${check} is accepted but no longer found: strike it`)
  console.log(`${open.length} findings, ${findings.length - open.length} accepted with their reasons`)
  return open.length + struck.length === 0 ? 0 : 1
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message)
  return 1
})
