import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type DemoSite, openDemoSite } from './demo-site.ts'
import { main } from './screen.ts'

/** A plan from its first task to the report on it, as those who work on it see it in a browser. */

let site: DemoSite
beforeAll(async () => {
  // Nobody is led to what is not for them, and nothing breaks.
  site = await openDemoSite({ isBroken: (status) => [403, 404].includes(status) || status >= 500 })
}, 600_000)
afterAll(() => site?.close())
afterEach(() => site.expectWhole())

const pages = new Map<string, Page>()

/** Each person has one window. */
async function as(name: string, address: string): Promise<Page> {
  const page = pages.get(name) ?? (await site.signIn(name, address))
  if (pages.has(name)) await page.goto(address)
  pages.set(name, page)
  return page
}

/** What comes about in a moment, or in many under load. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 60_000 })

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Takes the option of a picker that searches for what is typed. */
async function pick(page: Page, field: string | RegExp, typed: string, option: string | RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: field })
  await box.click()
  if (typed) await box.fill(typed)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}

/** The code of the plan that is made here. */
const PLAN = 'tour'

/** Says yes in the dialog that asks. */
async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

it('is broken down, put in force, filled and reviewed twice', { timeout: 240_000 }, async () => {
  const office = await as('quality', '/plans/workshop-2026')
  await press(office, /更多操作/)
  await office.getByRole('menuitem', { name: '复制计划' }).click()
  const copy = office.getByRole('dialog')
  await copy.getByLabel('新计划代号').fill(PLAN)
  await copy.getByLabel('新计划名称').fill('工坊推广计划')
  await copy.getByLabel('开始日期').fill('2026-03-01')
  await copy.getByLabel('开始日期').press('Enter')
  await copy.getByRole('button', { name: '复制计划' }).click()
  await office.getByRole('heading', { level: 1, name: '工坊推广计划' }).waitFor()

  // A task gets one more leaf, with its owner and dates.
  const row = office
    .getByRole('grid')
    .getByRole('row')
    .filter({ hasText: `${PLAN}-GF-2-2` })
    .first()
  await row.getByRole('button').last().click()
  const drawer = office.getByRole('dialog', { name: /就业与服务/ })
  await drawer.getByRole('button', { name: '在此之下新增任务' }).click()
  const form = office.getByRole('dialog', { name: /新增/ })
  await form.getByLabel('任务编号').fill(`${PLAN}-GF-2-2-9`)
  await form.getByLabel('任务名称').fill('编印推广手册')
  await pick(office, /^责任单位/, '车辆', '车辆工程学院')
  await pick(office, /^负责人/, 'T0200', /柳示轩/)
  for (const [name, day] of [
    [/^开始日期/, '2026-03-01'],
    [/^(结束|截止|完成)/, '2028-10-31'],
  ] as const) {
    await form.getByLabel(name).fill(day)
    await form.getByLabel(name).press('Enter')
  }
  await form.getByRole('button', { name: '确定' }).click()
  await form.waitFor({ state: 'hidden' })
  await drawer.getByRole('button', { name: /关闭|Close/ }).click()
  await office.getByRole('row').filter({ hasText: '编印推广手册' }).waitFor()
  await press(office, '使计划生效')
  await confirm(office, '使计划生效')
  await main(office).getByText('生效中').first().waitFor()

  const owner = await as('teacher', '/my-plan-tasks')
  const card = owner.getByRole('listitem').filter({ hasText: `${PLAN}-GF-2-2-9` })
  await card.getByRole('button', { name: '填报' }).click()
  await card.getByRole('spinbutton', { name: /累计进度/ }).fill('40')
  await card.getByRole('button', { name: '提交' }).click()
  // What is missing is said at its field, and what was typed stays.
  await card
    .getByText(/必须填写|请填写/)
    .first()
    .waitFor()
  await card.getByRole('textbox', { name: /本月完成/ }).fill('初稿完成并征求意见')
  await card.getByRole('button', { name: '提交' }).click()
  await card.getByRole('button', { name: '撤回修改' }).waitFor()

  for (const [name, action] of [
    ['dean', '单位审核通过'],
    ['quality', '审定'],
  ] as const) {
    const reviewer = await as(name, '/plan-reviews')
    const waiting = reviewer.getByRole('listitem').filter({ hasText: `${PLAN}-GF-2-2-9` })
    await waiting.getByText('初稿完成并征求意见').waitFor()
    await waiting.getByRole('button', { name: action }).click()
    await waiting.getByRole('button', { name: action }).waitFor({ state: 'hidden' })
  }
  await office.goto(`/plans/${PLAN}?q=${PLAN}-GF-2-2-9`)
  await eventually(() => main(office).innerText()).toContain('40')
})

