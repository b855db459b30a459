import type { Decimal } from './quantity.ts'

/** What a unit measures; a metric takes the units of one dimension. */
export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'bulk'
  | 'time'
  | 'calendar'
  | 'speed'
  | 'energy'
  | 'power'
  | 'pressure'
  | 'data'
  | 'data rate'
  | 'frequency'
  | 'temperature'
  | 'electricity'
  | 'torque'
  | 'share'
  | 'points of share'
  | 'basis points'
  | 'age'
  | 'other'

/** A unit as the table has it. */
export interface UnitRow {
  /** UCUM code, or a plain name where UCUM has none. */
  code: string
  dimension: Dimension
  /** Value of one unit in the unit of its dimension whose factor is 1, exact. */
  factor: Decimal
  /** Names in the singular, lower case, the one to print first; a plural other than with -s stands behind a slash. */
  names: readonly string[]
  /** The name to print, where it is not the first of `names`. */
  label?: string
  /** Symbols, in their own case; they count behind digits only. */
  symbols?: readonly string[]
  /** SI prefixes that it takes. */
  prefixes?: string
}

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
 * Units of measurement. Codes: The Unified Code for Units of Measure (ucum.org); factors: NIST SP 811, exact ones
 * as defined. Names are looked up in lower case, with hyphens read as spaces.
 */
