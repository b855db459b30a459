/**
 * Well-known names in both languages: an id, its English names, and behind the semicolon its Chinese ones. Kept short:
 * what is not here is found by capitals, titles and legal forms, and `entities` of the settings extends it.
 */
export const ORGANISATIONS = `
jpmorgan JPMorgan,J.P. Morgan,JP Morgan,JPMorgan Chase,J.P. Morgan Chase;摩根大通,小摩
nomura Nomura,Nomura Holdings;野村,野村证券
goldman-sachs Goldman Sachs,Goldman;高盛
morgan-stanley Morgan Stanley;摩根士丹利,大摩
citigroup Citigroup,Citi,Citibank;花旗,花旗集团,花旗银行
ubs UBS;瑞银,瑞银集团
hsbc HSBC;汇丰,汇丰控股,汇丰银行
bank-of-america Bank of America,BofA;美国银行,美银
alibaba Alibaba,Alibaba Group;阿里巴巴,阿里
tencent Tencent,Tencent Holdings;腾讯,腾讯控股
baidu Baidu;百度
jd-com JD.com;京东,京东集团
huawei Huawei,Huawei Technologies;华为
xiaomi Xiaomi;小米,小米集团
bytedance ByteDance;字节跳动
meituan Meituan;美团
byd BYD;比亚迪
catl CATL;宁德时代
apple Apple;苹果,苹果公司
microsoft Microsoft;微软
google Google;谷歌
alphabet Alphabet
amazon Amazon;亚马逊
meta Meta,Meta Platforms,Facebook;脸书
tesla Tesla;特斯拉
nvidia Nvidia;英伟达
intel Intel;英特尔
tsmc TSMC,Taiwan Semiconductor Manufacturing;台积电
samsung Samsung,Samsung Electronics;三星,三星电子
toyota Toyota,Toyota Motor;丰田,丰田汽车
volkswagen Volkswagen,VW;大众汽车
boeing Boeing;波音
airbus Airbus;空客,空中客车
saudi-aramco Saudi Aramco,Aramco;沙特阿美
opec OPEC;欧佩克
imf IMF,International Monetary Fund;国际货币基金组织
world-bank World Bank;世界银行,世行
who WHO,World Health Organization;世界卫生组织,世卫组织,世卫
federal-reserve Fed,Federal Reserve;美联储,联储
ecb ECB,European Central Bank;欧洲央行
bank-of-england Bank of England,BoE;英国央行,英格兰银行
bank-of-japan Bank of Japan,BoJ,BOJ;日本央行,日本银行
pboc PBOC,PBoC,People's Bank of China;中国人民银行,央行,人民银行
`

/** Goods that are traded: what is told of their price is theirs, what of their output the producer's. */
export const GOODS = `
crude-oil crude oil,crude,oil;原油
gold gold,spot gold;黄金,现货黄金,国际黄金,金价
silver silver;白银,现货白银
copper copper;铜
aluminium aluminium,aluminum;铝
zinc zinc;锌
nickel nickel;镍
lead ;铅
tin ;锡
iron-ore iron ore;铁矿石
steel steel;钢材
rebar rebar;螺纹钢
lithium lithium;碳酸锂
coal coal;煤炭
coking-coal coking coal;焦煤
natural-gas natural gas;天然气
petrol petrol,gasoline;汽油
diesel diesel;柴油
corn corn;玉米
wheat wheat;小麦
soybeans soybeans,soybean;大豆
kerosene kerosene;煤油
naphtha naphtha;石脑油
lng LNG,liquefied natural gas;液化天然气
cocoa cocoa
ethanol ethanol
methanol methanol
urea urea
lumber lumber
cattle cattle
pork pork,hogs
rubber rubber
platinum platinum;铂金
palladium palladium;钯金
uranium uranium
rice rice;大米
cotton cotton;棉花
sugar sugar;白糖
coffee coffee;咖啡
palm-oil palm oil;棕榈油
`

/** Currencies, indices and coins, with a capital or without. */
export const THINGS = `
ethereum ethereum,ether,ETH;以太坊,以太币
bitcoin bitcoin,BTC;比特币
wti West Texas Intermediate,WTI crude,WTI,US crude,U.S. crude;WTI原油,美国原油,美油
a-shares A-shares;A股,沪深两市,两市,沪深京三市
us-stocks US stocks;美股
hk-stocks Hong Kong stocks;港股
taiex Taiex,TAIEX;台股,加权指数,台湾加权指数
northbound-funds northbound funds;北向资金
southbound-funds southbound funds;南向资金
foreign-investors ;外资
brent Brent crude,Brent crude oil,Brent oil,Brent;布伦特原油,布伦特,布油
us-dollar dollar,greenback;美元
us-dollar-index dollar index,US dollar index,DXY;美元指数
euro euro;欧元
pound pound,sterling;英镑
yen yen;日元
yuan yuan,renminbi,RMB;人民币,在岸人民币
offshore-yuan offshore yuan;离岸人民币
won won;韩元
ruble ruble,rouble;卢布
rupee rupee;卢比
lira lira;里拉
s-p-500 S&P 500,S&P500;标普500,标普500指数,标普
nasdaq Nasdaq,Nasdaq Composite,NASDAQ;纳指,纳斯达克,纳斯达克指数,纳斯达克综合指数
nasdaq-100 Nasdaq 100;纳斯达克100,纳指100
dow-jones Dow,Dow Jones,Dow Jones Industrial Average,DJIA;道指,道琼斯,道琼斯指数,道琼斯工业平均指数
russell-2000 Russell 2000;罗素2000
ftse-100 FTSE 100,FTSE;富时100,富时100指数,英国富时100指数
ftse-250 FTSE 250
dax DAX,Dax;德国DAX指数,德国DAX,DAX指数
cac-40 CAC 40,CAC;法国CAC40指数,法国CAC40,CAC40指数
stoxx-600 STOXX 600,Stoxx 600,STOXX Europe 600,Stoxx Europe 600;欧洲斯托克600,斯托克600指数
nikkei-225 Nikkei 225,Nikkei;日经225,日经225指数,日经指数
topix Topix,TOPIX;东证指数
kospi Kospi,KOSPI;韩国综合指数,韩国KOSPI
hang-seng Hang Seng,Hang Seng Index;恒生指数,恒指,港股恒指
hang-seng-tech Hang Seng Tech,Hang Seng Tech Index;恒生科技指数,恒科指
shanghai-composite Shanghai Composite,Shanghai Composite Index;上证指数,沪指,上证综指
shenzhen-component Shenzhen Component;深证成指,深成指
chinext ChiNext;创业板指,创业板指数
star-50 STAR 50;科创50,科创50指数
csi-300 CSI 300;沪深300,沪深300指数
sensex Sensex;孟买敏感指数
nifty-50 Nifty 50,Nifty;
asx-200 ASX 200,ASX200,S&P/ASX 200
vix VIX;恐慌指数
baltic-dry Baltic Dry Index;波罗的海干散货指数
`
