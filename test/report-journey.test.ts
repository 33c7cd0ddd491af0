import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readZip } from '../src/engine/reports/zip.ts'
import type { WireFigure } from '../src/language/wire.ts'
import { type DemoSite, openDemoSite } from './demo-site.ts'
import { ask, choose, main, menu, openRegister } from './screen.ts'

/** From one changed record to the published report, as those who have a hand in it see it. */

/** Reads the words of a PDF, where it is installed. */
const PDFTOTEXT = '/usr/bin/pdftotext'
const FIGURE = '/figures/q0.destination-rate?period=2023'

let site: DemoSite
beforeAll(async () => {
  site = await openDemoSite()
}, 600_000)
afterAll(() => site?.close())
afterEach(async () => {
  await site.closePages()
  site.expectWhole()
})

async function empty(page: Page, field: string): Promise<void> {
  const box = page.locator('.ant-select', { has: page.getByRole('combobox', { name: field }) })
  await box.hover()
  await box.getByRole('button').click()
}

/** Takes all figures that pass the filter through one action, with the reason where one is due. */
async function actOnFigures(page: Page, query: string, action: string, reason = ''): Promise<void> {
  await page.goto(`/figures?period=2023&${query}`)
  await main(page).getByRole('checkbox').first().check()
  const bulk = page.getByRole('region', { name: '批量操作' })
  await bulk.getByRole('button', { name: new RegExp(`^${action}`) }).click()
  const question = page.getByRole('dialog').filter({ hasText: new RegExp(`${action}.*项指标`) })
  if (reason) await question.getByRole('textbox', { name: /说明/ }).fill(reason)
  await question.getByRole('button', { name: action, exact: true }).click()
  const result = page.getByRole('dialog').filter({ hasText: '处理结果' })
  await result.getByText(/^已完成 \d+ 项/).waitFor()
  expect(await result.innerText()).not.toContain('未完成')
  await result.getByRole('button', { name: '知道了' }).click()
  await bulk.waitFor({ state: 'hidden' })
}

async function openReport(page: Page): Promise<void> {
  await menu(page).getByRole('link', { name: '报告', exact: true }).click()
  await main(page)
    .getByRole('link', { name: /质量报告（2023年度）/ })
    .click()
  await page.getByRole('button', { name: '预览' }).waitFor()
}

/** One step of the report's way, asked for and confirmed. */
async function step(page: Page, action: string, done: string): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click()
  const question = page.getByRole('dialog')
  await question.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(done, { exact: true }).first().waitFor()
  await question.waitFor({ state: 'hidden' })
}

async function download(page: Page, file: string): Promise<Buffer> {
  await page.getByRole('button', { name: '下载' }).click()
  const [arrived] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: file }).click(),
  ])
  return readFileSync(await arrived.path())
}

const withoutTags = (xml: string) => xml.replaceAll(/<[^>]+>/g, '')

/** The words of a PDF as pdftotext reads them. */
function pdfText(bytes: Buffer): string {
  const file = path.join(site.dataDir, 'journey.pdf')
  writeFileSync(file, bytes)
  return execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
}

