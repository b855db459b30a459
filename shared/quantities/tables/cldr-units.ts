/** Code (UCUM), one, many, British one, British many, symbol, narrow symbol, 简, 繁. From the Unicode CLDR by tools/cldr; an empty field is as the one before it or has none. */
export const CLDR_UNITS = `
%|percent|percent|per cent|per cent|%||%|%
[ppth]|permille|permille|per mille|per mille|‰||‰|‰
[ppm]|part per million|parts per million|||ppm|||百萬分率
[ppb]|part per billion|parts per billion|||ppb|||十億分點濃度
mol|mole|moles|||mol||摩尔|莫耳
m|meter|meters|metre|metres|m||米|公尺
km|kilometer|kilometers|kilometre|kilometres|km||公里|公里
dm|decimeter|decimeters|decimetre|decimetres|dm||分米|公寸
cm|centimeter|centimeters|centimetre|centimetres|cm||厘米|公分
mm|millimeter|millimeters|millimetre|millimetres|mm||毫米|公釐
um|micrometer|micrometers|micrometre|micrometres|μm||微米|微米
nm|nanometer|nanometers|nanometre|nanometres|nm||纳米|奈米
pm|picometer|picometers|picometre|picometres|pm||皮米|皮米
[mi_i]|mile|miles|||mi||英里|英里
[yd_i]|yard|yards|||yd||码|碼
[ft_i]|foot|feet|||ft|′|英尺|英尺
[in_i]|inch|inches|||in|″|英寸|英寸
[nmi_i]|nautical mile|nautical miles|||nmi||海里|海里
[fth_i]|fathom|fathoms|||fth||英寻|英尋
[fur_us]|furlong|furlongs|||fur||弗隆|化朗
[ly]|light year|light years|||ly||光年|光年
AU|astronomical unit|astronomical units|||au||天文单位|天文單位
m2|square meter|square meters|square metre|square metres|m²||平方米|平方公尺
km2|square kilometer|square kilometers|square kilometre|square kilometres|km²||平方公里|平方公里
cm2|square centimeter|square centimeters|square centimetre|square centimetres|cm²||平方厘米|平方公分
[smi_us]|square mile|square miles|||sq mi|mi²|平方英里|平方英里
[syd_i]|square yard|square yards|||yd²||平方码|平方碼
[sft_i]|square foot|square feet|||sq ft|ft²|平方英尺|平方英尺
[sin_i]|square inch|square inches|||in²||平方英寸|平方英寸
[acr_us]|acre|acres|||ac||英亩|英畝
har|hectare|hectares|||ha||公顷|公頃
dunam|dunam|dunams|||dunam||杜纳亩|杜納畝
L|liter|liters|litre|litres|L||升|公升
ML|megaliter|megaliters|megalitre|megalitres|ML||兆升|兆升
hL|hectoliter|hectoliters|hectolitre|hectolitres|hL||公石|公石
dL|deciliter|deciliters|decilitre|decilitres|dL||分升|公合
cL|centiliter|centiliters|centilitre|centilitres|cL||厘升|釐升
mL|milliliter|milliliters|millilitre|millilitres|mL||毫升|毫升
m3|cubic meter|cubic meters|cubic metre|cubic metres|m³||立方米|立方公尺
km3|cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres|km³||立方千米|立方公里
cm3|cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres|cm³||立方厘米|立方公分
[cyd_i]|cubic yard|cubic yards|||yd³||立方码|立方碼
[cft_i]|cubic foot|cubic feet|||ft³||立方英尺|立方英尺
[cin_i]|cubic inch|cubic inches|||in³||立方英寸|立方英寸
[acr_us].[ft_i]|acre-foot|acre-feet|||ac ft||英亩英尺|英畝英尺
[bu_us]|bushel|bushels|||bu||蒲式耳|蒲式耳
[gal_us]|gallon|gallons|US gallon|US gallons|gal||加仑|加侖
[gal_br]|Imp. gallon|Imp. gallons|gallon|gallons|gal Imp.|gal-Im|英制加仑|英制加侖
[qt_us]|quart|quarts|US quart|US quarts|qt||夸脱|夸脫
[pt_us]|pint|pints|||pt||品脱|品脫
[pt_br]|pint Imperial|pints Imperial|||pt Imp.||pt Imp.|pt Imp.
[cup_us]|cup|cups|||c||杯|杯
[foz_us]|fluid ounce|fluid ounces|US fluid ounce|US fluid ounces|fl oz||液盎司|液盎司
[tbs_us]|tablespoon|tablespoons|||tbsp||汤匙|湯匙
[tsp_us]|teaspoon|teaspoons|||tsp||茶匙|茶匙
[bbl_us]|barrel|barrels|||bbl||桶|桶
t|metric ton|metric tons|tonne|tonnes|t||公吨|公噸
kg|kilogram|kilograms|||kg||千克|公斤
g|gram|grams|||g||克|克
mg|milligram|milligrams|||mg||毫克|毫克
ug|microgram|micrograms|||μg||微克|微克
[ston_av]|ton|tons|||tn||吨|美噸
[stone_av]|stone|stones||stone|st||英石|英石
[lb_av]|pound|pounds|||lb|#|磅|磅
[oz_av]|ounce|ounces|||oz||盎司|盎司
[oz_tr]|troy ounce|troy ounces|||oz t||金衡制盎司|金衡盎司
[car_m]|carat|carats|||CD||克拉|克拉
[gr]|grain|grains|||gr||格令|格林
century|century|centuries|||c||个世纪|個世紀
decade|decade|decades|||dec||个十年|0 年
a|year|years|||yrs|y|年|年
mo|month|months|||mths|m|个月|個月
fortnight|fortnight|fortnights|||fw||fw|fw
wk|week|weeks|||wks|w|周|週
d|day|days||||d|天|天
h|hour|hours|||hr|h|小时|小時
min|minute|minutes|||min|m|分钟|分鐘
s|second|seconds|||sec|s|秒钟|秒
ms|millisecond|milliseconds|||ms||毫秒|毫秒
us|microsecond|microseconds|||μs||微秒|微秒
ns|nanosecond|nanoseconds|||ns||纳秒|奈秒
km/h|kilometer per hour|kilometers per hour|kilometre per hour|kilometres per hour|km/h|||
m/s|meter per second|meters per second|metre per second|metres per second|m/s|||
[mi_i]/h|mile per hour|miles per hour|||mph|||
[kn_i]|knot|knots|||kn||节|節
L/(100.km)|liter per 100 kilometers|liters per 100 kilometers|litre per 100 kilometres|litres per 100 kilometres|L/100 km|L/100km|升/100千米|
[mi_i]/[gal_us]|mile per gallon|miles per gallon|mile per US gallon|miles per US gallon|mpg|||
kW.h/(100.km)|kilowatt-hour per 100 kilometers|kilowatt-hours per 100 kilometers|kilowatt-hour per 100 kilometres|kilowatt-hours per 100 kilometres|kWh/100km||千瓦时/100千米|kWh/100km
J|joule|joules|||J||焦耳|焦耳
kJ|kilojoule|kilojoules|||kJ||千焦|千焦耳
cal|calorie|calories|||cal||卡路里|卡路里
kcal|kilocalorie|kilocalories|||kcal||千卡|千卡路里
kW.h|kilowatt hour|kilowatt-hours|kilowatt-hour||kWh||千瓦时|千瓦小時
eV|electronvolt|electronvolts|||eV||电子伏特|電子伏特
[Btu]|British thermal unit|British thermal units|||Btu||英热单位|英熱單位
W|watt|watts|||W||瓦特|瓦特
mW|milliwatt|milliwatts|||mW||毫瓦|毫瓦特
kW|kilowatt|kilowatts|||kW||千瓦|千瓦特
MW|megawatt|megawatts|||MW||兆瓦|百萬瓦特
GW|gigawatt|gigawatts|||GW||吉瓦|吉瓦
[HP]|horsepower|horsepower|||hp||马力|匹馬力
Pa|pascal|pascals|||Pa||帕斯卡|帕斯卡
hPa|hectopascal|hectopascals|||hPa||百帕斯卡|百帕
kPa|kilopascal|kilopascals|||kPa||千帕斯卡|千帕
MPa|megapascal|megapascals|||MPa||兆帕斯卡|兆帕
bar|bar|bars|||bar||巴|巴
mbar|millibar|millibars|||mbar|mb|毫巴|毫巴
atm|atmosphere|atmospheres|||atm||个标准大气压|大氣壓
[psi]|pound-force per square inch|pounds-force per square inch|||psi|||
mm[Hg]|millimeter of mercury|millimeters of mercury|millimetre of mercury|millimetres of mercury|mmHg||毫米汞柱|毫米汞柱
[in_i'Hg]|inch of mercury|inches of mercury|||inHg|″ Hg|英寸汞柱|英寸汞柱
bit|bit|bits|||bit||比特|bit
kbit|kilobit|kilobits|||kb||千比特|kb
Mbit|megabit|megabits|||Mb||兆比特|Mb
Gbit|gigabit|gigabits|||Gb||吉比特|Gb
Tbit|terabit|terabits|||Tb||太比特|Tb
By|byte|bytes|||byte|B|字节|byte
kBy|kilobyte|kilobytes|||kB||千字节|kB
MBy|megabyte|megabytes|||MB||兆字节|MB
GBy|gigabyte|gigabytes|||GB||吉字节|GB
TBy|terabyte|terabytes|||TB||太字节|TB
PBy|petabyte|petabytes|||PB||拍字节|PB
Hz|hertz|hertz|||Hz||赫兹|赫茲
kHz|kilohertz|kilohertz|||kHz||千赫|千赫
MHz|megahertz|megahertz|||MHz||兆赫|兆赫
GHz|gigahertz|gigahertz|||GHz||吉赫|吉赫
megapixel|megapixel|megapixels|||MP||百万像素|百萬像素
Cel|degree Celsius|degrees Celsius|||°C||摄氏度|
[degF]|degree Fahrenheit|degrees Fahrenheit|||°F|°|华氏度|
K|kelvin|kelvins||kelvin|K||开尔文|克耳文
deg|degree|degrees|||deg|°|度|度
rad|radian|radians|||rad||弧度|弧度
V|volt|volts|||V||伏特|伏特
A|ampere|amperes|||A||安培|安培
mA|milliampere|milliamperes|||mA||毫安|毫安培
Ohm|ohm|ohms|||Ω||欧姆|歐姆
F|farad|farads|||F||法拉|法拉
N|newton|newtons|||N||牛顿|牛頓
N.m|newton-meter|newton-meters|newton metre|newton metres|N⋅m||牛顿米|牛頓米
[lbf_av].[ft_i]|pound-force-foot|pound-force-feet|||lbf⋅ft||磅英尺|磅英尺
Bq|becquerel|becquerels|||Bq||贝克勒尔|貝克勒
Sv|sievert|sieverts|||Sv||西弗|西弗
lm|lumen|lumen||lumens|lm||流明|lm
lx|lux|lux|||lx||勒克斯|勒克斯
`
