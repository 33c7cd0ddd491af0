import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doc, type DocumentNode, figure, image, paragraph } from '../../language/document.ts'
import type { WireReport } from '../../language/wire-reports.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Tx } from '../../database/connection.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { pathOf } from '../files/store.ts'
import { actOnFigure } from '../indicators/act-on-figure.ts'
import { listFigures } from '../indicators/figures.ts'
import { printFigures } from '../indicators/print-figures.ts'
import { hearChanges } from '../outbox.ts'
import { act } from '../records/act.ts'
import type { Refusal } from '../refusal.ts'
import { actOnReport, type PlainAction } from './act-on-report.ts'
import { addSection, moveSection, removeSection } from './change-outline.ts'
import { createReport } from './create-report.ts'
import { draftOutputs } from './draft-outputs.ts'
import { figuresJson } from './hash-report.ts'
import { publishReport, type Published } from './publish-report.ts'
import { listReports, readReport, readSection } from './read-report.ts'
import { resolveReport } from './resolve-report.ts'
import { addSectionComment, listSectionComments, resolveSectionComment } from './section-comments.ts'
import { listVersions, readVersion } from './section-versions.ts'
import { getSection } from './report-rows.ts'
import { actOnSection, assignSection, saveSection } from './sections.ts'
import { writeReport } from './write-report.ts'
import { readZip } from './zip.ts'

let db: TestDatabase
let engine: Engine
let college: TestCollege
let keeper: Actor
let storesWriter: Actor
let id: string
let hammer: string

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const read = (actor = keeper): Promise<WireReport> =>
  inCollege(async (tx) => {
    await hearChanges(engine, tx)
    return readReport(engine, tx, actor, id)
  })
const sectionOf = async (key: string) => (await read()).sections.find((s) => s.key === key)!
const kinds = async () => Object.entries(Object.groupBy((await read()).blockers, (b) => b.kind)).map(([kind, found]) => `${kind} ${found.length}`)
const refusal = async (work: Promise<unknown>): Promise<Refusal> => work.then(() => expect.fail('it was not refused'), (error: unknown) => error as Refusal)

async function approveFigures(period: string, codes?: readonly string[]): Promise<void> {
  await inCollege(async (tx) => {
    while (await hearChanges(engine, tx));
    for (const action of ['review', 'approve'])
      for (const f of await listFigures(engine, tx, keeper, { period, ...(codes ? { codes } : {}) }))
        if ((f.can as string[]).includes(action)) await actOnFigure(engine, tx, keeper, { code: f.code, period, action, version: f.version })
  })
}

const handOn = async (key: string, action: 'submit' | 'approve' | 'return', actor = keeper, comment?: string) => {
  const s = await sectionOf(key)
  await inCollege((tx) => actOnSection(engine, tx, actor, { reportId: id, id: s.id }, { action, version: s.version, ...(comment ? { comment } : {}) }))
}
const save = async (key: string, content: DocumentNode | object, actor = keeper) => {
  const s = await sectionOf(key)
  await inCollege((tx) => saveSection(engine, tx, actor, { reportId: id, id: s.id }, { content, version: s.version }))
}
const step = (action: PlainAction, actor = keeper, comment?: string) => inCollege((tx) => actOnReport(engine, tx, actor, id, { action, ...(comment ? { comment } : {}) }))
const setState = async (record: string, action: string) =>
  inCollege((tx) => act(engine, tx, asSystem(college.id, 'test'), { register: 'tools', id: record, action, comment: 'test' }))

async function addTool(number: string, name: string, kind: 'hand' | 'power', price: string, pieces: number): Promise<string> {
  const tool = await college.add('tools', { number, name, kind, price, pieces, workshop: kind === 'hand' ? college.east : college.west, boughtOn: '2021-05-01' })
  await setState(tool, 'submit')
  await setState(tool, 'approve')
  return tool
}

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  engine = db.engine
  college = await makeTestCollege(engine, 'reports')
  keeper = await college.actor(['keeper', college.root])
  storesWriter = await college.actor(['writer', college.stores])
  hammer = await addTool('T1', '锤子', 'hand', '12.50', 4)
  await addTool('T2', '钻头 <大>', 'power', '300.00', 1)
  const saw = await addTool('T3', '锯', 'power', '99.99', 2)
  await college.add('loans', { number: 'L1', tool: saw, lentOn: '2023-03-01' })
  await college.add('loans', { number: 'L2', tool: hammer, lentOn: '2023-04-01' })
})
afterAll(() => db.close())

