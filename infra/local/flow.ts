/** The queues before the stages, in their order, by the beginning of the names of the stack's outputs. */
export const QUEUES = ['DigestEvents', 'DigestParsed', 'SeriesChanged'] as const

/** What knows the queues of a stack. */
export interface Flow {
  /** The outputs of the stack. */
  outputs: Record<string, string>
  /** Messages that wait or are worked on, by the name of their queue. */
  pending(): Promise<ReadonlyMap<string, number>>
}

/** Messages before each stage, and those that were given up. */
export async function flowOf({ outputs, pending }: Flow) {
  const counts = await pending()
  const count = (output: string) => {
    const url = outputs[output] ?? ''
    const messages = counts.get(url.slice(url.lastIndexOf('/') + 1))
    if (messages === undefined) throw new Error(`There is no queue ${output}`)
    return messages
  }
  const [parsing = 0, extracting = 0, rollingUp = 0] = QUEUES.map((queue) => count(`${queue}QueueUrl`))
  const dead = QUEUES.map((queue) => count(`${queue}DlqUrl`)).reduce((a, b) => a + b)
  return { parsing, extracting, rollingUp, waiting: parsing + extracting + rollingUp, dead }
}
