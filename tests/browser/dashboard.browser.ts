import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts'
import { startChromium } from './chromium.ts'
import { upload } from './upload.ts'

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples')

let folder: string
let cloud: LocalCloud
let browser: Browser
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await startChromium()
  folder = await mkdtemp(join(tmpdir(), 'digest-metrics-'))
  cloud = await startLocalCloud({ folder, port: 0 })
  const names = (await readdir(SAMPLES)).filter((name) => name.includes('2021'))
  await Promise.all(names.map(async (name) => upload(cloud, name, await readFile(join(SAMPLES, name)))))
})

afterAll(async () => {
  await browser?.close()
  await cloud?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  errors = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
})

afterEach(async () => {
  await page.close()
  expect(errors).toEqual([])
})

const open = async (query = '') => {
  await page.goto(`${cloud.outputs.ApiUrl}/${query}`)
  await page.locator('.plot svg').first().waitFor()
}

const ask = async (question: string) => {
  await page.getByRole('searchbox').fill(question)
  await page.getByRole('heading', { name: 'Found' }).waitFor()
}

const panel = () => page.locator('#point')
const legend = () => page.locator('.legend li').allInnerTexts()
/** Shows the curve of the first series that is found. */
const choose = async (question: string) => {
  await ask(question)
  await page.locator('#found input[type=checkbox]').first().check()
  await expect.poll(legend).toHaveLength(1)
  await page.locator('#charts:not([aria-busy])').waitFor()
}
/** Opens the point that arrow keys lead to. */
const openPoint = async (...keys: string[]) => {
  await page.locator('.plot').first().focus()
  for (const key of [...keys, 'Enter']) await page.keyboard.press(key)
  await panel().locator('mark').first().waitFor()
}

describe('the first view', () => {
  test('draws three curves of different things, and lists more with their last values', async () => {
    await open()
    expect(await legend()).toHaveLength(3)
    expect(await page.locator('#found li').count()).toBeGreaterThan(6)
    expect(await page.locator('#found .sparkline').count()).toBeGreaterThan(6)
  })

  test('is asked a question first: the tab key reaches it before any chart', async () => {
    await open()
    for (let n = 0; n < 8; n++) {
      await page.keyboard.press('Tab')
      if (await page.getByRole('searchbox').evaluate((input) => input === input.ownerDocument.activeElement))
        return
    }
    expect.fail('eight tabs do not reach the question')
  })
})

describe('a question', () => {
  test.each(['hubei confirmed', 'CONFIRMED hubei', '湖北 确诊'])(
    '%s finds the cases of Hubei',
    async (question) => {
      await open()
      await ask(question)
      expect(await page.locator('#found .name').first().innerText()).toMatch(/Hubei|湖北/)
    },
  )

  test('stands in the address, with what was chosen', async () => {
    await open()
    await choose('northgate')
    expect(page.url()).toContain('q=northgate')
    await page.reload()
    await page.locator('.plot svg').first().waitFor()
    expect((await legend()).join()).toContain('Northgate Bank')
  })

  test('that nothing answers leads to all numbers', async () => {
    await open()
    await ask('zebra crossings')
    await page.getByRole('button', { name: 'See all numbers' }).click()
    await page.locator('.dots circle').first().waitFor()
  })
})

describe('a point', () => {
  test('leads to its tellings by keyboard, and Escape leads back', async () => {
    await open()
    await choose('northgate')
    await openPoint('End')
    expect(await panel().locator('.chosen blockquote mark').innerText()).toContain('square meters')
    await panel().locator('summary').first().click()
    await panel().locator('.source').first().getByText('offices-2021').waitFor()
    await page.keyboard.press('Escape')
    expect(await panel().isHidden()).toBe(true)
    const plot = page.locator('.plot').first()
    expect(await plot.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true)
  })

  test('leads there by a click, and Back leads back, as Forward leads there again', async () => {
    await open()
    await page
      .locator('.plot')
      .first()
      .click({ position: { x: 300, y: 100 } })
    await panel().locator('mark').first().waitFor()
    expect(page.url()).toContain('point=')
    await page.goBack()
    await panel().waitFor({ state: 'hidden' })
    await page.goForward()
    await panel().locator('mark').first().waitFor()
  })

  test('has others before and behind it, by the arrow keys', async () => {
    await open()
    await openPoint('End')
    const last = page.url()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.url()).not.toBe(last)
    await panel().locator('mark').first().waitFor()
  })

  test('that digests disagree on shows each telling; one left out changes the curve and is taken back', async () => {
    await open()
    await choose('hubei confirmed cumulative')
    await page.locator('.ring').first().waitFor()
    await page.locator('.ring').first().click({ force: true })
    await panel().locator('.chosen blockquote mark').waitFor()
    expect(await panel().innerText()).toContain('digests disagree')
    await panel().getByRole('button', { name: 'Leave this digest out' }).first().click()
    await page.getByText('1 digest left out.').waitFor()
    expect(page.url()).toContain('without=')
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.locator('.ring').first().waitFor()
  })

  test('opens by the address alone', async () => {
    await open()
    await openPoint('Home')
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await panel().locator('mark').first().waitFor()
  })
})

