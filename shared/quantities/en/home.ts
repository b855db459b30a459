/** A currency that shares its short name or sign with others, and the words that show whose is meant. */
interface Shared {
  code: string
  home: RegExp
}

/** By the currency that news means without a country, those that the words of a line put in its place. */
const SHARED: Readonly<Record<string, readonly Shared[]>> = {
  MXN: [
    { code: 'ARS', home: /\bArgentin|\bBuenos Aires/ },
    { code: 'CLP', home: /\bChile/ },
    { code: 'COP', home: /\bColombia|\bBogot/ },
    { code: 'PHP', home: /\bPhilippine|\bFilipin|\bManila/ },
    { code: 'UYU', home: /\bUrugua/ },
    { code: 'DOP', home: /\bDominican/ },
    { code: 'CUP', home: /\bCuba/ },
  ],
  GBP: [
    { code: 'EGP', home: /\bEgypt|\bCairo/ },
    { code: 'LBP', home: /\bLeban|\bBeirut/ },
    { code: 'SYP', home: /\bSyria|\bDamascus/ },
    { code: 'SDG', home: /\bSudan|\bKhartoum/ },
  ],
  INR: [
    { code: 'PKR', home: /\bPakistan|\bIslamabad|\bKarachi|\bLahore|\bPunjab Assembly/ },
    { code: 'LKR', home: /\bSri Lanka|\bColombo\b/ },
    { code: 'NPR', home: /\bNepal|\bKathmandu/ },
    { code: 'MUR', home: /\bMauriti/ },
  ],
  DKK: [{ code: 'NOK', home: /\bNorw|\bOslo/ }],
  SEK: [{ code: 'ISK', home: /\bIceland|\bReykjav/ }],
  CHF: [
    { code: 'RWF', home: /\bRwanda|\bKigali/ },
    { code: 'XOF', home: /\bSenegal|\bIvory Coast|\bIvorian|\bMali\b|\bBurkina|\bBenin|\bTogo/ },
    { code: 'XAF', home: /\bCameroon|\bGabon|\bChad\b/ },
    { code: 'CDF', home: /\bCongo|\bKinshasa/ },
  ],
  AED: [{ code: 'MAD', home: /\bMorocc|\bCasablanca/ }],
  IRR: [
    { code: 'OMR', home: /\bOman|\bMuscat/ },
    { code: 'YER', home: /\bYemen/ },
  ],
  SAR: [{ code: 'QAR', home: /\bQatar|\bDoha/ }],
  RUB: [{ code: 'BYN', home: /\bBelarus|\bMinsk/ }],
  KRW: [{ code: 'KPW', home: /\bNorth Korea|\bPyongyang/ }],
  RON: [{ code: 'MDL', home: /\bMoldova/ }],
}

/** Names that no country has to itself, and the currencies that they may be of. */
const HOMELESS: Readonly<Record<string, readonly Shared[]>> = {
  shilling: [
    { code: 'KES', home: /\bKenya|\bNairobi/ },
    { code: 'UGX', home: /\bUganda|\bKampala/ },
    { code: 'TZS', home: /\bTanzania|\bDar es Salaam/ },
    { code: 'SOS', home: /\bSomali|\bMogadishu/ },
  ],
  dinar: [
    { code: 'KWD', home: /\bKuwait/ },
    { code: 'IQD', home: /\bIraq|\bBaghdad/ },
    { code: 'JOD', home: /\bJordan|\bAmman/ },
    { code: 'BHD', home: /\bBahrain/ },
    { code: 'DZD', home: /\bAlgeri|\bAlgiers/ },
    { code: 'TND', home: /\bTunisi?/ },
    { code: 'LYD', home: /\bLibya|\bTripoli/ },
    { code: 'RSD', home: /\bSerbia|\bBelgrade/ },
  ],
  kwacha: [
    { code: 'ZMW', home: /\bZambia|\bLusaka/ },
    { code: 'MWK', home: /\bMalawi|\bLilongwe/ },
  ],
  manat: [
    { code: 'AZN', home: /\bAzer|\bBaku\b/ },
    { code: 'TMT', home: /\bTurkmen/ },
  ],
}

/** The line asked about last, and what its words show: a text has many such names. */
let last = { text: '', from: 0, to: 0, shown: new Map<RegExp, boolean>() }

/** The words of the line around `at` match. */
export function isAtHome(text: string, at: number, home: RegExp): boolean {
  if (last.text !== text || at < last.from || at >= last.to) {
    const end = text.indexOf('\n', at)
    last = {
      text,
      from: text.lastIndexOf('\n', at) + 1,
      to: end < 0 ? text.length : end,
      shown: new Map(),
    }
  }
  const shown = last.shown.get(home) ?? home.test(text.slice(last.from, last.to))
  last.shown.set(home, shown)
  return shown
}

/** The currency that a short name or sign at `at` means there, where alone it means `code`. */
export const currencyAtHome = (text: string, at: number, code: string): string =>
  SHARED[code]?.find(({ home }) => isAtHome(text, at, home))?.code ?? code

/** The currency of a name that no country has to itself ("shillings") at `at`, or null. */
export const homelessCurrency = (text: string, at: number, name: string): string | null =>
  HOMELESS[name.replace(/s$/, '')]?.find(({ home }) => isAtHome(text, at, home))?.code ?? null
