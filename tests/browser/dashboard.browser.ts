import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts'
import { startChromium } from './chromium.ts'
import { upload } from './upload.ts'

const KEY = 'march.txt'
const DIGEST = `Notes for March 9, 2020

The bank leased 20,000 square meters in the tallest tower. A shop took 300 square meters. Rents rose by 3 percent.
`

let folder: string
let cloud: LocalCloud
let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await startChromium()
  folder = await mkdtemp(join(tmpdir(), 'digest-metrics-'))
  cloud = await startLocalCloud({ folder, port: 0 })
  await upload(cloud, KEY, DIGEST)
})

afterAll(async () => {
  await browser?.close()
  await cloud?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A digest that was just uploaded is not there yet when it is first asked for.
    const isAwaited = message.location().url.includes('/v1/digests/')
    if (message.type() === 'error' && !isAwaited) errors.push(message.text())
  })
})

afterEach(async () => {
  await page.close()
  expect(errors).toEqual([])
})

const open = async (query = '') => {
  await page.goto(`${cloud.outputs.ApiUrl}/${query}`)
  await page.locator('.plot canvas').first().waitFor()
}

const panel = () => page.locator('#point')

describe('a point leads to its sentences', () => {
  test('by keyboard, and Escape leads back', async () => {
    await open('?metrics=square-meters&bucket=day')
    await page.locator('.plot').focus()
    await page.keyboard.press('End')
    expect(await page.locator('.readout').innerText()).toContain('2020-03-09: 20,300 m²')
    await page.keyboard.press('Enter')
    await panel().locator('mark').first().waitFor()
    expect(await panel().locator('blockquote mark').allInnerTexts()).toEqual([
      '20,000 square meters',
      '300 square meters',
    ])
    await panel().locator('summary').first().click()
    await panel().locator('.source').first().getByText(KEY).waitFor()
    await page.keyboard.press('Escape')
    expect(await panel().isHidden()).toBe(true)
    expect(await page.locator('.plot').evaluate((plot) => plot === plot.ownerDocument.activeElement)).toBe(
      true,
    )
  })

  test('by a click on the chart', async () => {
    await open('?metrics=square-meters&bucket=day')
    await page.locator('.plot .u-over').click({ position: { x: 300, y: 60 } })
    await panel().locator('mark').first().waitFor()
    expect(page.url()).toContain('point=square-meters:2020-03-09')
  })

  test('by the click that the reading before it promised, between two points too', async () => {
    await open('?metrics=square-meters&bucket=day')
    for (const x of [80, 300, 500]) {
      await page.locator('.plot .u-over').hover({ position: { x, y: 60 } })
      const [promised = ''] = (await page.locator('.readout').innerText()).split(':')
      await page.locator('.plot .u-over').click({ position: { x, y: 60 } })
      await panel().locator('mark').first().waitFor()
      expect(page.url()).toContain(`point=square-meters:${promised}`)
      await page.keyboard.press('Escape')
    }
  })

  test('and Back leads back, as Forward leads there again', async () => {
    await open('?metrics=square-meters&bucket=day')
    await page.locator('.plot .u-over').click({ position: { x: 300, y: 60 } })
    await panel().locator('mark').first().waitFor()
    await page.goBack()
    await panel().waitFor({ state: 'hidden' })
    await page.goForward()
    await panel().locator('mark').first().waitFor()
  })

  test('and where it has none, the page says so', async () => {
    await open('?metrics=square-meters&bucket=day&point=square-meters:2001-01-01')
    await page.getByText('There are no facts of square-meters on 2001-01-01.').waitFor()
  })

  test('by the address alone', async () => {
    await open('?metrics=square-meters&point=square-meters:2020-03-01')
    await panel().locator('mark').first().waitFor()
    expect(await panel().locator('mark').first().innerText()).toBe('20,000 square meters')
  })

  test('by the table that a reader of the screen has', async () => {
    await open('?metrics=square-meters&bucket=day')
    await page.getByText('Table').click()
    await page.getByRole('button', { name: '2020-03-09' }).click()
    await panel().locator('mark').first().waitFor()
  })
})