/** A fully digital invoice as its seller's system sends it; nobody in it exists. */
const INVOICE = `<?xml version="1.0" encoding="utf-8"?>
<EInvoice><EInvoiceData><SellerInformation><SellerName>示例印务有限公司</SellerName></SellerInformation>
<BuyerInformation><BuyerName>匠心示范职业技术学院</BuyerName></BuyerInformation>
<BasicInformation><TotalTax-includedAmount>1260.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>26312000000087654321</InvoiceNumber><IssueTime>2026-09-15</IssueTime></TaxSupervisionInfo>
</EInvoice>`

it(
  'is paid for: a claim with its invoice goes from the owner over unit and finance',
  { timeout: 240_000 },
  async () => {
    const owner = await as('teacher', '/plans/workshop-2026/claims')
    await press(owner, '我要报账')
    await pick(owner, /^任务/, 'GF-1-1-3', /GF-1-1-3/)
    await pick(owner, /^年度/, '', '2026 年')
    await pick(owner, /^资金来源/, '', '自筹')
    await main(owner)
      .getByText(/还可用/)
      .waitFor()
    await pick(owner, /^报账类别/, '', '印刷')
    await owner.locator('input[type=file]').setInputFiles({
      name: '发票.xml',
      mimeType: 'text/xml',
      buffer: Buffer.from(INVOICE),
    })
    // Read, not typed: number, day, amount and seller.
    await eventually(() => owner.getByLabel('发票号码').inputValue()).toBe('26312000000087654321')
    expect(await owner.getByLabel('收款方').inputValue()).toBe('示例印务有限公司')
    await press(owner, '用作报账金额')
    await owner.getByLabel('用途').fill('工坊手册印刷')
    await press(owner, '提交报账')
    const claim = (page: Page) => page.getByRole('listitem').filter({ hasText: '工坊手册印刷' }).first()
    await claim(owner).getByText('1,260.00 元').first().waitFor()
    expect(
      await claim(owner)
        .getByRole('button', { name: /审核|批准|支付/ })
        .count(),
    ).toBe(0)

    const dean = await as('dean', '/plans/workshop-2026/claims')
    await claim(dean).getByRole('button', { name: '单位审核通过' }).click()
    await confirm(dean, '单位审核通过')
    const finance = await as('finance', '/plans/workshop-2026/claims')
    for (const action of ['财务审核通过', '支付']) {
      await claim(finance).getByRole('button', { name: action }).click()
      await confirm(finance, action)
    }
    await finance.getByRole('tab', { name: /全部/ }).click()
    await claim(finance).getByText('已支付').waitFor()
    await finance.goto('/registers/plan-payments')
    await main(finance).getByText('工坊手册印刷').first().waitFor()
  },
)

it('is proven: evidence closes its gap once the office approves', { timeout: 240_000 }, async () => {
  const owner = await as('teacher', '/plans/workshop-2026/evidence')
  const gap = (page: Page) => page.getByRole('row').filter({ hasText: /GF-1-1-1.*受益学生/ })
  await gap(owner).getByRole('link', { name: /去补/ }).click()
  await owner.getByText('校内工坊：完成场地改造').first().waitFor()
  await owner.getByLabel(/^材料名称/).fill('受益学生名单')
  await pick(owner, /^形式/, '', '链接')
  await owner.getByRole('textbox', { name: /^链接/ }).fill('https://archive.example.edu.cn/list')
  await press(owner, '保存')
  await owner.getByRole('heading', { level: 1, name: '受益学生名单' }).waitFor()
  await press(owner, '提交')
  await main(owner).getByText('待审核', { exact: true }).first().waitFor()

  const office = await as('quality', new URL(owner.url()).pathname)
  await press(office, '审核通过')
  await main(office).getByText('已通过', { exact: true }).first().waitFor()
  await office.goto('/plans/workshop-2026/evidence')
  await gap(office).waitFor({ state: 'hidden' })
  await main(office)
    .getByText(/已审定佐证 1 份/)
    .waitFor()
})

it('is scored, and its report stands on the same numbers', { timeout: 240_000 }, async () => {
  const office = await as('quality', '/scoring')
  await main(office).getByRole('link', { name: '学校自评：双高计划中期绩效' }).click()
  await main(office).getByText('98.45').first().waitFor()
  // Every point says its rule with the numbers put in; a value is tried without being kept.
  const points = main(office).getByRole('row').filter({ hasText: /÷/ })
  await eventually(() => points.count()).toBeGreaterThan(5)
  await press(office, '假设分析')
  await main(office)
    .getByRole('button', { name: /^修改：/ })
    .first()
    .click()
  await office.getByRole('dialog').getByRole('button', { name: /取消/ }).click()

  await office.goto('/reports')
  await main(office)
    .getByRole('link', { name: /双高计划绩效评价自评报告/ })
    .click()
  await press(office, '预览')
  const pages = office.frameLocator('iframe')
  await pages.getByText('98.45').first().waitFor({ state: 'attached' })
  const words = await pages.locator('body').innerText()
  for (const figure of ['99.27', '97.54', '92.02']) expect([figure, words.includes(figure)]).toEqual([figure, true])
})
