import type { LocalCloud } from './local-cloud.ts'

/** The queues before the stages, in their order, by the beginning of the names of the stack's outputs. */
export const QUEUES = ['DigestEvents', 'DigestParsed', 'SeriesChanged'] as const

/** Messages before each stage, and those that were given up. */
export function flowOf({ outputs, pending }: Pick<LocalCloud, 'outputs' | 'pending'>) {
  const count = (output: string) => pending(outputs[output] ?? '')
  const [parsing = 0, extracting = 0, rollingUp = 0] = QUEUES.map((queue) => count(`${queue}QueueUrl`))
  const dead = QUEUES.map((queue) => count(`${queue}DlqUrl`)).reduce((a, b) => a + b)
  return { parsing, extracting, rollingUp, waiting: parsing + extracting + rollingUp, dead }
}