test('a report starts from the template, with owners and due dates', async () => {
  id = await inCollege((tx) => createReport(engine, tx, keeper, { name: 'tools-report', period: '2023', publishOn: '2024-01-31' }))
  const report = await read()
  expect(report).toMatchObject({ state: 'draft', title: '示例学院 reports工具年报（2023 年度）', progress: { sections: 3, submitted: 0, approved: 0 } })
  expect(report.sections.map((s) => [s.number, s.title, s.unitId, s.due])).toEqual([
    ['', '前言', college.root, '2024-01-21'],
    ['1', '工具', college.stores, '2024-01-01'],
    ['1.1', '存量', college.stores, '2023-12-22'],
    ['1.2', '借用', college.root, '2023-12-22'],
  ])
  const again = await refusal(inCollege((tx) => createReport(engine, tx, keeper, { name: 'tools-report', period: '2023' })))
  expect(again.code).toBe('conflict')
})

test('blockers name what is open, where, and what to do', async () => {
  expect(await kinds()).toEqual(['section 3', 'not-approved 5'])
  const blocker = (await read()).blockers.find((b) => b.code === 't.tools')!
  expect(blocker.places.map((p) => `${p.number} ${p.title}`)).toEqual(['1.1 存量', '1.2 借用', '附表 1 工具表'])
  expect(blocker.message.zh).toContain('库房')
  await save('tools.loans', doc(paragraph('借用 ', figure('t.loans'), figure('t.nothing'), figure('t.tools', { part: 'numerator' }), figure('t.tools', { period: '1999' }))))
  expect((await read()).blockers.filter((b) => b.kind === 'unknown').map((b) => b.code)).toEqual(['t.nothing', 't.tools', 't.tools'])
  await save('tools.loans', doc())
  expect((await read()).blockers.map((b) => b.message.zh)).toContain('章节“1.2 借用”没有内容：请撰写，或从提纲中删除')
  await save('tools.loans', doc(image('0'.repeat(64), '图')))
  expect((await read()).blockers.map((b) => b.message.zh).join()).toContain('图片 000000000000… 没有上传')
  const refused = await refusal(save('tools.loans', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'iframe' }] }] }))
  expect(refused.label.zh).toContain('章节“借用”第 0.1.1 处：不认识的内容“iframe”')
})

test('a unit writes its own sections and no other; versions are kept and compared', async () => {
  const stock = await sectionOf('tools.stock')
  const loans = await sectionOf('tools.loans')
  const write = (actor: Actor, sid: string, version: number, content: object) => inCollege((tx) => saveSection(engine, tx, actor, { reportId: id, id: sid }, { content, version }))
  expect((await refusal(write(storesWriter, loans.id, loans.version, doc()))).code).toBe('not-allowed')
  expect((await refusal(inCollege((tx) => assignSection(engine, tx, storesWriter, { reportId: id, id: stock.id }, { due: '2024-01-02' })))).code).toBe('not-allowed')
  expect((await refusal(inCollege((tx) => addSection(engine, tx, storesWriter, id, { after: null, title: '新', level: 1 })))).code).toBe('not-allowed')
  expect((await refusal(step('review', storesWriter))).code).toBe('not-allowed')
  expect((await refusal(inCollege(async (tx) => readReport(engine, tx, await college.actor(['member', college.east]), id)))).code).toBe('not-allowed')
  const { content } = await inCollege((tx) => readSection(engine, tx, storesWriter, id, stock.id))
  await write(storesWriter, stock.id, 1, doc(...(content.content ?? []), paragraph('今年新购电动工具三台。')))
  await write(storesWriter, stock.id, 2, doc(...(content.content ?? []), paragraph('今年新购电动工具四台。'), paragraph('另起一段。')))
  expect((await refusal(write(keeper, stock.id, 2, doc()))).code).toBe('stale')
  expect((await inCollege((tx) => listVersions(tx, stock.id))).map((v) => [v.version, v.action, v.byName])).toEqual([[3, 'save', 'writer'], [2, 'save', 'writer'], [1, 'create', 'keeper']])
  const { difference } = await inCollege((tx) => readVersion(tx, stock.id, 3, 2))
  expect(difference?.map((d) => d.kind)).toEqual(['same', 'same', 'same', 'changed', 'added'])
  const changed = difference?.find((d) => d.kind === 'changed')
  expect(changed?.kind === 'changed' && changed.words.filter((w) => w.kind !== 'same').map((w) => `${w.kind} ${w.text}`).join()).toMatch(/removed 三.*added 四/)
})

