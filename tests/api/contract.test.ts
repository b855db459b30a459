import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openApiDocument } from '../../shared/api/openapi.ts'
import { ROUTES } from '../../shared/api/routes.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { isDay } from '../../shared/series/buckets.ts'
import type { Pipeline } from '../simulation/pipeline.ts'
import { anyRequestIsAnswered } from './any-request.ts'
import { readArchive, seriesOf } from './archive.ts'

interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  description?: string
  schema: {
    type: string
    enum?: string[]
    minimum?: number
    maximum?: number
    format?: string
    default?: unknown
    items?: { enum?: string[] }
  }
}

interface Operation {
  operationId: string
  parameters: Parameter[]
  responses: Record<string, { content: Record<string, { schema: object }> }>
}

const document = openApiDocument()
const operations = Object.entries(document.paths as unknown as Record<string, { get: Operation }>).map(
  ([path, { get }]) => ({ path, ...get }),
)
const parameters = operations.flatMap(({ path, parameters }) => parameters.map((one) => ({ path, ...one })))

/** What makes a request of each route that is answered. */
const KNOWN: Record<string, string> = {
  series: await seriesOf('Wuhan'),
  id: digestId('parks.txt'),
  digest: digestId('parks.txt'),
  n: '1',
  metric: 'square-meters',
}
const needed = (path: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(KNOWN).filter(([name]) => path.includes(`{${name}}`))),
  ...(path === ROUTES.search.path && { q: 'leased' }),
})

/** Values that the document says are accepted. */
function* accepted({ schema, name }: Parameter): Generator<string> {
  if (schema.enum) yield* schema.enum
  else if (schema.items?.enum) yield* [...schema.items.enum, schema.items.enum.join(',')]
  else if (schema.items) yield* [KNOWN.id ?? '', `${KNOWN.id},${KNOWN.id}`]
  else if (schema.type === 'integer') yield* [schema.minimum, schema.maximum].map(String)
  else if (schema.format === 'date') yield* ['1900-01-01', '2020-02-29', '2099-12-31']
  else if (name === 'min' || name === 'max') yield* ['0', '-1.5', '1'.repeat(30)]
  else if (name !== 'cursor' && KNOWN[name] === undefined) yield* ['x', '日报', 'a & b', "'", '.*', '']
}

/** Parameters that take any text but a blank one. */
const TEXTS = ['q', 'subject', 'entity', 'unit']

/** Values that it says are not. */
function* refused({ schema, name }: Parameter): Generator<string> {
  yield '\u0000'.repeat(300)
  if (schema.enum || schema.items) yield* ['', 'nothing', 'JSON', '__proto__', 'csv,json', ' csv']
  else if (schema.type === 'integer')
    yield* ['', '0', '-1', '1.5', '1e2', String(1 + Number(schema.maximum)), '9'.repeat(40), '１']
  else if (schema.format === 'date')
    yield* [
      '',
      '2020-02-30',
      '1899-12-31',
      '2100-01-01',
      '2020-1-1',
      '20200101',
      '2020-01-01T00:00:00Z',
      'today',
    ]
  else if (name === 'min' || name === 'max')
    yield* ['', '1e5', 'NaN', '0x1', '1,000', '--1', '.5', '1.', '1'.repeat(31)]
  else if (name !== 'n') yield* ['', ...(TEXTS.includes(name) && schema.type === 'string' ? [' \t '] : [])]
}

let archive: Pipeline
beforeAll(async () => {
  archive = await readArchive()
})

describe('/openapi.json', () => {
  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  test('is what the route answers, and names every route with its parameters', async () => {
    expect(await archive.read('GET /openapi.json')).toEqual(JSON.parse(JSON.stringify(document)))
    expect(operations.map(({ path }) => path)).toEqual(Object.values(ROUTES).map(({ path }) => path))
    for (const { path, parameters } of operations) {
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(inPath)
    }
  })

  test('tells what every parameter is for', () => {
    expect(parameters.filter(({ description }) => !description)).toEqual([])
  })
})

describe.each(operations)('GET $path', ({ path, responses }) => {
  const ajv = new Ajv2020({ strict: false, formats: { date: isDay } })
  const key = `GET ${path}`

  test('answers as its schema says, and nothing that it does not name', async () => {
    const described = responses[200]?.content['application/json']?.schema ?? {}
    const schema = path === ROUTES.openapi.path ? described : closed(described)
    const more = path.endsWith('/trend')
      ? [{ measure: 'median,sum,p99', bucket: 'week', compare: 'year-ago', fill: 'null' }, { metric: 'jobs' }]
      : path === ROUTES.metricFacts.path || path === ROUTES.facts.path
        ? [{ metric: 'patients' }, { metric: 'celsius' }]
        : [{}]
    for (const given of more) {
      const body = await archive.read(key, { ...needed(path), ...given } as Record<string, string>)
      ajv.validate(schema, body)
      expect(ajv.errors ?? []).toEqual([])
    }
  })

  test('refuses a parameter that it does not know, naming those that it does', async () => {
    const { statusCode, body } = await archive.get(key, { ...needed(path), colour: 'red' })
    expect(statusCode).toBe(400)
    const known =
      operations.find((one) => one.path === path)?.parameters.filter((one) => one.in === 'query') ?? []
    expect(JSON.parse(body)).toMatchObject({
      ...{ type: 'about:blank', status: 400, title: 'Bad Request', parameter: 'colour' },
      accepted: known.map(({ name }) => name).join(', ') || 'none',
    })
  })

  test('refuses in the query what stands in the path', async () => {
    for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
      const { statusCode } = await archive.answer({
        routeKey: key,
        pathParameters: needed(path),
        queryStringParameters: { [name]: KNOWN[name] },
      })
      expect(statusCode).toBe(400)
    }
  })
})

describe.each(parameters)('$name of $path', (parameter) => {
  const { path, name } = parameter
  const problems = new Ajv2020({ strict: false, formats: { date: isDay } }).compile(
    document.components.schemas.Problem,
  )

  test.each([...accepted(parameter)].filter((value) => value !== ''))('may be %j', async (value) => {
    const { statusCode, body } = await archive.get(`GET ${path}`, { ...needed(path), [name]: value })
    // A digest may have no item of this number.
    expect([200, ...(name === 'n' ? [404] : [])], body).toContain(statusCode)
  })

  test('may be nothing else, and the problem says what', async () => {
    for (const value of refused(parameter)) {
      const { statusCode, headers, body } = await archive.get(`GET ${path}`, {
        ...needed(path),
        [name]: value,
      })
      expect(statusCode, `${name}=${value}`).toBe(parameter.in === 'path' ? 404 : 400)
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
      const problem = JSON.parse(body)
      expect(problems(problem)).toBe(true)
      expect(problem.parameter).toBe(name)
      expect(problem.accepted).toBeTruthy()
      for (const choice of parameter.schema.enum ?? []) expect(problem.accepted).toContain(choice)
    }
  })
})

describe('any request at all', () => {
  test('is answered, or refused with a problem; its cursor works and no other', async () => {
    await fc.assert(anyRequestIsAnswered, { numRuns: 500 })
  })
})

/** The schema with no properties but those that it names. */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_key, value) =>
    value?.type === 'object' && value.properties ? { ...value, additionalProperties: false } : value,
  )
}
