/** What a problem tells beside its text, for programs. */
export interface ProblemMembers {
  /** The parameter that is wrong, if one is. */
  parameter?: string
  /** What the parameter may be. */
  accepted?: string
}

const TITLES = { 400: 'Bad Request', 404: 'Not Found', 500: 'Internal Server Error' } as const

/** An answer that is not the one asked for, as RFC 9457 describes it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** HTTP status code. */
  readonly status: keyof typeof TITLES
  readonly parameter?: string
  readonly accepted?: string

  constructor(status: keyof typeof TITLES, detail: string, more: ProblemMembers & ErrorOptions = {}) {
    super(detail, more)
    this.status = status
    this.parameter = more.parameter
    this.accepted = more.accepted
  }

  toJSON() {
    const { status, message: detail, parameter, accepted } = this
    return { type: 'about:blank', status, title: TITLES[status], detail, parameter, accepted }
  }
}

export const badParameter = (parameter: string, detail: string, accepted?: string): Problem =>
  new Problem(400, detail, { parameter, accepted })

export const notFound = (detail: string, members?: ProblemMembers): Problem =>
  new Problem(404, detail, members)
