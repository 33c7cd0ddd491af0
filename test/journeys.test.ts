import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../src/engine/reports/zip.ts'
import { sheetChunks } from '../src/engine/sheets/write-sheet.ts'
import type { WireFigure, WirePage } from '../src/language/wire.ts'
import { startServer } from '../src/server/main.ts'
import { readSettings } from '../src/server/settings.ts'

const CHROMIUM = '/usr/bin/chromium'
/** Reads the words of a PDF, where it is installed. */
const PDFTOTEXT = '/usr/bin/pdftotext'
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
const PASSWORD = 'demo-jiangxin'
const FIGURE = '/figures/q0.destination-rate?period=2023'

const dataDir = mkdtempSync(path.join(realpathSync(tmpdir()), 'jiangxin-journeys-'))
let browser: Browser
let server: { url: string; close(): Promise<void> }

beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no ${CHROMIUM}. Install it: sudo apt-get install chromium fonts-noto-cjk`)
  const setUp = (await import(new URL('../bin/setup.mjs', import.meta.url).href)) as { buildWeb(): Promise<void> }
  await setUp.buildWeb()
  server = await startServer(readSettings({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }), () => {})
  browser = await chromium.launch({ executablePath: CHROMIUM, args: BROWSER })
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const broken: string[] = []
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  // Whatever a journey is about: no screen may break, none may ask for something that fails inside the server.
  if (broken.length > 0) throw new Error(broken.splice(0).join('\n'))
})

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    // A click must not meet a dialog that is still growing.
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`))
  page.on('response', (answer) => {
    if (answer.status() >= 500) broken.push(`${answer.url()}: ${answer.status()}`)
  })
  return page
}

/** Opens the site and signs in as one of the demo accounts. */
async function signIn(name: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(options)
  await page.goto('/')
  await page.getByLabel('账号').fill(name)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor()
  return page
}

const main = (page: Page) => page.getByRole('main')
const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })

