import { printable } from './printable.ts'

/** Keys of a structured log line that say nothing on one machine, or are said already. */
const LEFT_OUT = new Set([
  'level',
  'message',
  'timestamp',
  'service',
  'sampling_rate',
  'cold_start',
  'function_arn',
  'function_memory_size',
  'function_name',
  'function_request_id',
  'xray_trace_id',
])

/** A line that a function wrote, as a person reads it: a structured one in words, any other as it is. */
export const readableLine = (functionName: string, line: string): string =>
  printable(inWords(functionName, line))

function inWords(functionName: string, line: string): string {
  const entry = parsed(line)
  if (entry === undefined) return `      ${functionName}: ${line}`
  const details = Object.entries(entry)
    .filter(([key]) => !LEFT_OUT.has(key))
    .map(([key, value]) => `${key}=${shown(value)}`)
  return [`${String(entry.level).padEnd(5)} ${functionName}: ${entry.message}`, ...details].join(' ')
}

function parsed(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const entry: unknown = JSON.parse(line)
    const structured = typeof entry === 'object' && entry !== null && 'level' in entry && 'message' in entry
    return structured ? (entry as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const { name, message } = value as { name?: unknown; message?: unknown }
  return message === undefined ? JSON.stringify(value) : `${name}: ${message}`
}
