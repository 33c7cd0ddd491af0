import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doc, figure, paragraph } from '../../language/document.ts'
import type { WirePublishing } from '../../language/wire-reports.ts'
import { openReportDesk, refusal, type ReportDesk } from '../../testing/report-desk.ts'
import { asSystem } from '../access/actor.ts'
import { pathOf } from '../files/store.ts'
import { actOnFigure } from '../indicators/act-on-figure.ts'
import { listFigures } from '../indicators/figures.ts'
import { printFigures } from '../indicators/print-figures.ts'
import { hearChanges } from '../outbox.ts'
import { createReport } from './create-report.ts'
import { draftOutputs } from './draft-outputs.ts'
import { figuresJson } from './hash-report.ts'
import { publishReport, type Published } from './publish-report.ts'
import { listReports, readReport } from './read-report.ts'
import { resolveReport } from './resolve-report.ts'
import { assignSection } from './sections.ts'
import { writeReport } from './write-report.ts'
import { readZip } from './zip.ts'

let desk: ReportDesk
beforeAll(async () => {
  desk = await openReportDesk()
  const person = await desk.college.person('撰写人', desk.college.east)
  const { id } = await desk.sectionOf('tools.loans')
  await desk.inCollege((tx) =>
    assignSection(desk.engine, tx, desk.keeper, { reportId: desk.id, id }, { personId: person }),
  )
  const loans = paragraph('借用 ', figure('t.loans', { unit: true }), '，其中电动 ', figure('t.power-loans'), '。')
  await desk.save('tools.loans', doc(loans))
  for (const key of ['preface', 'tools.stock', 'tools.loans'])
    for (const action of ['submit', 'approve'] as const) await desk.handOn(key, action)
})
afterAll(() => desk.close())

let published: Published
const bytesOf = (name: string) =>
  readFileSync(pathOf(desk.engine.filesDir, published.files.find((f) => f.name === name)!.sha256))
const wordText = (docx: Buffer) =>
  readZip(docx)
    .find((e) => e.name === 'word/document.xml')!
    .bytes.toString('utf8')
    .replaceAll(/<[^>]+>/g, '')

test('what was reviewed with a section still open is not signed off, and the way back is said', async () => {
  await desk.handOn('tools.loans', 'return', desk.keeper, '补充借用情况')
  await desk.step('review')
  const { code, label, details } = await refusal(desk.step('sign-off'))
  expect(code).toBe('conflict')
  expect(label.zh).toContain('其中 1 个是章节未通过')
  expect(label.zh).toContain('请先重新打开报告')
  expect(label.en).toContain('reopen the report')
  expect(details.problems!.map((p) => p.message.zh)).toContainEqual('章节“1.2 借用”尚未提交：请责任部门提交后审批')
  expect((await desk.read()).state).toBe('reviewed')
  await desk.step('reopen', desk.keeper, '有章节未通过')
  for (const action of ['submit', 'approve'] as const) await desk.handOn('tools.loans', action)
})

test('publication is refused until nothing stands in the way', async () => {
  await desk.step('review')
  expect((await refusal(desk.step('sign-off'))).details.problems).toHaveLength(5)
  expect((await refusal(publishReport(desk.engine, desk.keeper, desk.id))).code).toBe('not-allowed')
  await desk.approveFigures('2023')
  await desk.approveFigures('2022', ['t.tools'])
  expect(await desk.kinds()).toEqual([])
  await desk.step('sign-off')
})

test('a publication tells how far it is; stopped at any step, it leaves nothing published', async () => {
  for (const step of ['check', 'print', 'keep'] as const) {
    const controller = new AbortController()
    const watch = {
      signal: controller.signal,
      onProgress: (progress: WirePublishing) => {
        if (progress.step === step) controller.abort()
      },
    }
    const stopped = await refusal(publishReport(desk.engine, desk.keeper, desk.id, '发布', watch))
    expect([step, stopped.label.zh]).toEqual([step, expect.stringContaining('已取消')])
    const report = await desk.read()
    expect([report.state, report.publications]).toEqual(['signed', []])
    const figures = await desk.inCollege((tx) => listFigures(desk.engine, tx, desk.keeper, { period: '2023' }))
    expect(figures.filter((f) => f.status === 'published')).toEqual([])
  }
  const told: string[] = []
  published = await publishReport(desk.engine, desk.keeper, desk.id, '发布', {
    onProgress: ({ step, done, of }) => told.push(`${step} ${done}/${of}`),
  })
  expect(told).toEqual(['check 0/8', ...[1, 2, 3, 4, 5, 6].map((n) => `print ${n}/8`), 'keep 7/8'])
  expect(await desk.read()).toMatchObject({
    state: 'published',
    blockers: [],
    publicPath: '/public/reports/tools-report/2023/',
    publications: [{ hash: published.hash }],
  })
  expect(await desk.inCollege((tx) => listReports(desk.engine, tx, asSystem(desk.college.id, 'x')))).toMatchObject([
    { publishedAt: published.at },
  ])
})

