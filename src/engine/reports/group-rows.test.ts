import { afterAll, beforeAll, expect, test } from 'vitest'
import { doc, recordTable, type ResolvedTable } from '../../language/document.ts'
import { openReportDesk, refusal, type ReportDesk } from '../../testing/report-desk.ts'
import { asSystem } from '../access/actor.ts'
import { emitHtml } from './emit-html.ts'
import { emitPdf } from './emit-pdf.ts'
import { emitWord } from './emit-word.ts'
import { resolveBlock } from './resolve-block.ts'
import { resolveReport } from './resolve-report.ts'
import { readZip } from './zip.ts'

let desk: ReportDesk
beforeAll(async () => {
  desk = await openReportDesk()
})
afterAll(() => desk.close())

const tableBy = (group: string) =>
  desk.inCollege((tx) => resolveBlock(desk.engine, tx, desk.keeper, desk.id, 'tables', 'tools-list', group))
const lines = ({ rows }: ResolvedTable) =>
  rows.map((row) => [
    row.kind,
    ...row.cells.map((cell) => (cell !== null && typeof cell === 'object' && 'text' in cell ? cell.text : cell)),
  ])

test('rows stand under the value they share, in the order of the codes, with what they add up to', async () => {
  const table = await tableBy('kind')
  expect(table.columns.map((column) => column.label.zh)).toEqual(['序号', '名称', '车间', '总价'])
  expect(lines(table)).toEqual([
    ['subhead', '手动（1）', null, null, null],
    ['data', '1', '锤子', expect.any(String), '50.00'],
    ['total', '', '小计', '', '50.00'],
    ['subhead', '电动（2）', null, null, null],
    ['data', '2', expect.any(String), expect.any(String), expect.any(String)],
    ['data', '3', expect.any(String), expect.any(String), expect.any(String)],
    ['total', '', '小计', '', '499.98'],
    ['total', '', '合计', '', '549.98'],
  ])
  const byWorkshop = lines(await tableBy('workshop'))
  expect(byWorkshop.filter(([kind]) => kind === 'subhead')).toHaveLength(2)
  expect(byWorkshop.at(-1)).toContain('549.98')
})

test('a field that the table does not print, or that has no few values, heads no groups', async () => {
  for (const field of ['name', 'keeper', 'secret', 'nothing'])
    expect([field, (await refusal(tableBy(field))).code]).toEqual([field, 'not-found'])
  const { names } = await desk.read()
  expect(names.recordTables.find((table) => table.name === 'tools-list')?.groups).toEqual([
    { name: 'kind', label: { zh: '类别', en: 'Kind' } },
    { name: 'workshop', label: { zh: '车间', en: 'Workshop' } },
  ])
})

test('the same table with and without groups is printed on the page, in Word and as PDF', async () => {
  await desk.save('tools.stock', doc(recordTable('tools-list'), recordTable('tools-list', 'kind')))
  const { resolved, failures } = await desk.inCollege((tx) =>
    resolveReport(desk.engine, tx, asSystem(desk.college.id, 'test'), desk.id),
  )
  expect(failures).toEqual([])
  expect(Object.keys(resolved.tables)).toEqual(expect.arrayContaining(['tools-list', 'tools-list@kind']))
  const html = emitHtml(resolved).replaceAll(/<[^>]+>/g, ' ')
  const word = readZip(await emitWord(resolved))
    .find((entry) => entry.name === 'word/document.xml')!
    .bytes.toString('utf8')
  for (const text of [html, word]) {
    expect(text.match(/电动（2）/g)).toHaveLength(1)
    expect(text.match(/499\.98/g)).toHaveLength(1)
    expect(text.match(/549\.98/g)).toHaveLength(2)
  }
  expect((await emitPdf(resolved)).pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
