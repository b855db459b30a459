/** Code (ISO 4217), one, many, symbol, narrow symbol, 简, 繁. From the Unicode CLDR by tools/cldr; an empty field is as the one before it or has none. */
export const CLDR_CURRENCIES = `
AED|UAE dirham|UAE dirhams|||阿联酋迪拉姆|阿拉伯聯合大公國迪爾汗
AFN|Afghan Afghani|Afghan Afghanis||؋|阿富汗尼|阿富汗尼
ALL|Albanian lek|Albanian lekë|||阿尔巴尼亚列克|阿爾巴尼亞列克
AMD|Armenian dram|Armenian drams||֏|亚美尼亚德拉姆|亞美尼亞德拉姆
ANG|Netherlands Antillean guilder|Netherlands Antillean guilders|||荷属安的列斯盾|荷屬安地列斯盾
AOA|Angolan kwanza|Angolan kwanzas||Kz|安哥拉宽扎|安哥拉寬扎
ARS|Argentine peso|Argentine pesos||$|阿根廷比索|阿根廷披索
AUD|Australian dollar|Australian dollars|A$|$|澳大利亚元|澳幣
AWG|Aruban florin|Aruban florin|||阿鲁巴弗罗林|阿路巴盾
AZN|Azerbaijani manat|Azerbaijani manats||₼|阿塞拜疆马纳特|亞塞拜然馬納特
BAM|Bosnia-Herzegovina convertible mark|Bosnia-Herzegovina convertible marks||KM|波斯尼亚-黑塞哥维那可兑换马克|波士尼亞-赫塞哥維納可轉換馬克
BBD|Barbadian dollar|Barbadian dollars||$|巴巴多斯元|巴貝多元
BDT|Bangladeshi taka|Bangladeshi takas||৳|孟加拉塔卡|孟加拉塔卡
BGN|Bulgarian lev|Bulgarian leva|||保加利亚列弗|保加利亞新列弗
BHD|Bahraini dinar|Bahraini dinars|||巴林第纳尔|巴林第納爾
BIF|Burundian franc|Burundian francs|||布隆迪法郎|蒲隆地法郎
BMD|Bermudan dollar|Bermudan dollars||$|百慕大元|百慕達幣
BND|Brunei dollar|Brunei dollars||$|文莱元|汶萊元
BOB|Bolivian boliviano|Bolivian bolivianos||Bs|玻利维亚诺|玻利維亞諾
BOV|Bolivian mvdol|Bolivian mvdols|||玻利维亚 Mvdol（资金）|玻利維亞幕多
BRL|Brazilian real|Brazilian reals|R$||巴西雷亚尔|巴西雷亞爾
BSD|Bahamian dollar|Bahamian dollars||$|巴哈马元|巴哈馬元
BTN|Bhutanese ngultrum|Bhutanese ngultrums|||不丹努尔特鲁姆|不丹那特倫
BWP|Botswanan pula|Botswanan pulas||P|博茨瓦纳普拉|波札那普拉
BYN|Belarusian ruble|Belarusian rubles|||白俄罗斯卢布|白俄羅斯盧布
BZD|Belize dollar|Belize dollars||$|伯利兹元|貝里斯元
CAD|Canadian dollar|Canadian dollars|CA$|$|加拿大元|加幣
CDF|Congolese franc|Congolese francs|||刚果法郎|剛果法郎
CHE|WIR euro|WIR euros|||欧元 (WIR)|歐元 (WIR)
CHF|Swiss franc|Swiss francs|||瑞士法郎|瑞士法郎
CHW|WIR franc|WIR francs|||法郎 (WIR)|法郎 (WIR)
CLP|Chilean peso|Chilean pesos||$|智利比索|智利披索
CNY|Chinese yuan|Chinese yuan|CN¥|¥|人民币|人民幣
COP|Colombian peso|Colombian pesos||$|哥伦比亚比索|哥倫比亞披索
CRC|Costa Rican colón|Costa Rican colóns||₡|哥斯达黎加科朗|哥斯大黎加科朗
CUC|Cuban convertible peso|Cuban convertible pesos||$|古巴可兑换比索|古巴可轉換披索
CUP|Cuban peso|Cuban pesos||$|古巴比索|古巴披索
CVE|Cape Verdean escudo|Cape Verdean escudos|||佛得角埃斯库多|維德角埃斯庫多
CZK|Czech koruna|Czech korunas||Kč|捷克克朗|捷克克朗
DJF|Djiboutian franc|Djiboutian francs|||吉布提法郎|吉布地法郎
DKK|Danish krone|Danish kroner||kr|丹麦克朗|丹麥克朗
DOP|Dominican peso|Dominican pesos||$|多米尼加比索|多明尼加披索
DZD|Algerian dinar|Algerian dinars|||阿尔及利亚第纳尔|阿爾及利亞第納爾
EGP|Egyptian pound|Egyptian pounds||E£|埃及镑|埃及鎊
ERN|Eritrean nakfa|Eritrean nakfas|||厄立特里亚纳克法|厄利垂亞納可法
ETB|Ethiopian birr|Ethiopian birrs|||埃塞俄比亚比尔|衣索比亞比爾
EUR|euro|euros|€||欧元|歐元
FJD|Fijian dollar|Fijian dollars||$|斐济元|斐濟元
FKP|Falkland Islands pound|Falkland Islands pounds||£|福克兰群岛镑|福克蘭群島鎊
GBP|British pound|British pounds|£||英镑|英鎊
GEL|Georgian lari|Georgian laris||₾|格鲁吉亚拉里|喬治亞拉里
GHS|Ghanaian cedi|Ghanaian cedis||GH₵|加纳塞地|迦納塞地
GIP|Gibraltar pound|Gibraltar pounds||£|直布罗陀镑|直布羅陀鎊
GMD|Gambian dalasi|Gambian dalasis|||冈比亚达拉西|甘比亞達拉西
GNF|Guinean franc|Guinean francs||FG|几内亚法郎|幾內亞法郎
GTQ|Guatemalan quetzal|Guatemalan quetzals||Q|危地马拉格查尔|瓜地馬拉格查爾
GYD|Guyanaese dollar|Guyanaese dollars||$|圭亚那元|圭亞那元
HKD|Hong Kong dollar|Hong Kong dollars|HK$|$|港元|港幣
HNL|Honduran lempira|Honduran lempiras||L|洪都拉斯伦皮拉|洪都拉斯倫皮拉
HTG|Haitian gourde|Haitian gourdes|||海地古德|海地古德
HUF|Hungarian forint|Hungarian forints||Ft|匈牙利福林|匈牙利福林
IDR|Indonesian rupiah|Indonesian rupiahs||Rp|印度尼西亚卢比|印尼盾
ILS|Israeli new shekel|Israeli new shekels|₪||以色列新谢克尔|以色列新謝克爾
INR|Indian rupee|Indian rupees|₹||印度卢比|印度盧比
IQD|Iraqi dinar|Iraqi dinars|||伊拉克第纳尔|伊拉克第納爾
IRR|Iranian rial|Iranian rials|||伊朗里亚尔|伊朗里亞爾
ISK|Icelandic króna|Icelandic krónur||kr|冰岛克朗|冰島克朗
JMD|Jamaican dollar|Jamaican dollars||$|牙买加元|牙買加元
JOD|Jordanian dinar|Jordanian dinars|||约旦第纳尔|約旦第納爾
JPY|Japanese yen|Japanese yen|¥||日元|日圓
KES|Kenyan shilling|Kenyan shillings|||肯尼亚先令|肯尼亞先令
KGS|Kyrgyz som|Kyrgyz soms||⃀|吉尔吉斯斯坦索姆|吉爾吉斯索姆
KHR|Cambodian riel|Cambodian riels||៛|柬埔寨瑞尔|柬埔寨瑞爾
KMF|Comorian franc|Comorian francs||CF|科摩罗法郎|科摩羅法郎
KPW|North Korean won|North Korean won||₩|朝鲜元|北韓元
KRW|South Korean won|South Korean won|₩||韩元|韓元
KWD|Kuwaiti dinar|Kuwaiti dinars|||科威特第纳尔|科威特第納爾
KYD|Cayman Islands dollar|Cayman Islands dollars||$|开曼元|開曼群島元
KZT|Kazakhstani tenge|Kazakhstani tenges||₸|哈萨克斯坦坚戈|哈薩克堅戈
LAK|Laotian kip|Laotian kips||₭|老挝基普|寮國基普
LBP|Lebanese pound|Lebanese pounds||L£|黎巴嫩镑|黎巴嫩鎊
LKR|Sri Lankan rupee|Sri Lankan rupees||Rs|斯里兰卡卢比|斯里蘭卡盧比
LRD|Liberian dollar|Liberian dollars||$|利比里亚元|賴比瑞亞元
LSL|Lesotho loti|Lesotho lotis|||莱索托洛蒂|賴索托洛蒂
LYD|Libyan dinar|Libyan dinars|||利比亚第纳尔|利比亞第納爾
MAD|Moroccan dirham|Moroccan dirhams|||摩洛哥迪拉姆|摩洛哥迪拉姆
MDL|Moldovan leu|Moldovan lei|||摩尔多瓦列伊|摩爾多瓦列伊
MGA|Malagasy ariary|Malagasy ariaries||Ar|马达加斯加阿里亚里|馬達加斯加阿里亞里
MKD|Macedonian denar|Macedonian denari|||马其顿第纳尔|馬其頓第納爾
MMK|Myanmar kyat|Myanmar kyats||K|缅甸元|緬甸元
MNT|Mongolian tugrik|Mongolian tugriks||₮|蒙古图格里克|蒙古圖格里克
MOP|Macanese pataca|Macanese patacas|||澳门元|澳門元
MRU|Mauritanian ouguiya|Mauritanian ouguiyas|||毛里塔尼亚乌吉亚|茅利塔尼亞烏吉亞
MUR|Mauritian rupee|Mauritian rupees||Rs|毛里求斯卢比|模里西斯盧比
MVR|Maldivian rufiyaa|Maldivian rufiyaas|||马尔代夫卢菲亚|馬爾地夫盧非亞
MWK|Malawian kwacha|Malawian kwachas|||马拉维克瓦查|馬拉維克瓦查
MXN|Mexican peso|Mexican pesos|MX$|$|墨西哥比索|墨西哥披索
MYR|Malaysian ringgit|Malaysian ringgits||RM|马来西亚林吉特|馬來西亞令吉
MZN|Mozambican metical|Mozambican meticals|||莫桑比克美提卡|莫三比克梅蒂卡爾
NAD|Namibian dollar|Namibian dollars||$|纳米比亚元|納米比亞元
NGN|Nigerian naira|Nigerian nairas||₦|尼日利亚奈拉|奈及利亞奈拉
NIO|Nicaraguan córdoba|Nicaraguan córdobas||C$|尼加拉瓜金科多巴|尼加拉瓜科多巴
NOK|Norwegian krone|Norwegian kroner||kr|挪威克朗|挪威克朗
NPR|Nepalese rupee|Nepalese rupees||Rs|尼泊尔卢比|尼泊爾盧比
NZD|New Zealand dollar|New Zealand dollars|NZ$|$|新西兰元|紐西蘭幣
OMR|Omani rial|Omani rials|||阿曼里亚尔|阿曼里亞爾
PAB|Panamanian balboa|Panamanian balboas|||巴拿马巴波亚|巴拿馬巴波亞
PEN|Peruvian sol|Peruvian soles|||秘鲁索尔|秘魯太陽幣
PGK|Papua New Guinean kina|Papua New Guinean kina|||巴布亚新几内亚基那|巴布亞紐幾內亞基那
PHP|Philippine peso|Philippine pesos|₱||菲律宾比索|菲律賓披索
PKR|Pakistani rupee|Pakistani rupees||Rs|巴基斯坦卢比|巴基斯坦盧比
PLN|Polish zloty|Polish zlotys||zł|波兰兹罗提|波蘭茲羅提
PYG|Paraguayan guarani|Paraguayan guaranis||₲|巴拉圭瓜拉尼|巴拉圭瓜拉尼
QAR|Qatari riyal|Qatari riyals|||卡塔尔里亚尔|卡達里亞爾
RON|Romanian leu|Romanian lei||lei|罗马尼亚列伊|羅馬尼亞列伊
RSD|Serbian dinar|Serbian dinars|||塞尔维亚第纳尔|塞爾維亞戴納
RUB|Russian ruble|Russian rubles||₽|俄罗斯卢布|俄羅斯盧布
RWF|Rwandan franc|Rwandan francs||RF|卢旺达法郎|盧安達法郎
SAR|Saudi riyal|Saudi riyals|||沙特里亚尔|沙烏地里亞爾
SBD|Solomon Islands dollar|Solomon Islands dollars||$|所罗门群岛元|索羅門群島元
SCR|Seychellois rupee|Seychellois rupees|||塞舌尔卢比|塞席爾盧比
SDG|Sudanese pound|Sudanese pounds|||苏丹镑|蘇丹鎊
SEK|Swedish krona|Swedish kronor||kr|瑞典克朗|瑞典克朗
SGD|Singapore dollar|Singapore dollars||$|新加坡元|新加坡幣
SHP|St. Helena pound|St. Helena pounds||£|圣赫勒拿群岛磅|聖赫勒拿鎊
SLE|Sierra Leonean leone|Sierra Leonean leones|||塞拉利昂新利昂|獅子山利昂
SOS|Somali shilling|Somali shillings|||索马里先令|索馬利亞先令
SRD|Surinamese dollar|Surinamese dollars||$|苏里南元|蘇利南元
SSP|South Sudanese pound|South Sudanese pounds||£|南苏丹镑|南蘇丹鎊
STN|São Tomé & Príncipe dobra|São Tomé & Príncipe dobras||Db|圣多美和普林西比多布拉|聖多美島和普林西比島多布拉
SVC|Salvadoran colón|Salvadoran colones|||萨尔瓦多科朗|薩爾瓦多科郎
SYP|Syrian pound|Syrian pounds||£|叙利亚镑|敘利亞鎊
SZL|Swazi lilangeni|Swazi emalangeni|||斯威士兰里兰吉尼|史瓦帝尼朗吉尼
THB|Thai baht|Thai baht||฿|泰铢|泰銖
TJS|Tajikistani somoni|Tajikistani somonis|||塔吉克斯坦索莫尼|塔吉克索莫尼
TMT|Turkmenistani manat|Turkmenistani manat|||土库曼斯坦马纳特|土庫曼馬納特
TND|Tunisian dinar|Tunisian dinars|||突尼斯第纳尔|突尼西亞第納爾
TOP|Tongan paʻanga|Tongan paʻanga||T$|汤加潘加|東加潘加
TRY|Turkish lira|Turkish Lira||₺|土耳其里拉|土耳其里拉
TTD|Trinidad & Tobago dollar|Trinidad & Tobago dollars||$|特立尼达和多巴哥元|千里達及托巴哥元
TWD|New Taiwan dollar|New Taiwan dollars|NT$|$|新台币|新台幣
TZS|Tanzanian shilling|Tanzanian shillings|||坦桑尼亚先令|坦尚尼亞先令
UAH|Ukrainian hryvnia|Ukrainian hryvnias||₴|乌克兰格里夫纳|烏克蘭格里夫納
UGX|Ugandan shilling|Ugandan shillings|||乌干达先令|烏干達先令
USD|US dollar|US dollars|$||美元|美元
UYU|Uruguayan peso|Uruguayan pesos||$|乌拉圭比索|烏拉圭披索
UZS|Uzbekistani som|Uzbekistani som|||乌兹别克斯坦苏姆|烏茲別克索姆
VED|Bolívar Soberano|Bolívar Soberanos|||委内瑞拉主权币|
VES|Venezuelan bolívar|Venezuelan bolívars|||委内瑞拉玻利瓦尔|委內瑞拉玻利瓦
VND|Vietnamese dong|Vietnamese dong|₫||越南盾|越南盾
VUV|Vanuatu vatu|Vanuatu vatus|||瓦努阿图瓦图|萬那杜瓦圖
WST|Samoan tala|Samoan tala|||萨摩亚塔拉|西薩摩亞塔拉
XAF|Central African CFA franc|Central African CFA francs|FCFA||中非法郎|中非法郎
XCD|East Caribbean dollar|East Caribbean dollars|EC$|$|东加勒比元|格瑞那達元
XOF|West African CFA franc|West African CFA francs|F CFA||西非法郎|西非法郎
XPF|CFP franc|CFP francs|CFPF||太平洋法郎|太平洋法郎
YER|Yemeni rial|Yemeni rials|||也门里亚尔|葉門里亞爾
ZAR|South African rand|South African rand||R|南非兰特|南非蘭特
ZMW|Zambian kwacha|Zambian kwachas||ZK|赞比亚克瓦查|尚比亞克瓦查
ZWG|Zimbabwean gold|Zimbabwean gold|||津巴布韦金元|辛巴威金
ADP|Andorran peseta|Andorran pesetas|||安道尔比塞塔|安道爾陪士特
ARA|Argentine austral|Argentine australs|||阿根廷奥斯特拉尔|阿根廷奧斯特納爾
ATS|Austrian schilling|Austrian schillings|||奥地利先令|奧地利先令
BEF|Belgian franc|Belgian francs|||比利时法郎|比利時法郎
BGL|Bulgarian hard lev|Bulgarian hard leva|||保加利亚硬列弗|保加利亞硬列弗
BGM|Bulgarian socialist lev|Bulgarian socialist leva|||保加利亚社会党列弗|保加利亞社會黨列弗
BOP|Bolivian peso|Bolivian pesos|||玻利维亚比索|玻利維亞披索
BUK|Burmese kyat|Burmese kyats|||缅元|緬甸基雅特
CLE|Chilean escudo|Chilean escudos|||智利埃斯库多|智利埃斯庫多
CNX|Chinese People’s Bank dollar|Chinese People’s Bank dollars|||中国人民银行元|
CSK|Czechoslovak hard koruna|Czechoslovak hard korunas|||捷克硬克朗|捷克斯洛伐克硬克朗
CYP|Cypriot pound|Cypriot pounds|||塞浦路斯镑|賽普勒斯鎊
DDM|East German mark|East German marks|||东德马克|東德奧斯特馬克
DEM|German mark|German marks|||德国马克|德國馬克
ECS|Ecuadorian sucre|Ecuadorian sucres|||厄瓜多尔苏克雷|厄瓜多蘇克雷
EEK|Estonian kroon|Estonian kroons|||爱沙尼亚克朗|愛沙尼亞克朗
ESP|Spanish peseta|Spanish pesetas||₧|西班牙比塞塔|西班牙陪士特
FIM|Finnish markka|Finnish markkas|||芬兰马克|芬蘭馬克
FRF|French franc|French francs|||法国法郎|法國法郎
GEK|Georgian kupon larit|Georgian kupon larits|||格鲁吉亚库蓬拉瑞特|喬治亞庫旁拉里
GNS|Guinean syli|Guinean sylis|||几内亚西里|幾內亞西里
GQE|Equatorial Guinean ekwele|Equatorial Guinean ekwele|||赤道几内亚埃奎勒|赤道幾內亞埃奎勒
GRD|Greek drachma|Greek drachmas|||希腊德拉克马|希臘德拉克馬
GWE|Portuguese Guinea escudo|Portuguese Guinea escudos|||葡萄牙几内亚埃斯库多|葡屬幾內亞埃斯庫多
GWP|Guinea-Bissau peso|Guinea-Bissau pesos|||几内亚比绍比索|幾內亞比索披索
HRD|Croatian dinar|Croatian dinars|||克罗地亚第纳尔|克羅埃西亞第納爾
HRK|Croatian kuna|Croatian kunas||kn|克罗地亚库纳|克羅埃西亞庫納
IEP|Irish pound|Irish pounds|||爱尔兰镑|愛爾蘭鎊
ILP|Israeli pound|Israeli pounds|||以色列镑|以色列鎊
ITL|Italian lira|Italian liras|||意大利里拉|義大利里拉
LTL|Lithuanian litas|Lithuanian litai||Lt|立陶宛立特|立陶宛立特
LTT|Lithuanian talonas|Lithuanian talonases|||立陶宛塔咯呐司|立陶宛特羅
LUC|Luxembourgian convertible franc|Luxembourgian convertible francs|||卢森堡可兑换法郎|盧森堡可兌換法郎
LUF|Luxembourgian franc|Luxembourgian francs|||卢森堡法郎|盧森堡法郎
LUL|Luxembourg financial franc|Luxembourg financial francs|||卢森堡金融法郎|盧森堡金融法郎
LVL|Latvian lats|Latvian lati||Ls|拉脱维亚拉特|拉脫維亞拉特銀幣
LVR|Latvian ruble|Latvian rubles|||拉脱维亚卢布|拉脫維亞盧布
MAF|Moroccan franc|Moroccan francs|||摩洛哥法郎|摩洛哥法郎
MCF|Monegasque franc|Monegasque francs|||摩纳哥法郎|摩納哥法郎
MDC|Moldovan cupon|Moldovan cupon|||摩尔多瓦库邦|摩爾多瓦券
MGF|Malagasy franc|Malagasy francs|||马达加斯加法郎|馬達加斯加法郎
MLF|Malian franc|Malian francs|||马里法郎|馬里法郎
MTL|Maltese lira|Maltese lira|||马耳他里拉|馬爾他里拉
MTP|Maltese pound|Maltese pounds|||马耳他镑|馬爾他鎊
MZE|Mozambican escudo|Mozambican escudos|||莫桑比克埃斯库多|莫三比克埃斯庫多
NLG|Dutch guilder|Dutch guilders|||荷兰盾|荷蘭盾
PEI|Peruvian inti|Peruvian intis|||秘鲁印第|祕魯因蒂
PTE|Portuguese escudo|Portuguese escudos|||葡萄牙埃斯库多|葡萄牙埃斯庫多
RHD|Rhodesian dollar|Rhodesian dollars|||罗得西亚元|羅德西亞元
SIT|Slovenian tolar|Slovenian tolars|||斯洛文尼亚托拉尔|斯洛維尼亞托勒
SKK|Slovak koruna|Slovak korunas|||斯洛伐克克朗|斯洛伐克克朗
SRG|Surinamese guilder|Surinamese guilders|||苏里南盾|蘇利南基爾
SUR|Soviet rouble|Soviet roubles|||苏联卢布|蘇聯盧布
TJR|Tajikistani ruble|Tajikistani rubles|||塔吉克斯坦卢布|塔吉克盧布
TPE|Timorese escudo|Timorese escudos|||帝汶埃斯库多|帝汶埃斯庫多
UAK|Ukrainian karbovanets|Ukrainian karbovantsiv|||乌克兰币|烏克蘭卡本瓦那茲
XCG|Caribbean guilder|Caribbean guilders|Cg.||加勒比盾|加勒比盾
YDD|Yemeni dinar|Yemeni dinars|||也门第纳尔|葉門第納爾
`
