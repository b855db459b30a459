import type { ObjectStore } from '../object-store.ts'
import type { Body } from './body.ts'
import type { Fields } from './checksum.ts'
import type { MultipartUploads } from './multipart.ts'

/** One request to S3. */
export interface Call {
  bucket: string
  key: string
  query: URLSearchParams
  /** Headers by lower-case name, and what a presigned address says instead of them. */
  fields: Fields
  /** What the request holds; to be read once. */
  body(): Promise<Body>
  store: ObjectStore
  uploads: MultipartUploads
}

export interface S3Answer {
  status: number
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
}

export interface Operation {
  name: string
  method: string
  /** What its address names. */
  at: 'service' | 'bucket' | 'object'
  /** Query parameters that make it this operation. */
  needs?: readonly string[]
  /** Others that it obeys. */
  takes?: readonly string[]
  /** A header that makes it this operation. */
  when?(fields: Fields): boolean
  run(call: Call): S3Answer | Promise<S3Answer>
}

export const xmlAnswer = (body: string, status = 200): S3Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body,
})
