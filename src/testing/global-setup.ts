import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../database/embedded/start-embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { adminUrl: string; appUrl: string }
    /** The coordinator of a Citus to test on instead, as a superuser; empty: none. */
    citusUrl: string
  }
}

/**
 * One PostgreSQL for the whole run, in a folder of its own; every test file makes its own database on it.
 * With CITUS_URL test files make theirs on that Citus, by the same program.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const citusUrl = process.env['CITUS_URL'] ?? ''
  project.provide('citusUrl', citusUrl)
  if (citusUrl !== '') {
    const as = (username: string) => Object.assign(new URL(citusUrl), { username, password: '' }).toString()
    project.provide('database', { adminUrl: as('jiangxin_owner'), appUrl: as('jiangxin_app') })
    return async () => {}
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'jiangxin-test-'))
  const { adminUrl, appUrl, stop } = await startEmbedded({ dataDir })
  project.provide('database', { adminUrl, appUrl })
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
