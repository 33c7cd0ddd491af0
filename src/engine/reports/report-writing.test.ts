import { afterAll, beforeAll, expect, test } from 'vitest'
import { doc, figure, image, paragraph } from '../../language/document.ts'
import { openReportDesk, refusal, type ReportDesk } from '../../testing/report-desk.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import { addSection, moveSection, removeSection } from './change-outline.ts'
import { createReport } from './create-report.ts'
import { readReport, readSection } from './read-report.ts'
import { getSection } from './report-rows.ts'
import { addSectionComment, listSectionComments, resolveSectionComment } from './section-comments.ts'
import { listVersions, readVersion } from './section-versions.ts'
import { assignSection, saveSection } from './sections.ts'

let desk: ReportDesk
beforeAll(async () => {
  desk = await openReportDesk()
})
afterAll(() => desk.close())

test('a report starts from the template, with owners and due dates', async () => {
  const report = await desk.read()
  expect(report).toMatchObject({
    state: 'draft',
    title: '示例学院 reports工具年报（2023 年度）',
    progress: { sections: 3, submitted: 0, approved: 0 },
  })
  expect(report.sections.map((s) => [s.number, s.title, s.unitId, s.due])).toEqual([
    ['', '前言', desk.college.root, '2024-01-21'],
    ['1', '工具', desk.college.stores, '2024-01-01'],
    ['1.1', '存量', desk.college.stores, '2023-12-22'],
    ['1.2', '借用', desk.college.root, '2023-12-22'],
  ])
  const again = await refusal(
    desk.inCollege((tx) => createReport(desk.engine, tx, desk.keeper, { name: 'tools-report', period: '2023' })),
  )
  expect(again.code).toBe('conflict')
})

test('blockers name what is open, where, and what to do', async () => {
  expect(await desk.kinds()).toEqual(['section 3', 'not-approved 5'])
  const blocker = (await desk.read()).blockers.find((b) => b.code === 't.tools')!
  expect(blocker.places.map((p) => `${p.number} ${p.title}`)).toEqual(['1.1 存量', '1.2 借用', '附表 1 工具表'])
  expect(blocker.message.zh).toContain('库房')
  await desk.save(
    'tools.loans',
    doc(
      paragraph(
        '借用 ',
        figure('t.loans'),
        figure('t.nothing'),
        figure('t.tools', { part: 'numerator' }),
        figure('t.tools', { period: '1999' }),
      ),
    ),
  )
  expect((await desk.read()).blockers.filter((b) => b.kind === 'unknown').map((b) => b.code)).toEqual([
    't.nothing',
    't.tools',
    't.tools',
  ])
  await desk.save('tools.loans', doc())
  expect((await desk.read()).blockers.map((b) => b.message.zh)).toContain(
    '章节“1.2 借用”没有内容：请撰写，或从提纲中删除',
  )
  const picture = doc(image('0'.repeat(64), '图'))
  expect((await refusal(desk.save('tools.loans', picture))).label.zh).toContain('没有上传成功')
  await desk.save('tools.loans', picture, asSystem(desk.college.id, 'a text from elsewhere'))
  expect((await desk.read()).blockers.map((b) => b.message.zh).join()).toContain('图片 000000000000… 没有上传')
  const refused = await refusal(
    desk.save('tools.loans', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'iframe' }] }] }),
  )
  expect(refused.label.zh).toContain('章节“借用”第 0.1.1 处：不认识的内容“iframe”')
})

test('a unit writes its own sections and no other; versions are kept and compared', async () => {
  const stock = await desk.sectionOf('tools.stock')
  const loans = await desk.sectionOf('tools.loans')
  const write = (actor: Actor, sid: string, version: number, content: object) =>
    desk.inCollege((tx) => saveSection(desk.engine, tx, actor, { reportId: desk.id, id: sid }, { content, version }))
  expect((await refusal(write(desk.storesWriter, loans.id, loans.version, doc()))).code).toBe('not-allowed')
  expect(
    (
      await refusal(
        desk.inCollege((tx) =>
          assignSection(desk.engine, tx, desk.storesWriter, { reportId: desk.id, id: stock.id }, { due: '2024-01-02' }),
        ),
      )
    ).code,
  ).toBe('not-allowed')
  expect(
    (
      await refusal(
        desk.inCollege((tx) =>
          addSection(desk.engine, tx, desk.storesWriter, desk.id, { after: null, title: '新', level: 1 }),
        ),
      )
    ).code,
  ).toBe('not-allowed')
  expect((await refusal(desk.step('review', desk.storesWriter))).code).toBe('not-allowed')
  expect(
    (
      await refusal(
        desk.inCollege(async (tx) =>
          readReport(desk.engine, tx, await desk.college.actor(['member', desk.college.east]), desk.id),
        ),
      )
    ).code,
  ).toBe('not-allowed')
  const { content } = await desk.inCollege((tx) => readSection(desk.engine, tx, desk.storesWriter, desk.id, stock.id))
  await write(desk.storesWriter, stock.id, 1, doc(...(content.content ?? []), paragraph('今年新购电动工具三台。')))
  await write(
    desk.storesWriter,
    stock.id,
    2,
    doc(...(content.content ?? []), paragraph('今年新购电动工具四台。'), paragraph('另起一段。')),
  )
  expect((await refusal(write(desk.keeper, stock.id, 2, doc()))).code).toBe('stale')
  expect(
    (await desk.inCollege((tx) => listVersions(tx, stock.id))).map((v) => [v.version, v.action, v.byName]),
  ).toEqual([
    [3, 'save', 'writer'],
    [2, 'save', 'writer'],
    [1, 'create', 'keeper'],
  ])
  const { difference } = await desk.inCollege((tx) => readVersion(tx, stock.id, 3, 2))
  expect(difference?.map((d) => d.kind)).toEqual(['same', 'same', 'same', 'changed', 'added'])
  const changed = difference?.find((d) => d.kind === 'changed')
  expect(
    changed?.kind === 'changed' &&
      changed.words
        .filter((w) => w.kind !== 'same')
        .map((w) => `${w.kind} ${w.text}`)
        .join(),
  ).toMatch(/removed 三.*added 四/)
})

