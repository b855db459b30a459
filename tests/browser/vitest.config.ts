import { defineConfig } from 'vitest/config'

/** Needs a Chromium, so it is no part of `npm test`: `npm run browser-test`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.browser.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
