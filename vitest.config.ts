import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['src/testing/global-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'catalogue/**/*.test.ts', 'demo/**/*.test.ts', 'test/**/*.test.ts'],
    // What is true of a Citus alone is tried on one (CITUS_URL); the other tests run there as they are.
    exclude: [...configDefaults.exclude, ...(process.env['CITUS_URL'] ? [] : ['test/citus/**'])],
    pool: 'forks',
    // The machine the tests are meant for has two cores, and most tests talk to a PostgreSQL of their own.
    // On a Citus one after the other: roles are made on all machines with each database.
    maxWorkers: process.env['CITUS_URL'] ? 1 : 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