test('prose, tables and figures.json hold equal figures, in all outputs and on the command line', async () => {
  const json = JSON.parse(bytesOf('figures.json').toString()) as {
    figures: Record<string, { text: string; value: string; status: string; numerator: { text: string } | null }>
  }
  const html = bytesOf('index.html').toString()
  const word = wordText(bytesOf('report.docx'))
  expect(bytesOf('report.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  const printed = await desk.inCollege((tx) => printFigures(desk.engine, tx, { period: '2023' }))
  const share = json.figures['t.power-share@2023']!
  expect(share).toMatchObject({ text: '66.67', value: '66.67', status: 'published', numerator: { text: '2' } })
  expect(html.replaceAll(/<[^>]+>/g, '')).toContain('共有工具 3件，上一年度 3；电动占 66.67%（2 / 3）。')
  expect(word).toContain('共有工具 3件，上一年度 3；电动占 66.67%（2 / 3）。')
  for (const f of printed.filter((p) => `${p.code}@2023` in json.figures)) {
    expect(json.figures[`${f.code}@2023`]!.text).toBe(f.value)
    expect(f.status).toBe('published')
  }
  expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain('合计 549.98')
  expect(word).toContain('钻头 &lt;大&gt;')
  expect(html).not.toContain('/figures/t.tools/rows')
  expect(bytesOf('staff.html').toString()).toContain('href="/figures/t.tools/rows?period=2023"')
  expect(createHash('sha256').update(bytesOf('report.json').toString()).digest('hex')).toBe(published.hash)
})

test('a change after publication leaves the published bytes untouched and shows as changed', async () => {
  const before = published.files.map((f) => createHash('sha256').update(bytesOf(f.name)).digest('hex'))
  await desk.addTool('T4', '扳手', 'hand', '5.00', 1)
  const report = await desk.read()
  expect(report.blockers.map((b) => [b.kind, b.code])).toEqual(
    expect.arrayContaining([
      ['stale', 't.tools'],
      ['stale', 't.power-share'],
    ]),
  )
  expect(report.blockers.find((b) => b.code === 't.tools')!.message.zh).toContain('3 → 4')
  expect(published.files.map((f) => createHash('sha256').update(bytesOf(f.name)).digest('hex'))).toEqual(before)
  expect(published.files.map((f) => f.sha256)).toEqual(before)
  const { resolved } = await desk.inCollege((tx) => resolveReport(desk.engine, tx, desk.keeper, desk.id))
  expect(JSON.parse(figuresJson(resolved)).figures['t.tools@2023'].text).toBe('3')
  const written = await writeReport(desk.engine, {
    collegeId: desk.college.id,
    name: 'tools-report',
    period: '2023',
    out: `${desk.engine.filesDir}/out`,
  })
  expect(written.from).toBe('publication')
  expect(readFileSync(`${desk.engine.filesDir}/out/report.docx`).equals(bytesOf('report.docx'))).toBe(true)
})

test('a published report is reopened with a reason and published again beside the first', async () => {
  expect((await refusal(desk.step('reopen'))).code).toBe('invalid')
  await desk.step('reopen', desk.keeper, '新增工具')
  await desk.inCollege(async (tx) => {
    for (const f of await listFigures(desk.engine, tx, desk.keeper, {
      period: '2023',
      codes: ['t.tools', 't.power-share', 't.value'],
    }))
      if (f.changed)
        await actOnFigure(desk.engine, tx, desk.keeper, {
          code: f.code,
          period: '2023',
          action: 'accept',
          version: f.version,
          comment: '采用',
        })
  })
  expect((await desk.kinds())[0]).toMatch(/^not-approved/)
  // Last year's number of tools changed with the purchase too: its date lies before both editions.
  await desk.inCollege(async (tx) => {
    const [f] = await listFigures(desk.engine, tx, desk.keeper, { period: '2022', codes: ['t.tools'] })
    await actOnFigure(desk.engine, tx, desk.keeper, {
      code: 't.tools',
      period: '2022',
      action: 'accept',
      version: f!.version,
      comment: '采用',
    })
  })
  await desk.approveFigures('2022', ['t.tools'])
  await desk.approveFigures('2023')
  await desk.step('review')
  await desk.step('sign-off')
  const second = await publishReport(desk.engine, desk.keeper, desk.id)
  expect(second.hash).not.toBe(published.hash)
  expect((await desk.read()).publications.map((p) => p.hash)).toEqual([second.hash, published.hash])
})

test("next year's report starts from this year's text and follows its own period", async () => {
  const previous = await desk.inCollege(
    async (tx) =>
      (
        await tx.run<{ id: string }>(
          sql`SELECT id FROM records.periods WHERE college_id = ${desk.college.id} AND code = '2023'`,
        )
      )[0]!.id,
  )
  await desk.college.add('periods', {
    code: '2024',
    name: '2024 年度',
    schoolYearFrom: '2023-09-01',
    schoolYearTo: '2024-08-31',
    calendarYearFrom: '2023-01-01',
    calendarYearTo: '2023-12-31',
    asOf: '2024-08-31',
    previous,
  })
  const next = await desk.inCollege((tx) =>
    createReport(desk.engine, tx, desk.keeper, {
      name: 'tools-report',
      period: '2024',
      from: desk.id,
      publishOn: '2025-01-31',
    }),
  )
  const { resolved, report } = await desk.inCollege(async (tx) => {
    await hearChanges(desk.engine, tx)
    return {
      ...(await resolveReport(desk.engine, tx, desk.keeper, next)),
      report: await readReport(desk.engine, tx, desk.keeper, next),
    }
  })
  expect(report).toMatchObject({ previousId: desk.id, state: 'draft', title: '示例学院 reports工具年报（2024 年度）' })
  expect(report.sections.find((s) => s.key === 'tools.loans')).toMatchObject({
    personName: '撰写人',
    due: '2024-12-22',
    state: 'draft',
  })
  expect(Object.keys(resolved.figures).sort()).toEqual([
    't.loans@2024',
    't.power-loans@2024',
    't.power-share@2024',
    't.tools@2023',
    't.tools@2024',
  ])
  expect(resolved.figures['t.loans@2024']!.text).toBe('0')
})

test('a draft shows each actor only what they may see, and marks what is not approved', async () => {
  const draft = await desk.inCollege(async (tx) =>
    draftOutputs(
      desk.engine,
      tx,
      await desk.college.actor(['writer', desk.college.stores]),
      (await listReports(desk.engine, tx, desk.keeper))[0]!.id,
    ),
  )
  const page = Buffer.from((await draft.print(['preview.html']))['preview.html']!).toString()
  expect(page).toContain('草稿 · 未发布')
  expect(page).not.toContain('钻头')
  expect(page).toContain('仅含您有权查看的记录')
  const seen = await desk.inCollege(async (tx) =>
    draftOutputs(desk.engine, tx, desk.keeper, (await listReports(desk.engine, tx, desk.keeper))[0]!.id),
  )
  const whole = Buffer.from((await seen.print(['preview.html']))['preview.html']!).toString()
  expect(whole).toContain('钻头')
  expect(whole).toContain('class="figure open" title="未批准')
})

test('the files are written without a server, with a list of what is open', async () => {
  const written = await writeReport(desk.engine, {
    collegeId: desk.college.id,
    name: 'tools-report',
    period: '2022',
    out: `${desk.engine.filesDir}/draft`,
  })
  expect(written.from).toBe('draft')
  expect(written.files.map((f) => f.split('/').at(-1))).toEqual([
    'report.docx',
    'report.pdf',
    'index.html',
    'figures.json',
  ])
  expect(written.blockers.length).toBeGreaterThan(3)
  expect(readFileSync(written.files[2]!, 'utf8')).toContain('【草稿】')
  const refused = await refusal(
    writeReport(desk.engine, {
      collegeId: desk.college.id,
      name: 'tools-report',
      period: '2022',
      out: desk.engine.filesDir,
      publish: true,
    }),
  )
  expect(refused.code satisfies string).toBe('conflict')
})
