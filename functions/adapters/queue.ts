import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'

export interface Queue<Message> {
  /** Sends every message, or throws. */
  sendAll(messages: readonly Message[]): Promise<void>
}

/** SendMessageBatch takes 10 messages at most. */
const BATCH_MESSAGES = 10

export function sqsQueue<Message>(url: string, client = new SQSClient()): Queue<Message> {
  return {
    async sendAll(messages) {
      for (let at = 0; at < messages.length; at += BATCH_MESSAGES) {
        const Entries = messages
          .slice(at, at + BATCH_MESSAGES)
          .map((message, n) => ({ Id: String(n), MessageBody: JSON.stringify(message) }))
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }))
        if (Failed.length > 0) {
          throw new Error(
            `${Failed.length} of ${Entries.length} messages were not sent: ${Failed[0]?.Message}`,
          )
        }
      }
    },
  }
}
