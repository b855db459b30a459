/** What the buttons of a mail say, and the names of networks on others; a network's name alone may be a headline. */
const BUTTON =
  'share(?: (?:on|via|this))?|follow us(?: on)?|like|comment|restack|tweet|forward|sign up|log ?in|subscribe|upgrade(?: now)?|advertise|archives?|view online|(?:more|less) like this|点赞|在看|分享|转发|收藏'
const NETWORK =
  'twitter|x|facebook|instagram|linkedin|youtube|tiktok|threads|bluesky|mastodon|telegram|whatsapp|reddit|rss|e?-?mail|website'
const ADDRESS = '\\(?https?:\\S{1,2000}(?=\\s|$)'
const BETWEEN = `(?:[\\s|/·•:,&*]|${ADDRESS})`
const BUTTONS_IN_ROW = new RegExp(
  `^(?:${BUTTON})$|^[\\s*]{0,5}(?:(?:${BUTTON}|${NETWORK})(?:${BETWEEN}+|$)){2,12}$|^[\\s*]{0,5}(?:${NETWORK}):? ${ADDRESS}$`,
)

/** What a text of every edition opens with. */
const OPENINGS: readonly RegExp[] = [
  /^(?:to )?(?:un)?subscribe(?:$|[,.!:]| ?[|·•]| https?:| (?:to|here|now|today|from|for|at|by|via|and|or|in|on)\b)/i,
  /^(?:you(?:’|'|)re|you are|you) (?:receiving|received|getting) this\b/i,
  /^(?:table of )?contents?:?$/i,
  /^in this (?:issue|edition|newsletter|email):?$/i,
  /^(?:©|\(c\) |copyright (?:©|\(c\)|\d{4}|by )|all rights reserved\b)/i,
  /^(?:the end|end|fin)\.?$/i,
  /^(?:view (?:online|in browser)|read in app|no images\?|share(?: this (?:post|issue|edition))?|leave a comment|privacy policy|powered by [\p{L}\s]{1,40})(?:$| ?[|·•])/iu,
  /^(?:read|learn|see|find out) more[^\p{L}\p{N}]*(?:$|https?:)/iu,
  /^(?:continue reading|keep reading|read (?:the )?(?:full|whole|rest of the|entire) (?:story|article|post|issue|edition))[^\p{L}\p{N}]*$/iu,
  /^(?:view|read|open) (?:online|in app|in (?:your )?browser)(?: or (?:online|in app))?[^\p{L}\p{N}]*(?:$|https?:)/iu,
  /^(?:listen to|download|print) this (?:post|article|story|issue|edition|episode)$/i,
  /^skip to (?:main )?content$/i,
  /^sent from my (?:iphone|ipad|android|samsung)\b/i,
  BUTTONS_IN_ROW,
  // The sender's place, which the law of some countries asks for.
  /^\d{1,5} [^.!?;]{5,80}, [a-z ]{2,20} \d{5}(?:-\d{4})?(?:,? (?:usa|united states))?$/i,
  /^(?:created|made|sent|built) (?:with|by|using) (?:revue|substack|mailchimp|beehiiv|buttondown|convertkit|ghost|mailerlite)\b/i,
  /^(?:(?:this (?:issue|edition|newsletter|email) (?:is|was) )?brought to you by|you just read issue)\b/i,
  /^this (?:e-?mail|message|newsletter) was sent to\b/i,
  /^\d{1,5} comments?$/i,
  /^回复 ?[a-z]{1,4} ?退订/i,
  // What a generator of pages would have put its own words for.
  /^\{[%{].{1,200}[%}]\}$/,
  /^our (?:mailing )?address is\b/i,
  // What a mail program writes above a mail that is handed on or answered.
  /^-{2,20} ?(?:(?:forwarded|original) message\b|转发的?邮件|原始邮件|邮件原件)|^begin forwarded message:/i,
  /^on [^:]{8,60}:\d\d.{1,100}\bwrote:$/i,
  /^(?:from|发件人) ?[:：] ?.{1,100}(?:sent|date|发送时间|日期) ?[:：] ?.{1,100}(?:to|subject|收件人|主题) ?[:：]/i,
  /^thank(?:s| you) for (?:reading|subscribing)\b/i,
  /^\P{L}{0,4}(?:ad|advertisement|sponsored(?: by| content)?|广告|推广) ?(?:$|[:：])/iu,
  /^[（(](?:完|全文完)[)）]$/,
  /^(?:欢迎|点击|如何)?(?:订阅|退订|取消订阅)(?=$|[本此我请：:|]|方式|地址|链接|周刊|邮件)/,
  /^微信搜索 ?["“「『]/,
  /^(?:阅读全文|阅读原文|点击阅读|查看原文|查看更多)$/,
  /^版权所有/,
]

/** Words of which every phrase below has one: most texts have none of them. */
const PHRASE_WORDS =
  /subscribe|opt out|sign up|browser|web|reply|forward|was this|preferences|removed|taken|supported publication|profile|订阅|退订/i

/** What a text of every edition says somewhere; only looked for in short texts and notes. */
const PHRASES: readonly RegExp[] = [
  /\b(?:unsubscribe|opt out) (?:here|from (?:this|these|our|all|the)|at any time|instantly|link)\b/i,
  /\b(?:to|or|can|may|click|please|wish to) unsubscribe\b(?! (?:within|in \d))/i,
  /\bunsubscribe ?[|·•]|[|·•–—] ?unsubscribe\b/i,
  /\b(?:click|tap) here to (?:subscribe|sign up)\b/i,
  /\b(?:view|read|open) (?:this |it |the )?(?:email |e-mail |newsletter |edition |issue |message )?(?:in|on) (?:your|the|a) (?:web )?(?:browser|web)\b/i,
  /\b(?:was this|forward(?:ed)? this) (?:e-?mail|newsletter|message)\b/i,
  /\b(?:just )?reply to this e-?mail\b/i,
  /\b(?:manage|update|change) (?:your )?(?:e-?mail |mail |subscription )?(?:preferences|profile)\b/i,
  /\b(?:removed|taken) (?:from|off) (?:the|this|our) (?:mailing )?list\b/i,
  /\bis a reader-supported publication\b/i,
  /即可(?:订阅|退订)|(?:如需|如要|随时|点击)[^，。]{0,10}(?:退订|取消订阅)/,
]

/** What a newsletter asks of its readers; with a figure in it such a text may be news after all. */
const INVITATIONS: readonly RegExp[] = [
  /\b(?:feedback|suggestions|nominations|criticism|praise|corrections|tips)\b.{0,200}\S@\S/i,
  /\b(?:follow|find|join) us on (?:twitter|x|facebook|instagram|linkedin|mastodon|bluesky|telegram)\b/i,
  /\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletter|inbox|for free)\b/i,
  /^(?:get|receive) .{1,40}\b(?:newsletter|inbox)\b/i,
  /^the post .{1,200} appeared first on /i,
  /\bshare (?:it|this) with (?:a|your) (?:friend|colleague)s?\b/i,
  /^(?:together|in partnership) with [^.!?]{1,40}$/i,
  /每(?:周|星期)[一二三四五六日天](?:早上|晚上|上午|下午)?(?:发布|更新|推送)/,
  /欢迎(?:投稿|订阅|关注|转发)|关注[^，。]{0,20}公众号/,
  /(?:扫描|扫码|长按|识别)[^，。]{0,8}(?:[上下][方面图]|海报|文末)[^，。]{0,6}二维码/,
]

/** Sections that are about the newsletter itself. */
const SECTIONS: readonly RegExp[] = [
  /^(?:un)?subscri(?:be|ptions?)$/i,
  /^(?:table of )?contents$/i,
  /^(?:(?:our|today(?:’|')s) )?sponsors?$|^sponsored(?: by\b.{0,40})?$/i,
  /^about (?:us|this (?:newsletter|digest))$/i,
  /^(?:欢迎)?订阅(?:方式)?$/,
  /^(?:往年|往期)回顾$/,
  /^目录$/,
]

/** "1、" or "（二）" on a line of its own numbers what follows. */
const ENUMERATOR_ALONE = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[、.)）]$/

/** A longer text says more than how to subscribe. */
const PHRASE_TEXT_LENGTH = 600

/** All of them at once: to try one after the other took a twentieth of the time of reading a document. */
const OPENING = new RegExp(OPENINGS.map(({ source }) => source).join('|'), 'iu')

/** True for a line that a newsletter says in every edition and no reader would call a story. */
export function isBoilerplate(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || ENUMERATOR_ALONE.test(text)) return true
  if (OPENING.test(text)) return true
  if (text.length > PHRASE_TEXT_LENGTH) return false
  return (
    (PHRASE_WORDS.test(text) && matchesAny(PHRASES, text)) ||
    (!/\d/.test(text) && matchesAny(INVITATIONS, text))
  )
}

/** True for the heading of a section that is about the newsletter itself. */
export function isBoilerplateSection(heading: string): boolean {
  return matchesAny(SECTIONS, heading)
}

function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}
