import { unreadWords } from '../shared/model/digest.ts'
import { eachDigest } from './each-digest.ts'

/** `npm run -s parse -- FILE [FILE…]`: each file's digest as one JSON document. */
process.exitCode = await eachDigest('npm run -s parse -- FILE [FILE…]', (digest, path) => {
  const unread = unreadWords(digest)
  if (unread !== undefined) console.error(`${path}: ${unread}`)
  console.log(JSON.stringify(digest, null, 2))
})
