/** An upload that can never become a digest, whatever is retried: its message names what is wrong and what is accepted. */
export class DigestError extends Error {
  override readonly name = 'DigestError'
  readonly reason: DigestErrorReason

  constructor(reason: DigestErrorReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

/** Why a digest is refused, in stable words for logs and counters. */
export const DIGEST_ERROR_REASONS = [
  'empty',
  'binary',
  'encoding',
  'format',
  'too-large',
  'too-many-items',
  'too-many-links',
  'item-too-long',
  'line-too-long',
  'too-deep',
  'key',
  'corrections',
] as const

export type DigestErrorReason = (typeof DIGEST_ERROR_REASONS)[number]
