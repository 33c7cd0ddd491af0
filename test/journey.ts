import { existsSync } from 'node:fs'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'
/** A browser that minds its own business: nothing is fetched but what a page asks for. */
const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
]
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** The browser of a test that goes where people go. */
export interface Journey {
  /** A window of its own, signed in nowhere; with a session, past the form that has a journey of its own. */
  open(options?: BrowserContextOptions, session?: { name: string; password: string }): Promise<Page>
  /** Asked after each test, whatever it is about. @throws Error when a screen broke, or got an answer that none may get */
  expectWhole(): void
  closePages(): Promise<void>
  close(): Promise<void>
}

/** Builds the screens where they are not built. @throws Error where they cannot be */
export async function buildScreens(): Promise<void> {
  const setUp = (await import(new URL('../bin/setup.mjs', import.meta.url).href)) as { buildWeb(): Promise<void> }
  await setUp.buildWeb()
}

/**
 * @param baseURL of the server
 * @param isBroken which answers (by status) no screen may ever get; failures inside the server unless stated
 * @throws Error where there is no browser
 */
export async function startJourney(
  baseURL: string,
  { isBroken = (status: number) => status >= 500 } = {},
): Promise<Journey> {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no ${CHROMIUM}. Install it: sudo apt-get install chromium fonts-noto-cjk`)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER })
  const broken: string[] = []
  return {
    async open(options = {}, session) {
      const context = await browser.newContext({
        baseURL,
        locale: 'zh-CN',
        // A click must not meet a dialog that is still growing.
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
        ...options,
      })
      if (session) await context.request.post('/api/session', { data: session })
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
      page.on('response', (answer) => {
        if (isBroken(answer.status())) broken.push(`${page.url()}: ${answer.url()} answers ${answer.status()}`)
      })
      return page
    },
    expectWhole() {
      if (broken.length > 0) throw new Error(broken.splice(0).join('\n'))
    },
    async closePages() {
      for (const context of browser.contexts()) await context.close()
    },
    close: () => browser.close(),
  }
}
