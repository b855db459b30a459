/** Sentences that every edition repeats; matched at the start of an item's text or over the whole of it. */
const BOILERPLATE: readonly RegExp[] = [
  /^(?:click here to |to )?(?:un)?subscribe\b/i,
  /^(?:you(?:’|')re|you are) receiving this\b/i,
  /^(?:view|read|open) (?:this )?(?:email |newsletter |edition |it )?(?:in|on) (?:your|the|a) (?:browser|web)\b/i,
  /^forwarded (?:this|to you)\b/i,
  /^(?:table of )?contents:?$/i,
  /^(?:©|\(c\)|copyright\b)/i,
  /^all rights reserved\b/i,
  /^(?:the end|end)\.?$/i,
  /^[（(]完[)）]$/,
  /^(?:点击|長按|长按|扫描|微信搜索|欢迎订阅|退订|取消订阅)/,
]

/** True for a line that a newsletter says in every edition and no reader would call a story. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.some((pattern) => pattern.test(text))
}
