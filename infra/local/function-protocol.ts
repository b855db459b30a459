/** What the local cloud and the process of a function say to each other. */

export interface Invocation {
  id: number
  event: unknown
  /** Milliseconds since 1970 at which the function is stopped. */
  deadline: number
}

/** Where the process finds its handler, as arguments of its command line. */
export interface HandlerPlace {
  /** Folder of the deployed bundle. */
  folder: string
  /** As in the template: `index.handler`. */
  handler: string
}

export type Reply =
  /** The handler is loaded. */
  | { is: 'ready' }
  | { is: 'result'; id: number; result: unknown }
  | { is: 'error'; id: number; error: FunctionFailure }

/** The function asks AWS for something. */
export interface Call {
  is: 'call'
  /** `GetItem`, `SendMessageBatch`, `GetObject`, … */
  operation: string
}

export interface FunctionFailure {
  name: string
  message: string
  stack?: string
}
