/** Characters that a terminal obeys instead of showing them, or by which it shows the others in another order. */
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** Text from elsewhere, such as a key, as one line that a terminal shows whole: what it would obey is written as `\u001b`. */
export const printable = (text: string): string =>
  text.replace(OBEYED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
