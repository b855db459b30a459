/** `npm start`: the whole pipeline on this machine, until Ctrl-C. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { claim } from './claim.ts'
import { CREDENTIALS, localS3, REGION } from './clients.ts'
import { readEndpoints, removeEndpoints, writeEndpoints } from './endpoints.ts'
import { FlowBar } from './flow-bar.ts'
import { type LocalCloud, type Step, startLocalCloud } from './local-cloud.ts'
import { readableLine } from './log-line.ts'
import { SERVICES, USUAL_PORT } from './ports.ts'
import { printable } from './printable.ts'

const USAGE = `npm start -- [--dir FOLDER] [--port PORT] [--log-level DEBUG|INFO|WARN|ERROR] [-c KEY=VALUE]…
  --dir        where the bucket is kept as files (default .local)
  --port       of the API; S3, SQS and DynamoDB have the three after it (default ${USUAL_PORT}, or a free one where
               one is taken; 0 for free ones)
  --log-level  what the functions tell (default WARN, or LOG_LEVEL of the environment)
  -c           a setting of the stack, as for cdk deploy: -c jwtIssuer=… -c jwtAudience=… asks readers for tokens`

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples')

async function main(): Promise<void> {
  const { folder, port, logLevel, settings } = readArguments()
  const running = await readEndpoints(folder)
  if (running) throw new Error(`It runs already, as process ${running.pid}, and serves ${running.apiUrl}`)
  const claimed = await claim(folder)

  let bar: FlowBar | undefined
  const say = (line: string) => (bar ? bar.say(line) : console.log(line))
  console.log('digest-metrics: the stack that `npx cdk deploy` would deploy, on this machine\n')
  const cloud = await startLocalCloud({
    folder,
    port,
    context: { logLevel, ...settings },
    progress: stepPrinter(),
    log: (name, line) => say(readableLine(name, line)),
    warn: (message) => say(`WARN  ${printable(message)}`),
  }).catch(async (error) => {
    await claimed.release()
    throw error
  })
  stopOnSignal(async () => {
    bar?.stop()
    await removeEndpoints(folder)
    await cloud.close()
    await claimed.release()
  })
  const { ApiUrl: apiUrl = '', BucketName: bucket = '' } = cloud.outputs
  await writeEndpoints(folder, {
    pid: process.pid,
    apiUrl,
    bucket,
    ...cloud.endpoints,
    outputs: cloud.outputs,
  })
  console.log(welcome(cloud, logLevel))
  if (port === undefined && !Object.values(cloud.endpoints).concat(apiUrl).every(isUsual))
    console.log(
      `  Some of the ports from ${USUAL_PORT} are taken: the addresses above are others this time\n`,
    )
  bar = new FlowBar(cloud)
  if (cloud.restored === undefined) await uploadSamples(cloud)
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      dir: { type: 'string', default: '.local' },
      port: { type: 'string' },
      'log-level': { type: 'string', default: process.env.LOG_LEVEL ?? 'WARN' },
      context: { type: 'string', short: 'c', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    process.exit()
  }
  const settings = Object.fromEntries(values.context.map(readSetting))
  const logLevel = values['log-level'].toUpperCase()
  return { folder: resolve(values.dir), port: readPort(values.port), logLevel, settings }
}

/** Three follow it. */
const LAST_PORT = 65_532

function readPort(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (/^\d{1,5}$/.test(given) && Number(given) <= LAST_PORT) return Number(given)
  throw new Error(`--port ${given} is no port: it must be a whole number from 0 to ${LAST_PORT}`)
}

const isUsual = (url: string): boolean => {
  const port = Number(new URL(url).port)
  return port >= USUAL_PORT && port < USUAL_PORT + SERVICES.length
}

function readSetting(given: string): [key: string, value: string] {
  const [key = '', ...value] = given.split('=')
  if (value.length === 0) throw new Error(`-c ${given} is not KEY=VALUE`)
  return [key, value.join('=')]
}

/** Prints the steps of the start with the seconds since it began; resources in place where there is a terminal. */
function stepPrinter(): (step: Step) => void {
  const began = Date.now()
  const lines: { [K in Step['is']]: (step: Step & { is: K }) => string } = {
    synthesized: () => 'template synthesized, engines started',
    created: ({ count, of }) => `${count} of ${of} resources created`,
    ready: () => 'functions started',
  }
  return (step) => {
    const partly = step.is === 'created' && step.count < step.of
    if (partly && !process.stdout.isTTY) return
    const text = (lines[step.is] as (step: Step) => string)(step)
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5)
    process.stdout.write(
      `${process.stdout.isTTY ? '\r\x1b[K' : ''}  ${seconds} s  ${text}${partly ? '' : '\n'}`,
    )
  }
}

function welcome({ outputs, endpoints, bucketFolder, restored }: LocalCloud, logLevel: string): string {
  const { ApiUrl, BucketName } = outputs
  const folder = relative(process.cwd(), bucketFolder)
  const kept = restored === undefined ? '' : `, ${restored} digests in it`
  const aws = [
    `AWS_ACCESS_KEY_ID=${CREDENTIALS.accessKeyId} AWS_SECRET_ACCESS_KEY=${CREDENTIALS.secretAccessKey}`,
    `AWS_REGION=${REGION} AWS_ENDPOINT_URL=${endpoints.s3}`,
    `aws s3 cp FILE s3://${BucketName}/`,
  ].join(' ')
  return `
  Page    ${ApiUrl}
  API     ${ApiUrl}/v1/metrics
          curl '${ApiUrl}/v1/metrics/square-meters/trend?from=2020-01-01&to=2020-01-31&bucket=day'
  Bucket  ${BucketName} at ${endpoints.s3} (S3)
          kept in ${folder}${kept}
  Upload  npm run upload -- FILE…
          or drop a file into ${folder}: changing or deleting it there counts too
          or ${aws}
  Logs    ${logLevel} and above; LOG_LEVEL=DEBUG npm start tells everything
  Stop    Ctrl-C
`
}

async function uploadSamples({ outputs, endpoints }: LocalCloud): Promise<void> {
  const s3 = localS3(endpoints.s3)
  for (const name of (await readdir(SAMPLES)).sort()) {
    const Body = await readFile(join(SAMPLES, name))
    await s3.send(new PutObjectCommand({ Bucket: outputs.BucketName, Key: name, Body }))
  }
}

/** Ctrl-C once stops cleanly, twice at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      console.log('\n  stopping')
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      )
    })
  }
}

function fail(error: unknown): never {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

await main().catch(fail)
