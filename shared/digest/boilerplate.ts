/** What a text of every edition opens with. */
const OPENINGS: readonly RegExp[] = [
  /^(?:to )?(?:un)?subscribe\b/i,
  /^(?:you(?:’|'|)re|you are) receiving this\b/i,
  /^(?:table of )?contents?:?$/i,
  /^in this (?:issue|edition|newsletter|email):?$/i,
  /^(?:©|\(c\) |copyright\b|all rights reserved\b)/i,
  /^(?:the end|end|fin)\.?$/i,
  /^[（(](?:完|全文完)[)）]$/,
  /^(?:欢迎订阅|点击订阅|订阅|退订|取消订阅|扫描二维码|扫码|长按二维码|微信搜索|版权所有)/,
]

/** What a text of every edition says somewhere; only looked for in short texts and notes. */
const PHRASES: readonly RegExp[] = [
  /\bunsubscribe\b/i,
  /\b(?:click|tap) here to (?:subscribe|sign up)\b/i,
  /\b(?:view|read|open) (?:this |it |the )?(?:email |e-mail |newsletter |edition |issue |message )?(?:in|on) (?:your|the|a) (?:web )?(?:browser|web)\b/i,
  /\b(?:was this|forward(?:ed)? this) (?:e-?mail|newsletter|message)\b/i,
  /\b(?:just )?reply to this e-?mail\b/i,
  /\b(?:manage|update|change) (?:your )?(?:e-?mail |mail |subscription )?preferences\b/i,
  /即可订阅|取消订阅|退订/,
]

/** Sections that are about the newsletter itself. */
const SECTIONS: readonly RegExp[] = [
  /^(?:un)?subscri(?:be|ptions?)$/i,
  /^(?:table of )?contents$/i,
  /^about (?:us|this (?:newsletter|digest))$/i,
  /^(?:欢迎)?订阅(?:方式)?$/,
  /^(?:往年|往期)回顾$/,
  /^目录$/,
]

/** A longer text says more than how to subscribe. */
const PHRASE_TEXT_LENGTH = 600

/** True for a line that a newsletter says in every edition and no reader would call a story. */
export function isBoilerplate(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true
  if (OPENINGS.some((opening) => opening.test(text))) return true
  return text.length <= PHRASE_TEXT_LENGTH && PHRASES.some((phrase) => phrase.test(text))
}

/** True for the heading of a section that is about the newsletter itself. */
export function isBoilerplateSection(heading: string): boolean {
  return SECTIONS.some((section) => section.test(heading))
}
