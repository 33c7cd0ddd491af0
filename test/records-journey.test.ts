import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sheetChunks } from '../src/engine/sheets/write-sheet.ts'
import type { WireFigure, WirePage } from '../src/language/wire.ts'
import { DEMO_PASSWORD } from '../src/server/demo-accounts.ts'
import { type DemoSite, openDemoSite } from './demo-site.ts'
import { PHONE } from './journey.ts'
import { ask, main, menu, openRegister } from './screen.ts'

/** Records and entries as those see them who keep them: with a fault, from a file, off the net, without a right, a mouse or a desk. */

let site: DemoSite
beforeAll(async () => {
  site = await openDemoSite()
}, 600_000)
afterAll(() => site?.close())
afterEach(async () => {
  await site.closePages()
  site.expectWhole()
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
    const office = await site.toWorkbench('quality')
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

    const reviewer = await site.toWorkbench('reviewer')
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
      const page = await site.toWorkbench('quality')
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
    const page = await site.toWorkbench('quality')
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

    const other = await site.toWorkbench('quality')
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
    const page = await site.toWorkbench('student')
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
    const page = await site.open()
    await page.goto('/')
    await page.getByLabel('账号').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name')
    await page.keyboard.type('employment')
    await page.keyboard.press('Tab')
    await page.keyboard.type(DEMO_PASSWORD)
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
    const page = await site.toWorkbench('employment', PHONE)
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
