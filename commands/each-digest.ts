import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import './end-with-reader.ts'
import { parseDigest } from '../shared/digest/parse.ts'
import type { Digest } from '../shared/model/digest.ts'
import { DigestError } from '../shared/model/digest-error.ts'

/**
 * Reads the files that a command was given, each under the key that `npm run upload` gives it, its name. A file that
 * cannot be read, or is refused, is told of, and the others are read.
 * @param usage of the command, told where it was given no file
 * @returns the exit code: 0, 1 where a file was none, 2 without files
 */
export async function eachDigest(
  usage: string,
  read: (digest: Digest, path: string) => void,
): Promise<number> {
  const paths = process.argv.slice(2)
  if (paths.length === 0) {
    console.error(`Usage: ${usage}`)
    return 2
  }
  let code = 0
  for (const path of paths) {
    try {
      const lastModified = (await stat(path)).mtime.toISOString()
      const digest = await parseDigest(await readFile(path), { key: basename(path), lastModified })
      if (digest.dateSource === 'object') console.error(warningOf(path, digest))
      read(digest, path)
    } catch (error) {
      if (!isAboutTheFile(error)) throw error
      code = 1
      console.error(`${path}: ${error.message}`)
    }
  }
  return code
}

/** A day that nobody stated is one on which all of the figures may be wrong. */
const warningOf = (path: string, { date }: Digest): string =>
  `${path}: no day was found in the document or its name; it stands at the file's, ${date}. Name it ${date}-… or state a date.`

/** A refused document, or a file that cannot be read; anything else is a fault of ours and shows its stack. */
const isAboutTheFile = (error: unknown): error is Error =>
  error instanceof DigestError || (error instanceof Error && 'syscall' in error)
