import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import { createAccount } from '../src/engine/access/accounts.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'
import { buildScreens, type Journey, PHONE, startJourney } from './journey.ts'
import { choose } from './screen.ts'

/** A conversion from the certificate on paper to the employer who verifies what became of it, in a browser. */

const PASSWORD = 'a-Long-made-up-1'

let db: { engine: Engine; database: Database; close(): Promise<void> }
let bank: CreditBank
let app: FastifyInstance
let journey: Journey
let baseURL: string

beforeAll(async () => {
  await buildScreens()
  db = await openBankDatabase()
  bank = await makeCreditBank(db.engine)
  await bank.run((tx) =>
    createAccount(db.engine, tx, bank.system, {
      name: 'office',
      password: PASSWORD,
      assignments: [{ role: 'quality-office', unitId: bank.college.root }],
    }),
  )
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' }),
  })
  baseURL = await app.listen({ host: '127.0.0.1', port: 0 })
  journey = await startJourney(baseURL)
}, 600_000)
afterAll(async () => {
  await journey?.close()
  await app?.close()
  await db?.close()
})
afterEach(() => journey.expectWhole())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
/** Answers the question that is open. */
async function confirm(page: Page, name: string, comment?: string): Promise<void> {
  const question = page.getByRole('dialog')
  if (comment) await question.getByRole('textbox').fill(comment)
  await question.getByRole('button', { name, exact: true }).click()
  await question.waitFor({ state: 'hidden' })
}
/** Pixels by which the page is wider than the phone. */
const tooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

it(
  'goes from a photograph of a certificate to a course, to an employer, and back when it is revoked',
  { timeout: 300_000 },
  async () => {
    const { east, west } = bank.institutions
    await bank.rule(east, '特殊焊接技术', '焊接工艺')
    await bank.rule(west, '特殊焊接技术', '焊接实训', { credits: '3' })

    // A welder signs up on a phone, and registers a certificate with its photograph.
    const welder = await journey.open(PHONE)
    await welder.goto('/learn')
    await welder.getByText('开户', { exact: true }).click()
    await welder.getByLabel('姓名').fill('林示焊')
    await welder.getByLabel('身份证号').fill('11010119900307010X')
    await welder.getByLabel('手机号').fill('13800001111')
    await welder.getByLabel('密码').fill(PASSWORD)
    await press(welder, '开户')
    await welder.getByText('账户还没有核验证件').waitFor()
    await welder.getByText('登记学习成果', { exact: true }).click()
    await welder.getByLabel('成果名称').fill('特殊焊接技术')
    await choose(welder, '等级', '中级')
    await choose(welder, '成绩', '优秀')
    await choose(welder, '颁发机构', 'firm 机构')
    await welder.getByLabel('取得日期').fill('2024-05-01')
    await welder.getByLabel('取得日期').press('Enter')
    await welder.getByLabel('学分', { exact: false }).last().fill('6')
    await welder.locator('input[type=file]').setInputFiles({
      name: '证书照片.png',
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    })
    await welder.getByRole('link', { name: /证书照片/ }).waitFor()
    await press(welder, '提交登记')
    await welder.getByText('已登记，等待认定').waitFor()
    expect(await tooWide(welder)).toBe(0)

    // The bank's office looks at the photograph, accredits, and has seen the identity card.
    const office = await journey.open({}, { name: 'office', password: PASSWORD })
    await office.goto('/credit-bank')
    await office.getByRole('tab', { name: '中心' }).click()
    const photograph = office.getByRole('link', { name: '证书照片.png' })
    await photograph.waitFor()
    expect((await office.request.get((await photograph.getAttribute('href'))!)).headers()['content-type']).toBe(
      'image/png',
    )
    await press(office, '认定')
    await confirm(office, '认定')
    await office.getByText('待认定成果（0）').waitFor()
    await office.getByRole('tab', { name: '学习者' }).click()
    await office.getByRole('link', { name: /林示焊/ }).click()
    await office.getByText('特殊焊接技术').first().waitFor()
    await office.getByRole('link', { name: '核验证件、修改账户' }).click()
    await office.getByText('自行申报').first().waitFor()
    await office.getByRole('button', { name: /编辑$/ }).click()
    await choose(office, '实名认证', '证件已核')
    await press(office, '保存')
    await office.getByText('证件已核').first().waitFor()

    // She sees what it is worth at two schools, and applies at one.
    await welder.reload()
    await welder.getByText('可转换 2 处').click()
    await welder.locator('.bank-option', { hasText: 'east 机构' }).getByRole('button', { name: '申请转换' }).click()
    await confirm(welder, '申请转换')
    await welder.getByText('已提交申请').waitFor()
    await office.goto('/credit-bank')
    await office.getByText('特殊焊接技术 → 焊接工艺').first().waitFor()
    await office.getByText('核对', { exact: true }).click()
    await office.getByText('成果已认定').waitFor()
    await office.getByRole('button', { name: '同意转换', exact: true }).click()
    await confirm(office, '同意转换')
    await office.getByText('没有申请').waitFor()

    // The other school is closed now, and says why.
    await welder.reload()
    await welder.getByText('已在east 机构转换为“焊接工艺”4.0 学分').waitFor()
    await welder.getByText('暂不能转换').click()
    await welder.getByText('成果已在east 机构转换为“焊接工艺”：每项成果只能使用一次').first().waitFor()

    // Her certificate: its picture, its address; an employer opens that on a phone, without an account.
    await welder.getByRole('link', { name: '电子证书' }).click()
    await press(welder, '为“特殊焊接技术”出具证书')
    await press(welder, '看图片')
    const picture = welder.getByRole('img', { name: /特殊焊接技术/ })
    await picture.waitFor()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(800)
    expect(await tooWide(welder)).toBe(0)
    const address = new URL((await welder.getByRole('link', { name: '核验页' }).getAttribute('href'))!, baseURL).href
    const employer = await journey.open(PHONE)
    await employer.goto(address)
    await employer.getByText('有效', { exact: true }).waitFor()
    await employer.getByText('林示焊').waitFor()
    await press(welder, '停止公开')
    await welder.getByText('未公开').waitFor()
    await employer.reload()
    await employer.getByText('持证人没有公开这份证书').waitFor()
    await press(welder, '重新公开')
    await welder.getByRole('link', { name: '核验页' }).waitFor()

    // The certificate turns out to be wrong: what that does is read first; then everybody sees it.
    await office.getByRole('tab', { name: '学习者' }).click()
    await office.getByRole('link', { name: /林示焊/ }).click()
    await press(office, '撤销认定')
    await office.getByRole('dialog').getByText('冲销east 机构的转换“焊接工艺”4.0 学分').waitFor()
    await confirm(office, '撤销认定及以下各项', '证书系伪造')
    await employer.reload()
    await employer.getByText('已撤销', { exact: true }).waitFor()
    await welder.goto('/learn')
    await welder.getByText('原因：证书系伪造').waitFor()
    await welder.getByText('已冲销').first().waitFor()
  },
)
