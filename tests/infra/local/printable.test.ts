import { expect, test } from 'vitest'
import { readableLine } from '../../../infra/local/log-line.ts'
import { printable } from '../../../infra/local/printable.ts'

test.each([
  ['2020年1月 é.txt', '2020年1月 é.txt'],
  ['a\u001b[2Jb', 'a\\u001b[2Jb'],
  ['two\nlines\r', 'two\\u000alines\\u000d'],
  ['\u009b31m\u007f', '\\u009b31m\\u007f'],
  ['gnp.\u202etxt', 'gnp.\\u202etxt'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('no line of a function reaches the terminal with what it would obey', () => {
  const structured = JSON.stringify({ level: 'WARN', message: 'refused', key: 'a\u001b[2J\nb' })
  expect(readableLine('parse-digest', structured)).toBe('WARN  parse-digest: refused key=a\\u001b[2J\\u000ab')
  expect(readableLine('parse-digest', 'raw \u001b[31m')).toBe('      parse-digest: raw \\u001b[31m')
})
