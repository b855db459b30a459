import { describe, expect, test } from 'vitest'
import type { AnswerBody } from '../../shared/api/schemas.ts'
import { digestId } from '../../shared/digest/digest-id.ts'
import { readArchive } from './archive.ts'

const search = async (given: Record<string, string>) =>
  (await readArchive()).read<AnswerBody<'search'>>('GET /v1/search', given)

describe('a search', () => {
  test.each([
    [{ q: 'leased floor' }, ['2020-01-09 2']],
    [{ q: 'BANK' }, ['2020-01-09 2']],
    [{ q: '办公空间' }, ['2020-02-03 1']],
    [{ q: 'leased bicycle' }, []],
    [{ q: 'shop leased', from: '2019-04-29', to: '2019-12-31' }, ['2019-04-30 1', '2019-04-29 1']],
    [{ subject: 'patients', to: '2020-01-31' }, ['2020-01-24 2', '2020-01-24 3']],
    [{ subject: 'wuhan', q: 'patients' }, ['2020-01-24 1']],
  ])('for %j', async (given, expected) => {
    const { items } = await search(given as Record<string, string>)
    expect(items.map(({ date, n }) => `${date} ${n}`)).toEqual(expected)
  })

  test('says what it cost', async () => {
    const { read } = await search({ q: 'nothing of the kind', from: '2019-04-01', to: '2019-04-30' })
    expect(read).toEqual({ digests: 30, rows: 30 })
  })

  test('that asks for nothing is refused', async () => {
    const { statusCode, body } = await (await readArchive()).get('GET /v1/search', {})
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ parameter: 'q' })
  })
})

describe('an item', () => {
  const item = async (key: string, n: string) =>
    (await readArchive()).get('GET /v1/items/{digest}/{n}', { digest: digestId(key), n })

  test('is given with its digest', async () => {
    const { statusCode, body } = await item('hospital.txt', '2')
    expect(statusCode).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      ...{ digest: digestId('hospital.txt'), date: '2020-01-24', n: 2 },
      text: 'Officials reported 15 suspected patients and 3 severe patients.',
    })
  })

  test.each([
    ['hospital.txt', '9', 'n'],
    ['hospital.txt', '0', 'n'],
    ['no-such.txt', '1', 'digest'],
  ])('of %s with number %s is not there, for its %s', async (key, n, parameter) => {
    const { statusCode, body } = await item(key, n)
    expect(statusCode).toBe(404)
    expect(JSON.parse(body)).toMatchObject({ parameter })
  })
})

describe('/health', () => {
  test('is ok while both tables can be read', async () => {
    expect(await (await readArchive()).read('GET /health')).toEqual({ status: 'ok' })
  })

  test('is an internal error when one cannot, without a word of why', async () => {
    const archive = await readArchive()
    const broken = Object.assign(Object.create(archive), {
      metrics: { get: () => Promise.reject(new Error('the password is sesame')) },
    })
    const { statusCode, body } = await broken.get('GET /health')
    expect(statusCode).toBe(500)
    expect(body).not.toContain('sesame')
  })
})
