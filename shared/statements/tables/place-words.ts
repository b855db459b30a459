/**
 * What the published tables of places do not hold: short forms, words for the people of a country, and Chinese names of
 * cities and states abroad. An id on each line, its English names, and behind the semicolon its Chinese ones.
 */
export const PLACE_WORDS = `
us U.S.,USA,U.S.A.,America,American,Americans,United States of America;美方,美利坚合众国
gb Britain,Great Britain,British,U.K.,Britons;英方,大不列颠
cn Chinese,PRC,mainland China,Chinese mainland,People's Republic of China;我国,全国,国内,全社会,中国大陆,中国内地,中华人民共和国,内地,中方
eu EU,E.U.;欧盟
jp Japanese;日方
kr Korea,South Korean,South Koreans,Korean;南韩,大韩民国,韩方
kp North Korean;北韩
in Indian,Indians;印方
de German,Germans;德方
fr French;法方
it Italian,Italians
es Spanish,Spaniards
pt Portuguese
nl Dutch,Holland,Dutchmen;荷兰王国
be Belgian,Belgians
ch Swiss
at Austrian,Austrians
se Swedish,Swedes
no Norwegian,Norwegians
dk Danish,Danes
fi Finnish,Finns
ie Irish,Republic of Ireland
pl Polish
cz Czech,Czechs
hu Hungarian,Hungarians
ro Romanian,Romanians
gr Greek,Greeks
ua Ukrainian,Ukrainians
ru Russian,Russians;俄方,俄国,俄联邦
tr Turkish,Turks;土国
il Israeli,Israelis
ps Palestinian,Palestinians,Gaza;巴勒斯坦,加沙
sa Saudi,Saudis;沙特
ae UAE,Emirati;阿联酋
ir Iranian,Iranians
iq Iraqi,Iraqis
sy Syrian,Syrians
lb Lebanese
eg Egyptian,Egyptians
za South African,South Africans
ng Nigerian,Nigerians
ke Kenyan,Kenyans
et Ethiopian,Ethiopians
gh Ghanaian,Ghanaians
br Brazilian,Brazilians
ar Argentine,Argentinian,Argentines
mx Mexican,Mexicans
cl Chilean,Chileans
co Colombian,Colombians
pe Peruvian,Peruvians
ve Venezuelan,Venezuelans
cu Cuban,Cubans
ca Canadian,Canadians
au Australian,Australians,Aussie;澳洲,澳方
nz New Zealander,New Zealanders,Kiwi;纽西兰
sg Singaporean,Singaporeans;狮城
my Malaysian,Malaysians;大马
id Indonesian,Indonesians;印尼
th Thai,Thais
vn Vietnamese
ph Filipino,Filipinos,Philippine
mm Burmese
kh Cambodian,Cambodians
la Laotian
bd Bangladeshi,Bangladeshis;孟加拉
pk Pakistani,Pakistanis
lk Sri Lankan,Sri Lankans
np Nepali,Nepalese
af Afghan,Afghans
tw Taiwanese;台湾地区,中国台湾
hk Hong Kongers;香港地区,中国香港,港方
mo Macau;澳门地区,中国澳门
cd DRC,Congolese;刚果民主共和国
by Belarusian;白俄
kz Kazakh
uz Uzbek
world Global,Globally,Worldwide;全球,全世界,世界各地
euro-area Eurozone,euro zone,euro area,Euro area;欧元区
europe European,Europeans,EU27;欧洲
asia Asian,Asians
africa African,Africans
north-america North American
latin-america Latin American
middle-east Middle East,Mideast;中东
asean ASEAN,Asean;东盟
asia-pacific Asia-Pacific,Asia Pacific;亚太
arctic Arctic;北极
antarctica Antarctic;南极
cn-neimenggu Inner Mongolia,Nei Mongol
cn-heilongjiang-haerbin Harbin
cn-xinjiang-wulumuqi Urumqi,Ürümqi
cn-neimenggu-huhehaote Hohhot
cn-tibet-lasa Lhasa
cn-xinjiang-kashi Kashgar
cn-guangdong-guangzhou Canton
tw-taipei ;台北,台北市
tw-kaohsiung ;高雄,高雄市
tw-taichung ;台中,台中市
tw-tainan ;台南,台南市
us-new-york-city NYC;纽约,纽约市
us-los-angeles ;洛杉矶
us-chicago ;芝加哥
us-houston ;休斯敦,休斯顿
us-san-francisco ;旧金山,三藩市
us-seattle ;西雅图
us-boston ;波士顿
us-philadelphia ;费城
us-detroit ;底特律
us-las-vegas ;拉斯维加斯
us-miami ;迈阿密
us-dallas ;达拉斯
us-washington-dc Washington D.C.,Washington DC;华盛顿特区
gb-london ;伦敦
gb-manchester ;曼彻斯特
gb-birmingham ;伯明翰
gb-edinburgh ;爱丁堡
gb-england ;英格兰
gb-scotland Scottish;苏格兰
gb-wales Welsh;威尔士
gb-northern-ireland ;北爱尔兰
fr-paris ;巴黎
fr-lyon ;里昂
fr-marseille ;马赛
de-berlin ;柏林
de-munich ;慕尼黑
de-frankfurt-am-main Frankfurt;法兰克福
de-hamburg ;汉堡市
it-rome ;罗马
it-milan ;米兰
it-turin ;都灵
es-madrid ;马德里
es-barcelona ;巴塞罗那
pt-lisbon ;里斯本
nl-amsterdam ;阿姆斯特丹
be-brussels ;布鲁塞尔
ch-zurich ;苏黎世
ch-geneva Geneva;日内瓦
at-vienna ;维也纳
se-stockholm ;斯德哥尔摩
no-oslo ;奥斯陆
dk-copenhagen ;哥本哈根
fi-helsinki ;赫尔辛基
ie-dublin ;都柏林
pl-warsaw ;华沙
cz-prague ;布拉格
hu-budapest ;布达佩斯
gr-athens ;雅典
ua-kyiv Kiev;基辅
ru-moscow ;莫斯科
ru-saint-petersburg St Petersburg,St. Petersburg;圣彼得堡
tr-istanbul ;伊斯坦布尔
il-tel-aviv Tel Aviv;特拉维夫
il-jerusalem ;耶路撒冷
sa-riyadh ;利雅得
ae-dubai ;迪拜
ae-abu-dhabi ;阿布扎比
qa-doha ;多哈
ir-tehran ;德黑兰
iq-baghdad ;巴格达
eg-cairo ;开罗
za-johannesburg ;约翰内斯堡
za-cape-town ;开普敦
ng-lagos ;拉各斯
ke-nairobi ;内罗毕
jp-tokyo Tokyo;东京,东京都
jp-osaka ;大阪,大阪府
jp-kyoto Kyoto;京都,京都府
jp-nagoya ;名古屋
jp-yokohama ;横滨
jp-hokkaido ;北海道
jp-fukushima ;福岛县,福岛
jp-ishikawa ;石川县
jp-okinawa ;冲绳,冲绳县
jp-aichi ;爱知县
jp-fukuoka ;福冈,福冈县
jp-hiroshima ;广岛,广岛县
jp-nagasaki ;长崎,长崎县
jp-aomori ;青森县
jp-iwate ;岩手县
jp-miyagi ;宫城县
jp-akita ;秋田县
jp-yamagata ;山形县
jp-ibaraki ;茨城县
jp-tochigi ;栃木县
jp-gunma ;群马县
jp-saitama ;埼玉县
jp-chiba ;千叶县
jp-kanagawa ;神奈川县
jp-niigata ;新潟县
jp-toyama ;富山县
jp-fukui ;福井县
jp-yamanashi ;山梨县
jp-nagano ;长野县
jp-gifu ;岐阜县
jp-shizuoka ;静冈县
jp-mie ;三重县
jp-shiga ;滋贺县
jp-hyogo ;兵库县
jp-nara ;奈良县
jp-wakayama ;和歌山县
jp-tottori ;鸟取县
jp-shimane ;岛根县
jp-okayama ;冈山县
jp-yamaguchi ;山口县
jp-tokushima ;德岛县
jp-kagawa ;香川县
jp-ehime ;爱媛县
jp-kochi ;高知县
jp-saga ;佐贺县
jp-kumamoto ;熊本县
jp-oita ;大分县
jp-miyazaki ;宫崎县
jp-kagoshima ;鹿儿岛县
kr-seoul ;首尔
kr-busan ;釜山
kr-daegu ;大邱
kp-pyongyang ;平壤
in-mumbai Bombay;孟买
in-delhi New Delhi;德里,新德里
in-bengaluru Bangalore;班加罗尔
in-kolkata Calcutta;加尔各答
in-chennai ;金奈
in-kerala ;喀拉拉邦
in-maharashtra ;马哈拉施特拉邦
in-odisha Orissa
pk-karachi ;卡拉奇
bd-dhaka ;达卡
th-bangkok ;曼谷
vn-hanoi ;河内
vn-ho-chi-minh-city Saigon;胡志明市
id-jakarta ;雅加达
my-kuala-lumpur ;吉隆坡
ph-manila ;马尼拉
au-sydney ;悉尼,雪梨
au-melbourne ;墨尔本
au-brisbane ;布里斯班
au-perth ;珀斯
au-new-south-wales NSW;新南威尔士州,新南威尔士
au-victoria ;维多利亚州
au-queensland ;昆士兰州,昆士兰
nz-auckland ;奥克兰
ca-toronto ;多伦多
ca-vancouver ;温哥华
ca-montreal ;蒙特利尔
ca-ontario ;安大略省
ca-quebec ;魁北克,魁北克省
mx-mexico-city ;墨西哥城
br-sao-paulo ;圣保罗
br-rio-de-janeiro ;里约热内卢,里约
ar-buenos-aires ;布宜诺斯艾利斯
pe-lima ;利马
cl-santiago ;圣地亚哥
cu-havana ;哈瓦那
us-alabama ;亚拉巴马州,阿拉巴马州
us-alaska ;阿拉斯加州,阿拉斯加
us-arizona ;亚利桑那州
us-arkansas ;阿肯色州
us-california Californian;加利福尼亚州,加州
us-colorado ;科罗拉多州
us-connecticut ;康涅狄格州,康州
us-florida ;佛罗里达州,佛州
us-georgia ;佐治亚州
us-hawaii ;夏威夷州,夏威夷
us-idaho ;爱达荷州
us-illinois ;伊利诺伊州
us-indiana ;印第安纳州
us-iowa ;艾奥瓦州,爱荷华州
us-kansas ;堪萨斯州
us-kentucky ;肯塔基州
us-louisiana ;路易斯安那州
us-maine ;缅因州
us-maryland ;马里兰州
us-massachusetts ;马萨诸塞州,麻省,麻州
us-michigan ;密歇根州
us-minnesota ;明尼苏达州
us-mississippi ;密西西比州
us-missouri ;密苏里州
us-montana ;蒙大拿州
us-nebraska ;内布拉斯加州
us-nevada ;内华达州
us-new-hampshire ;新罕布什尔州
us-new-jersey ;新泽西州
us-new-mexico ;新墨西哥州
us-new-york ;纽约州
us-north-carolina ;北卡罗来纳州,北卡
us-north-dakota ;北达科他州
us-ohio ;俄亥俄州
us-oklahoma ;俄克拉何马州,俄克拉荷马州
us-oregon ;俄勒冈州
us-pennsylvania ;宾夕法尼亚州,宾州
us-south-carolina ;南卡罗来纳州
us-south-dakota ;南达科他州
us-tennessee ;田纳西州
us-texas Texan,Texans;得克萨斯州,得州
us-utah ;犹他州
us-vermont ;佛蒙特州
us-virginia ;弗吉尼亚州
us-washington ;华盛顿州
us-wisconsin ;威斯康星州
us-wyoming ;怀俄明州
`

/** Names in the tables that are words of every day, or names of people, far more often. */
export const NO_PLACE_NAMES: ReadonlySet<string> = new Set(
  'mobile nice reading bath split man orange most bury male march same along para central una mie ha ho ede aba jos plateau delta rivers lincoln jackson arlington aurora salem johnson victoria hamilton rosario leon bari kota surat cali ogun edo ede niger plateau wa'.split(
    ' ',
  ),
)
