/** Size of a row as DynamoDB counts it ("DynamoDB item sizes and formats", Amazon DynamoDB Developer Guide). */
export function rowBytes(row: object): number {
  return Object.entries(row).reduce(
    (sum, [name, value]) => (value === undefined ? sum : sum + Buffer.byteLength(name) + valueBytes(value)),
    0,
  )
}

function valueBytes(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return Buffer.byteLength(value)
    case 'number':
      return 1 + Math.ceil(String(Math.abs(value)).replace('.', '').length / 2)
    case 'object':
      if (value === null) return 1
      if (Array.isArray(value)) return value.reduce((sum, one) => sum + 1 + valueBytes(one), 3)
      return Object.values(value).reduce((sum) => sum + 1, 3 + rowBytes(value))
    default:
      return 1
  }
}