describe('what axe-core finds', () => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('is nothing in %s on %i pixels, with a table and a point open', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await open('?metrics=square-meters')
    await page.getByText('Table').click()
    await page.getByRole('button', { name: '2020-03' }).click()
    await panel().locator('summary').first().click()
    // Evaluated by the debugger, which the page's policy lets be.
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

describe('what is shown', () => {
  test('stands in the address, and is there again when the page is loaded anew', async () => {
    await open()
    await page.getByRole('combobox', { name: 'By' }).selectOption('year')
    await page.getByLabel('Log scale').check()
    await expect.poll(() => page.url()).toContain('bucket=year&log=1')
    await page.reload()
    expect(await page.getByLabel('Log scale').isChecked()).toBe(true)
  })

  test('changes by keyboard, and the focus stays where it is', async () => {
    await open()
    const shown = page.locator('.card')
    const count = await shown.count()
    await page.getByRole('checkbox', { checked: true }).first().focus()
    for (const expected of [count - 1, count]) {
      await page.keyboard.press('Space')
      await expect.poll(() => shown.count()).toBe(expected)
    }
    await page.keyboard.press('Space')
    await page.getByRole('combobox', { name: 'By' }).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.url()).toContain('bucket=quarter')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.url()).toContain('bucket=year')
  })

  test('is the sum of areas and the mean of percentages, until another measure is chosen', async () => {
    await open('?metrics=square-meters,percent')
    const says = (label: string) => page.getByLabel(new RegExp(`^${label}, `)).getAttribute('aria-label')
    expect(await says('Area')).toContain('Area, sum by month')
    expect(await says('Percentages')).toContain('Percentages, mean by month')
    await page.getByRole('combobox', { name: 'Show' }).selectOption('max')
    await expect.poll(() => says('Percentages')).toContain('Percentages, max by month')
    expect(await says('Area')).toContain('Area, max by month')
  })

  test('says which of the ready ranges it has', async () => {
    await open('?metrics=square-meters')
    const pressed = () => page.locator('.presets [aria-pressed="true"]').allInnerTexts()
    expect(await pressed()).toEqual(['All'])
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toMatch(/^2020-0[34]-0\d$/)
    await page.getByRole('button', { name: '5 years' }).click()
    expect(await pressed()).toEqual(['5 years'])
    await page.getByLabel('From').fill('2020-02-01')
    await expect.poll(pressed).toEqual([])
  })

  test('leaves out what an address asks for and no digest speaks of, and says so', async () => {
    await open('?metrics=square-meters,no-such')
    await page.getByText('There are no facts of no-such.').waitFor()
    expect(await page.locator('.card').count()).toBe(1)
  })

  test('says so where a range has no facts', async () => {
    await page.goto(`${cloud.outputs.ApiUrl}/?metrics=square-meters&from=2001-01-01&to=2001-12-31`)
    await page.getByText('No facts in this range.').waitFor()
  })

  test('fits a screen of 360 pixels', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open()
    const chart = await page.locator('.plot').first().boundingBox()
    expect(chart?.y).toBeLessThan(740)
    await page.getByRole('heading', { name: 'Metrics', exact: true }).click()
    await page.getByPlaceholder('Find a metric').fill('area')
    expect(await page.locator('#picker li').allInnerTexts()).toHaveLength(1)
    const width = () => page.evaluate('document.documentElement.scrollWidth')
    expect(await width()).toBeLessThanOrEqual(360)
    for (const table of await page.getByText('Table').all()) await table.click()
    expect(await width()).toBeLessThanOrEqual(360)
  })

  test('is given as CSV and as a picture', async () => {
    await open('?metrics=square-meters&bucket=day')
    const files: string[] = []
    for (const name of ['CSV', 'PNG']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      files.push(file.suggestedFilename())
      expect((await readFile(await file.path())).length).toBeGreaterThan(50)
    }
    expect(files).toEqual(['square-meters.csv', 'square-meters.png'])
  })

  test('is drawn from ten years of days soon after they arrive', async () => {
    const first = Date.UTC(2015, 0, 1)
    const points = Array.from({ length: 3650 }, (_, n) => {
      const start = new Date(first + n * 86_400_000).toISOString().slice(0, 10)
      return { date: start, start, end: start, count: 1, digests: 1, sum: String(1000 + ((n * 7919) % 500)) }
    })
    const trend = {
      metric: 'square-meters',
      label: 'Area',
      unit: 'm2',
      bucket: 'day',
      source: 'rollups',
      points,
    }
    await page.route('**/trend?*', (route) => route.fulfill({ json: trend }))
    await open('?metrics=square-meters&bucket=day')
    const milliseconds = await page.evaluate("performance.getEntriesByName('charts-drawn')[0].duration")
    console.log(`first chart from ${points.length} points in ${Number(milliseconds).toFixed(1)} ms`)
    expect(milliseconds).toBeGreaterThan(0)
  })
})

