/**
 * A condition on the row that a write would replace, as data: it holds when every comparison of any one clause holds.
 * Adapters turn it into a DynamoDB condition expression.
 */
export type Condition = readonly Clause[]
export type Clause = readonly Comparison[]
export type Comparison =
  | { readonly attribute: string; readonly is: 'absent' }
  | { readonly attribute: string; readonly is: '=' | '<='; readonly value: string | number }

export const ABSENT: Clause = [{ attribute: 'pk', is: 'absent' }]

export function equals(attribute: string, value: string | number): Comparison {
  return { attribute, is: '=', value }
}

export function atMost(attribute: string, value: string | number): Comparison {
  return { attribute, is: '<=', value }
}