test('a person who is assigned may write, and comments are settled', async () => {
  const person = await college.person('撰写人', college.east)
  const author: Actor = { ...(await college.actor(['member', college.east])), personId: person }
  const loans = await sectionOf('tools.loans')
  await inCollege((tx) => assignSection(engine, tx, keeper, { reportId: id, id: loans.id }, { personId: person, due: '2024-01-05' }))
  await save('tools.loans', doc(paragraph('全年借用 ', figure('t.loans', { unit: true }), '，其中电动工具 ', figure('t.power-loans'), '。')), author)
  expect(await sectionOf('tools.loans')).toMatchObject({ personName: '撰写人', due: '2024-01-05' })
  const section = await inCollege((tx) => getSection(tx, id, loans.id))
  const cid = await inCollege((tx) => addSectionComment(tx, storesWriter, section, { text: '请写明口径', anchor: '全年借用', suggestion: '全年共借用' }))
  expect((await sectionOf('tools.loans')).comments).toBe(1)
  await inCollege((tx) => resolveSectionComment(engine, tx, author, section, cid))
  expect(await inCollege((tx) => listSectionComments(tx, loans.id))).toMatchObject([{ text: '请写明口径', anchor: '全年借用', byName: 'writer', resolvedAt: expect.any(String) }])
})

test('the outline is changed, and numbers follow', async () => {
  const [preface, tools] = (await read()).sections
  const added = await inCollege((tx) => addSection(engine, tx, keeper, id, { after: tools!.id, title: '展望', level: 1 }))
  const numbers = async () => (await read()).sections.map((s) => `${s.number} ${s.title}`.trim())
  expect(await numbers()).toEqual(['前言', '1 工具', '1.1 存量', '1.2 借用', '2 展望'])
  await inCollege((tx) => moveSection(engine, tx, keeper, id, added, { after: preface!.id, level: 1 }))
  expect(await numbers()).toEqual(['前言', '1 展望', '2 工具', '2.1 存量', '2.2 借用'])
  expect((await refusal(inCollege((tx) => removeSection(engine, tx, keeper, id, tools!.id, null)))).code).toBe('conflict')
  await inCollege((tx) => removeSection(engine, tx, keeper, id, added, '不需要'))
  expect(await numbers()).toEqual(['前言', '1 工具', '1.1 存量', '1.2 借用'])
})

test('sections are approved or returned with a reason, then closed', async () => {
  for (const key of ['preface', 'tools.stock', 'tools.loans']) await handOn(key, 'submit')
  expect((await refusal(handOn('tools.stock', 'approve', storesWriter))).code).toBe('not-allowed')
  expect((await refusal(handOn('tools.stock', 'return'))).code).toBe('invalid')
  await handOn('tools.stock', 'return', keeper, '请补充')
  await handOn('tools.stock', 'submit', storesWriter)
  for (const key of ['preface', 'tools.stock', 'tools.loans']) await handOn(key, 'approve')
  expect((await refusal(save('tools.stock', doc(), storesWriter))).code).toBe('not-allowed')
  expect(await kinds()).toEqual(['not-approved 5'])
})

let published: Published
const bytesOf = (name: string) => readFileSync(pathOf(engine.filesDir, published.files.find((f) => f.name === name)!.sha256))
const wordText = (docx: Buffer) => readZip(docx).find((e) => e.name === 'word/document.xml')!.bytes.toString('utf8').replaceAll(/<[^>]+>/g, '')

test('publication is refused until nothing stands in the way', async () => {
  await step('review')
  expect((await refusal(step('sign-off'))).details.problems).toHaveLength(5)
  expect((await refusal(publishReport(engine, keeper, id))).code).toBe('not-allowed')
  await approveFigures('2023')
  await approveFigures('2022', ['t.tools'])
  expect(await kinds()).toEqual([])
  await step('sign-off')
  published = await publishReport(engine, keeper, id, '发布')
  expect(await read()).toMatchObject({ state: 'published', blockers: [], publicPath: '/public/reports/tools-report/2023/', publications: [{ hash: published.hash }] })
  expect(await inCollege((tx) => listReports(engine, tx, asSystem(college.id, 'x')))).toMatchObject([{ publishedAt: published.at }])
})

