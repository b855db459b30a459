/** The order of keys: that of their bytes in UTF-8, which UTF-16 has another for characters past the first plane. */
export const byBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other))
