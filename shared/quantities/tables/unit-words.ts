/** SI prefixes: letter (with UCUM's u for micro) → name and power of ten. */
export const PREFIXES = {
  f: ['femto', -15],
  p: ['pico', -12],
  n: ['nano', -9],
  u: ['micro', -6],
  m: ['milli', -3],
  c: ['centi', -2],
  d: ['deci', -1],
  h: ['hecto', 2],
  k: ['kilo', 3],
  M: ['mega', 6],
  G: ['giga', 9],
  T: ['tera', 12],
  P: ['peta', 15],
  E: ['exa', 18],
  Z: ['zetta', 21],
  Y: ['yotta', 24],
} as const

/**
 * Units of measurement: code (The Unified Code for Units of Measure, ucum.org, or a plain name where it has none), the
 * dimension, the value of one in the unit of its dimension whose factor is 1 (NIST SP 811; exact ones as defined), the
 * SI prefixes that it takes, the names and the symbols that news has beyond those of the CLDR, and the name to print
 * where it is not the first. Names are in lower case and the singular, with a plural other than with -s behind a slash,
 * and are looked up with hyphens read as spaces; one behind a minus is the CLDR's and means something else as often.
 * Symbols are in their own case and count behind digits only.
 */
export const UNIT_ROWS = `
%|share|1||percent/percent,per cent/per cent,pct/pct,percentage|pc|percent
percentage point|points of share|1||percentage point,percent point,pct point,% point|pp,ppt,ppts
basis point|basis points|1||basis point|bp,bps
[ppth]|share|0.1||per mil/per mil,part per thousand/parts per thousand
[ppm]|other|1||||parts per million
[ppb]|other|1||||parts per billion
m|length|1|pnumcdhk
um|length|0.000001||micron
[mi_i]|length|1609.344
[yd_i]|length|0.9144|||yds
[ft_i]|length|0.3048|||′
[in_i]|length|0.0254|||″,"
[nmi_i]|length|1852
[fth_i]|length|1.8288
[fur_us]|length|201.1684
li|length|500||li/li
zhang|length|3.3333333333||chinese zhang/chinese zhang
chi|length|0.3333333333||chinese foot/chinese feet
cun|length|0.0333333333||chinese inch/chinese inches
[ly]|other|1
AU|other|1|||AU
m2|area|1||sq meter,sq metre,sq. meter,sq. metre|m2,m^2,㎡,sq m,sqm,sq.m,sq. m
km2|area|1000000||sq kilometer,sq kilometre,sq. kilometer|km2,km^2,sq km,sqkm,sq. km
dm2|area|0.01||square decimeter,square decimetre
cm2|area|0.0001|||cm2,cm^2,sq cm
mm2|area|0.000001||square millimeter,square millimetre|mm2,mm²,mm^2
[sft_i]|area|0.09290304||sq foot/sq feet,sq. foot/sq. feet|sqft,sq. ft,ft2,ft²,ft^2
[syd_i]|area|0.83612736|||sq yd,yd2
[sin_i]|area|0.00064516|||sq in,in2
[smi_us]|area|2589988.110336||sq mile,sq. mile|mi2,mi²
[acr_us]|area|4046.8564224
har|area|10000
dunam|area|1000
mu|area|666.6666666667||mu
ping|area|3.305785||ping/ping,tsubo/tsubo
qing|area|66666.6666666667||chinese qing/chinese qing
L|volume|0.001|umcdh||l
kL|volume|1||kiloliter,kilolitre|kL
ML|volume|1000
GL|volume|1000000||gigaliter,gigalitre
m3|volume|1|||m3,m^3,㎥,cu m
km3|volume|1000000000|||km3,km^3
cm3|volume|0.000001|||cm3,cm^3,cc
dm3|volume|0.001||cubic decimeter,cubic decimetre|dm3,dm³
mm3|volume|0.000000001||cubic millimeter,cubic millimetre|mm3,mm³
[cin_i]|volume|0.000016387064|||cu in,cu. in,in3
[cft_i]|volume|0.028316846592|||cu ft,cu. ft,ft3,ft^3
[cyd_i]|volume|0.764554857984|||cu yd,yd3
[gal_br]|volume|0.00454609||-gallon,-gallons,imperial gallon||imperial gallon
[pt_br]|volume|0.00056826125||imperial pint||imperial pint
[bu_us]|volume|0.03523907016688
[foz_us]|volume|0.0000295735295625|||fl. oz
[gal_us]|volume|0.003785411784
[qt_us]|volume|0.000946352946
[pt_us]|volume|0.000473176473
[cup_us]|volume|0.0002365882365
[tbs_us]|volume|0.00001478676478125
[tsp_us]|volume|0.00000492892159375
[bbl_us]|volume|0.158987294928|||bbls
[acr_us].[ft_i]|volume|1233.48183754752
[bbl_us]/d|other|1||barrel per day/barrels per day,barrel a day/barrels a day|bpd,b/d
g|mass|0.001|pnumcdk|gramme
ug|mass|0.000000001|||mcg
kg|mass|1||kilo|kgs
[lb_av]|mass|0.45359237|||lbs
[oz_av]|mass|0.028349523125
[oz_tr]|mass|0.0311034768|||troy oz
[gr]|mass|0.00006479891||-grain,-grains,troy grain||grain
[scwt_av]|mass|45.359237||hundredweight/hundredweight|cwt
[stone_av]|mass|6.35029318||-stones
[dr_av]|mass|0.0017718451953125||dram,drachm,drachma
[car_m]|mass|0.0002
liang|mass|0.05||liang/liang
jin|mass|0.5||jin/jin,catty/catties
qian|mass|0.005||chinese mace/chinese mace
dan|mass|50||chinese picul
t|bulk|1||tonne,metric tonne||tonne
kt|bulk|1000||kilotonne,kiloton
Mt|bulk|1000000||megatonne,megaton|Mt
Gt|bulk|1000000000||gigaton,gigatonne|Gt
[ston_av]|bulk|0.90718474||short ton
[lton_av]|bulk|1.0160469088||long ton
s|time|1|fpnum|sec|s
as|time|0.000000000000000001||attosecond
min|time|60||min
h|time|3600||hr|h
d|time|86400
wk|time|604800||wk
fortnight|time|1209600
mo|calendar|1||mth
a|calendar|12||yr,annum
decade|calendar|120
century|calendar|1200
millennium|calendar|12000||millennium/millennia
year of age|age|1||year of age/years of age,year old/years old,year old,yr old/yrs old,yr old|yo,y/o
month of age|other|1||month of age/months of age,month old/months old,month old
week of age|other|1||week of age/weeks of age,week old/weeks old,week old
day of age|other|1||day of age/days of age,day old/days old,day old
km/h|speed|1||kilometer an hour/kilometers an hour,kilometre an hour/kilometres an hour|kph,kmh,km/hr,kmph
m/s|speed|3.6
km/s|speed|3600||kilometer per second/kilometers per second,kilometre per second/kilometres per second|km/s
cm/s|speed|0.036||centimeter per second/centimeters per second,centimetre per second/centimetres per second|cm/s
m/min|speed|0.06||meter per minute/meters per minute,metre per minute/metres per minute|m/min
[ft_i]/s|speed|1.09728||foot per second/feet per second,foot a second/feet a second|ft/s
[mi_i]/h|speed|1.609344||mile an hour/miles an hour|m.p.h.,m.p.h
[kn_i]|speed|1.852|||kt,kts
[mi_i]/[gal_us]|other|1||mile a gallon/miles a gallon
L/(100.km)|other|1||liter per 100 km/liters per 100 km,litre per 100 km/litres per 100 km|L/100km,l/100km,l/100 km
kW.h/(100.km)|other|1|||kWh/100 km
J|energy|1|mkMGTPE
eV|other|1|kMGT|electron volt
W.h|energy|3600|kMGTP|watt hour|Wh
cal|energy|4.184|k
[Btu]|energy|1055.05585262|||BTU,BTUs,Btus
M[Btu]|energy|1055055852.62||mega british thermal unit|mmBTU,MMBTU,MMBtu,mmBtu
therm|energy|105505585.262||therm
W|power|1|umkMGTP
[HP]|power|745.69987158227022|||HP
brake horsepower|power|745.69987158227022||brake horsepower/brake horsepower|bhp
Pa|pressure|1|hkMG
bar|pressure|100000||-bars
mbar|pressure|100
atm|pressure|101325
[psi]|pressure|6894.757293168||pound per square inch/pounds per square inch||pound per square inch
k[psi]|pressure|6894757.293168||kilopound per square inch/kilopounds per square inch|ksi,kpsi
mm[Hg]|pressure|133.322387415
[in_i'Hg]|pressure|3386.388640341
By|data|1|kMGTPEZY||B
bit|data|0.125|kMGTP||b
KiBy|data|1024||kibibyte|KiB
MiBy|data|1048576||mebibyte|MiB
GiBy|data|1073741824||gibibyte|GiB
TiBy|data|1099511627776||tebibyte|TiB
bit/s|data rate|1|kMGTP|bit per second/bits per second|bps,bit/s
By/s|data rate|8|kMGT|byte per second/bytes per second|B/s,Bps
Hz|frequency|1|kMGT||HZ
{rev}/min|other|1||revolutions per minute/revolutions per minute,revolution per minute|rpm
Cel|temperature|1||celsius/celsius,celcius/celcius,degree celcius/degrees celcius,degree c/degrees c,deg c/deg c,deg celsius/deg celsius,degree centigrade/degrees centigrade,centigrade/centigrade|° C,°Celsius,° Celsius,℃,C
[degF]|temperature|1||fahrenheit/fahrenheit,farenheit/farenheit,degree farenheit/degrees farenheit,degree f/degrees f,deg f/deg f,deg fahrenheit/deg fahrenheit|° F,°Fahrenheit,° Fahrenheit,℉,F
K|temperature|1
deg|other|1||deg/deg|°
rad|other|1
V|electricity|1|umkM
A|electricity|1|umk|amp
mA|electricity|0.001
kA|electricity|1000|||kA
mA.h|electricity|1||milliampere hour,milliamp hour|mAh|milliampere-hour
F|electricity|1|unp
Ohm|electricity|1|mkM
N|other|1|kM
kN|other|1000|||kN
N.m|torque|1|||Nm,N.m,N·m
[lbf_av].[ft_i]|torque|1.3558179483314||pound foot/pound feet,foot pound|lb-ft,lb ft,ft-lb,ft lb|pound-foot
dB|other|1||decibel|dB,dBA
Sv|other|1|um
R|other|1|m|roentgen
Bq|other|1|kMGTP
mol|other|1|pnum|||mole
[iU]|other|1||international unit|IU
lm|other|1
lx|other|1
cd/m2|other|1||nit|cd/m2,cd/m²
TFLOPS|other|1||teraflop|TFLOPS
PFLOPS|other|1000||petaflop|PFLOPS
EFLOPS|other|1000000||exaflop|EFLOPS
megapixel|other|1
H/s|other|1|kMGTPEZ|hash per second/hashes per second,hash a second/hashes a second|H/s,h/s
TEU|other|1||teu,twenty foot equivalent unit,20 foot equivalent unit
point per game|other|1|||ppg
rebound per game|other|1|||rpg
assist per game|other|1|||apg
`
