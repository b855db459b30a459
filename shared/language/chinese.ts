/** Common characters whose traditional form, standing first of each pair, differs from the simplified one. */
const PAIRS =
  '個个們们來来這这說说為为時时會会國国學学對对發发經经過过還还點点開开關关長长門门問问間间見见東东車车馬马電电話话機机業业務务產产無无與与從从當当實实體体數数樣样將将應应處处給给讓让認认議议論论記记請请' +
  '讀读書书買买賣卖錢钱銀银價价億亿萬万員员場场報报導导聯联灣湾廣广進进運运達达遠远選选邊边連连濟济約约漲涨幣币圓圆戶户總总額额稅税資资貨货貿贸據据稱称華华匯汇'

/** Code unit → 1 where only simplified Chinese writes it so, -1 where only traditional Chinese does. */
const SIDE = new Int8Array(0x10000)
for (let i = 0; i < PAIRS.length; i += 2) {
  SIDE[PAIRS.charCodeAt(i)] = -1
  SIDE[PAIRS.charCodeAt(i + 1)] = 1
}

/** Simplified characters of the pairs above that Japan writes so as well. */
const JAPANESE_TOO = new Set('国学会来点当体数与万区')
/** What Chinese cannot do without. */
const CHINESE_ONLY = /[的了是们們这這个個说說没沒还還吗嗎]/
/** Characters that only Japan writes so. */
const JAPANESE_ONLY =
  /[円価対売県図単労営応転読広権験総済変経発戦気検険圧拡拠銭桜沢浜歩毎焼芸薬訳豊軽辺込働畑]/

/** Whether a text in Han characters without kana is Japanese: "日経平均、3%高". */
export function isJapanese(text: string): boolean {
  if (!JAPANESE_ONLY.test(text) || CHINESE_ONLY.test(text)) return false
  return ![...text].some((c) => (SIDE[c.charCodeAt(0)] as number) > 0 && !JAPANESE_TOO.has(c))
}

/** Whether a Chinese text is in traditional or simplified characters; null where nothing in it tells. */
export function variantOfChinese(text: string): 'zh-Hant' | 'zh-Hans' | null {
  let simplified = 0
  for (let i = 0; i < text.length; i++) simplified += SIDE[text.charCodeAt(i)] as number
  if (simplified === 0) return null
  return simplified > 0 ? 'zh-Hans' : 'zh-Hant'
}