it(
  'goes from the secretary over the reviewer to an approved figure and into the published report',
  { timeout: 600_000 },
  async () => {
    const secretary = await site.toWorkbench('employment')
    await openRegister(secretary, '毕业生去向')
    await secretary.getByRole('group', { name: '状态' }).getByRole('button', { name: /草稿/ }).click()
    await secretary.getByRole('link', { name: '章示明' }).click()
    await secretary.getByRole('button', { name: '编辑' }).click()
    await choose(secretary, /^毕业去向/, '待就业')
    await secretary.getByRole('button', { name: '保存' }).click()
    // What no longer fits is said at its field, and nothing is saved.
    await secretary.getByText('未到用人单位就业的不填单位性质').waitFor()
    await secretary.getByText('待就业的没有落实地').waitFor()
    await empty(secretary, '单位性质')
    await empty(secretary, '单位规模')
    await choose(secretary, '本省落实', '否')
    await secretary.getByRole('button', { name: '保存' }).click()
    await secretary.getByRole('button', { name: '提交' }).click()
    await main(secretary).getByText('待审核', { exact: true }).first().waitFor()
    await expect.poll(() => secretary.getByRole('button', { name: '审核通过' }).count()).toBe(0)

    const reviewer = await site.toWorkbench('reviewer')
    await reviewer
      .getByRole('region', { name: '等我处理' })
      .getByRole('link', { name: /毕业生去向/ })
      .click()
    await reviewer.getByRole('link', { name: '章示明' }).click()
    await reviewer.getByRole('button', { name: '审核通过' }).click()
    await main(reviewer).getByText('已通过', { exact: true }).first().waitFor()

    const office = await site.toWorkbench('quality')
    await menu(office).getByRole('link', { name: '指标' }).click()
    await main(office)
      .getByRole('button', { name: /数据有变/ })
      .click()
    await main(office).getByRole('link', { name: '毕业去向落实率', exact: true }).click()
    const value = office.getByRole('region', { name: '数值' })
    await value.getByText('97.25 变为').waitFor()
    expect(await value.innerText()).toContain('97.23')
    const causes = office.getByRole('region', { name: '引起变动的数据' })
    expect(await causes.innerText()).toMatch(
      /章示明[\s\S]*就业中心审核员[\s\S]*毕业去向[\s\S]*签劳动合同形式就业[\s\S]*待就业/,
    )
    for (const [action, reason] of [
      ['采用新值', '一名毕业生的去向更正为待就业'],
      ['审核', ''],
      ['批准', ''],
    ] as const) {
      await office.getByRole('group', { name: '操作' }).getByRole('button', { name: action, exact: true }).click()
      const dialog = office.getByRole('dialog')
      if (reason) {
        await dialog.getByRole('button', { name: action, exact: true }).click()
        await dialog.getByRole('textbox', { name: /说明/ }).fill(reason)
      }
      await dialog.getByRole('button', { name: action, exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await expect.poll(() => office.getByRole('list', { name: '进度' }).innerText()).toMatch(/已批准\s+质量管理办公室/)
    const { body } = await ask<{ figure: WireFigure }>(office, `/api${FIGURE}`)
    expect(body.figure).toMatchObject({
      text: '97.23',
      status: 'approved',
      changed: null,
      numerator: '6217',
      denominator: '6394',
    })

    await openReport(office)
    await office.getByRole('button', { name: '预览' }).click()
    const pages = office.frameLocator('iframe')
    await pages.getByText('97.23').first().waitFor({ state: 'attached' })
    expect(await pages.locator('body').innerText()).toMatch(/毕业去向落实率97\.23%/)
    expect(await pages.locator('body').innerText()).not.toContain('97.25%')

    // The other figures that the same record moved: the report names them until they are settled, too.
    await office.getByRole('button', { name: '关闭预览' }).click()
    const blockers = office.getByRole('region', { name: /发布前要解决/ })
    await blockers.getByRole('link', { name: '升学率', exact: true }).waitFor()
    await actOnFigures(office, 'flags=changed', '采用新值', '一名毕业生的去向更正为待就业')
    await actOnFigures(office, 'status=computed', '审核')
    await actOnFigures(office, 'status=reviewed', '批准')
    await openReport(office)
    await blockers.getByText('没有问题，可以送审。').waitFor()

    // Who may not hand the report on finds no button for it, and the server refuses.
    await openReport(secretary)
    expect(await secretary.getByRole('button', { name: /^(通过审核|签发|发布|重新打开)$/ }).count()).toBe(0)
    const id = /[0-9a-f-]{36}/.exec(office.url())![0]
    const refused = await secretary.evaluate(async (address) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string }
      const headers = { 'content-type': 'application/json', 'x-csrf': csrf }
      return (await fetch(address, { method: 'POST', headers, body: '{}' })).status
    }, `/api/reports/${id}/actions/publish`)
    expect(refused).toBe(403)

    await step(office, '通过审核', '报告已通过审核')
    const leader = await site.toWorkbench('leader')
    await openReport(leader)
    await step(leader, '签发', '报告已签发')
    await office.reload()
    // A publication that is under way can be left: here it never reaches the server.
    await office.route('**/actions/publish', () => {})
    await office.getByRole('button', { name: '发布', exact: true }).click()
    const question = office.getByRole('dialog')
    await question.getByRole('button', { name: '发布', exact: true }).click()
    await question.getByRole('progressbar').waitFor()
    await question.getByRole('button', { name: '取消' }).click()
    await office.getByText('已取消，报告没有发布').waitFor()
    await question.waitFor({ state: 'hidden' })
    await office.unroute('**/actions/publish')
    await step(office, '发布', '报告已发布')

    const publicPath = await office.getByRole('link', { name: '公开网页' }).getAttribute('href')
    const reader = await site.open()
    await reader.goto(publicPath!)
    await reader.getByRole('heading', { level: 1, name: /质量报告/ }).waitFor()
    expect(await main(reader).innerText()).toMatch(/毕业去向落实率97\.23%/)
    expect(await main(reader).innerText()).not.toContain('97.25')
    const inTable = main(reader).getByRole('row', { name: /毕业去向落实率.*97\.23/ })
    expect(await inTable.count()).toBeGreaterThan(0)
    const chart = main(reader).getByRole('figure').filter({ hasText: '毕业去向落实率变化' })
    expect(await chart.locator('svg').first().locator('text').allTextContents()).toContain('97.23')
    await main(reader).getByRole('button', { name: '97.23%' }).first().click()
    await reader.getByRole('dialog', { name: '毕业去向落实率' }).getByText('已发布').waitFor()

    const word = readZip(await download(office, 'Word 文档'))
    const words = word.find((part) => part.name === 'word/document.xml')!.bytes.toString('utf8')
    expect(withoutTags(words)).toMatch(/毕业去向落实率97\.23%/)
    expect(words).toMatch(/descr="毕业去向落实率变化：[^"]*97\.23/)
    expect(words).not.toContain('97.25')
    const pdf = await download(office, 'PDF')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    if (existsSync(PDFTOTEXT)) {
      expect(pdfText(pdf).replaceAll(/\s+/g, '')).toContain('毕业去向落实率97.23%')
      expect(pdfText(pdf)).not.toContain('97.25')
    }
    // What everybody may fetch is the very same.
    expect((await (await reader.request.get(`${publicPath}report.pdf`)).body()).equals(pdf)).toBe(true)
  },
)
