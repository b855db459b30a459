import { copyFile, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startLocalCloud } from './local-cloud.ts'

const USAGE = `npm start -- [--dir .local] [--port 8787] [--log-level DEBUG|INFO|WARN|ERROR]`

const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: '.local' },
    port: { type: 'string' },
    'log-level': { type: 'string' },
  },
})
const cloud = await startLocalCloud({
  folder: resolve(values.dir),
  port: Number(values.port ?? 8787),
  context: { logLevel: values['log-level'] ?? process.env.LOG_LEVEL ?? 'WARN' },
  progress: (step) => console.log(JSON.stringify(step)),
  log: (name, line) => console.log(`${name}: ${line}`),
  warn: (message) => console.warn(message),
})
console.log(cloud.outputs, cloud.endpoints, cloud.restored)
void [USAGE, copyFile, readdir, join, relative]
process.on('SIGINT', async () => {
  await cloud.close()
  process.exit(0)
})
