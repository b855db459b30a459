import { createInterface } from 'node:readline'

/** The lines of standard input, each a JSON object with "text" and perhaps the "date" that days in it are told from. */
export async function* jsonLines(): AsyncGenerator<{ text: string; date?: string }> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin })) {
    number++
    if (line.trim()) yield read(line, number)
  }
}

/** Ends the process with exit code 1 where the line is no such object. */
function read(line: string, number: number): { text: string; date?: string } {
  try {
    const { text, date } = JSON.parse(line)
    if (typeof text === 'string' && (date === undefined || typeof date === 'string')) return { text, date }
  } catch {
    // Said below: the line number helps more than the parser's words.
  }
  console.error(`line ${number}: expected a JSON object with "text"`)
  process.exit(1)
}