async function openRegister(page: Page, name: string): Promise<void> {
  await menu(page).getByRole('link', { name: '全部数据表' }).click()
  await main(page).getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function choose(page: Page, field: string | RegExp, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

async function empty(page: Page, field: string): Promise<void> {
  const box = page.locator('.ant-select', { has: page.getByRole('combobox', { name: field }) })
  await box.hover()
  await box.getByRole('button').click()
}

/** Asks the server as the signed-in person would, past the screens. */
const ask = <T>(page: Page, url: string) =>
  page.evaluate(async (address) => {
    const answer = await fetch(address)
    return { status: answer.status, body: (await answer.json()) as unknown }
  }, url) as Promise<{ status: number; body: T }>

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
  const file = path.join(dataDir, 'journey.pdf')
  writeFileSync(file, bytes)
  return execFileSync(PDFTOTEXT, ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
}

describe('a changed destination', () => {
  it(
    'goes from the secretary over the reviewer to an approved figure and into the published report',
    { timeout: 600_000 },
    async () => {
      const secretary = await signIn('employment')
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

      const reviewer = await signIn('reviewer')
      await reviewer
        .getByRole('region', { name: '等我处理' })
        .getByRole('link', { name: /毕业生去向/ })
        .click()
      await reviewer.getByRole('link', { name: '章示明' }).click()
      await reviewer.getByRole('button', { name: '审核通过' }).click()
      await main(reviewer).getByText('已通过', { exact: true }).first().waitFor()

      const office = await signIn('quality')
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
      const leader = await signIn('leader')
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
      const reader = await open()
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
})

describe('a fault that the national standard would refuse', () => {
  const TABLE = '/standards/national/tables/ODS_BYQXWJYSJ'

  async function check(page: Page): Promise<void> {
    await page.getByRole('button', { name: '立即检查' }).click()
    await page.getByText('检查完成', { exact: true }).waitFor()
  }
  async function rename(page: Page, name: string, reason: string): Promise<void> {
    await page.getByRole('button', { name: '编辑' }).click()
    await page.getByRole('textbox', { name: /^姓名/ }).fill(name)
    await page.getByRole('textbox', { name: /^更改原因/ }).fill(reason)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }

  it('is found by a check, assigned, mended, and gone', { timeout: 600_000 }, async () => {
    const office = await signIn('quality')
    await menu(office).getByRole('link', { name: '数据标准' }).click()
    await main(office).getByRole('searchbox').or(main(office).getByRole('textbox')).first().fill('wjy')
    await main(office).getByRole('link', { name: '毕业去向【未就业】' }).click()
    await main(office).getByRole('tab', { name: '上报内容' }).click()
    await main(office).getByRole('link', { name: '打开' }).first().click()
    const head = office.getByRole('heading', { level: 1 })
    await office.getByRole('button', { name: '编辑' }).waitFor()
    const name = await head.innerText()
    // The register takes a longer name than the standard does.
    await rename(office, name.repeat(14).slice(0, 40), '登记时重复粘贴')

    await office.goto(`${TABLE}?part=faults`)
    await check(office)
    await main(office).getByRole('tab', { name: '问题（1）' }).waitFor()
    const faults = main(office).getByRole('region', { name: '问题' })
    expect(await faults.innerText()).toMatch(/姓名[\s\S]*36/)
    await faults.getByRole('checkbox', { name: '选择此行' }).check()
    await main(office).getByRole('button', { name: '分派', exact: true }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByRole('button', { name: '分派', exact: true }).click()
    await dialog.getByText('请选择一个人').waitFor()
    await dialog.getByRole('combobox', { name: /^分派给/ }).fill('就业中心审核员')
    await office
      .locator('.ant-select-dropdown:visible')
      .getByText(/就业中心审核员/)
      .first()
      .click()
    await dialog.getByRole('textbox', { name: '说明' }).fill('姓名重复了')
    await dialog.getByRole('button', { name: '分派', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await faults.getByText('姓名重复了').waitFor()

    const reviewer = await signIn('reviewer')
    await reviewer.getByRole('region', { name: '我的数据问题' }).getByRole('link').click()
    await main(reviewer).getByText('姓名重复了').waitFor()
    await main(reviewer).getByRole('region', { name: '问题' }).getByRole('link').first().click()
    await rename(reviewer, name, '按学籍更正')

    await check(office)
    await main(office).getByRole('tab', { name: '问题（0）' }).waitFor()
    await main(office).getByText('没有待改的问题').waitFor()
    await main(office).getByRole('button', { name: '已改好' }).click()
    await faults.getByText('姓名重复了').waitFor()
    await reviewer.goto('/standards/faults?mine=1')
    await main(reviewer).getByText('没有待改的问题').waitFor()
  })
})

describe('a sheet', () => {
  const rows = (second: readonly (string | null)[]) => [['甲示例公司', '国有企业', '大型', '2021-09-01'], second]
  const excel = async (cells: readonly (readonly (string | null)[])[]) => {
    const columns = ['单位名称', '单位性质', '规模', '开始合作日期'].map((header) => ({
      header,
      kind: 'text' as const,
      width: 20,
    }))
    const parts: Uint8Array[] = []
    for await (const part of sheetChunks({ sheetName: '合作单位', columns, rows: cells.map((row) => [...row]) }))
      parts.push(part)
    return {
      name: '合作单位.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.concat(parts),
    }
  }

  it(
    'with mistakes writes nothing and names row and column; mended it is taken, and again it changes nothing',
    { timeout: 240_000 },
    async () => {
      const page = await signIn('quality')
      await openRegister(page, '合作单位')
      const kept = async () =>
        (
          await ask<WirePage>(page, `/api/registers/partners?q=${encodeURIComponent('示例公司')}&limit=500`)
        ).body.rows.filter((r) => /^[甲乙]示例公司$/.test(String(r.values['name']))).length
      await page.getByRole('button', { name: '导入导出' }).click()
      await page.getByRole('menuitem', { name: '从文件导入' }).click()
      const give = async (cells: readonly (readonly (string | null)[])[]) =>
        page.locator('input[type=file]').setInputFiles(await excel(cells))
      await give([...rows(['乙示例公司', '国有企业', null, '2021-13-01']), ['丙示例协会', '无此性质', null, null]])
      const problems = page.getByRole('region', { name: '问题' })
      await problems.getByRole('row', { name: /^3 开始合作日期 “2021-13-01”/ }).waitFor()
      await problems.getByRole('row', { name: /^4 单位性质 “无此性质”/ }).waitFor()
      expect(await page.getByRole('button', { name: /^导入 \d+ 条/ }).isDisabled()).toBe(true)
      expect(await kept()).toBe(0)

      await page.getByRole('button', { name: '换一个文件' }).click()
      await give(rows(['乙示例公司', '国有企业', '小型', '2021-12-01']))
      await page.getByRole('button', { name: '导入 2 条' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '导入 2 条' }).click()
      await page.getByRole('heading', { name: '导入完成' }).waitFor()
      expect(await main(page).innerText()).toContain('新建 2 条，更新 0 条')
      expect(await kept()).toBe(2)

      await page.getByRole('button', { name: '再导入一个文件' }).click()
      await give(rows(['乙示例公司', '国有企业', '小型', '2021-12-01']))
      await page.getByRole('heading', { name: '抽样预览' }).waitFor()
      const counts = await page
        .getByRole('term')
        .filter({ hasText: '没有变化' })
        .locator('xpath=following-sibling::dd')
        .first()
        .innerText()
      expect(counts).toBe('2')
      expect(await kept()).toBe(2)
    },
  )
})

describe('a lost connection', () => {
  it('loses no typed figure and overwrites nobody else’s', { timeout: 120_000 }, async () => {
    const form = '/tables/energy-and-water?period=2023&mode=enter'
    const field = (page: Page, name: string) => page.getByLabel(`${name}的数值`)
    const page = await signIn('quality')
    await page.goto(form)
    await page
      .getByText(/历史与评论/)
      .first()
      .waitFor()
    await page.context().setOffline(true)
    // Last year's value and the checks are at hand without the server.
    await main(page).getByText('1,286.40').waitFor()
    await field(page, '全年用电量').fill('1400')
    await field(page, '其中：可再生能源电量').fill('1500')
    await main(page)
      .getByText(/可再生能源电量不大于全年用电量/)
      .first()
      .waitFor()
    await page
      .getByText(/历史与评论/)
      .first()
      .click()
    await main(page).getByText('1,342.18').first().waitFor()
    await field(page, '其中：可再生能源电量').fill('170')
    await page.getByRole('button', { name: '保存 2 项，联网后发送' }).click()
    await page.getByText('离线：2 项填报已存于本机').waitFor()

    const other = await signIn('quality')
    await other.goto(form)
    await field(other, '全年用电量').fill('1399')
    await other.getByRole('button', { name: '保存 1 项' }).click()
    await other.getByText('已送达 1 项填报').waitFor()

    await page.context().setOffline(false)
    await page.getByText('1 项填报未被采用').waitFor()
    await main(page).getByText('对方的', { exact: true }).waitFor()
    const value = async (code: string) =>
      (await ask<{ figure: WireFigure }>(page, `/api/figures/${code}?period=2023`)).body.figure.text
    expect([await value('local.renewable-electricity'), await value('local.electricity')]).toEqual([
      '170.00',
      '1399.00',
    ])
    await page.getByRole('button', { name: '用我填的值' }).click()
    await expect.poll(() => value('local.electricity')).toBe('1400.00')

    await field(page, '全年用水量').fill('75')
    await page.reload()
    await expect.poll(() => field(page, '全年用水量').inputValue()).toBe('75')
    await page.getByRole('button', { name: /账号菜单/ }).click()
    await page.getByText('退出登录').click()
    // The dialog says that something waits; only its own button goes on.
    await page.getByRole('button', { name: '删除并退出' }).click()
    await page.waitForURL('**/sign-in')
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('entries')))).toEqual([])
  })
})

describe('a person without the right', () => {
  it('finds neither menu nor page, and the server refuses', async () => {
    const page = await signIn('student')
    await menu(page).getByRole('link', { name: '全部数据表' }).click()
    await main(page).getByRole('link', { name: /专业/ }).first().waitFor()
    const offered = await main(page).getByRole('link').allInnerTexts()
    expect(offered.filter((text) => /经费|拨款|科研项目/.test(text))).toEqual([])
    expect(
      await menu(page)
        .getByRole('link', { name: /账号|审计|设置/ })
        .count(),
    ).toBe(0)
    for (const address of ['/registers/spending', '/registers/research-projects', '/settings/accounts', '/audit']) {
      await page.goto(address)
      await main(page)
        .getByText(/没有.*权限|没有这个页面|无权/)
        .first()
        .waitFor()
      expect([address, await main(page).getByRole('table').count()]).toEqual([address, 0])
    }
    for (const address of [
      '/api/registers/spending',
      '/api/registers/research-projects/export.csv',
      '/api/accounts',
      '/api/audit',
    ])
      expect([address, (await ask(page, address)).status]).toEqual([address, 403])
    // A published figure is for everybody; the records behind it are not.
    const behind = await ask<{ page: WirePage | null }[]>(page, '/api/figures/q0.destination-rate/rows?period=2022')
    expect(behind.body.flatMap((part) => part.page?.rows ?? [])).toEqual([])
    const made = await page.evaluate(async () => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string }
      return (
        await fetch('/api/registers/majors', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf': csrf },
          body: '{"values":{}}',
        })
      ).status
    })
    expect(made).toBe(403)
  })
})

describe('without a mouse', () => {
  it('a person signs in, searches and opens a record', async () => {
    const page = await open()
    await page.goto('/')
    await page.getByLabel('账号').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
    await page.keyboard.type('employment')
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /您好/ }).waitFor()
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: /搜索/ }).waitFor()
    await page.keyboard.type('201990005')
    const hit = page.getByRole('option', { name: /喻示强/ })
    await hit.waitFor()
    while ((await hit.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '喻示强' }).waitFor()
    // The way back to the text, and from there to the first action.
    await page.keyboard.press('Escape')
    await page.locator('body').press('Tab')
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  })
})

