import { setTimeout as pause } from 'node:timers/promises'
import type { CallFault } from './faults.ts'
import {
  type Answer,
  answerOf,
  type Call,
  type Content,
  contentOf,
  type Service,
  withContent,
} from './wire.ts'

/** A call that is late arrives 1, 2, 4, … ms later. */
const LATE = 10

interface Means {
  /** Has the engine carry a call out. */
  carryOut(call: Call): Promise<Answer>
  choose(below: number): number
}

/** What becomes of a call that a fault befalls; undefined where the connection is to end without an answer. */
export const FAULTY: Record<CallFault, (call: Call, means: Means) => Promise<Answer | undefined>> = {
  throttled: async ({ service }) => REFUSALS[service].throttled,
  failed: async ({ service }) => REFUSALS[service].failed,
  async 'lost response'(call, { carryOut }) {
    await carryOut(call)
    return undefined
  },
  async late(call, { carryOut, choose }) {
    await pause(2 ** choose(LATE))
    return carryOut(call)
  },
  async partly(call, { carryOut, choose }) {
    const batch = BATCHES[call.operation] as Batch
    const whole = contentOf(call)
    const parts = batch.parts(whole)
    const done = choose(parts.length)
    if (done > 0) await carryOut(withContent(call, batch.of(whole, parts.slice(0, done))))
    return answerOf(200, batch.undone(whole, parts.slice(done)))
  },
}

/** How a batch is taken apart. */
interface Batch {
  parts(whole: Content): Content[]
  /** A batch of some parts only. */
  of(whole: Content, parts: Content[]): Content
  /** The answer that these parts were not carried out. */
  undone(whole: Content, parts: Content[]): Content
}

const tableIn = ({ RequestItems }: Content): string => Object.keys(RequestItems)[0] ?? ''

const BATCHES: Record<string, Batch> = {
  BatchWriteItem: {
    parts: (whole) => whole.RequestItems[tableIn(whole)],
    of: (whole, parts) => ({ RequestItems: { [tableIn(whole)]: parts } }),
    undone: (whole, parts) => ({ UnprocessedItems: { [tableIn(whole)]: parts } }),
  },
  SendMessageBatch: {
    parts: ({ Entries }) => Entries,
    of: (whole, parts) => ({ ...whole, Entries: parts }),
    undone: (_whole, parts) => ({
      Successful: [],
      Failed: parts.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    }),
  },
}

/** Whether there can be a part of what is asked for. */
export const isBatch = (operation: string): boolean => operation in BATCHES

const jsonError = (status: number, type: string) =>
  answerOf(status, { __type: type, message: 'Made up by the soak' })
const xmlError = (status: number, code: string) =>
  answerOf(status, `<Error><Code>${code}</Code><Message>Made up by the soak</Message></Error>`)

/** As the services say that they will not, for now. */
const REFUSALS: Record<Service, Record<'throttled' | 'failed', Answer>> = {
  dynamodb: {
    throttled: jsonError(400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException'),
    failed: jsonError(500, 'com.amazonaws.dynamodb.v20120810#InternalServerError'),
  },
  sqs: {
    throttled: jsonError(400, 'com.amazonaws.sqs#RequestThrottled'),
    failed: jsonError(500, 'com.amazonaws.sqs#InternalError'),
  },
  s3: { throttled: xmlError(503, 'SlowDown'), failed: xmlError(500, 'InternalError') },
}
