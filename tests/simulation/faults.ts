/** Everything that can go wrong in a run, and how often at most: a share of the steps that it can befall. */
export const FAULTS = {
  // What can befall a call of a function to S3, SQS or DynamoDB.
  'crash before': { rate: 0.02, what: 'the function ends; the call never arrives' },
  'crash after': { rate: 0.02, what: 'the function ends; the call is carried out' },
  'lost response': { rate: 0.02, what: 'the call is carried out; the function sees an error' },
  'sent twice': { rate: 0.03, what: 'the call is carried out, and by a retry of the SDK once more, later' },
  throttled: { rate: 0.03, what: 'the call is refused; the function sees an error' },
  partial: { rate: 0.1, what: 'of a batch only a part is carried out; the function sees an error' },
  freeze: {
    rate: 0.03,
    what: 'the function stands still: for a while, past the visibility timeout, or until all else is done',
  },
  // What can befall a message or an event of the bucket.
  'delivered twice': { rate: 0.1, what: 'a message goes to two functions at once' },
  'not acknowledged': { rate: 0.05, what: 'a message that was handled comes again' },
  'notified twice': { rate: 0.2, what: 'the bucket tells of a change twice' },
  'never notified': {
    rate: 0.05,
    what: 'the bucket does not tell of a change: the reconciler has to find it',
  },
  'no sequencer': { rate: 0.1, what: 'the bucket tells of a change, but not in which order' },
} as const satisfies Record<string, { rate: number; what: string }>

export type Fault = keyof typeof FAULTS

/** Those that befall a call, in the order in which a draw tries them. */
export const CALL_FAULTS = [
  'freeze',
  'crash before',
  'crash after',
  'lost response',
  'sent twice',
  'throttled',
  'partial',
] as const satisfies readonly Fault[]

export type CallFault = (typeof CALL_FAULTS)[number]

/** Which fault befalls a call, and for how long one that freezes. */
export interface Mischief {
  onCall(parts: number): CallFault | undefined
  /** Milliseconds */
  freezeFor(): number
  /** How many of a batch's parts are carried out where only some are. */
  partsDone(parts: number): number
  deliverTwice(): boolean
  loseAcknowledgement(): boolean
}

export const NO_MISCHIEF: Mischief = {
  onCall: () => undefined,
  freezeFor: () => 0,
  partsDone: () => 0,
  deliverTwice: () => false,
  loseAcknowledgement: () => false,
}
