import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Comparison, Condition } from '../../shared/store/condition.ts'
import { BY_DATE_INDEX, KEY, type RowKey } from '../../shared/store/keys.ts'

export interface Query {
  pk: string
  /** Only sort keys that begin with this. */
  prefix?: string
  /** Only sort keys from `from` to `to`, both inclusive. */
  between?: { from: string; to: string }
  /** Read the index by date instead of the table; never consistent. */
  index?: 'by-date'
  descending?: boolean
  /** Rows of one page at most; DynamoDB also ends a page at 1 MB. */
  limit?: number
  /** Continue after this key, as a page gave it. */
  after?: Record<string, unknown>
}

export interface Page<Row extends RowKey> {
  rows: Row[]
  /** Where the next page begins; undefined on the last. */
  next?: Record<string, unknown>
}

/** One DynamoDB table as the protocol needs it: consistent reads and conditional writes, nothing else. */
export interface Table {
  /** Consistent read of one row. */
  get<Row extends RowKey>(key: RowKey): Promise<Row | undefined>
  /** Writes a whole row. @returns false when the condition refused it */
  put(row: RowKey, condition?: Condition): Promise<boolean>
  /** Writes rows without a condition; returns when all are written. */
  putAll(rows: readonly RowKey[]): Promise<void>
  /** One page, consistent unless it reads an index. */
  queryPage<Row extends RowKey>(query: Query): Promise<Page<Row>>
}

/** Every row of a query, page after page. */
export async function* queryRows<Row extends RowKey>(table: Table, query: Query): AsyncGenerator<Row> {
  let after = query.after
  do {
    const page = await table.queryPage<Row>({ ...query, ...(after && { after }) })
    yield* page.rows
    after = page.next
  } while (after !== undefined)
}

export async function queryAll<Row extends RowKey>(table: Table, query: Query): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of queryRows<Row>(table, query)) rows.push(row)
  return rows
}

/** BatchWriteItem takes 25 rows at most. */
const BATCH_ROWS = 25
/** First pause before unprocessed rows are sent again; doubles each time. */
const RETRY_MS = 50
const BATCH_ATTEMPTS = 8

export function dynamoTable(name: string, client = new DynamoDBClient()): Table {
  // It makes a copy of each answer for a log that nobody keeps: a tenth of the time of a query over a hundred rows.
  client.middlewareStack.remove('loggerMiddleware')
  return {
    async get<Row extends RowKey>(key: RowKey) {
      const { Item } = await client.send(
        new GetItemCommand({
          TableName: name,
          Key: stored({ pk: key.pk, sk: key.sk }),
          ConsistentRead: true,
        }),
      )
      return Item && (unmarshall(Item) as Row)
    },

    async put(row, condition) {
      try {
        await client.send(
          new PutItemCommand({
            TableName: name,
            Item: stored(row),
            ...(condition && conditionExpression(condition)),
          }),
        )
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },

    async putAll(rows) {
      for (let at = 0; at < rows.length; at += BATCH_ROWS) {
        let writes: WriteRequest[] = rows
          .slice(at, at + BATCH_ROWS)
          .map((row) => ({ PutRequest: { Item: stored(row) } }))
        for (let attempt = 0; writes.length > 0; attempt++) {
          if (attempt === BATCH_ATTEMPTS) throw new Error(`${writes.length} rows of ${name} stay unprocessed`)
          if (attempt > 0) await new Promise((done) => setTimeout(done, RETRY_MS * 2 ** (attempt - 1)))
          const { UnprocessedItems } = await client.send(
            new BatchWriteItemCommand({ RequestItems: { [name]: writes } }),
          )
          writes = UnprocessedItems?.[name] ?? []
        }
      }
    },

    async queryPage<Row extends RowKey>(query: Query) {
      const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(queryInput(name, query)))
      return {
        rows: Items.map((item) => unmarshall(item) as Row),
        ...(LastEvaluatedKey && { next: unmarshall(LastEvaluatedKey) }),
      }
    },
  }
}

function queryInput(
  table: string,
  { pk, prefix, between, index, descending, limit, after }: Query,
): QueryCommandInput {
  const { partition, sort } = index ? BY_DATE_INDEX : KEY
  return {
    TableName: table,
    IndexName: index && BY_DATE_INDEX.name,
    ConsistentRead: index === undefined,
    KeyConditionExpression: [
      '#pk = :pk',
      ...(prefix === undefined ? [] : ['begins_with(#sk, :prefix)']),
      ...(between === undefined ? [] : ['#sk BETWEEN :from AND :to']),
    ].join(' AND '),
    ExpressionAttributeNames: { '#pk': partition, ...((prefix ?? between) && { '#sk': sort }) },
    ExpressionAttributeValues: stored({
      ':pk': pk,
      ...(prefix !== undefined && { ':prefix': prefix }),
      ...(between && { ':from': between.from, ':to': between.to }),
    }),
    ScanIndexForward: !descending,
    Limit: limit,
    ExclusiveStartKey: after && stored(after),
  }
}

/** As DynamoDB stores it; what is undefined is left out. */
function stored(values: object): Record<string, AttributeValue> {
  return marshall(values, { removeUndefinedValues: true })
}

/** The condition as DynamoDB reads it, with a placeholder for every name and value. */
function conditionExpression(condition: Condition) {
  const names: Record<string, string> = {}
  const values: Record<string, string | number> = {}
  const render = (comparison: Comparison): string => {
    const name = `#c${Object.keys(names).length}`
    names[name] = comparison.attribute
    if (comparison.is === 'absent') return `attribute_not_exists(${name})`
    const value = `:c${Object.keys(values).length}`
    values[value] = comparison.value
    return `${name} ${comparison.is} ${value}`
  }
  const ConditionExpression = condition.map((clause) => `(${clause.map(render).join(' AND ')})`).join(' OR ')
  return {
    ConditionExpression,
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: stored(values) }),
  }
}
