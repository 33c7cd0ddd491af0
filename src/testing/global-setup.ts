import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../database/embedded/start-embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { adminUrl: string; appUrl: string }
  }
}

/** One PostgreSQL for the whole run, in a folder of its own; every test file makes its own database on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiangxin-test-'))
  const { adminUrl, appUrl, stop } = await startEmbedded({ dataDir })
  project.provide('database', { adminUrl, appUrl })
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