describe('the charts', () => {
  test('zoom to the days that are dragged over, and back by a double click', async () => {
    await open()
    const box = await page.locator('.plot').first().boundingBox()
    if (box === null) throw new Error('There is no chart')
    await page.mouse.move(box.x + 200, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + 400, box.y + 110, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => page.url()).toMatch(/from=2021-\d\d-\d\d&to=2021/)
    await page
      .locator('.plot')
      .first()
      .dblclick({ position: { x: 60, y: 5 } })
    await expect.poll(() => page.url()).not.toContain('from=')
  })

  test('change by keyboard, and the address says how', async () => {
    await open()
    await page.getByRole('combobox', { name: 'Scale' }).selectOption('index')
    await expect.poll(() => page.url()).toContain('scale=index')
    await page.getByRole('combobox', { name: 'Show' }).selectOption('previous')
    await expect.poll(() => page.url()).toContain('show=previous')
    await page.getByRole('combobox', { name: 'By' }).selectOption('week')
    await expect.poll(() => page.url()).toContain('bucket=week')
    await page.reload()
    await page.locator('.plot svg').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'By' }).inputValue()).toBe('week')
  })

  test('take no more than six curves', async () => {
    await open()
    const boxes = page.locator('#found input[type=checkbox]')
    for (let n = 0; n < 6; n++) await boxes.nth(n).check()
    await boxes.nth(6).click()
    await page.getByText('Six curves are shown').waitFor()
    expect(await legend()).toHaveLength(6)
  })

  test('are given as SVG, PNG, CSV and a description', async () => {
    await open()
    await choose('northgate')
    const files: Record<string, string> = {}
    for (const name of ['SVG', 'PNG', 'CSV', 'JSON']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.files').getByText(name, { exact: true }).click(),
      ])
      files[name] = (await readFile(await file.path())).toString('latin1')
      expect(file.suggestedFilename()).toContain('northgate')
    }
    expect(files.SVG).toContain('<title>Northgate Bank')
    expect(files.PNG?.slice(1, 4)).toBe('PNG')
    expect(files.CSV?.split('\n')[0]).toContain('date,start,end,value')
    expect(JSON.parse(files.JSON ?? '')).toMatchObject({ entity: { name: 'Northgate Bank' }, unit: 'm2' })
  })

  test('have a table whose numbers open their points', async () => {
    await open()
    await choose('northgate')
    await page.locator('.table summary').click()
    await page.locator('.table td button').first().click()
    await panel().locator('mark').first().waitFor()
  })

  test('are drawn soon after the points arrive, and the list soon after its answer', async () => {
    await open()
    const took = async (name: string) =>
      Number(await page.evaluate(`performance.getEntriesByName('${name}').at(-1).duration`))
    const [curves, list] = [await took('curves-drawn'), await took('series-listed')]
    console.log(`curves drawn in ${curves.toFixed(1)} ms, series listed in ${list.toFixed(1)} ms`)
    expect(curves).toBeGreaterThan(0)
    expect(list).toBeGreaterThan(0)
  })
})

