/**
 * What news calls currencies beyond the names and signs of the CLDR: code (ISO 4217), English names, and signs that
 * stand before an amount, in lower case. A name or sign that several currencies share belongs to the row that has it
 * here: without a country, news means that one. XXX is the currency that cannot be told.
 */
export const CURRENCY_WORDS = `
USD|dollar,dollars,u.s. dollar,u.s. dollars,u.s dollar,u.s dollars,american dollar,american dollars,united states dollar,united states dollars,buck,bucks,usd,us$,$|$,us$,u.s.$,u.s$,usd$,$us,＄
AUD|aussie dollar,aussie dollars|au$,aud$,$a,$au
CAD|loonies|c$,can$,cad$,cdn$,$c,$can,$cdn
HKD|hk dollar,hk dollars|hkd$,$hk
NZD|nz dollar,nz dollars,kiwi dollars|nzd$,$nz
SGD|singaporean dollar,singaporean dollars,sing dollars|s$,sg$,sgd$
TWD|taiwan dollar,taiwan dollars,taiwanese dollar,taiwanese dollars|twd$
JMD|jamaica dollars|j$,ja$,jmd$
TTD|trinidad and tobago dollar,trinidad and tobago dollars,trinidad dollars|tt$,ttd$
BBD|barbados dollar,barbados dollars|bds$,bbd$
BSD||b$,bsd$
BMD|bermuda dollar,bermuda dollars|bd$,bmd$
BZD||bz$,bze$
GYD|guyanese dollar,guyanese dollars,guyana dollar,guyana dollars|g$,gy$,gyd$
KYD|cayman dollars|ci$
XCD|eastern caribbean dollar,eastern caribbean dollars|xcd$
FJD|fiji dollar,fiji dollars|fj$,f$
NAD|namibia dollar,namibia dollars|n$
LRD||l$,ld$
BND||bn$,bnd$
SBD||si$
SRD||sr$,srd$
ZWL|zimbabwe dollar,zimbabwe dollars,zimbabwean dollar,zimbabwean dollars|z$,zw$,zwl$
CNY|yuan,renminbi,rmb,yuan renminbi,yuan rmb|rmb,cny¥
JPY|yen,円|jp¥,y=,¥
EUR|€|eu€
GBP|pounds sterling,pound sterling,sterling,£|£,gb£,ps,stg£
CHF|franc,francs|sfr,fr.
INR|rupee,rupees|rs,rs.,re.
PKR||pkr.
KRW|won,korean won|₩
RUB|ruble,rubles,rouble,roubles,russian rouble,russian roubles|
BRL|reais,brazilian reais|brl$
MXN|peso,pesos|mex$,mxn$
ARS|argentinian peso,argentinian pesos|ar$,arg$,ars$
COP||col$,cop$
CLP||clp$,ch$
DOP||rd$
UYU||ur$,uy$,$u
PHP||php.
MOP|pataca,patacas|mop$
MYR|ringgit,ringgits|rm
THB|baht|
IDR|rupiah|rp,rp.
VND|dong|
ILS|shekel,shekels,israeli shekel,israeli shekels,nis|nis
TRY|lira,liras,turkish liras|
SAR|riyal,riyals,saudi arabian riyals|
QAR|qatar riyals|qr
IRR|rial,rials|
AED|dirham,dirhams,emirati dirhams,united arab emirates dirhams|dh,dhs
KWD||kd
BHD||bd
EGP||le
ZAR|rand,rands|
NGN|naira,nairas|
KES|kenya shillings|ksh,kshs,sh
UGX|uganda shillings|ush,shs
TZS|tanzania shillings|tsh
GHS|cedi,cedis,ghana cedi,ghana cedis|₵,gh¢,ghc
XOF|cfa francs,cfa franc|
XAF||fcfa
ETB|birr|
SEK|swedish crown,swedish crowns,kronor,krona|
NOK|norwegian crown,norwegian crowns|nkr
DKK|danish crown,danish crowns,kroner,krone|dkr
ISK|icelandic kronur|
CZK|czech crown,czech crowns,koruna,korunas|
PLN|zloty,zlotys|
HUF|forint,forints|
RON|lei|
BGN|lev,leva|
UAH|hryvnia,hryvnias|
KZT|tenge,kazakh tenge|
UZS|uzbek soum,uzbek som|
GEL|lari|
HRK|kuna,kunas|
LAK|kip,lao kip|
KHR|riel,riels|
MMK|kyat,kyats|
BDT|taka|tk,tk.
LKR||slr
NPR|nepali rupee,nepali rupees|npr.
MNT|tugrik,tugriks|
CRC|costa rican colones,colones|
VES|bolivars,bolivar,venezuelan bolivars|
PEN|nuevos soles|
DEM|deutsche mark,deutsche marks,deutschmark,deutschmarks,mark,marks|
ITL|italian lire,lire|
ESP|peseta,pesetas|
NLG|guilder,guilders|
FIM|markka|
BTC|bitcoin,bitcoins|₿
ETH|ether,ethers|
satoshi|satoshi,satoshis|
cent|cent,cents,us cent,us cents,u.s. cent,u.s. cents,¢|
penny|pence,penny,pennies|
sen|sen|sen
paisa|paise,paisa|
kopeck|kopecks,kopeks,kopeck,kopek|
`
