/** Signs that stand before the amount, the longest first where one ends another. */
export const CURRENCY_SIGNS = {
  us$: 'USD',
  hk$: 'HKD',
  a$: 'AUD',
  c$: 'CAD',
  s$: 'SGD',
  nz$: 'NZD',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  '₹': 'INR',
  '₩': 'KRW',
} as const

/** Names and codes that stand behind the amount: ISO 4217 → spellings in lower case. */
export const CURRENCY_NAMES = {
  CNY: ['yuan', 'renminbi', 'rmb', 'cny', 'chinese yuan'],
  USD: ['dollars', 'dollar', 'us dollars', 'usd', 'u.s. dollars'],
  HKD: ['hong kong dollars', 'hkd'],
  AUD: ['australian dollars', 'aud'],
  CAD: ['canadian dollars', 'cad'],
  SGD: ['singapore dollars', 'sgd'],
  EUR: ['euros', 'euro', 'eur'],
  JPY: ['yen', 'japanese yen', 'jpy'],
  GBP: ['pounds', 'pound', 'gbp', 'pounds sterling'],
  KRW: ['won', 'krw'],
  INR: ['rupees', 'rupee', 'inr'],
} as const satisfies Record<string, readonly string[]>
