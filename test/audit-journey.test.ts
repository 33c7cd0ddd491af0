import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readZip, writeZip } from '../src/engine/reports/zip.ts'
import { type DemoSite, openDemoSite } from './demo-site.ts'

/** A report that contradicts itself, from the file to the marked Word document, in a browser. */

let site: DemoSite
beforeAll(async () => {
  site = await openDemoSite({ isBroken: (status) => status >= 400 })
}, 600_000)
afterAll(() => site?.close())

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const row = (...cells: string[]) => `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`
const report = writeZip(
  [
    [
      '[Content_Types].xml',
      '<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
    ],
    ['word/_rels/document.xml.rels', '<Relationships></Relationships>'],
    [
      'word/document.xml',
      `<w:document><w:body>${paragraph('一、学生成长')}${paragraph('学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。')}${paragraph('表 1：招生情况')}<w:tbl>${row('专业', '录取数')}${row('甲', '100')}${row('乙', '200')}${row('丙', '300')}${row('丁', '400')}${row('戊', '500')}${row('合计', '1510')}</w:tbl></w:body></w:document>`,
    ],
  ].map(([name, xml]) => ({ name: name!, bytes: Buffer.from(xml!) })),
  new Date(0),
)

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('.drop-zone input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })

it(
  'shows each contradiction and its places, is marked by keys, and comes back as Word that says the same',
  { timeout: 240_000 },
  async () => {
    const page = await site.signIn('quality', '/report-audit')
    await choose(page, '年度报告.docx', report)
    await page.getByRole('heading', { level: 1, name: '年度报告.docx' }).waitFor()
    const findings = page.getByRole('region', { name: '检查结果' })
    const awards = findings.locator('.audit-card').filter({ hasText: '82 ≠ 15 + 37 + 40 = 92' })
    const total = findings.locator('.audit-card').filter({ hasText: '1510 ≠ 100 + 200 + 300 + 400 + 500 = 1500' })
    await awards.waitFor()

    // All places of a long sum are there; each is shown in the document.
    await total.getByRole('button', { name: '还有 1 处' }).click()
    await total.getByRole('button', { name: /表 1：招生情况 6 行 2 列/ }).click()
    const here = page.getByRole('region', { name: '文档' }).locator('.audit-here')
    await expect.poll(() => here.innerText()).toMatch(/500$/)

    // The one looked at is marked by a key, the word is taken back, and another is given with its reason.
    await page.keyboard.press('1')
    await total.getByText('您标为“属实”').waitFor()
    await page.keyboard.press('u')
    await total.getByText('您标为“属实”').waitFor({ state: 'hidden' })
    await page.keyboard.press('2')
    await page.getByLabel(/说明原因/).fill('含已取消录取的 10 人')
    await page.keyboard.press('Enter')
    await total.getByText('您标为“有原因”：含已取消录取的 10 人').waitFor()

    await page.getByRole('button', { name: '导出' }).click()
    const [arrived] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: '原 Word 文档（加批注）' }).click(),
    ])
    const marked = readFileSync(await arrived.path())
    const parts = new Map(readZip(marked).map(({ name, bytes }) => [name, bytes.toString()]))
    expect(parts.get('word/comments.xml')).toContain('有原因：含已取消录取的 10 人')
    expect(parts.get('word/document.xml')).toContain('学校获奖 82 项')

    // The document with comments reads as the one without; what was said is known.
    await page.getByRole('button', { name: '换一份' }).click()
    await choose(page, '年度报告（二）.docx', marked)
    await page.getByRole('heading', { level: 1, name: '年度报告（二）.docx' }).waitFor()
    await total.getByText(/标为“有原因”/).waitFor()
    await expect.poll(() => findings.locator('.audit-card').count()).toBe(2)
    await findings.getByRole('combobox', { name: '标注' }).click()
    await page.locator('.ant-select-dropdown:visible').getByText('未标注 1', { exact: true }).click()
    await total.waitFor({ state: 'hidden' })
    await awards.waitFor()

    // What is under way can be called off.
    await page.route('**/api/report-audits', async (route) => {
      await page.getByRole('button', { name: /^取\s*消$/ }).waitFor({ state: 'hidden' })
      await route.abort()
    })
    await page.getByRole('button', { name: '换一份' }).click()
    await choose(page, '年度报告（三）.docx', report)
    await page.getByRole('button', { name: /^取\s*消$/ }).click()
    await page.locator('.drop-zone').waitFor()

    // Our own report has the same exports.
    const [{ id }] = (await (await page.request.get('/api/reports')).json()) as [{ id: string }]
    const own = await page.request.get(`/api/report-audits/reports/${id}/export?as=docx`)
    expect(own.headers()['content-disposition']).toContain(encodeURIComponent('检查结果.docx'))
    const names = readZip(await own.body()).map(({ name }) => name)
    expect(names).toContain('word/comments.xml')
    site.expectWhole()
  },
)