describe('all numbers', () => {
  test('are dots that open their sentences, the picked one first', async () => {
    await page.goto(`${cloud.outputs.ApiUrl}/?view=numbers&metric=square-meters`)
    await page.locator('.dots circle').first().waitFor()
    await page.locator('.plot').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await panel().locator('mark').first().waitFor()
    expect(await panel().innerText()).toMatch(/of what is shown/)
  })

  test('are narrowed by what they are about', async () => {
    await page.goto(`${cloud.outputs.ApiUrl}/?view=numbers`)
    await page.locator('.dots circle').first().waitFor()
    const before = await page.locator('.dots circle').count()
    await page.locator('.chip').first().click()
    await expect.poll(() => page.locator('.chip[aria-pressed=true]').count()).toBe(1)
    await expect.poll(() => page.locator('.dots circle').count()).toBeLessThan(before)
  })
})

describe('the language', () => {
  test("is the reader's, and a button changes it for good", async () => {
    await open()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByText('值得一看').waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh')
    await page.reload()
    await page.getByText('值得一看').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Worth looking at').waitFor()
  })
})

describe('what axe-core finds', () => {
  test.each([
    ['light', 1280, ''],
    ['dark', 1280, ''],
    ['light', 360, ''],
    ['dark', 360, ''],
    ['light', 1280, '?view=numbers'],
  ] as const)('is nothing in %s on %i pixels of %s, with a point open', async (colorScheme, width, query) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await open(query)
    await openPoint('ArrowLeft')
    await panel().locator('summary').first().click()
    // Evaluated by the debugger, which the page's policy lets be.
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('the page fits a screen of 360 pixels', async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open()
  await page.locator('.table summary').click()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
})

test('an API that has stopped is told of, and asked again when the reader says so', async () => {
  await open()
  await page.route('**/v1/**', (route) => route.abort())
  await page.getByRole('combobox', { name: 'By' }).selectOption('year')
  await page.getByText('The API cannot be reached.').waitFor()
  await page.unroute('**/v1/**')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.plot svg').first().waitFor()
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
  await page.locator('.plot svg').first().waitFor()
  await open()
  expect(errors.every((message) => message.includes('401'))).toBe(true)
  errors = []
})

test('a hostile digest shows as text, and runs nowhere', async () => {
  const script = '<script>document.title="taken"</script><img src=x onerror=alert(1)>'
  const text = `Notes for February 2, 2021\n\n=HYPERLINK("x") ${script} leased 7,000 square meters.\n`
  await upload(cloud, 'hostile.txt', text)
  await page.goto(`${cloud.outputs.ApiUrl}/?view=numbers&metric=square-meters&from=2021-02-02&to=2021-02-02`)
  await page.locator('.dots circle').first().waitFor()
  await page.locator('.plot').focus()
  for (const key of ['ArrowLeft', 'Enter']) await page.keyboard.press(key)
  await panel().locator('mark').first().waitFor()
  expect(await panel().locator('blockquote').first().innerText()).toContain(script)
  expect(await panel().locator('img, script').count()).toBe(0)
  expect(await page.title()).toBe('digest-metrics')
})

describe('an upload from the page', () => {
  const digest = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })

  test('is followed until it is served', async () => {
    await open()
    await page
      .locator('input[type=file]')
      .setInputFiles(digest('april 1.txt', 'Notes for April 1, 2021\n\nA firm leased 5,000 square meters.\n'))
    await page.getByText('served: 1 item, dated 2021-04-01').waitFor()
  })

  test('says that no day was found in it', async () => {
    await open()
    await page
      .locator('input[type=file]')
      .setInputFiles(digest('note.txt', 'A firm leased 5 square meters.\n'))
    await page.getByText('its figures stand at the day of upload').waitFor()
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
    const text = 'Notes for June 7, 2021. A firm leased 70 square meters.'
    expect(await drop(`given.items.add(new File(['${text}'], 'dropped.txt'))`)).toBe(1)
    await page.locator('#upload').getByText('served: 1 item').waitFor()
  })

  test('is told why it is refused', async () => {
    await open()
    await page.locator('input[type=file]').setInputFiles(digest('empty.txt', ''))
    await page.locator('#upload').getByText('refused: The document is empty').waitFor()
  })

  test('from elsewhere is noticed without a reload', async () => {
    await open()
    const before = await page.locator('.legend').innerText()
    await upload(cloud, 'elsewhere.txt', 'Notes for May 3, 2021\n\nA firm leased 9 square meters.\n')
    await expect
      .poll(() => page.locator('#announcer').innerText(), { timeout: 20_000 })
      .toContain('New digests')
    expect(await page.locator('.legend').innerText()).toBe(before)
  })
})
