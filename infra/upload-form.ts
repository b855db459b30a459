import type { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPost } from '@aws-sdk/s3-presigned-post'
import { LIMITS } from '../shared/digest/limits.ts'

export interface UploadFormOptions {
  bucket: string
  /** What the keys of uploads must begin with. */
  prefix: string
  /** How long the form can be used. */
  seconds: number
}

/** S3 signs nothing for longer. */
export const LONGEST_SECONDS = 7 * 24 * 60 * 60

/**
 * The address and the fields of a form by which whoever has it may upload digests, for a while, under a prefix, of the
 * size of a digest at most; it can do what the caller of this function can, and nothing else.
 */
export function uploadForm(
  s3: S3Client,
  { bucket, prefix, seconds }: UploadFormOptions,
): Promise<PresignedPost> {
  return createPresignedPost(s3, {
    Bucket: bucket,
    // S3 puts the name of the uploaded file in its place.
    Key: `${prefix}\${filename}`,
    Conditions: [['content-length-range', 1, LIMITS.bytes]],
    Expires: seconds,
  })
}