test('an API that has stopped is told of, and asked again when the reader says so', async () => {
  await open('?metrics=square-meters')
  await page.route('**/v1/**', (route) => route.abort())
  await page.getByRole('combobox', { name: 'By' }).selectOption('year')
  await page.getByText('The API cannot be reached.').waitFor()
  await page.unroute('**/v1/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => page.locator('.readout').innerText()).toContain('Sum by year')
  expect(errors.every((message) => message.includes('ERR_FAILED'))).toBe(true)
  errors = []
})

test('a token is asked for where reading needs one, and is kept for the session', async () => {
  await page.route('**/v1/**', (route) =>
    route.request().headers().authorization === 'Bearer valid'
      ? route.continue()
      : route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
  )
  await page.goto(cloud.outputs.ApiUrl ?? '')
  const enter = async (token: string) => {
    await page.getByLabel('Access token').fill(token)
    await page.keyboard.press('Enter')
  }
  await enter('expired')
  await page.getByText('The token is refused').waitFor()
  await enter('valid')
  await page.locator('.plot canvas').first().waitFor()
  await open()
  expect(errors.every((message) => message.includes('401'))).toBe(true)
  errors = []
})

describe('a hostile digest', () => {
  test('shows as text, and runs nowhere', async () => {
    const script = '<script>document.title="taken"</script><img src=x onerror=alert(1)>'
    const file = {
      name: 'hostile.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(
        `Notes for February 2, 2020\n\n=HYPERLINK("x") ${script} leased 7,000 square meters.\n`,
      ),
    }
    await open('?metrics=square-meters&bucket=day')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('served: 1 item, dated 2020-02-02').waitFor()
    await open('?metrics=square-meters&bucket=day&point=square-meters:2020-02-02')
    await panel().locator('mark').first().waitFor()
    expect(await panel().locator('blockquote').innerText()).toContain(script)
    expect(await panel().locator('img, script').count()).toBe(0)
    expect(await page.title()).toBe('digest-metrics')
  })
})

describe('an upload from the page', () => {
  test('is followed until its point appears', async () => {
    await open('?metrics=square-meters&bucket=day')
    const file = {
      name: 'april 1.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Notes for April 1, 2020\n\nA firm leased 5,000 square meters.\n'),
    }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText('served: 1 item, dated 2020-04-01').waitFor()
    await page.locator('.plot').focus()
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('.readout').innerText()).toContain('2020-04-01: 5,000 m²')
  })

  test('begins where a file is dropped, and not where text is', async () => {
    await open()
    const drop = async (fill: string) => {
      const dataTransfer = await page.evaluateHandle(`{ const given = new DataTransfer(); ${fill}; given }`)
      await page.dispatchEvent('main', 'dragover', { dataTransfer })
      const isTaken = await page.locator('body.dropping').count()
      await page.dispatchEvent('main', 'drop', { dataTransfer })
      return isTaken
    }
    expect(await drop("given.setData('text/plain', 'a sentence')")).toBe(0)
    const text = 'Notes for June 7, 2020. A firm leased 70 square meters.'
    expect(await drop(`given.items.add(new File(['${text}'], 'dropped.txt'))`)).toBe(1)
    await page.locator('#upload').getByText('served: 1 item').waitFor()
    expect(await page.locator('#upload li').count()).toBe(1)
  })

  test('goes on with many files, a few at a time', async () => {
    await open()
    const files = Array.from({ length: 9 }, (_, n) => ({
      name: `day ${n + 1}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`Notes for May ${n + 1}, 2020\n\nA firm leased ${n + 1},000 square meters.\n`),
    }))
    await page.locator('input[type=file]').setInputFiles(files)
    await expect
      .poll(() => page.getByText(/served: 1 item, dated 2020-05-0\d/).count(), { timeout: 30_000 })
      .toBe(9)
  })

  test('is told why it is refused', async () => {
    await open()
    const file = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.locator('#upload').getByText('refused: The document is empty').waitFor()
  })
})
