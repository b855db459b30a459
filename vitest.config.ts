import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    env: { TZ: 'UTC' },
    setupFiles: ['tests/same-seed.ts'],
    testTimeout: 120_000,
    // What a test writes is shown where it fails.
    silent: 'passed-only',
  },
})
