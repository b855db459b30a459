import { readFileSync } from 'node:fs'
import { RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Node } from 'constructs'
import * as v from 'valibot'
import { readEntities } from '../shared/statements/read-entities.ts'
import { MOST_RELEASES } from '../shared/store/version.ts'

const text = (pattern: RegExp, accepted: string) => v.pipe(v.string(), v.regex(pattern, accepted))

/** The command line gives every value as text, cdk.json may give numbers and truth values. */
const wholeNumber = (least: number, most: number) => {
  const accepted = `a whole number from ${least} to ${most}`
  return v.pipe(
    v.union([v.number(), text(/^\d{1,9}$/, accepted)], accepted),
    v.transform(Number),
    v.integer(accepted),
    v.minValue(least, accepted),
    v.maxValue(most, accepted),
  )
}

const oneOf = <const T extends readonly string[]>(...allowed: T) =>
  v.picklist(allowed, `one of ${allowed.join(', ')}`)

const trueOrFalse = v.pipe(
  v.union([v.boolean(), oneOf('true', 'false')], 'true or false'),
  v.transform((given) => String(given) === 'true'),
)

const LOG_PERIODS = Object.values(RetentionDays).filter(
  (days): days is number => typeof days === 'number' && days < RetentionDays.INFINITE,
)
const logPeriods = `one of the periods of CloudWatch Logs: ${LOG_PERIODS.join(', ')}`