test('a person who is assigned may write, and comments are settled', async () => {
  const person = await desk.college.person('撰写人', desk.college.east)
  const author: Actor = { ...(await desk.college.actor(['member', desk.college.east])), personId: person }
  const loans = await desk.sectionOf('tools.loans')
  await desk.inCollege((tx) =>
    assignSection(
      desk.engine,
      tx,
      desk.keeper,
      { reportId: desk.id, id: loans.id },
      { personId: person, due: '2024-01-05' },
    ),
  )
  await desk.save(
    'tools.loans',
    doc(paragraph('全年借用 ', figure('t.loans', { unit: true }), '，其中电动工具 ', figure('t.power-loans'), '。')),
    author,
  )
  expect(await desk.sectionOf('tools.loans')).toMatchObject({ personName: '撰写人', due: '2024-01-05' })
  const section = await desk.inCollege((tx) => getSection(tx, desk.id, loans.id))
  const cid = await desk.inCollege((tx) =>
    addSectionComment(tx, desk.storesWriter, section, {
      text: '请写明口径',
      anchor: '全年借用',
      suggestion: '全年共借用',
    }),
  )
  expect((await desk.sectionOf('tools.loans')).comments).toBe(1)
  await desk.inCollege((tx) => resolveSectionComment(desk.engine, tx, author, section, cid))
  expect(await desk.inCollege((tx) => listSectionComments(tx, loans.id))).toMatchObject([
    { text: '请写明口径', anchor: '全年借用', byName: 'writer', resolvedAt: expect.any(String) },
  ])
})

test('the outline is changed, and numbers follow', async () => {
  const [preface, tools] = (await desk.read()).sections
  const added = await desk.inCollege((tx) =>
    addSection(desk.engine, tx, desk.keeper, desk.id, { after: tools!.id, title: '展望', level: 1 }),
  )
  const numbers = async () => (await desk.read()).sections.map((s) => `${s.number} ${s.title}`.trim())
  expect(await numbers()).toEqual(['前言', '1 工具', '1.1 存量', '1.2 借用', '2 展望'])
  await desk.inCollege((tx) =>
    moveSection(desk.engine, tx, desk.keeper, desk.id, added, { after: preface!.id, level: 1 }),
  )
  expect(await numbers()).toEqual(['前言', '1 展望', '2 工具', '2.1 存量', '2.2 借用'])
  expect(
    (await refusal(desk.inCollege((tx) => removeSection(desk.engine, tx, desk.keeper, desk.id, tools!.id, null)))).code,
  ).toBe('conflict')
  await desk.inCollege((tx) => removeSection(desk.engine, tx, desk.keeper, desk.id, added, '不需要'))
  expect(await numbers()).toEqual(['前言', '1 工具', '1.1 存量', '1.2 借用'])
})

test('sections are approved or returned with a reason, then closed', async () => {
  for (const key of ['preface', 'tools.stock', 'tools.loans']) await desk.handOn(key, 'submit')
  expect((await refusal(desk.handOn('tools.stock', 'approve', desk.storesWriter))).code).toBe('not-allowed')
  expect((await refusal(desk.handOn('tools.stock', 'return'))).code).toBe('invalid')
  await desk.handOn('tools.stock', 'return', desk.keeper, '请补充')
  await desk.handOn('tools.stock', 'submit', desk.storesWriter)
  for (const key of ['preface', 'tools.stock', 'tools.loans']) await desk.handOn(key, 'approve')
  expect((await refusal(desk.save('tools.stock', doc(), desk.storesWriter))).code).toBe('not-allowed')
  expect(await desk.kinds()).toEqual(['not-approved 5'])
})
