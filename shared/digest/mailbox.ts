/** The line before each mail of a mailbox (mbox, RFC 4155): who sent it, and when it came. */
const SEPARATOR = /^From \S{1,300} .{0,100}\d{2}:\d{2}/
const FIELD = /^[!-9;-~]{1,80}:/

/** True for a file of mails, each behind a line of its own; a single mail may begin with such a line as well. */
export function isMailbox(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_000)).toString('latin1')
  const [line = '', next = ''] = head.split(/\r?\n/, 2)
  return SEPARATOR.test(line) && FIELD.test(next)
}

/** The mails of a mailbox, without the marks that keep a line of theirs from being taken for a separator. */
export function mailsIn(bytes: Uint8Array): Uint8Array[] {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').split('\n')
  const mails: string[][] = []
  for (const [i, line] of lines.entries()) {
    const isFirst = i === 0 || /^\r?$/.test(lines[i - 1] ?? '')
    if (isFirst && SEPARATOR.test(line) && FIELD.test(lines[i + 1] ?? '')) mails.push([])
    else mails.at(-1)?.push(line.replace(/^>(?=>{0,20}From )/, ''))
  }
  return mails.map((mail) => Buffer.from(mail.join('\n'), 'latin1'))
}