/** Plain HTTP is for an issuer on the same machine as the local cloud. */
const ISSUER = /^(https:\/\/|http:\/\/127\.0\.0\.1:)[^\s?#]+$/
const memory = wholeNumber(128, 10_240)

/**
 * What a deployment may choose, as CDK context: `cdk deploy -c logLevel=DEBUG`, or `context` in cdk.json.
 * Each setting has a line in docs/deployment.md.
 */
const SettingsSchema = v.pipe(
  v.object({
    /** Sets stacks of one account apart. */
    stage: v.optional(text(/^[a-z][a-z0-9-]{0,19}$/, 'up to 20 lower-case letters, digits and hyphens')),
    /** What becomes of buckets and tables when the stack goes: `destroy` is for stacks made to be thrown away. */
    removal: v.optional(oneOf('retain', 'destroy'), 'retain'),
    logLevel: v.optional(oneOf('DEBUG', 'INFO', 'WARN', 'ERROR'), 'INFO'),
    /** For log lines, of functions and of access alike. */
    logRetentionDays: v.optional(
      v.pipe(
        wholeNumber(1, 3653),
        v.check((days) => LOG_PERIODS.includes(days), logPeriods),
      ),
      90,
    ),
    /** ARN of the SNS topic that hears of alarms; without it alarms only show. */
    alarmTopic: v.optional(text(/^arn:[\w-]+:sns:[\w-]*:\d*:[\w-]+$/, 'the ARN of an SNS topic')),
    /** Address of docs/runbook.md as the readers of alarms open it. */
    runbook: v.optional(v.string(), 'docs/runbook.md'),
    /** Days without a digest after which an alarm says so; CloudWatch looks back no further than 7. */
    quietDays: v.optional(wholeNumber(1, 7), 3),
    /** Raised by one to go back to an older parser or extractor, so that its results take the place of the newer one's. */
    release: v.optional(wholeNumber(0, MOST_RELEASES), 0),
    /** Path of a JSON file of names that the tables of entities do not hold; see docs/deployment.md. */
    entities: v.optional(
      v.pipe(
        v.string(),
        v.rawTransform(({ dataset, addIssue, NEVER }) => {
          try {
            return readEntities(readFileSync(dataset.value, 'utf8'))
          } catch (error) {
            addIssue({ message: `the path of a JSON file of entities: ${(error as Error).message}` })
            return NEVER
          }
        }),
      ),
    ),
    /** OpenID Connect issuer whose tokens let read. */
    jwtIssuer: v.optional(text(ISSUER, 'an https address without query')),
    /** Audience that those tokens must be for. */
    jwtAudience: v.optional(text(/^\S+$/, 'the audience or client id of the tokens')),
    /** Lets everyone on the internet read, without any permission. */
    openReading: v.optional(trueOrFalse, false),
    /** Puts the dashboard and the API behind a distribution of CloudFront. */
    dashboard: v.optional(trueOrFalse, false),
    /** The distribution's name, instead of the one that CloudFront gives it. */
    dashboardDomain: v.optional(text(/^[a-z0-9.-]+\.[a-z]{2,63}$/, 'a host name such as trends.example.org')),
    /** Of that name; CloudFront takes certificates of this region only. */
    dashboardCertificate: v.optional(
      text(
        /^arn:[\w-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'the ARN of a certificate of ACM in us-east-1',
      ),
    ),
    /** Origins of web pages that may read, with a comma between them. */
    corsOrigins: v.optional(
      v.pipe(
        text(
          /^https?:\/\/[^\s,/]+(,https?:\/\/[^\s,/]+)*$/,
          'origins such as https://example.org, with commas',
        ),
        v.transform((origins) => origins.split(',')),
      ),
    ),
    /** Requests a second that each route answers, and how many at once on top. */
    requestsPerSecond: v.optional(wholeNumber(1, 10_000), 50),
    requestBurst: v.optional(wholeNumber(1, 5000), 100),
    /** MiB of each function; its share of a processor grows with it. */
    parseMemory: v.optional(memory, 1024),
    extractMemory: v.optional(memory, 1024),
    rollUpMemory: v.optional(memory, 512),
    serveMemory: v.optional(memory, 512),
  }),
  v.check(
    ({ jwtIssuer, jwtAudience }) => (jwtIssuer === undefined) === (jwtAudience === undefined),
    'Context jwtIssuer and jwtAudience go together: one of them is missing',
  ),
  v.check(
    ({ jwtIssuer, openReading }) => jwtIssuer === undefined || !openReading,
    'Context openReading and jwtIssuer exclude each other',
  ),
  v.check(
    ({ dashboard, openReading, jwtIssuer }) => !dashboard || openReading || jwtIssuer !== undefined,
    'Context dashboard needs openReading or jwtIssuer: browsers do not sign requests with credentials of AWS',
  ),
  v.check(
    ({ dashboardDomain, dashboardCertificate }) =>
      (dashboardDomain === undefined) === (dashboardCertificate === undefined),
    'Context dashboardDomain and dashboardCertificate go together: one of them is missing',
  ),
  v.check(
    ({ dashboard, dashboardDomain }) => dashboard || dashboardDomain === undefined,
    'Context dashboardDomain names a dashboard, and there is none: set dashboard too',
  ),
)

export type Settings = v.InferOutput<typeof SettingsSchema>

/** The name of every setting. */
export const SETTINGS = Object.keys(SettingsSchema.entries)

/** Context of the CDK itself: `aws:cdk:bundling-stacks`, `@aws-cdk/core:…`, `availability-zones:account=…`. */
const OF_THE_CDK = /[:@/]/

/** @throws Error naming the context key that is not known, or whose value is not accepted, and what is */
export function readSettings(node: Node): Settings {
  const context: Record<string, unknown> = node.getAllContext()
  const given = Object.fromEntries(Object.entries(context).filter(([key]) => !OF_THE_CDK.test(key)))
  const unknown = Object.keys(given).find((key) => !SETTINGS.includes(key))
  if (unknown) throw new Error(`There is no setting ${unknown}; there are ${SETTINGS.join(', ')}`)
  const result = v.safeParse(SettingsSchema, given)
  if (result.success) return result.output
  const { path, message } = result.issues[0]
  const key = path && String(path[0].key)
  throw new Error(key ? `Context ${key} is ${JSON.stringify(given[key])}; it must be ${message}` : message)
}
