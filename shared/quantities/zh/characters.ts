/** Traditional characters of the rules' words, each right before its simplified form. */
const TRADITIONAL =
  '規规虧亏損损營营淨净紙纸創创滙汇匯汇兌兑銀银鐵铁聯联飆飙銷销純纯強强恆恒財财啟启濟济積积稱称觀观鑼锣灣湾環环園园將将軍军滬沪證证稅税' +
  '億亿萬万兩两貳贰參叁陸陆圓圆圜圆塊块錢钱銭钱盧卢鎊镑歐欧幣币臺台韓韩馬马蘭兰紐纽爾尔羅罗納纳幾几餘余個个條条張张輛辆戶户項项種种雙双間间頭头隻只層层對对題题歲岁點点時时鐘钟鍾钟週周禮礼噸吨頃顷' +
  '畝亩釐厘裡里裏里華华碼码茲兹節节攝摄溫温約约達达過过於于從从長长漲涨減减擴扩縮缩陞升確确診诊癒愈輕轻醫医療疗國国業业學学員员車车門门場场縣县區区東东職职產产師师應应廠厂報报計计總总數数現现無无' +
  '見见來来說说後后與与給给讓让將将還还這这會会為为發发開开關关動动務务單单電电話话號号機机網网線线設设備备費费資资貨货買买賣卖貸贷價价額额賠赔獎奖罰罚債债稅税際际當当歷历曆历壽寿齡龄灣湾島岛廣广' +
  '雲云陽阳陰阴難难傷伤殘残災灾離离觸触觀观體体檢检測测樣样顆颗棟栋盞盏劃划運运輸输飛飞艦舰槍枪彈弹藥药劑剂針针質质標标準准認认證证書书頁页冊册類类級级組组隊队團团較较躍跃擔担筆笔輪轮龍龙賽赛盤盘' +
  '繫系處处進进遞递鉅巨帳账幫帮內内樓楼連连續续僅仅遠远讀读眾众顧顾戰战議议軍军農农導导遊游畫画視视頻频圖图'

/** Full-width forms with an ASCII one that means the same in numbers and units; other signs of Chinese text stay. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ％＄＋－／．＜＝＞～]/

/** By code unit its plain form, 0 where that is itself. */
const FOLDED = new Uint16Array(0x10000)
for (let c = 0xff01; c <= 0xff5e; c++) if (WIDE.test(String.fromCharCode(c))) FOLDED[c] = c - 0xfee0
FOLDED[0x3000] = 0x20
for (let i = 0; i < TRADITIONAL.length; i += 2)
  FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1)

/** A text is written in traditional characters: some of those that the rules' words have stand in it. */
export function isTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c > 0x4e00 && c < 0xa000 && FOLDED[c]) return true
  }
  return false
}

/** A code unit in its plain form: simplified for traditional, ASCII for full-width. */
export const fold = (c: number): number => FOLDED[c] || c

/** Code units in their plain form as strings, each made once: rules ask for them all the time. */
const CHARACTERS: string[] = new Array(0x10000)

/** The character at `at` in its plain form; '' outside the text. */
export function charAt(text: string, at: number): string {
  if (at < 0 || at >= text.length) return ''
  const c = text.charCodeAt(at)
  CHARACTERS[c] ??= String.fromCharCode(fold(c))
  return CHARACTERS[c]
}

/** The stretch `[from, to)` of a text in plain form. */
export function plainSlice(text: string, from: number, to: number): string {
  const start = Math.max(from, 0)
  const end = Math.min(to, text.length)
  let i = start
  while (i < end && fold(text.charCodeAt(i)) === text.charCodeAt(i)) i++
  let out = text.slice(start, i)
  for (; i < end; i++) out += charAt(text, i)
  return out
}
