/** What a function returns in payload format 2.0, its defaults filled in. */
export interface Answer {
  statusCode: number
  headers: Record<string, string>
  cookies: string[]
  body: string
  isBase64Encoded: boolean
}

export const message = (statusCode: number, text: string): Answer => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: JSON.stringify({ message: text }),
  isBase64Encoded: false,
})