export const UNITS: readonly UnitRow[] = [
  {
    code: '%',
    dimension: 'share',
    factor: '1',
    names: ['percent', 'per cent', 'pct', 'percentage'],
    symbols: ['%'],
  },
  {
    code: 'percentage point',
    dimension: 'points of share',
    factor: '1',
    names: ['percentage point', 'percent point', 'pct point', '% point'],
    symbols: ['pp', 'ppt', 'ppts'],
  },
  {
    code: 'basis point',
    dimension: 'basis points',
    factor: '1',
    names: ['basis point'],
    symbols: ['bp', 'bps'],
  },
  {
    code: '[ppth]',
    dimension: 'share',
    factor: '0.1',
    names: ['per mille/per mille', 'per mil/per mil', 'part per thousand/parts per thousand'],
    symbols: ['‰'],
  },
  {
    code: '[ppm]',
    dimension: 'other',
    factor: '1',
    names: ['parts per million/parts per million', 'part per million'],
    symbols: ['ppm'],
  },
  {
    code: '[ppb]',
    dimension: 'other',
    factor: '1',
    names: ['parts per billion/parts per billion', 'part per billion'],
    symbols: ['ppb'],
  },

  {
    code: 'm',
    dimension: 'length',
    factor: '1',
    names: ['metre', 'meter'],
    symbols: ['m'],
    prefixes: 'pnumcdhk',
  },
  { code: 'um', dimension: 'length', factor: '0.000001', names: ['micron'] },
  { code: '[mi_i]', dimension: 'length', factor: '1609.344', names: ['mile'], symbols: ['mi'] },
  { code: '[yd_i]', dimension: 'length', factor: '0.9144', names: ['yard'], symbols: ['yd', 'yds'] },
  {
    code: '[ft_i]',
    dimension: 'length',
    factor: '0.3048',
    names: ['foot/feet'],
    symbols: ['ft', '′'],
  },
  {
    code: '[in_i]',
    dimension: 'length',
    factor: '0.0254',
    names: ['inch/inches'],
    symbols: ['in', '″', '"'],
  },
  { code: '[nmi_i]', dimension: 'length', factor: '1852', names: ['nautical mile'], symbols: ['nmi'] },
  { code: '[fth_i]', dimension: 'length', factor: '1.8288', names: ['fathom'] },
  { code: '[fur_us]', dimension: 'length', factor: '201.1684', names: ['furlong'] },
  { code: 'li', dimension: 'length', factor: '500', names: ['li/li'] },
  { code: 'zhang', dimension: 'length', factor: '3.3333333333', names: ['chinese zhang/chinese zhang'] },
  { code: 'chi', dimension: 'length', factor: '0.3333333333', names: ['chinese foot/chinese feet'] },
  { code: 'cun', dimension: 'length', factor: '0.0333333333', names: ['chinese inch/chinese inches'] },
  { code: '[ly]', dimension: 'other', factor: '1', names: ['light year'] },
  { code: 'AU', dimension: 'other', factor: '1', names: ['astronomical unit'] },

  {
    code: 'm2',
    dimension: 'area',
    factor: '1',
    names: ['square meter', 'square metre', 'sq meter', 'sq metre', 'sq. meter', 'sq. metre'],
    symbols: ['m2', 'm²', 'm^2', '㎡', 'sq m', 'sqm', 'sq.m', 'sq. m'],
  },
  {
    code: 'km2',
    dimension: 'area',
    factor: '1000000',
    names: ['square kilometer', 'square kilometre', 'sq kilometer', 'sq kilometre', 'sq. kilometer'],
    symbols: ['km2', 'km²', 'km^2', 'sq km', 'sqkm', 'sq. km'],
  },
  { code: 'dm2', dimension: 'area', factor: '0.01', names: ['square decimeter', 'square decimetre'] },
  {
    code: 'cm2',
    dimension: 'area',
    factor: '0.0001',
    names: ['square centimetre', 'square centimeter'],
    symbols: ['cm2', 'cm²', 'cm^2', 'sq cm'],
  },
  {
    code: 'mm2',
    dimension: 'area',
    factor: '0.000001',
    names: ['square millimeter', 'square millimetre'],
    symbols: ['mm2', 'mm²', 'mm^2'],
  },
  {
    code: '[sft_i]',
    dimension: 'area',
    factor: '0.09290304',
    names: ['square foot/square feet', 'sq foot/sq feet', 'sq. foot/sq. feet'],
    symbols: ['sq ft', 'sqft', 'sq. ft', 'ft2', 'ft²', 'ft^2'],
  },
  {
    code: '[syd_i]',
    dimension: 'area',
    factor: '0.83612736',
    names: ['square yard'],
    symbols: ['sq yd', 'yd2', 'yd²'],
  },
  {
    code: '[sin_i]',
    dimension: 'area',
    factor: '0.00064516',
    names: ['square inch/square inches'],
    symbols: ['sq in', 'in2', 'in²'],
  },
  {
    code: '[smi_us]',
    dimension: 'area',
    factor: '2589988.110336',
    names: ['square mile', 'sq mile', 'sq. mile'],
    symbols: ['sq mi', 'mi2', 'mi²'],
  },
  { code: '[acr_us]', dimension: 'area', factor: '4046.8564224', names: ['acre'] },
  { code: 'har', dimension: 'area', factor: '10000', names: ['hectare'], symbols: ['ha'] },
  { code: 'mu', dimension: 'area', factor: '666.6666666667', names: ['mu'] },
  { code: 'qing', dimension: 'area', factor: '66666.6666666667', names: ['chinese qing/chinese qing'] },

  {
    code: 'L',
    dimension: 'volume',
    factor: '0.001',
    names: ['liter', 'litre'],
    symbols: ['L', 'l'],
    prefixes: 'umcdh',
  },
  { code: 'kL', dimension: 'volume', factor: '1', names: ['kiloliter', 'kilolitre'], symbols: ['kL'] },
  { code: 'ML', dimension: 'volume', factor: '1000', names: ['megaliter', 'megalitre'] },
  { code: 'GL', dimension: 'volume', factor: '1000000', names: ['gigaliter', 'gigalitre'] },
  {
    code: 'm3',
    dimension: 'volume',
    factor: '1',
    names: ['cubic meter', 'cubic metre'],
    symbols: ['m3', 'm³', 'm^3', '㎥', 'cu m'],
  },
  {
    code: 'km3',
    dimension: 'volume',
    factor: '1000000000',
    names: ['cubic kilometer', 'cubic kilometre'],
    symbols: ['km3', 'km³', 'km^3'],
  },
  {
    code: 'cm3',
    dimension: 'volume',
    factor: '0.000001',
    names: ['cubic centimeter', 'cubic centimetre'],
    symbols: ['cm3', 'cm³', 'cm^3', 'cc'],
  },
  {
    code: 'dm3',
    dimension: 'volume',
    factor: '0.001',
    names: ['cubic decimeter', 'cubic decimetre'],
    symbols: ['dm3', 'dm³'],
  },
  {
    code: 'mm3',
    dimension: 'volume',
    factor: '0.000000001',
    names: ['cubic millimeter', 'cubic millimetre'],
    symbols: ['mm3', 'mm³'],
  },
  {
    code: '[cin_i]',
    dimension: 'volume',
    factor: '0.000016387064',
    names: ['cubic inch/cubic inches'],
    symbols: ['cu in', 'cu. in', 'in3', 'in³'],
  },
  {
    code: '[cft_i]',
    dimension: 'volume',
    factor: '0.028316846592',
    names: ['cubic foot/cubic feet'],
    symbols: ['cu ft', 'cu. ft', 'ft3', 'ft³', 'ft^3'],
  },
  {
    code: '[cyd_i]',
    dimension: 'volume',
    factor: '0.764554857984',
    names: ['cubic yard'],
    symbols: ['cu yd', 'yd3', 'yd³'],
  },
  { code: '[gal_br]', dimension: 'volume', factor: '0.00454609', names: ['imperial gallon'] },
  { code: '[pt_br]', dimension: 'volume', factor: '0.00056826125', names: ['imperial pint'] },
  { code: '[bu_us]', dimension: 'volume', factor: '0.03523907016688', names: ['bushel'] },
  {
    code: '[foz_us]',
    dimension: 'volume',
    factor: '0.0000295735295625',
    names: ['fluid ounce'],
    symbols: ['fl oz', 'fl. oz'],
  },
  { code: '[gal_us]', dimension: 'volume', factor: '0.003785411784', names: ['gallon'], symbols: ['gal'] },
  { code: '[qt_us]', dimension: 'volume', factor: '0.000946352946', names: ['quart'] },
  { code: '[pt_us]', dimension: 'volume', factor: '0.000473176473', names: ['pint'] },
  { code: '[cup_us]', dimension: 'volume', factor: '0.0002365882365', names: ['cup'] },
  {
    code: '[tbs_us]',
    dimension: 'volume',
    factor: '0.00001478676478125',
    names: ['tablespoon'],
    symbols: ['tbsp'],
  },
  {
    code: '[tsp_us]',
    dimension: 'volume',
    factor: '0.00000492892159375',
    names: ['teaspoon'],
    symbols: ['tsp'],
  },
  {
    code: '[bbl_us]',
    dimension: 'volume',
    factor: '0.158987294928',
    names: ['barrel'],
    symbols: ['bbl', 'bbls'],
  },
  {
    code: '[bbl_us]/d',
    dimension: 'other',
    factor: '1',
    names: ['barrel per day/barrels per day', 'barrel a day/barrels a day'],
    symbols: ['bpd', 'b/d'],
  },

  {
    code: 'g',
    dimension: 'mass',
    factor: '0.001',
    names: ['gram', 'gramme'],
    symbols: ['g'],
    prefixes: 'pnumcdk',
  },
  { code: 'ug', dimension: 'mass', factor: '0.000000001', names: [], symbols: ['mcg'] },
  { code: 'kg', dimension: 'mass', factor: '1', names: ['kilo'], symbols: ['kgs'] },
  { code: '[lb_av]', dimension: 'mass', factor: '0.45359237', names: ['pound'], symbols: ['lb', 'lbs'] },
  { code: '[oz_av]', dimension: 'mass', factor: '0.028349523125', names: ['ounce'], symbols: ['oz'] },
  { code: '[oz_tr]', dimension: 'mass', factor: '0.0311034768', names: ['troy ounce'], symbols: ['troy oz'] },
  { code: '[gr]', dimension: 'mass', factor: '0.00006479891', names: ['troy grain'], label: 'grain' },
  {
    code: '[scwt_av]',
    dimension: 'mass',
    factor: '45.359237',
    names: ['hundredweight/hundredweight'],
    symbols: ['cwt'],
  },
  { code: '[stone_av]', dimension: 'mass', factor: '6.35029318', names: ['stone/stone'] },
  { code: '[dr_av]', dimension: 'mass', factor: '0.0017718451953125', names: ['dram', 'drachm', 'drachma'] },
  { code: '[car_m]', dimension: 'mass', factor: '0.0002', names: ['carat'] },
  { code: 'liang', dimension: 'mass', factor: '0.05', names: ['liang/liang'] },
  { code: 'jin', dimension: 'mass', factor: '0.5', names: ['jin/jin', 'catty/catties'] },
  { code: 'qian', dimension: 'mass', factor: '0.005', names: ['chinese mace/chinese mace'] },
  { code: 'dan', dimension: 'mass', factor: '50', names: ['chinese picul'] },
  {
    code: 't',
    dimension: 'bulk',
    factor: '1',
    names: ['tonne', 'metric ton', 'metric tonne'],
    symbols: ['t'],
  },
  { code: 'kt', dimension: 'bulk', factor: '1000', names: ['kilotonne', 'kiloton'] },
  { code: 'Mt', dimension: 'bulk', factor: '1000000', names: ['megatonne', 'megaton'], symbols: ['Mt'] },
  { code: 'Gt', dimension: 'bulk', factor: '1000000000', names: ['gigaton', 'gigatonne'], symbols: ['Gt'] },
  { code: '[ston_av]', dimension: 'bulk', factor: '0.90718474', names: ['ton', 'short ton'] },
  { code: '[lton_av]', dimension: 'bulk', factor: '1.0160469088', names: ['long ton'] },

  {
    code: 's',
    dimension: 'time',
    factor: '1',
    names: ['second', 'sec'],
    symbols: ['s'],
    prefixes: 'fpnum',
  },
  { code: 'as', dimension: 'time', factor: '0.000000000000000001', names: ['attosecond'] },
  { code: 'min', dimension: 'time', factor: '60', names: ['minute', 'min'] },
  { code: 'h', dimension: 'time', factor: '3600', names: ['hour', 'hr'], symbols: ['h'] },
  { code: 'd', dimension: 'time', factor: '86400', names: ['day'] },
  { code: 'wk', dimension: 'time', factor: '604800', names: ['week', 'wk'] },
  { code: 'mo', dimension: 'calendar', factor: '1', names: ['month', 'mth'] },
  { code: 'a', dimension: 'calendar', factor: '12', names: ['year', 'yr', 'annum'] },
  { code: 'decade', dimension: 'calendar', factor: '120', names: ['decade'] },
  { code: 'century', dimension: 'calendar', factor: '1200', names: ['century/centuries'] },
  { code: 'millennium', dimension: 'calendar', factor: '12000', names: ['millennium/millennia'] },

  {
    code: 'year of age',
    dimension: 'age',
    factor: '1',
    names: ['year of age/years of age', 'year old/years old', 'year old', 'yr old/yrs old', 'yr old'],
    symbols: ['yo', 'y/o'],
  },
  {
    code: 'month of age',
    dimension: 'other',
    factor: '1',
    names: ['month of age/months of age', 'month old/months old', 'month old'],
  },
  {
    code: 'week of age',
    dimension: 'other',
    factor: '1',
    names: ['week of age/weeks of age', 'week old/weeks old', 'week old'],
  },
  {
    code: 'day of age',
    dimension: 'other',
    factor: '1',
    names: ['day of age/days of age', 'day old/days old', 'day old'],
  },

  {
    code: 'km/h',
    dimension: 'speed',
    factor: '1',
    names: [
      'kilometer per hour/kilometers per hour',
      'kilometre per hour/kilometres per hour',
      'kilometer an hour/kilometers an hour',
      'kilometre an hour/kilometres an hour',
    ],
    symbols: ['km/h', 'kph', 'kmh', 'km/hr', 'kmph'],
  },
  {
    code: 'm/s',
    dimension: 'speed',
    factor: '3.6',
    names: ['meter per second/meters per second', 'metre per second/metres per second'],
    symbols: ['m/s'],
  },
  {
    code: 'km/s',
    dimension: 'speed',
    factor: '3600',
    names: ['kilometer per second/kilometers per second', 'kilometre per second/kilometres per second'],
    symbols: ['km/s'],
  },
  {
    code: 'cm/s',
    dimension: 'speed',
    factor: '0.036',
    names: ['centimeter per second/centimeters per second', 'centimetre per second/centimetres per second'],
    symbols: ['cm/s'],
  },
  {
    code: 'm/min',
    dimension: 'speed',
    factor: '0.06',
    names: ['meter per minute/meters per minute', 'metre per minute/metres per minute'],
    symbols: ['m/min'],
  },
  {
    code: '[ft_i]/s',
    dimension: 'speed',
    factor: '1.09728',
    names: ['foot per second/feet per second', 'foot a second/feet a second'],
    symbols: ['ft/s'],
  },
  {
    code: '[mi_i]/h',
    dimension: 'speed',
    factor: '1.609344',
    names: ['mile per hour/miles per hour', 'mile an hour/miles an hour'],
    symbols: ['mph', 'm.p.h.', 'm.p.h'],
  },
  { code: '[kn_i]', dimension: 'speed', factor: '1.852', names: ['knot'], symbols: ['kt', 'kts'] },
  {
    code: '[mi_i]/[gal_us]',
    dimension: 'other',
    factor: '1',
    names: ['mile per gallon/miles per gallon', 'mile a gallon/miles a gallon'],
    symbols: ['mpg'],
  },
  {
    code: 'L/(100.km)',
    dimension: 'other',
    factor: '1',
    names: [
      'liter per 100 kilometers/liters per 100 kilometers',
      'litre per 100 kilometres/litres per 100 kilometres',
      'liter per 100 km/liters per 100 km',
      'litre per 100 km/litres per 100 km',
    ],
    symbols: ['L/100km', 'l/100km', 'L/100 km', 'l/100 km'],
  },
  {
    code: 'kW.h/(100.km)',
    dimension: 'other',
    factor: '1',
    names: [
      'kilowatt hour per 100 kilometers/kilowatt hours per 100 kilometers',
      'kilowatt hour per 100 kilometres/kilowatt hours per 100 kilometres',
    ],
    symbols: ['kWh/100km', 'kWh/100 km'],
  },

  {
    code: 'J',
    dimension: 'energy',
    factor: '1',
    names: ['joule'],
    symbols: ['J'],
    prefixes: 'mkMGTPE',
  },
  {
    code: 'eV',
    dimension: 'other',
    factor: '1',
    names: ['electron volt', 'electronvolt'],
    symbols: ['eV'],
    prefixes: 'kMGT',
  },
  {
    code: 'W.h',
    dimension: 'energy',
    factor: '3600',
    names: ['watt hour'],
    symbols: ['Wh'],
    prefixes: 'kMGTP',
  },
  {
    code: 'cal',
    dimension: 'energy',
    factor: '4.184',
    names: ['calorie'],
    symbols: ['cal'],
    prefixes: 'k',
  },
  {
    code: '[Btu]',
    dimension: 'energy',
    factor: '1055.05585262',
    names: ['british thermal unit'],
    symbols: ['BTU', 'Btu'],
  },
  {
    code: 'M[Btu]',
    dimension: 'energy',
    factor: '1055055852.62',
    names: ['mega british thermal unit'],
    symbols: ['mmBTU', 'MMBTU', 'MMBtu', 'mmBtu'],
  },
  { code: 'therm', dimension: 'energy', factor: '105505585.262', names: ['therm'] },
  { code: 'W', dimension: 'power', factor: '1', names: ['watt'], symbols: ['W'], prefixes: 'umkMGTP' },
  {
    code: '[HP]',
    dimension: 'power',
    factor: '745.69987158227022',
    names: ['horsepower/horsepower'],
    symbols: ['hp', 'HP'],
  },
  {
    code: 'brake horsepower',
    dimension: 'power',
    factor: '745.69987158227022',
    names: ['brake horsepower/brake horsepower'],
    symbols: ['bhp'],
  },

  { code: 'Pa', dimension: 'pressure', factor: '1', names: ['pascal'], symbols: ['Pa'], prefixes: 'hkMG' },
  // "1,200 bars" are counted.
  { code: 'bar', dimension: 'pressure', factor: '100000', names: ['bar/bar'] },
  { code: 'mbar', dimension: 'pressure', factor: '100', names: ['millibar'], symbols: ['mbar'] },
  { code: 'atm', dimension: 'pressure', factor: '101325', names: ['atmosphere'], symbols: ['atm'] },
  {
    code: '[psi]',
    dimension: 'pressure',
    factor: '6894.757293168',
    names: ['pound per square inch/pounds per square inch'],
    symbols: ['psi'],
  },
  {
    code: 'k[psi]',
    dimension: 'pressure',
    factor: '6894757.293168',
    names: ['kilopound per square inch/kilopounds per square inch'],
    symbols: ['ksi', 'kpsi'],
  },
  {
    code: 'mm[Hg]',
    dimension: 'pressure',
    factor: '133.322387415',
    names: ['millimeter of mercury/millimeters of mercury'],
    symbols: ['mmHg'],
  },
  {
    code: "[in_i'Hg]",
    dimension: 'pressure',
    factor: '3386.388640341',
    names: ['inch of mercury/inches of mercury'],
    symbols: ['inHg'],
  },

  { code: 'By', dimension: 'data', factor: '1', names: ['byte'], symbols: ['B'], prefixes: 'kMGTPEZY' },
  { code: 'bit', dimension: 'data', factor: '0.125', names: ['bit'], symbols: ['b'], prefixes: 'kMGTP' },
  { code: 'KiBy', dimension: 'data', factor: '1024', names: ['kibibyte'], symbols: ['KiB'] },
  { code: 'MiBy', dimension: 'data', factor: '1048576', names: ['mebibyte'], symbols: ['MiB'] },
  { code: 'GiBy', dimension: 'data', factor: '1073741824', names: ['gibibyte'], symbols: ['GiB'] },
  { code: 'TiBy', dimension: 'data', factor: '1099511627776', names: ['tebibyte'], symbols: ['TiB'] },
  {
    code: 'bit/s',
    dimension: 'data rate',
    factor: '1',
    names: ['bit per second/bits per second'],
    symbols: ['bps', 'bit/s'],
    prefixes: 'kMGTP',
  },
  {
    code: 'By/s',
    dimension: 'data rate',
    factor: '8',
    names: ['byte per second/bytes per second'],
    symbols: ['B/s', 'Bps'],
    prefixes: 'kMGT',
  },

  {
    code: 'Hz',
    dimension: 'frequency',
    factor: '1',
    names: ['hertz/hertz'],
    symbols: ['Hz', 'HZ'],
    prefixes: 'kMGT',
  },
  {
    code: '{rev}/min',
    dimension: 'other',
    factor: '1',
    names: ['revolutions per minute/revolutions per minute', 'revolution per minute'],
    symbols: ['rpm'],
  },

  {
    code: 'Cel',
    dimension: 'temperature',
    factor: '1',
    names: [
      'degree celsius/degrees celsius',
      'celsius/celsius',
      'celcius/celcius',
      'degree celcius/degrees celcius',
      'degree c/degrees c',
      'deg c/deg c',
      'deg celsius/deg celsius',
      'degree centigrade/degrees centigrade',
      'centigrade/centigrade',
    ],
    symbols: ['°C', '° C', '°Celsius', '° Celsius', '℃', 'C'],
  },
  {
    code: '[degF]',
    dimension: 'temperature',
    factor: '1',
    names: [
      'degree fahrenheit/degrees fahrenheit',
      'fahrenheit/fahrenheit',
      'farenheit/farenheit',
      'degree farenheit/degrees farenheit',
      'degree f/degrees f',
      'deg f/deg f',
      'deg fahrenheit/deg fahrenheit',
    ],
    symbols: ['°F', '° F', '°Fahrenheit', '° Fahrenheit', '℉', 'F'],
  },
  { code: 'K', dimension: 'temperature', factor: '1', names: ['kelvin'] },
  { code: 'deg', dimension: 'other', factor: '1', names: ['degree', 'deg/deg'], symbols: ['°'] },
  { code: 'rad', dimension: 'other', factor: '1', names: ['radian'] },

  { code: 'V', dimension: 'electricity', factor: '1', names: ['volt'], symbols: ['V'], prefixes: 'umkM' },
  { code: 'A', dimension: 'electricity', factor: '1', names: ['ampere', 'amp'], prefixes: 'umk' },
  { code: 'mA', dimension: 'electricity', factor: '0.001', names: [], symbols: ['mA'] },
  { code: 'kA', dimension: 'electricity', factor: '1000', names: [], symbols: ['kA'] },
  {
    code: 'mA.h',
    dimension: 'electricity',
    factor: '1',
    names: ['milliampere hour', 'milliamp hour'],
    label: 'milliampere-hour',
    symbols: ['mAh'],
  },
  { code: 'F', dimension: 'electricity', factor: '1', names: ['farad'], prefixes: 'unp' },
  { code: 'Ohm', dimension: 'electricity', factor: '1', names: ['ohm'], symbols: ['Ω'], prefixes: 'mkM' },
  { code: 'N', dimension: 'other', factor: '1', names: ['newton'], prefixes: 'kM' },
  { code: 'kN', dimension: 'other', factor: '1000', names: [], symbols: ['kN'] },
  {
    code: 'N.m',
    dimension: 'torque',
    factor: '1',
    names: ['newton meter', 'newton metre'],
    symbols: ['Nm', 'N.m', 'N·m'],
  },
  {
    code: '[lbf_av].[ft_i]',
    dimension: 'torque',
    factor: '1.3558179483314',
    names: ['pound foot/pound feet', 'foot pound'],
    label: 'pound-foot',
    symbols: ['lb-ft', 'lb ft', 'ft-lb', 'ft lb'],
  },
  { code: 'dB', dimension: 'other', factor: '1', names: ['decibel'], symbols: ['dB', 'dBA'] },
  { code: 'Sv', dimension: 'other', factor: '1', names: ['sievert'], symbols: ['Sv'], prefixes: 'um' },
  { code: 'R', dimension: 'other', factor: '1', names: ['roentgen'], prefixes: 'm' },
  {
    code: 'Bq',
    dimension: 'other',
    factor: '1',
    names: ['becquerel'],
    symbols: ['Bq'],
    prefixes: 'kMGTP',
  },
  {
    code: 'mol',
    dimension: 'other',
    factor: '1',
    names: [],
    label: 'mole',
    symbols: ['mol'],
    prefixes: 'pnum',
  },
  { code: '[iU]', dimension: 'other', factor: '1', names: ['international unit'], symbols: ['IU'] },
  { code: 'lm', dimension: 'other', factor: '1', names: ['lumen'], symbols: ['lm'] },
  { code: 'lx', dimension: 'other', factor: '1', names: ['lux/lux'] },
  { code: 'cd/m2', dimension: 'other', factor: '1', names: ['nit'], symbols: ['cd/m2', 'cd/m²'] },
  { code: 'TFLOPS', dimension: 'other', factor: '1', names: ['teraflop'], symbols: ['TFLOPS'] },
  { code: 'PFLOPS', dimension: 'other', factor: '1000', names: ['petaflop'], symbols: ['PFLOPS'] },
  { code: 'EFLOPS', dimension: 'other', factor: '1000000', names: ['exaflop'], symbols: ['EFLOPS'] },
  { code: 'megapixel', dimension: 'other', factor: '1', names: ['megapixel'], symbols: ['MP'] },
  {
    code: 'TEU',
    dimension: 'other',
    factor: '1',
    names: ['teu', 'twenty foot equivalent unit', '20 foot equivalent unit'],
  },

  { code: 'point per game', dimension: 'other', factor: '1', names: [], symbols: ['ppg'] },
  { code: 'rebound per game', dimension: 'other', factor: '1', names: [], symbols: ['rpg'] },
  { code: 'assist per game', dimension: 'other', factor: '1', names: [], symbols: ['apg'] },
]
