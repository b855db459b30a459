import type { Decimal } from './decimal.ts'

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

/** One metric of the catalogue. */
export interface Metric {
  /** What dashboards call it. */
  label: string
  /** The unit that its amounts are in: UCUM, ISO 4217, `%`, or a singular noun. */
  unit: string
  /** What it measures: it takes every unit of the unit table with that dimension, converted. */
  dimension: Dimension | 'money' | 'people' | 'count'
  /** What says most of many amounts, where it is not their sum: shares and temperatures do not add up. */
  measure?: 'mean' | 'count'
  /** Other units that it takes → the factor that turns them into its own. */
  also?: Readonly<Record<string, Decimal>>
}

/**
 * The catalogue of metrics, by slug. Months and years have no exact length in days, so durations in them are a metric
 * of their own; so are tonnes beside kilograms, since news weighs parcels and harvests.
 */
export const METRICS = {
  'square-meters': { label: 'Area', unit: 'm2', dimension: 'area' },
  meters: { label: 'Length', unit: 'm', dimension: 'length' },
  'cubic-meters': { label: 'Volume', unit: 'm3', dimension: 'volume' },
  kilograms: { label: 'Mass', unit: 'kg', dimension: 'mass' },
  tonnes: { label: 'Tonnes', unit: 't', dimension: 'bulk' },
  days: { label: 'Durations', unit: 'd', dimension: 'time', measure: 'mean' },
  months: { label: 'Durations in months and years', unit: 'mo', dimension: 'calendar', measure: 'mean' },
  ages: { label: 'Ages', unit: 'year of age', dimension: 'age', measure: 'mean' },
  'kilometers-per-hour': { label: 'Speed', unit: 'km/h', dimension: 'speed', measure: 'mean' },
  'megawatt-hours': { label: 'Energy', unit: 'MW.h', dimension: 'energy' },
  megawatts: { label: 'Power', unit: 'MW', dimension: 'power' },
  pascals: { label: 'Pressure', unit: 'Pa', dimension: 'pressure', measure: 'mean' },
  gigabytes: { label: 'Data', unit: 'GBy', dimension: 'data' },
  'megabits-per-second': { label: 'Data rate', unit: 'Mbit/s', dimension: 'data rate', measure: 'mean' },
  hertz: { label: 'Frequency', unit: 'Hz', dimension: 'frequency', measure: 'mean' },
  celsius: { label: 'Temperature', unit: 'Cel', dimension: 'temperature', measure: 'mean' },

  yuan: { label: 'Chinese yuan', unit: 'CNY', dimension: 'money' },
  'us-dollars': { label: 'US dollars', unit: 'USD', dimension: 'money' },
  euros: { label: 'Euros', unit: 'EUR', dimension: 'money' },
  yen: { label: 'Japanese yen', unit: 'JPY', dimension: 'money' },
  pounds: { label: 'Pounds sterling', unit: 'GBP', dimension: 'money' },
  'hong-kong-dollars': { label: 'Hong Kong dollars', unit: 'HKD', dimension: 'money' },
  'taiwan-dollars': { label: 'New Taiwan dollars', unit: 'TWD', dimension: 'money' },
  'canadian-dollars': { label: 'Canadian dollars', unit: 'CAD', dimension: 'money' },
  'australian-dollars': { label: 'Australian dollars', unit: 'AUD', dimension: 'money' },
  won: { label: 'South Korean won', unit: 'KRW', dimension: 'money' },
  rupees: { label: 'Indian rupees', unit: 'INR', dimension: 'money' },
  roubles: { label: 'Russian roubles', unit: 'RUB', dimension: 'money' },

  percent: { label: 'Percentages', unit: '%', dimension: 'share', measure: 'mean' },
  'percentage-points': {
    label: 'Percentage points',
    unit: 'percentage point',
    dimension: 'points of share',
    measure: 'mean',
  },
  'basis-points': { label: 'Basis points', unit: 'basis point', dimension: 'basis points', measure: 'mean' },

  patients: { label: 'Patients', unit: 'patient', dimension: 'people' },
  cases: { label: 'Cases', unit: 'case', dimension: 'count', also: { infection: '1' } },
  deaths: { label: 'Deaths', unit: 'death', dimension: 'people', also: { fatality: '1' } },
  people: {
    label: 'People',
    unit: 'person',
    dimension: 'people',
    also: { resident: '1', inhabitant: '1', citizen: '1', individual: '1', 居民: '1', 公民: '1' },
  },
  households: { label: 'Households', unit: 'household', dimension: 'count', also: { family: '1' } },
  companies: {
    label: 'Companies',
    unit: 'company',
    dimension: 'count',
    also: {
      ...{ firm: '1', business: '1', enterprise: '1', corporation: '1', 'start-up': '1', startup: '1' },
      ...{
        公司: '1',
        企业: '1',
        上市公司: '1',
        子公司: '1',
        创业公司: '1',
        中小企业: '1',
        高新技术企业: '1',
      },
    },
  },
  jobs: {
    label: 'Jobs',
    unit: 'job',
    dimension: 'count',
    also: { 岗位: '1', 就业岗位: '1', 工作岗位: '1', 职位: '1' },
  },
  count: { label: 'Other counts and measures', unit: '1', dimension: 'count', measure: 'count' },
} as const satisfies Record<string, Metric>

export type MetricSlug = keyof typeof METRICS
