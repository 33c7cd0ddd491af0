import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { WirePage } from '../src/language/wire.ts'
import { type DemoSite, openDemoSite } from './demo-site.ts'
import { ask } from './screen.ts'

/** What those need who see, hear or read otherwise, and those who read English. */

let site: DemoSite
beforeAll(async () => {
  site = await openDemoSite()
}, 600_000)
afterAll(() => site?.close())
afterEach(async () => {
  await site.closePages()
  site.expectWhole()
})

const FIGURE = '/figures/q0.destination-rate?period=2023'
/** Made of the same parts as others: in one language is enough. */
const ALIKE = new Set([
  '/registers',
  '/registers/graduates/new',
  '/overview',
  '/tables',
  '/completeness',
  '/rules',
  '/account',
  '/notices',
  '/nowhere',
])

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What of the frame is the same on every screen: its colours are measured once for each window and language. */
const FRAME = ['.top-bar', '.frame-side a:not([aria-current])']
const measured = new WeakMap<Page, Set<string>>()

/** What axe finds wrong, in words; colours take it most of its time. */
async function violationsOf(page: Page, name: string): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.getByRole('status', { name: /正在加载|Loading/ }).count(), { timeout: 60_000 }).toBe(0)
  await page.evaluate(axe.source)
  const lang = String(await page.getAttribute('html', 'lang'))
  const before = measured.get(page) ?? new Set()
  measured.set(page, new Set([...before, lang]))
  const exclude = before.has(lang) ? FRAME : []
  const found = (await page.evaluate(
    async ([frame]) => {
      const { axe: run } = window as unknown as { axe: typeof axe }
      const resultTypes: axe.resultGroups[] = ['violations']
      const all = await run.run(document, { resultTypes, rules: { 'color-contrast': { enabled: false } } })
      const colours = await run.run({ exclude: frame! }, { resultTypes, runOnly: ['color-contrast'] })
      return [...all.violations, ...colours.violations]
    },
    [exclude],
  )) as Violation[]
  return found.map(
    (violation) =>
      `${name}: ${violation.id} (${violation.help}) ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first().waitFor()

it('can be read by everybody at the door, in the settings and on a phone', { timeout: 600_000 }, async () => {
  const violations: string[] = []
  const guest = await site.open()
  await guest.goto('/sign-in')
  await guest.getByLabel('账号').waitFor()
  violations.push(...(await violationsOf(guest, 'zh sign-in')))
  await guest.getByRole('button', { name: 'English' }).click()
  violations.push(...(await violationsOf(guest, 'en sign-in')))
  await guest.goto('/public/')
  violations.push(...(await violationsOf(guest, 'public')))

  const admin = await site.signIn('admin')
  for (const screen of ['/settings', '/settings/accounts', '/settings/units', '/settings/jobs', '/audit']) {
    await admin.goto(screen)
    await heading(admin)
    violations.push(...(await violationsOf(admin, screen)))
  }
  const phone = await site.signIn('quality', '/', { viewport: { width: 390, height: 844 } })
  for (const screen of ['/', '/registers/graduates', FIGURE, '/reports']) {
    await phone.goto(screen)
    await heading(phone)
    violations.push(...(await violationsOf(phone, `phone ${screen}`)))
  }
  expect(violations).toEqual([])
})

it('can be read by everybody, in both languages', { timeout: 600_000 }, async () => {
  const violations: string[] = []
  const page = await site.signIn('quality')
  const [record] = (await ask<WirePage>(page, '/api/registers/graduates?limit=1')).body.rows
  const [report] = (await ask<{ id: string }[]>(page, '/api/reports')).body
  const { sections } = (await ask<{ sections: { id: string; level: number }[] }>(page, `/api/reports/${report!.id}`))
    .body
  const screens = [
    '/',
    '/registers',
    '/registers/graduates',
    `/registers/graduates/${record!.id}`,
    `/registers/graduates/${record!.id}?edit=1`,
    '/registers/graduates/new',
    '/registers/graduates/import',
    '/overview',
    '/figures?period=2023',
    FIGURE,
    '/tables',
    '/tables/destinations?period=2023',
    '/completeness',
    '/rules',
    '/feeds',
    '/feeds/new',
    '/reports',
    `/reports/${report!.id}`,
    `/reports/${report!.id}/sections/${sections.find((s) => s.level > 1)!.id}`,
    '/standards',
    '/standards/national/tables/ODS_KCJBSJ',
    '/standards/faults?mine=1',
    '/national-platform',
    '/report-audit',
    '/plans',
    '/plans/double-high-midterm',
    '/plans/double-high-midterm?view=table',
    '/plans/double-high-midterm?view=gantt',
    '/plans/double-high-midterm?view=board',
    '/plans/double-high-midterm?view=changes',
    '/plans/double-high-midterm/leaders',
    '/plans/double-high-midterm/evidence',
    '/plans/double-high-midterm/money',
    '/plans/workshop-2026/claims',
    '/plans/workshop-2026/meetings',
    '/my-plan-tasks',
    '/plan-reviews',
    '/scoring',
    '/credit-bank',
    '/account',
    '/notices',
    '/pivot',
    '/nowhere',
  ]
  for (const screen of screens) {
    await page.goto(screen)
    await heading(page)
    violations.push(...(await violationsOf(page, `zh ${screen}`)))
    if (ALIKE.has(screen)) continue
    // The language changes where one stands.
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en')
    violations.push(...(await violationsOf(page, `en ${screen}`)))
    // Names of people and what the college wrote stay Chinese; the words of the screens do not.
    const words = await page.getByRole('button').allInnerTexts()
    expect([
      screen,
      words.filter((word) => /^(保存|取消|编辑|提交|新建|筛选|导入导出|统计)$/.test(word.trim())),
    ]).toEqual([screen, []])
    await page.getByRole('button', { name: '中文' }).click()
    await expect.poll(() => page.getAttribute('html', 'lang')).not.toBe('en')
  }
  // A language once chosen stays.
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  expect(violations).toEqual([])
})