describe('on a phone', () => {
  it('a person signs in, sees a list as cards and opens a record', async () => {
    const page = await signIn('employment', {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      deviceScaleFactor: 2,
    })
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(await fits()).toBe(true)
    await page.goto('/registers/graduates')
    const cards = page.getByRole('list', { name: '毕业生去向' })
    await cards.getByRole('listitem').first().waitFor()
    expect(await main(page).getByRole('table').count()).toBe(0)
    expect(await fits()).toBe(true)
    await page.getByRole('textbox', { name: /搜索/ }).fill('喻示强')
    await cards.getByRole('button', { name: /喻示强.*201990005/ }).tap()
    await page.getByRole('heading', { level: 1, name: '喻示强' }).waitFor()
    expect(await fits()).toBe(true)
  })
})

describe('the main screens', () => {
  /** Made of the same parts as others: once is enough. */
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
  const check = async (page: Page, name: string): Promise<string[]> => {
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.getByRole('status', { name: /正在加载|Loading/ }).count(), { timeout: 60_000 }).toBe(0)
    await page.evaluate(axe.source)
    const found = (await page.evaluate(
      'axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)',
    )) as Violation[]
    return found.map(
      (violation) =>
        `${name}: ${violation.id} (${violation.help}) ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    )
  }

  it('can be read by everybody, in both languages', { timeout: 600_000 }, async () => {
    const violations: string[] = []
    const guest = await open()
    await guest.goto('/sign-in')
    await guest.getByLabel('账号').waitFor()
    violations.push(...(await check(guest, 'zh sign-in')))
    await guest.getByRole('button', { name: 'English' }).click()
    violations.push(...(await check(guest, 'en sign-in')))

    await guest.goto('/public/')
    violations.push(...(await check(guest, 'public')))
    const admin = await signIn('admin')
    for (const screen of ['/settings', '/settings/accounts', '/settings/units', '/settings/jobs', '/audit']) {
      await admin.goto(screen)
      await admin.getByRole('heading', { level: 1 }).first().waitFor()
      violations.push(...(await check(admin, screen)))
    }
    const phone = await signIn('quality', { viewport: { width: 390, height: 844 } })
    for (const screen of ['/', '/registers/graduates', FIGURE, '/reports']) {
      await phone.goto(screen)
      await phone.getByRole('heading', { level: 1 }).first().waitFor()
      violations.push(...(await check(phone, `phone ${screen}`)))
    }
    const page = await signIn('quality')
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
    for (const lang of ['zh', 'en']) {
      if (lang === 'en') {
        await page.goto('/')
        await page.getByRole('button', { name: 'English' }).click()
        await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()
      }
      for (const screen of lang === 'zh' ? screens : screens.filter((each) => !ALIKE.has(each))) {
        await page.goto(screen)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        violations.push(...(await check(page, `${lang} ${screen}`)))
        if (lang === 'en') {
          // Names of people and what the college wrote stay Chinese; the words of the screens do not.
          expect([screen, await page.getAttribute('html', 'lang')]).toEqual([screen, 'en'])
          const words = await page.getByRole('button').allInnerTexts()
          expect([
            screen,
            words.filter((word) => /^(保存|取消|编辑|提交|新建|筛选|导入导出|统计)$/.test(word.trim())),
          ]).toEqual([screen, []])
        }
      }
    }
    expect(violations).toEqual([])
  })
})
