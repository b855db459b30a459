import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '../../infra/local/local-cloud.ts'
import { startChromium } from './chromium.ts'
import { upload } from './upload.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SAMPLES = join(ROOT, 'samples')
const PICTURES = join(ROOT, 'docs', 'pictures')

/** Draws the pictures of the README anew, from the samples: fonts differ by machine, so only when told to. */
describe.runIf(process.env.PICTURES)('a picture', () => {
  let folder: string
  let cloud: LocalCloud
  let browser: Browser

  beforeAll(async () => {
    browser = await startChromium()
    folder = await mkdtemp(join(tmpdir(), 'digest-metrics-'))
    cloud = await startLocalCloud({ folder, port: 0 })
    const names = await readdir(SAMPLES)
    await Promise.all(names.map(async (name) => upload(cloud, name, await readFile(join(SAMPLES, name)))))
    await mkdir(PICTURES, { recursive: true })
  })

  afterAll(async () => {
    await browser?.close()
    await cloud?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test.each([
    ['page-light.png', 'light', 1280, 860, '?q=hubei', 'click'],
    ['page-dark.png', 'dark', 360, 780, '?q=brent', ''],
  ] as const)('%s', async (name, colorScheme, width, height, query, then) => {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme })
    await page.goto(`${cloud.outputs.ApiUrl}/${query}`)
    await page.locator('.plot svg').first().waitFor()
    if (then === 'click') {
      await page
        .locator('.plot')
        .first()
        .click({ position: { x: 260, y: 80 } })
      await page.locator('#point mark').first().waitFor()
    }
    const picture = await page.screenshot({ path: join(PICTURES, name) })
    expect(picture.length).toBeGreaterThan(10_000)
    await page.close()
  })
})
