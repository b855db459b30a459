/** `npm run upload-form`: prints a form by which somebody without permissions may upload for a while. */
import { parseArgs } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { LONGEST_SECONDS, uploadForm } from './upload-form.ts'

const USAGE = `npm run upload-form -- --bucket NAME --prefix PREFIX [--minutes N]
  --bucket   the output BucketName of the stack
  --prefix   what the keys of uploads must begin with
  --minutes  how long the form can be used (default 15, at most ${LONGEST_SECONDS / 60})`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      bucket: { type: 'string' },
      prefix: { type: 'string' },
      minutes: { type: 'string', default: '15' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(USAGE)
  const { bucket, prefix } = values
  const seconds = Number(values.minutes) * 60
  if (!bucket || !prefix || !(seconds >= 60 && seconds <= LONGEST_SECONDS)) throw new Error(USAGE)
  const { url, fields } = await uploadForm(new S3Client(), { bucket, prefix, seconds })
  const given = Object.entries(fields).map(([name, value]) => `-F ${quoted(`${name}=${value}`)}`)
  console.log(['curl', ...given, '-F file=@FILE', url].join(' '))
}

/** As one word of a shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
