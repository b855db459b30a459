import type { Tokens } from '../tokens.ts'
import { isAtHome } from './home.ts'
import { DIGIT_SCALES, SCALES } from './number-words.ts'

/** A capital right before digits as the sign of a currency, and the words that show whose it is. */
interface LetterSign {
  code: string
  home: RegExp
  /** Without those words it counts where the number looks like money: "R2.5bn". */
  isKnown?: true
}

const LETTERS: Readonly<Record<string, readonly LetterSign[]>> = {
  R: [
    {
      code: 'ZAR',
      home: /\b(?:rands?|South Africa\w*|Eskom|Johannesburg|Cape Town|R[\d., ]*\d ?-?(?:m|bn|[bt]rillion|billion|million))\b/,
      isKnown: true,
    },
  ],
  N: [{ code: 'NGN', home: /\b(?:nairas?|Nigeria\w*|Lagos|Abuja)\b/, isKnown: true }],
  P: [
    { code: 'BWP', home: /\b(?:pulas?|Botswana|Gaborone)\b/ },
    { code: 'PHP', home: /\b(?:pesos?|Philippines?|Filipinos?|Manila|Philippine)\b/, isKnown: true },
  ],
  K: [
    { code: 'ZMW', home: /\b(?:Zambia\w*|Lusaka)\b/ },
    { code: 'PGK', home: /\b(?:kinas?|Papua New Guinea\w*|Port Moresby)\b/ },
    { code: 'MWK', home: /\b(?:Malawi\w*|Lilongwe|Blantyre)\b/ },
    { code: 'MMK', home: /\b(?:kyats?|Myanmar|Yangon)\b/ },
  ],
  Q: [{ code: 'GTQ', home: /\b(?:quetzal\w*|Guatemala\w*)\b/ }],
  L: [{ code: 'HNL', home: /\b(?:lempiras?|Hondura\w*)\b/ }],
}

/** The currency of the capital at token `sign`, right before the number at token `i`. */
export function letterSignAt(tokens: Tokens, sign: number, i: number): string | null {
  const signs = LETTERS[tokens.raw(sign)]
  if (signs === undefined || !tokens.touches(i)) return null
  const known =
    signs.find((each) => isAtHome(tokens.text, tokens.start(i), each.home)) ??
    signs.find(({ isKnown }) => isKnown && looksLikeMoney(tokens, i))
  return known?.code ?? null
}

/** Digits with groups, decimals or a scale. */
export function looksLikeMoney(tokens: Tokens, i: number): boolean {
  const behind = tokens.word(tokens.isMark(i + 1, '-') ? i + 2 : i + 1)
  return /[.,]/.test(tokens.word(i)) || SCALES.has(behind) || DIGIT_SCALES.has(behind)
}
