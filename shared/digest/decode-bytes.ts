/**
 * Decodes bytes in an encoding of the WHATWG standard.
 * @throws TypeError where they are not valid in it
 */
export function decodeBytes(encoding: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  if (decoder.encoding === 'utf-8') return decoder.decode(bytes)
  // Node 20.18.3 to 24 decode Windows-1252 as Latin-1 unless asked to stream (nodejs/node#56542).
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
