/** `npm run redrive`: sends the dead letters of a queue again, once their cause is mended. */
import { parseArgs } from 'node:util'
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { localSqs } from './local/clients.ts'
import { readEndpoints } from './local/endpoints.ts'
import { QUEUES } from './local/flow.ts'

const USAGE = `npm run redrive -- [--dir FOLDER] [${QUEUES.join('|')}…] | --from URL --to URL
  --dir   that of npm start (default .local); all queues unless some are named
  --from  the dead-letter queue of a deployed stack, as its outputs name it: DigestEventsDlqUrl
  --to    the queue that the letters came from: DigestEventsQueueUrl`

interface Move {
  name: string
  from: string
  to: string
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string', default: '.local' },
      from: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(USAGE)
  const { from, to } = values
  if ((from === undefined) !== (to === undefined)) throw new Error(`--from and --to go together\n${USAGE}`)
  if (from !== undefined && to !== undefined) return redrive({ name: from, from, to }, new SQSClient())
  const endpoints = await readEndpoints(values.dir)
  if (endpoints === undefined)
    throw new Error('No local cloud runs on this folder: npm start first, or name --from and --to')
  const sqs = localSqs(endpoints.sqs)
  for (const name of positionals.length === 0 ? QUEUES : positionals) {
    const { [`${name}DlqUrl`]: dead, [`${name}QueueUrl`]: queue } = endpoints.outputs
    if (dead === undefined || queue === undefined) throw new Error(`There is no queue ${name}\n${USAGE}`)
    await redrive({ name, from: dead, to: queue }, sqs)
  }
}

/** Each letter is deleted only when it was sent: one may come twice, which changes nothing, and none is lost. */
async function redrive({ name, from, to }: Move, sqs: SQSClient): Promise<void> {
  for (let count = 0; ; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
    )
    if (Messages.length === 0) return console.log(`${name}: ${count} dead letters sent again`)
    for (const { Body, ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: Body }))
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }))
      count++
    }
  }
}

await main().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
