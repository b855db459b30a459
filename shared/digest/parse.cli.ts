import { readFile, stat } from 'node:fs/promises'
import '../end-with-reader.ts'
import { DigestError } from '../errors.ts'
import { parseDigest } from './parse-digest.ts'

/** Prints each file's digest as one JSON document; the key is the path as given. */
async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    console.error('Usage: npm run -s parse -- FILE [FILE…]')
    return 2
  }
  let refused = 0
  for (const path of paths) {
    try {
      const lastModified = (await stat(path)).mtime.toISOString()
      console.log(
        JSON.stringify(await parseDigest(await readFile(path), { key: path, lastModified }), null, 2),
      )
    } catch (error) {
      if (!isAboutTheFile(error)) throw error
      refused++
      console.error(`${path}: ${error.message}`)
    }
  }
  return refused > 0 ? 1 : 0
}

/** A refused document, or a file that cannot be read; anything else is a fault of ours and shows its stack. */
function isAboutTheFile(error: unknown): error is Error {
  return error instanceof DigestError || (error instanceof Error && 'syscall' in error)
}

process.exitCode = await main(process.argv.slice(2))
