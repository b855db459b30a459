import { createHash } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import { digestId } from '../../shared/digest/digest-id.ts'
import { bundleDashboard, type DashboardFile, pathOf, SECURITY_HEADERS } from '../dashboard-bundle.ts'
import { type Answer, message } from './gateway-answer.ts'

/** Where the page uploads, by PUT of `<UPLOADS><key>`; it stands in the local cloud only. */
const UPLOADS = '/local/digests/'

/** Stores an object in the bucket. @returns its ETag, without quotes */
export type Store = (key: string, bytes: Buffer) => string

export interface LocalPages {
  /** @returns undefined for what is no page of the local cloud */
  answer(request: PageRequest): Answer | undefined
}

interface PageRequest {
  method: string
  /** Percent-decoded. */
  path: string
  headers: PageHeaders
  body: Buffer
}

type PageHeaders = Readonly<Record<string, string | string[] | undefined>>

/** The dashboard at `/`, and the uploads that it sends. */
export function localPages(store: Store): LocalPages {
  const pages = new Map(bundleDashboard(UPLOADS).map((file) => [pathOf(file), prepared(file)]))
  return {
    answer({ method, path, headers, body }) {
      if (method === 'PUT' && path.startsWith(UPLOADS)) return upload(path.slice(UPLOADS.length), body, store)
      const page = method === 'GET' || method === 'HEAD' ? pages.get(path) : undefined
      return page && pageAnswer(page, headers)
    },
  }
}

interface Prepared extends DashboardFile {
  etag: string
  brotli: Buffer
}

const prepared = (file: DashboardFile): Prepared => ({
  ...file,
  etag: `"${createHash('sha256').update(file.contents).digest('base64url').slice(0, 22)}"`,
  brotli: brotliCompressSync(file.contents),
})

function pageAnswer({ type, cacheControl, contents, etag, brotli }: Prepared, headers: PageHeaders): Answer {
  const isBrotli = /\bbr\b/.test(String(headers['accept-encoding'] ?? ''))
  const isKnown = headers['if-none-match'] === etag
  return {
    statusCode: isKnown ? 304 : 200,
    headers: {
      'content-type': type,
      ...SECURITY_HEADERS,
      'cache-control': cacheControl,
      vary: 'accept-encoding',
      etag,
      ...(isBrotli && { 'content-encoding': 'br' }),
    },
    cookies: [],
    body: isKnown ? '' : (isBrotli ? brotli : contents).toString('base64'),
    isBase64Encoded: true,
  }
}

function upload(key: string, bytes: Buffer, store: Store): Answer {
  if (key === '') return message(400, `The address of an upload is ${UPLOADS} and the key`)
  const stored = { id: digestId(key), etag: store(key, bytes) }
  return { ...message(201, 'Created'), body: JSON.stringify(stored) }
}
