import { describe, expect, it } from 'vitest'
import { parseDigest } from '../../shared/digest/parse.ts'
import { rowWords, unitSaid } from '../../shared/digest/table-rows.ts'

const HEADERS: readonly (readonly [columns: string[], cells: string[], said: string])[] = [
  [['Town', 'Loaves (thousands)'], ['Oak', '4.5'], 'Oak — Loaves: 4.5 thousand'],
  [['Mill', 'Sales ($m)', 'Margin (%)'], ['Oak', '4.5', '12'], 'Oak — Sales: $4.5m; Margin: 12%'],
  [['Mill', 'Sales, million tonnes'], ['Oak', '4.5'], 'Oak — Sales: 4.5 million tonnes'],
  [['Mill', 'Debt (US$ bn)'], ['Oak', '4.5'], 'Oak — Debt: US$4.5bn'],
  [['Mill', 'Debt (EUR million)'], ['Oak', '4.5'], 'Oak — Debt: EUR 4.5 million'],
  [['Town', 'Share (2019)'], ['Oak', '4.5'], 'Oak — Share (2019): 4.5'],
  [['Town', 'Note'], ['Oak', 'opens in May'], ''],
  [['Indicator', 'Unit', '2020'], ['Milk', 'tonnes', '900'], 'Milk — 2020: 900 tonnes'],
  [['地区', '累计确诊（例）', '死亡（人）'], ['南山', '45', '1'], '南山——累计确诊：45例；死亡：1人'],
  [['指标', '金额/亿元', '同比（%）'], ['出口', '4.5', '-3.1'], '出口——金额：4.5亿元；同比：-3.1%'],
  [[], ['Loaves sold', '900'], 'Loaves sold: 900'],
  [[], ['Oak', 'Elm', '900'], ''],
]

describe('a row of a table', () => {
  it.each(HEADERS)('under %j says %j as %j', (columns, cells, said) => {
    expect(rowWords(cells, { caption: null, columns }) ?? '').toBe(said)
  })

  it('is in the unit of the whole table, but for what has one of its own', () => {
    const head = { caption: '表2 进出口（单位：亿元）', columns: ['地区', '进口', '同比', '企业（家）'] }
    expect(rowWords(['南山', '4.5', '3.1', '12'], head)).toBe('南山——进口：4.5亿元；同比：3.1；企业：12家')
  })

  it.each([
    ['单位：万吨', '万吨'],
    ['Unit: thousand tonnes', 'thousand tonnes'],
    ['All figures are in millions of US dollars.', 'millions of US dollars'],
    ['Table 3. Sales (in millions)', 'in millions'],
    ['Table 3. Sales (see below)', null],
    ['In the mill', null],
  ])('has its unit from %j', (line, unit) => {
    expect(unitSaid(line)).toBe(unit)
  })

  it('counts cells over several columns and rows for each', async () => {
    const html = `<table><tr><th rowspan=2>Town<th colspan=2>2020<tr><th>Loaves<th>Rolls
      <tr><td rowspan=2>Oak<td>900<td>70<tr><td>800<td>60</table>`
    const { items } = await parseDigest(Buffer.from(html), {
      key: 'a.html',
      lastModified: '2021-05-06T07:08:09Z',
    })
    expect(items.map(({ text }) => text)).toEqual([
      'Oak — 2020 Loaves: 900; 2020 Rolls: 70',
      'Oak — 2020 Loaves: 800; 2020 Rolls: 60',
    ])
  })
})
