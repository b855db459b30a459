import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { PARAMETERS, pathParameters } from './parameters.ts'
import { ROUTES, type RouteName } from './routes.ts'
import { ANSWER_SCHEMAS, PROBLEM_SCHEMA } from './schemas.ts'

/** The API as OpenAPI 3.1 has it, from the schemas that check its requests and give its answers their types. */
export function openApiDocument() {
  const routes = Object.keys(ROUTES) as RouteName[]
  return {
    openapi: '3.1.1',
    info: {
      title: 'digest-metrics',
      version: '1',
      description:
        'Digests, the facts in them, and their trends. Amounts are decimal strings, days are UTC, ranges hold both their ends.',
    },
    paths: Object.fromEntries(routes.map((route) => [ROUTES[route].path, { get: operationOf(route) }])),
    components: {
      schemas: { Problem: schemaOf(PROBLEM_SCHEMA) },
      responses: {
        Problem: {
          description: 'What is wrong, and what is accepted (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
        NotModified: { description: 'The reader has this answer already.' },
      },
    },
  }
}

function operationOf(route: RouteName) {
  const entries = Object.entries<v.GenericSchema>(PARAMETERS[route].entries)
  const problem = { $ref: '#/components/responses/Problem' }
  return {
    operationId: route,
    summary: ROUTES[route].summary,
    parameters: entries.map(([name, schema]) =>
      parameterOf(name, schema, pathParameters(route).includes(name)),
    ),
    responses: {
      200: {
        description: ROUTES[route].summary,
        headers: {
          ETag: { description: 'Strong, for If-None-Match.', schema: { type: 'string' } },
          ...('limit' in PARAMETERS[route].entries && {
            Link: {
              description: 'rel="next": the next page, unless this is the last.',
              schema: { type: 'string' },
            },
          }),
        },
        content: contentOf(route),
      },
      304: { $ref: '#/components/responses/NotModified' },
      400: problem,
      404: problem,
    },
  }
}

function contentOf(route: RouteName): Record<string, object> {
  const text = { schema: { type: 'string' } }
  const formats = 'format' in PARAMETERS[route].entries
  return {
    'application/json': { schema: schemaOf(ANSWER_SCHEMAS[route]) },
    ...(formats && { 'text/csv': text }),
    ...(route === 'metricFacts' && { 'application/jsonl': text }),
  }
}

function parameterOf(name: string, schema: v.GenericSchema, inPath: boolean) {
  const { description, ...rest } = schemaOf(schema)
  return {
    name,
    in: inPath ? 'path' : 'query',
    required: inPath,
    description,
    ...(rest.type === 'array' && { style: 'form', explode: false }),
    // Written as the text of a request, its default is given as what it stands for.
    schema: 'default' in rest ? { ...rest, default: v.parse(schema, undefined) } : rest,
  }
}

/** Checks that JSON Schema has no words for are told in the descriptions. */
function schemaOf(schema: v.GenericSchema) {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'output',
    errorMode: 'ignore',
  })
  return rest
}
