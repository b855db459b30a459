/** What authors set before a line to make it a bullet where no markup does; a dash or a star is left to each format. */
export const BULLET_MARK = /(?:[•‣◦▪▫■□●○◆◇►▶▸▹➤➢➡→✓✔✅☑·]|🔹|🔸|🔷|🔶|🔵|🔴|🟢|👉|📌|📍)\ufe0f?/u

const OPENING = new RegExp(`^[^\\S\\n]{0,40}(?:${BULLET_MARK.source}|[-–](?=\\s))\\s{0,20}(?=\\S)`, 'u')

/** The words of a line that opens with a bullet's mark, without the mark; null for any other line. */
export function withoutBulletMark(line: string): string | null {
  const mark = OPENING.exec(line)?.[0]
  return mark === undefined ? null : line.slice(mark.length)
}
