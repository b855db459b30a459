/** An answer that is not the one asked for, as RFC 9457 describes it. */
export class Problem extends Error {
  override readonly name = 'Problem'
  /** HTTP status code. */
  readonly status: number
  readonly title: string
  /** The parameter that is wrong, if one is. */
  readonly parameter?: string

  constructor(
    status: number,
    title: string,
    detail: string,
    more: ErrorOptions & { parameter?: string } = {},
  ) {
    super(detail, more)
    this.status = status
    this.title = title
    this.parameter = more.parameter
  }

  toJSON() {
    const { status, title, message: detail, parameter } = this
    return { type: 'about:blank', status, title, detail, parameter }
  }
}

export const badParameter = (parameter: string, detail: string): Problem =>
  new Problem(400, 'Bad parameter', detail, { parameter })

export const notFound = (detail: string): Problem => new Problem(404, 'Not found', detail)
