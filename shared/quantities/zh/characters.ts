/** Traditional characters of the rules' words, each right before its simplified form. */
const TRADITIONAL =
  '鈡钟韆千剋克纍累緻致齣出踰逾箇个負负昇升揚扬噹当檯台颱台鮮鲜亞亚佈布銖铢賓宾祕秘魯鲁維维査查倫伦韋韦謝谢頓顿聖圣寬宽紮扎閤合烏乌緬缅懞蒙濛蒙矇蒙堅坚囌苏甦苏蘇苏庫库換换傢家絲丝奬奖掛挂補补貼贴綵彩償偿' +
  '經经葯药購购産产潤润髮发紅红衕同訪访麪面麫面麵面侷局爺爷彙汇豐丰銅铜啓启統统黨党衆众櫃柜勞劳証证彔录錄录録录簡简預预爲为係系凈净痠酸鹼碱評评厤历績绩語语飯饭綫线黃黄殺杀纔才宮宫鵝鹅眞真貓猫圍围邊边轉转' +
  '畵画終终慮虑醣糖結结構构徑径鉑铂鈀钯熱热燒烧變变卻却選选實实築筑摺折儲储製制編编鈅钥鑰钥獲获穫获轟轰貢贡獻献獨独領领釦扣貴贵風风迴回疊叠騰腾舊旧斷断陣阵閃闪佔占滿满鄰邻臨临簽签籤签説说許许訴诉義义調调' +
  '銳锐鋭锐驟骤貶贬斬斩壓压晉晋並并併并脩修錶表識识臘腊屆届專专鬆松隨随闆板旂旗夥伙盃杯註注蓆席牀床樁桩頂顶羣群則则鄉乡鎭镇鎮镇莊庄貿贸鋪铺廳厅織织協协糰团兒儿驗验舘馆館馆劇剧敎教廟庙聽听護护畢毕誌志願愿' +
  '乾干幹干榦干記记婦妇倖幸問问階阶軟软賬账據据檔档論论詩诗麯曲麴曲訂订郵邮欄栏詞词漢汉蔘参夾夹鈕钮倉仓錯错誤误顏颜顔颜覈核轎轿託托潛潜衛卫鏡镜隕陨腦脑顯显傳传垻坝壩坝橋桥樑梁別别彆别崗岗辦办試试細细鳥鸟' +
  '魚鱼豬猪雞鸡鷄鸡樹树貧贫睏困覽览課课講讲朮术術术擇择優优厠厕廁厕裝装遺遗嶼屿峯峰礦矿氣气嬰婴獸兽競竞爭争墰坛壇坛壜坛罈坛罎坛聲声蒐搜極极絡络舉举請请復复複复載载擊击閱阅閲阅廂厢樂乐決决撐撑談谈權权捲卷' +
  '鎖锁諜谍謂谓嚮向曏向該该麼么麽么嗎吗屬属懷怀鍋锅隱隐愛爱虛虚叄叁歸归嵗岁癥症喪丧侖仑崙仑喫吃賺赚寫写勵励繳缴掙挣卽即寶宝紹绍夠够薦荐擁拥蓋盖籌筹贈赠撥拨閉闭偉伟薩萨讚赞贊赞岡冈違违鼕冬靈灵責责軌轨險险' +
  '沖冲衝冲漁渔礎础賃赁駛驶訊讯雖虽們们淩凌擬拟廈厦晝昼邁迈貝贝' +
  '規规虧亏損损營营淨净紙纸創创滙汇匯汇兌兑銀银鐵铁聯联飆飙銷销純纯強强恆恒財财啟启濟济積积稱称觀观鑼锣灣湾環环園园將将軍军滬沪證证稅税' +
  '億亿萬万兩两貳贰參叁陸陆圓圆圜圆塊块錢钱銭钱盧卢鎊镑歐欧幣币臺台韓韩馬马蘭兰紐纽爾尔羅罗納纳幾几餘余個个條条張张輛辆戶户項项種种雙双間间頭头隻只層层對对題题歲岁點点時时鐘钟鍾钟週周禮礼噸吨頃顷' +
  '畝亩釐厘裡里裏里華华碼码茲兹節节攝摄溫温約约達达過过於于從从長长漲涨減减擴扩縮缩陞升確确診诊癒愈輕轻醫医療疗國国業业學学員员車车門门場场縣县區区東东職职產产師师應应廠厂報报計计總总數数現现無无' +
  '見见來来說说後后與与給给讓让將将還还這这會会為为發发開开關关動动務务單单電电話话號号機机網网線线設设備备費费資资貨货買买賣卖貸贷價价額额賠赔獎奖罰罚債债稅税際际當当歷历曆历壽寿齡龄灣湾島岛廣广' +
  '雲云陽阳陰阴難难傷伤殘残災灾離离觸触觀观體体檢检測测樣样顆颗棟栋盞盏劃划運运輸输飛飞艦舰槍枪彈弹藥药劑剂針针質质標标準准認认證证書书頁页冊册類类級级組组隊队團团較较躍跃擔担筆笔輪轮龍龙賽赛盤盘' +
  '揚扬勁劲賺赚蝕蚀補补獲获預预錄录紀纪據据購购歸归險险劇剧掛挂爭争實实衝冲選选舉举復复壞坏斷断屆届寬宽頂顶殺杀壓压緊紧穩稳調调轉转變变該该訊讯銅铜鋅锌鎳镍鋁铝錫锡鉛铅貴贵熱热濕湿風风軌轨橋桥庫库倉仓儲储郵邮簽签規规擬拟勢势勞劳償偿訴诉監监審审獄狱義义' +
  '繫系處处進进遞递鉅巨帳账幫帮內内樓楼連连續续僅仅遠远讀读眾众顧顾戰战議议軍军農农導导遊游畫画視视頻频圖图'

/** Full-width forms with an ASCII one that means the same in numbers and units; other signs of Chinese text stay. */
const WIDE = /[０-９Ａ-Ｚａ-ｚ％＄＋－／．＜＝＞～]/

/** By code unit its plain form, 0 where that is itself. */
const FOLDED = new Uint16Array(0x10000)
for (let c = 0xff01; c <= 0xff5e; c++) if (WIDE.test(String.fromCharCode(c))) FOLDED[c] = c - 0xfee0
FOLDED[0x3000] = 0x20
for (let i = 0; i < TRADITIONAL.length; i += 2)
  FOLDED[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1)

/** Plain characters that traditional text has as well. */
const IN_BOTH =
  '台只里后面表干系志云并准布周回了么余于松复致升扬出克千个卷向夸冬冲凌朱谷范叶游曲仆占制合同家局征愿板杯注床群舍虫党虱托证'

/** Characters that simplified text alone has. */
const SIMPLIFIED = new Uint8Array(0x10000)
for (let i = 1; i < TRADITIONAL.length; i += 2) SIMPLIFIED[TRADITIONAL.charCodeAt(i)] = 1
for (const c of IN_BOTH) SIMPLIFIED[c.charCodeAt(0)] = 0

/** So many more of one kind than of the other decide. */
const ENOUGH = 20

/** A text is written in traditional characters: of those that the rules' words have, more than simplified ones. */
export function isTraditional(text: string): boolean {
  let more = 0
  for (let i = 0; i < text.length && more < ENOUGH && more > -ENOUGH; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x4e00 || c >= 0xa000) continue
    if (FOLDED[c]) more++
    else more -= SIMPLIFIED[c] as number
  }
  return more > 0
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
