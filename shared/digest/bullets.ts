/** What authors set before a line to make it a bullet where no markup does; a dash or a star is left to each format. */
export const BULLET_MARK = /(?:[•‣◦▪▫■□●○◆◇►▶▸▹➤➢➡→✓✔✅☑·▌①-⑳]|🔹|🔸|🔷|🔶|🔵|🔴|🟢|👉|📌|📍)\ufe0f?/u

const OPENING = new RegExp(`^[^\\S\\n]{0,40}(?:${BULLET_MARK.source}|[-–](?=\\s))\\s{0,20}(?=\\S)`, 'u')
const OPENING_NUMBER = /^\s{0,40}(?:\d{1,3}[.)]\s|\d{1,3}、|[（(]\d{1,3}[)）])/

/** The words of a line that opens with a bullet's mark, without the mark; null for any other line. */
export function withoutBulletMark(line: string): string | null {
  const mark = OPENING.exec(line)?.[0]
  return mark === undefined ? null : line.slice(mark.length)
}

/** True for words that open a line of their own where an author broke the one before: a bullet's mark, "2. ", "（3）". */
export const opensLine = (words: string): boolean => OPENING.test(words) || OPENING_NUMBER.test(words)
