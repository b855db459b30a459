import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No network but the page's own. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']

/** @throws Error when there is none on this machine */
export async function startChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place))
  if (executablePath === undefined) {
    throw new Error(`No Chromium at ${PLACES.join(', ')}: install one, or name yours by CHROMIUM=/path/to/it`)
  }
  return await chromium.launch({ executablePath, args: ARGUMENTS })
}
