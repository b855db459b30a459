/**
 * The catalogue of metrics: slug → label, the unit that its amounts are in, its dimension, and what units convert to
 * it. `scale` is exact: amount = value × scale.
 */
export const METRICS = {
  'square-meters': {
    label: 'Area',
    unit: 'm2',
    dimension: 'area',
    scale: {
      m2: '1',
      km2: '1000000',
      har: '10000',
      '[sft_i]': '0.09290304',
      '[acr_us]': '4046.872609874252',
      '[smi_us]': '2589998.470319521',
    },
  },
  yuan: { label: 'Chinese yuan', unit: 'CNY', dimension: 'money', scale: { CNY: '1' } },
  'us-dollars': { label: 'US dollars', unit: 'USD', dimension: 'money', scale: { USD: '1' } },
  euros: { label: 'Euros', unit: 'EUR', dimension: 'money', scale: { EUR: '1' } },
  yen: { label: 'Japanese yen', unit: 'JPY', dimension: 'money', scale: { JPY: '1' } },
  pounds: { label: 'Pounds sterling', unit: 'GBP', dimension: 'money', scale: { GBP: '1' } },
  patients: { label: 'Patients', unit: 'patient', dimension: 'people', scale: { patient: '1' } },
  people: { label: 'People', unit: 'person', dimension: 'people', scale: { person: '1', resident: '1' } },
  percent: { label: 'Percentages', unit: '%', dimension: 'share', scale: { '%': '1' } },
  meters: {
    label: 'Length',
    unit: 'm',
    dimension: 'length',
    scale: {
      m: '1',
      km: '1000',
      cm: '0.01',
      mm: '0.001',
      '[mi_i]': '1609.344',
      '[ft_i]': '0.3048',
      '[in_i]': '0.0254',
    },
  },
  kilograms: {
    label: 'Mass',
    unit: 'kg',
    dimension: 'mass',
    scale: { kg: '1', g: '0.001', '[lb_av]': '0.45359237' },
  },
  tonnes: { label: 'Tonnes', unit: 't', dimension: 'mass', scale: { t: '1', '[ston_av]': '0.90718474' } },
  megawatts: { label: 'Power', unit: 'MW', dimension: 'power', scale: { MW: '1', GW: '1000', kW: '0.001' } },
  celsius: { label: 'Temperature', unit: 'Cel', dimension: 'temperature', scale: { Cel: '1' } },
  days: { label: 'Durations', unit: 'd', dimension: 'time', scale: { d: '1', wk: '7' } },
  cases: { label: 'Cases', unit: 'case', dimension: 'count', scale: { case: '1' } },
  deaths: { label: 'Deaths', unit: 'death', dimension: 'count', scale: { death: '1' } },
  households: {
    label: 'Households',
    unit: 'household',
    dimension: 'count',
    scale: { household: '1', family: '1' },
  },
  companies: { label: 'Companies', unit: 'company', dimension: 'count', scale: { company: '1', firm: '1' } },
  jobs: { label: 'Jobs', unit: 'job', dimension: 'count', scale: { job: '1' } },
  count: { label: 'Other counts and measures', unit: '1', dimension: 'count', scale: {} },
} as const satisfies Record<string, Metric>

/** One metric of the catalogue. */
export interface Metric {
  label: string
  unit: string
  dimension: string
  scale: Readonly<Record<string, string>>
}

export type MetricSlug = keyof typeof METRICS

const METRIC_OF = new Map<string, { metric: MetricSlug; scale: string }>()
for (const [slug, metric] of Object.entries(METRICS)) {
  for (const [unit, scale] of Object.entries(metric.scale))
    METRIC_OF.set(unit, { metric: slug as MetricSlug, scale })
}

/** The metric that a unit belongs to and the factor that turns a value into its amount; `count` for all others. */
export function metricOf(unit: string): { metric: MetricSlug; scale: string } {
  return METRIC_OF.get(unit) ?? { metric: 'count', scale: '1' }
}
