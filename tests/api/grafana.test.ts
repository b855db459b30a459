import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { matchRoute } from '../../infra/local/http-gateway.ts'
import { ROUTES } from '../../shared/api/routes.ts'
import { readArchive } from './archive.ts'

interface InfinityQuery {
  url: string
  root_selector: string
  columns: { selector: string; text: string }[]
}

const dashboard = JSON.parse(readFileSync('grafana/dashboard.json', 'utf8'))
const queries: [string, InfinityQuery][] = [
  ...dashboard.panels.map(({ title, targets: [target] }: { title: string; targets: [InfinityQuery] }) => [
    title,
    target,
  ]),
  ...dashboard.templating.list.flatMap(
    ({ name, query }: { name: string; query: { infinityQuery?: InfinityQuery } }) =>
      query.infinityQuery ? [[name, query.infinityQuery]] : [],
  ),
]

/** What Grafana puts in the place of its variables. */
const VARIABLES: Record<string, string> = {
  api: 'http://api',
  metric: 'square-meters',
  bucket: 'month',
  '__from:date:YYYY-MM-DD': '2019-01-01',
  '__to:date:YYYY-MM-DD': '2020-12-31',
}

const ROUTE_KEYS = Object.values(ROUTES).map(({ method, path }) => ({ routeKey: `${method} ${path}` }))

describe('the Grafana dashboard', () => {
  test.each(queries)('%s is a question that the API answers, with every column', async (_title, query) => {
    const url = new URL(query.url.replace(/\$\{([^}]+)\}/g, (_whole, name) => VARIABLES[name] ?? 'unknown'))
    const match = matchRoute('GET', url.pathname, ROUTE_KEYS)
    const body = await (await readArchive()).read<Record<string, object[]>>(match?.route.routeKey ?? '', {
      ...match?.pathParameters,
      ...Object.fromEntries(url.searchParams),
    })
    const rows = body[query.root_selector] ?? []
    expect(rows.length).toBeGreaterThan(0)
    for (const { selector } of query.columns) expect(rows[0]).toHaveProperty(selector)
  })
})
