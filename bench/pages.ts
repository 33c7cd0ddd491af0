import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { programOn } from './reliability-program.ts'
import type { BenchRow } from './row.ts'

/** What everybody meets first, and what was published. */
const PAGES = ['/sign-in', '/public/']
/** A cheap phone on a mobile line, as Lighthouse imagines it; and a computer in an office. */
const MACHINES = [
  { name: 'phone', width: 390, height: 844, slower: 4, latency: 150, bytesPerSecond: 204_800 },
  { name: 'computer', width: 1280, height: 900, slower: 1, latency: 40, bytesPerSecond: 1_280_000 },
] as const
/** How long a page is watched after it has loaded. */
const WATCHED_MS = 4000

interface Seen {
  lcp: number
  cls: number
  blocked: number
}

/** How soon a page shows its largest part, for how long it does not listen, and how much it jumps. */
export async function benchPages(): Promise<BenchRow[]> {
  const place = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-pages-'))
  chmodSync(place, 0o755)
  const setUp = (await import(new URL('../bin/setup.mjs', import.meta.url).href)) as { buildWeb(): Promise<void> }
  await setUp.buildWeb()
  const program = await programOn(path.join(place, 'data'), { env: { DEMO: '1' } })
  const rows: BenchRow[] = []
  try {
    await program.start()
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    })
    for (const { name, width, height, slower, latency, bytesPerSecond } of MACHINES)
      for (const address of PAGES) {
        const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
        const page = await context.newPage()
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency,
          downloadThroughput: bytesPerSecond,
          uploadThroughput: bytesPerSecond,
        })
        await page.addInitScript(watch)
        await page.goto(program.url + address, { waitUntil: 'load' })
        await page.waitForTimeout(WATCHED_MS)
        const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
        rows.push({
          name: `${address} on a ${name}: largest part shown; time it does not listen; jumps`,
          ours: `${(seen.lcp / 1000).toFixed(1)} s; ${seen.blocked.toFixed(0)} ms; ${seen.cls.toFixed(3)}`,
          byHand: '',
          ratio: '',
          aim: '≤ 2.5 s; ≤ 200 ms; ≤ 0.1',
        })
        await context.close()
      }
    await browser.close()
    return rows
  } finally {
    if (program.isRunning()) await program.end('SIGTERM')
    rmSync(place, { recursive: true, force: true })
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const seen: Seen = { lcp: 0, cls: 0, blocked: 0 }
  Object.assign(globalThis, { seen })
  const observe = (type: string, hear: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.cls += value
  })
  observe('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)))
}