test('prose, tables and figures.json hold equal figures, in all outputs and on the command line', async () => {
  const json = JSON.parse(bytesOf('figures.json').toString()) as { figures: Record<string, { text: string; value: string; status: string; numerator: { text: string } | null }> }
  const html = bytesOf('index.html').toString()
  const word = wordText(bytesOf('report.docx'))
  expect(bytesOf('report.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  const printed = await inCollege((tx) => printFigures(engine, tx, { period: '2023' }))
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
  await addTool('T4', '扳手', 'hand', '5.00', 1)
  const report = await read()
  expect(report.blockers.map((b) => [b.kind, b.code])).toEqual(expect.arrayContaining([['stale', 't.tools'], ['stale', 't.power-share']]))
  expect(report.blockers.find((b) => b.code === 't.tools')!.message.zh).toContain('3 → 4')
  expect(published.files.map((f) => createHash('sha256').update(bytesOf(f.name)).digest('hex'))).toEqual(before)
  expect(published.files.map((f) => f.sha256)).toEqual(before)
  const { resolved } = await inCollege((tx) => resolveReport(engine, tx, keeper, id))
  expect(JSON.parse(figuresJson(resolved)).figures['t.tools@2023'].text).toBe('3')
  const written = await writeReport(engine, { collegeId: college.id, name: 'tools-report', period: '2023', out: `${engine.filesDir}/out` })
  expect(written.from).toBe('publication')
  expect(readFileSync(`${engine.filesDir}/out/report.docx`).equals(bytesOf('report.docx'))).toBe(true)
})

test('a published report is reopened with a reason and published again beside the first', async () => {
  expect((await refusal(step('reopen'))).code).toBe('invalid')
  await step('reopen', keeper, '新增工具')
  await inCollege(async (tx) => {
    for (const f of await listFigures(engine, tx, keeper, { period: '2023', codes: ['t.tools', 't.power-share', 't.value'] }))
      if (f.changed) await actOnFigure(engine, tx, keeper, { code: f.code, period: '2023', action: 'accept', version: f.version, comment: '采用' })
  })
  expect((await kinds())[0]).toMatch(/^not-approved/)
  // Last year's number of tools changed with the purchase too: its date lies before both editions.
  await inCollege(async (tx) => {
    const [f] = await listFigures(engine, tx, keeper, { period: '2022', codes: ['t.tools'] })
    await actOnFigure(engine, tx, keeper, { code: 't.tools', period: '2022', action: 'accept', version: f!.version, comment: '采用' })
  })
  await approveFigures('2022', ['t.tools'])
  await approveFigures('2023')
  await step('review')
  await step('sign-off')
  const second = await publishReport(engine, keeper, id)
  expect(second.hash).not.toBe(published.hash)
  expect((await read()).publications.map((p) => p.hash)).toEqual([second.hash, published.hash])
})

test("next year's report starts from this year's text and follows its own period", async () => {
  const previous = await inCollege(async (tx) => (await tx.run<{ id: string }>(sql`SELECT id FROM records.periods WHERE college_id = ${college.id} AND code = '2023'`))[0]!.id)
  await college.add('periods', { code: '2024', name: '2024 年度', schoolYearFrom: '2023-09-01', schoolYearTo: '2024-08-31', calendarYearFrom: '2023-01-01', calendarYearTo: '2023-12-31', asOf: '2024-08-31', previous })
  const next = await inCollege((tx) => createReport(engine, tx, keeper, { name: 'tools-report', period: '2024', from: id, publishOn: '2025-01-31' }))
  const { resolved, report } = await inCollege(async (tx) => {
    await hearChanges(engine, tx)
    return { ...(await resolveReport(engine, tx, keeper, next)), report: await readReport(engine, tx, keeper, next) }
  })
  expect(report).toMatchObject({ previousId: id, state: 'draft', title: '示例学院 reports工具年报（2024 年度）' })
  expect(report.sections.find((s) => s.key === 'tools.loans')).toMatchObject({ personName: '撰写人', due: '2024-12-22', state: 'draft' })
  expect(Object.keys(resolved.figures).sort()).toEqual(['t.loans@2024', 't.power-loans@2024', 't.power-share@2024', 't.tools@2023', 't.tools@2024'])
  expect(resolved.figures['t.loans@2024']!.text).toBe('0')
})

test('a draft shows each actor only what they may see, and marks what is not approved', async () => {
  const draft = await inCollege(async (tx) => draftOutputs(engine, tx, await college.actor(['writer', college.stores]), (await listReports(engine, tx, keeper))[0]!.id))
  const page = Buffer.from((await draft.print(['preview.html']))['preview.html']!).toString()
  expect(page).toContain('草稿 · 未发布')
  expect(page).not.toContain('钻头')
  expect(page).toContain('仅含您有权查看的记录')
  const seen = await inCollege(async (tx) => draftOutputs(engine, tx, keeper, (await listReports(engine, tx, keeper))[0]!.id))
  const whole = Buffer.from((await seen.print(['preview.html']))['preview.html']!).toString()
  expect(whole).toContain('钻头')
  expect(whole).toContain('class="figure open" title="未批准')
})

test('the files are written without a server, with a list of what is open', async () => {
  const written = await writeReport(engine, { collegeId: college.id, name: 'tools-report', period: '2022', out: `${engine.filesDir}/draft` })
  expect(written.from).toBe('draft')
  expect(written.files.map((f) => f.split('/').at(-1))).toEqual(['report.docx', 'report.pdf', 'index.html', 'figures.json'])
  expect(written.blockers.length).toBeGreaterThan(3)
  expect(readFileSync(written.files[2]!, 'utf8')).toContain('【草稿】')
  const refused = await refusal(writeReport(engine, { collegeId: college.id, name: 'tools-report', period: '2022', out: engine.filesDir, publish: true }))
  expect(refused.code satisfies string).toBe('conflict')
})

