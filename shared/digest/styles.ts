/** The declarations of a style that are looked at, by lower-case property; the later of two counts, as in CSS. */
export type Style = ReadonlyMap<string, string>

/** A style attribute or a rule is looked at no further. */
const STYLE_LENGTH = 2_000

const NO_STYLE: Style = new Map()

export function readStyle(declarations: string): Style {
  if (declarations === '') return NO_STYLE
  const style = new Map<string, string>()
  for (const declaration of declarations.slice(0, STYLE_LENGTH).split(';')) {
    const colon = declaration.indexOf(':')
    if (colon === -1) continue
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s{0,5}important/i, '')
      .trim()
    style.set(declaration.slice(0, colon).trim().toLowerCase(), value.toLowerCase())
  }
  return style
}

/** A length in pixels, an `em` taken for 16 and a percentage for as many; null for what is none. */
function pixels(value: string | undefined): number | null {
  const [, digits = '', unit = ''] =
    /^(-?\d{0,6}(?:\.\d{1,6})?)(px|r?em|pt|ex|ch|vw|vh|%)?$/.exec(value ?? '') ?? []
  if (!/\d/.test(digits)) return null
  return Number(digits) * (/em$/.test(unit) ? 16 : 1)
}

const isNothing = (value: string | undefined): boolean => pixels(value) === 0
const isAPixel = (value: string | undefined): boolean => Math.abs(pixels(value) ?? 2) <= 1
/** Out of every screen's sight; a negative margin of a column is less. */
const isFarOff = (value: string | undefined): boolean => (pixels(value) ?? 0) <= -500

const clips = (style: Style): boolean =>
  ['hidden', 'clip'].includes(style.get('overflow') ?? '') ||
  (isOut(style) && style.get('clip') !== undefined)
const isOut = (style: Style): boolean => /^(?:absolute|fixed)$/.test(style.get('position') ?? '')

/** The ways of showing nothing of an element and all that is in it, whatever the elements inside of it say. */
const HIDING: Readonly<Record<string, (style: Style) => boolean>> = {
  'not displayed': (style) => style.get('display') === 'none',
  invisible: (style) => /^(?:hidden|collapse)$/.test(style.get('visibility') ?? ''),
  'content hidden': (style) => style.get('content-visibility') === 'hidden',
  'hidden from word processors': (style) => style.get('mso-hide') === 'all',
  'without opacity': (style) => Number.parseFloat(style.get('opacity') ?? '1') <= 0.01,
  'filtered out': (style) => /opacity(?:\(0%?\)|\s?=\s?0\))/.test(style.get('filter') ?? ''),
  'without height': (style) =>
    isNothing(style.get('max-height')) || (isAPixel(style.get('height')) && clips(style)),
  'without width': (style) =>
    (isNothing(style.get('max-width')) || isAPixel(style.get('width'))) && clips(style),
  'without extent': (style) => isNothing(style.get('height')) && isNothing(style.get('width')),
  'clipped away': (style) =>
    /^rect\((?:[01](?:px)?[, ]{1,3}){3}[01](?:px)?\)$/.test(style.get('clip') ?? '') ||
    /^(?:inset\((?:50|100)%|circle\(0)/.test(style.get('clip-path') ?? ''),
  'off screen': (style) =>
    isOut(style) && ['left', 'top', 'right', 'bottom'].some((side) => isFarOff(style.get(side))),
  'indented away': (style) =>
    ['text-indent', 'margin-left', 'margin-top', 'margin'].some((side) => isFarOff(style.get(side))),
  'shrunk or moved away': (style) =>
    /scale[xy3d]{0,2}\(0[,)]|translate[xy3d]{0,2}\(-(?:\d{4}|[1-9]\d{2}%)/.test(style.get('transform') ?? ''),
}

/** Of a style that has one of these words in it, and of no other, the rules are asked: most have none. */
const MAY_HIDE =
  /none|hid|collapse|opacity|:\s{0,5}[01](?![\d.])|:\s{0,5}\.?0|-\d{3}|-\d{2}r?em|scale|translate|clip|inset/i

/** Whether a style hides what it is on: true or false, or null where it says nothing of that. */
export function hides(declarations: string): boolean | null {
  const text = declarations.slice(0, STYLE_LENGTH)
  if (MAY_HIDE.test(text)) {
    const style = readStyle(text)
    if (Object.values(HIDING).some((isHiding) => isHiding(style))) return true
  }
  return /(?:^|[;\s])(?:display|visibility|max-height|opacity)\s{0,5}:/i.test(text) ? false : null
}

/** What a style says of its text that the elements inside of it take over until they say otherwise; null for nothing. */
export interface TextStyle {
  /** Smaller than anybody can read, as mails set the lines that only an inbox shows. */
  isTiny: boolean | null
  /** Without a colour, or in that of its background. */
  isColourless: boolean | null
}

const SAYS_OF_TEXT = /font|color|background/i

export function textStyle(declarations: string): TextStyle {
  if (!SAYS_OF_TEXT.test(declarations)) return { isTiny: null, isColourless: null }
  const style = readStyle(declarations)
  const size = pixels(style.get('font-size') ?? /^(\S{1,10})\//.exec(style.get('font') ?? '')?.[1])
  const colour = style.get('color')
  const ground = style.get('background-color') ?? style.get('background')
  return {
    isTiny: size === null ? null : size <= 1,
    isColourless:
      colour === undefined
        ? null
        : /^transparent$|^rgba\([^)]{1,40}, ?0(?:\.0{1,9})?\)$/.test(colour) ||
          (ground !== undefined && hexOf(colour) === hexOf(ground)),
  }
}

/** A colour in its long form: "#fff" and "white" are "#ffffff". */
function hexOf(colour: string): string {
  if (colour === 'white') return '#ffffff'
  if (colour === 'black') return '#000000'
  return /^#[0-9a-f]{3}$/.test(colour) ? colour.replace(/[0-9a-f]/g, '$&$&') : colour
}

export const isStruckOut = (declarations: string): boolean =>
  /(?:^|[;\s])text-decoration(?:-line)?\s{0,5}:[^;]{0,60}\bline-through\b/i.test(
    declarations.slice(0, STYLE_LENGTH),
  )
