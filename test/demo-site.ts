import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { declarations } from '../catalogue/index.gen.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { DEMO_PASSWORD } from '../src/server/demo-accounts.ts'
import { startServer } from '../src/server/main.ts'
import { readSettings } from '../src/server/settings.ts'
import { openDemoDatabase } from './demo-database.ts'
import { buildScreens, type Journey, startJourney } from './journey.ts'

/** The demo college on a server of its own, and a browser for it. */
export interface DemoSite extends Journey {
  /** The server's folder; a test may keep there what it downloads. */
  readonly dataDir: string
  /** A window of one of the demo accounts, at an address. */
  signIn(name: string, address?: string, options?: BrowserContextOptions): Promise<Page>
  /** The same at the workbench, once it stands. */
  toWorkbench(name: string, options?: BrowserContextOptions): Promise<Page>
}

/** @throws Error where there is no browser */
export async function openDemoSite(options?: { readonly isBroken?: (status: number) => boolean }): Promise<DemoSite> {
  await buildScreens()
  const dataDir = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-site-'))
  const db = await openDemoDatabase(assembleCatalogue(declarations))
  const urls = { DATABASE_URL: db.adminUrl, DATABASE_APP_URL: db.appUrl }
  const server = await startServer(
    readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent', ...urls }),
    () => {},
  )
  const journey = await startJourney(server.url, options)
  const signIn: DemoSite['signIn'] = async (name, address = '/', windowOptions = {}) => {
    const page = await journey.open(windowOptions, { name, password: DEMO_PASSWORD })
    await page.goto(address)
    return page
  }
  return {
    ...journey,
    dataDir,
    signIn,
    async toWorkbench(name, windowOptions) {
      const page = await signIn(name, '/', windowOptions)
      await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor()
      return page
    },
    async close() {
      await journey.close()
      await server.close()
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
