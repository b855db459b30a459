/** A currency: ISO 4217 code (or a plain name where it has none), and how it is written. */
interface Row {
  code: string
  /** Names in lower case, singular and plural. */
  names: readonly string[]
  /** Signs and abbreviations that stand before the amount, in lower case. */
  signs?: readonly string[]
}

const plurals = (...names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}s`])

/** Currencies; names that several countries share belong to the one that news mean by them without a country. */
const CURRENCIES: readonly Row[] = [
  {
    code: 'USD',
    names: [
      ...plurals(
        'dollar',
        'us dollar',
        'u.s. dollar',
        'u.s dollar',
        'american dollar',
        'united states dollar',
      ),
      'buck',
      'bucks',
      'usd',
      'us$',
      '$',
    ],
    signs: ['$', 'us$', 'u.s.$', 'u.s$', 'usd$', '$us', '＄'],
  },
  { code: 'AUD', names: plurals('australian dollar', 'aussie dollar'), signs: ['a$', 'au$', 'aud$', '$a'] },
  { code: 'CAD', names: plurals('canadian dollar'), signs: ['c$', 'ca$', 'can$', 'cad$', '$c'] },
  { code: 'HKD', names: plurals('hong kong dollar', 'hk dollar'), signs: ['hk$', 'hkd$'] },
  { code: 'NZD', names: plurals('new zealand dollar', 'nz dollar'), signs: ['nz$', 'nzd$'] },
  { code: 'SGD', names: plurals('singapore dollar', 'singaporean dollar'), signs: ['s$', 'sgd$'] },
  { code: 'TWD', names: plurals('taiwan dollar', 'new taiwan dollar'), signs: ['nt$', 'twd$'] },
  {
    code: 'CNY',
    names: ['yuan', 'chinese yuan', 'renminbi', 'rmb', 'yuan renminbi', 'yuan rmb'],
    signs: ['rmb', 'cn¥', 'cny¥'],
  },
  { code: 'JPY', names: ['yen', 'japanese yen', '円'], signs: ['jp¥', 'y=', '¥'] },
  { code: 'EUR', names: [...plurals('euro'), '€'], signs: ['€', 'eu€'] },
  {
    code: 'GBP',
    names: ['pounds sterling', 'pound sterling', 'british pound', 'british pounds', 'sterling', '£'],
    signs: ['£', 'gb£', 'ps', 'stg£'],
  },
  { code: 'CHF', names: plurals('swiss franc', 'franc'), signs: ['sfr', 'fr.'] },
  { code: 'INR', names: plurals('rupee', 'indian rupee'), signs: ['₹', 'rs', 'rs.'] },
  { code: 'PKR', names: plurals('pakistani rupee') },
  { code: 'LKR', names: plurals('sri lankan rupee') },
  { code: 'KRW', names: ['won', 'south korean won', 'korean won'], signs: ['₩', 'krw₩'] },
  { code: 'RUB', names: plurals('ruble', 'rouble', 'russian ruble', 'russian rouble'), signs: ['₽'] },
  { code: 'BRL', names: [...plurals('brazilian real'), 'reais', 'brazilian reais'], signs: ['r$'] },
  { code: 'MXN', names: plurals('mexican peso', 'peso'), signs: ['mx$', 'mxn$'] },
  { code: 'ARS', names: plurals('argentine peso', 'argentinian peso') },
  { code: 'CLP', names: plurals('chilean peso') },
  { code: 'COP', names: plurals('colombian peso') },
  { code: 'PHP', names: plurals('philippine peso'), signs: ['₱'] },
  { code: 'MYR', names: plurals('ringgit', 'malaysian ringgit'), signs: ['rm'] },
  { code: 'THB', names: ['baht', 'thai baht'], signs: ['฿'] },
  { code: 'IDR', names: plurals('rupiah', 'indonesian rupiah'), signs: ['rp', 'rp.'] },
  { code: 'VND', names: ['dong', 'vietnamese dong'], signs: ['₫'] },
  {
    code: 'ILS',
    names: plurals('shekel', 'israeli shekel', 'new israeli shekel', 'nis'),
    signs: ['₪', 'nis'],
  },
  { code: 'TRY', names: ['lira', 'liras', 'turkish lira', 'turkish liras'], signs: ['₺'] },
  { code: 'SAR', names: plurals('riyal', 'saudi riyal') },
  { code: 'IRR', names: plurals('rial', 'iranian rial') },
  { code: 'AED', names: plurals('dirham', 'uae dirham'), signs: ['dh', 'dhs'] },
  { code: 'EGP', names: plurals('egyptian pound') },
  { code: 'ZAR', names: ['rand', 'south african rand'], signs: [] },
  { code: 'NGN', names: ['naira', 'nigerian naira', 'nairas'], signs: ['₦'] },
  { code: 'KES', names: plurals('kenyan shilling'), signs: ['ksh', 'kshs'] },
  { code: 'GHS', names: plurals('cedi', 'ghana cedi'), signs: ['gh₵', '₵'] },
  {
    code: 'SEK',
    names: ['swedish krona', 'swedish kronor', 'swedish crowns', 'swedish crown', 'kronor', 'krona'],
    signs: [],
  },
  { code: 'NOK', names: ['norwegian krone', 'norwegian kroner', 'norwegian crowns', 'norwegian crown'] },
  {
    code: 'DKK',
    names: ['danish krone', 'danish kroner', 'danish crowns', 'danish crown', 'kroner', 'krone'],
  },
  { code: 'ISK', names: ['icelandic krona', 'icelandic kronur'] },
  { code: 'CZK', names: ['czech crowns', 'czech crown', 'czech koruna', 'koruna'] },
  { code: 'PLN', names: ['zloty', 'zlotys', 'polish zloty', 'polish zlotys'] },
  { code: 'HUF', names: plurals('forint', 'hungarian forint') },
  { code: 'RON', names: ['lei', 'romanian lei', 'romanian leu'] },
  { code: 'UAH', names: plurals('hryvnia', 'ukrainian hryvnia'), signs: ['₴'] },
  { code: 'KZT', names: ['tenge', 'kazakh tenge'], signs: ['₸'] },
  { code: 'GEL', names: ['lari', 'georgian lari'], signs: ['₾'] },
  { code: 'HRK', names: plurals('kuna', 'croatian kuna') },
  { code: 'LAK', names: ['kip', 'lao kip'], signs: ['₭'] },
  { code: 'KHR', names: plurals('riel', 'cambodian riel'), signs: ['៛'] },
  { code: 'MMK', names: ['kyat', 'kyats', 'myanmar kyat'] },
  { code: 'BDT', names: ['taka', 'bangladeshi taka'], signs: ['৳'] },
  { code: 'NPR', names: plurals('nepali rupee', 'nepalese rupee') },
  { code: 'MNT', names: plurals('tugrik', 'mongolian tugrik'), signs: ['₮'] },
  {
    code: 'CRC',
    names: ['costa rican colon', 'costa rican colon', 'costa rican colones', 'colones'],
    signs: ['₡'],
  },
  { code: 'PEN', names: ['peruvian sol', 'peruvian soles'] },
  { code: 'VES', names: ['bolivars', 'bolivar', 'venezuelan bolivars'] },
  { code: 'DEM', names: plurals('german mark', 'deutsche mark', 'deutschmark', 'mark') },
  { code: 'FRF', names: plurals('french franc') },
  { code: 'ITL', names: ['italian lira', 'italian lire', 'lire'] },
  { code: 'ESP', names: plurals('peseta', 'spanish peseta') },
  { code: 'NLG', names: plurals('dutch guilder', 'guilder') },
  { code: 'FIM', names: ['finnish markka', 'markka'] },
  { code: 'BTC', names: plurals('bitcoin'), signs: ['₿'] },
  { code: 'ETH', names: ['ether', 'ethers'] },
  { code: 'satoshi', names: plurals('satoshi') },
  { code: 'cent', names: [...plurals('cent', 'us cent', 'u.s. cent'), '¢'] },
  { code: 'penny', names: ['pence', 'penny', 'pennies'] },
  { code: 'sen', names: ['sen'], signs: ['sen'] },
]

/** Names and codes in lower case → ISO 4217 code. */
export const CURRENCY_NAMES = new Map<string, string>()

/** Signs and abbreviations before an amount, in lower case → ISO 4217 code. */
export const CURRENCY_SIGNS = new Map<string, string>()

/** ISO 4217 codes in capitals that may stand before or behind an amount. */
export const CURRENCY_CODES = new Set<string>()

for (const { code, names, signs } of CURRENCIES) {
  for (const name of names) CURRENCY_NAMES.set(name, code)
  for (const sign of signs ?? []) {
    CURRENCY_SIGNS.set(sign, code)
    // A sign may stand behind its amount ("100 ₭"); letters there would be words.
    if (/^\p{Sc}$/u.test(sign) && !CURRENCY_NAMES.has(sign)) CURRENCY_NAMES.set(sign, code)
  }
  if (/^[A-Z]{3}$/.test(code)) CURRENCY_CODES.add(code)
}

/** A hundredth of a currency, by the currency it belongs to: "15 dollars and 50 cents". */
export const MINOR_UNITS: ReadonlyMap<string, string> = new Map([
  ['USD', 'cent'],
  ['EUR', 'cent'],
  ['AUD', 'cent'],
  ['CAD', 'cent'],
  ['GBP', 'penny'],
  ['MYR', 'sen'],
])

/** Countries that turn a bare dollar sign or "dollars" of theirs into their own: "$76 Canadian". */
export const DOLLARS_OF: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s', 'USD'],
  ['u.s.', 'USD'],
  ['usd', 'USD'],
  ['canadian', 'CAD'],
  ['cdn', 'CAD'],
  ['cad', 'CAD'],
  ['australian', 'AUD'],
  ['aud', 'AUD'],
])
