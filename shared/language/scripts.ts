export const SCRIPTS = [
  ...(['latin', 'han', 'kana', 'hangul', 'greek', 'cyrillic'] as const),
  ...(['hebrew', 'arabic', 'devanagari', 'thai', 'other'] as const),
] as const
export type Script = (typeof SCRIPTS)[number]

/**
 * The letters of each script as ranges of UTF-16 code units, in rising order; units outside are no letters.
 * @see https://www.unicode.org/Public/UNIDATA/Blocks.txt
 */
const SCRIPT_RANGES: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x5a, 'latin'],
  [0x61, 0x7a, 'latin'],
  [0xc0, 0x24f, 'latin'],
  [0x370, 0x3ff, 'greek'],
  [0x400, 0x52f, 'cyrillic'],
  [0x530, 0x58f, 'other'],
  [0x590, 0x5ff, 'hebrew'],
  [0x600, 0x77f, 'arabic'],
  [0x780, 0x8ff, 'other'],
  [0x900, 0x97f, 'devanagari'],
  [0x980, 0xdff, 'other'],
  [0xe00, 0xe7f, 'thai'],
  [0xe80, 0x10ff, 'other'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1200, 0x1dff, 'other'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3041, 0x30fa, 'kana'],
  // Bopomofo, which spells Chinese.
  [0x3105, 0x312f, 'han'],
  [0x3131, 0x318f, 'hangul'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xa000, 0xabff, 'other'],
  [0xac00, 0xd7af, 'hangul'],
  // High surrogates of planes 2 and 3, where the rare Han characters are.
  [0xd840, 0xd8bf, 'han'],
  [0xf900, 0xfaff, 'han'],
]

/** The script of every UTF-16 code unit, as its place in SCRIPTS from 1; 0 for what is no letter. */
const SCRIPT_OF_UNIT = new Uint8Array(0x10000)
for (const [first, last, script] of SCRIPT_RANGES)
  SCRIPT_OF_UNIT.fill(1 + SCRIPTS.indexOf(script), first, last + 1)

/** How many letters of each script a text has. */
export function scriptCounts(text: string): Record<Script, number> {
  const counts = new Uint32Array(1 + SCRIPTS.length)
  for (let i = 0; i < text.length; i++) {
    const script = SCRIPT_OF_UNIT[text.charCodeAt(i)] as number
    counts[script] = (counts[script] as number) + 1
  }
  return Object.fromEntries(SCRIPTS.map((script, i) => [script, counts[1 + i]])) as Record<Script, number>
}
