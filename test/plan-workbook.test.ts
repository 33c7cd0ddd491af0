import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/engine/access/actor.ts'
import { keepFile } from '../src/engine/files/store.ts'
import { readSheet } from '../src/engine/sheets/read-sheet.ts'
import type { SheetSpec } from '../src/engine/sheets/sheet-spec.ts'
import type { Sheet } from '../src/engine/sheets/sheet.ts'
import { writeWorkbook } from '../src/engine/sheets/write-workbook.ts'
import { copyPlan, planFigures } from '../src/modules/plan/index.ts'
import { showChange } from '../src/modules/plan/inside/changes/show.ts'
import { planTasks } from '../src/modules/plan/inside/task-rows.ts'
import { exportWorkbook } from '../src/modules/plan/inside/workbook/export-workbook.ts'
import {
  acceptWorkbook,
  previewWorkbook,
  type WorkbookFile,
} from '../src/modules/plan/inside/workbook/import-workbook.ts'
import { openPlanCollege, type PlanCollege, refused } from './plan-college.ts'

/** A whole plan goes out as one workbook and comes in again: what differs is shown before anything is written. */

const PLAN = 'double-high-midterm'
const DRAFT = 'sheet-2027'
const SHEETS = ['建设任务', '协同负责人', '前置任务', '年度节点', '绩效目标', '任务预算'] as const

let college: PlanCollege
let office: Actor
let admin: Actor
beforeAll(async () => {
  college = await openPlanCollege()
  office = college.actorAt('quality-office', 'college', ['quality'])
  admin = college.actorAt('system-administrator', 'college')
  await college.inCollege((tx) =>
    copyPlan(college.engine, tx, office, PLAN, { code: DRAFT, name: '自设计划', from: '2027-01-01' }),
  )
}, 300_000)
afterAll(() => college.close())

/** Sends a workbook as the person would. */
const send = async (bytes: Uint8Array, actor = admin): Promise<WorkbookFile> => {
  const file = { name: '计划.xlsx', type: 'application/octet-stream', content: Readable.from([Buffer.from(bytes)]) }
  const { sha256 } = await college.inCollege((tx) =>
    keepFile(college.engine, tx, actor, file, { maxBytes: 50_000_000 }),
  )
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  return { sha256, fileName: '计划.xlsx' }
}
const exported = async (plan: string, actor = admin): Promise<Map<string, Sheet>> => {
  const { bytes } = await college.inCollege((tx) => exportWorkbook(college.engine, tx, actor, plan))
  const sheets = new Map<string, Sheet>()
  for (const sheet of SHEETS) sheets.set(sheet, await readSheet(bytes, 'x.xlsx', { sheet, headerRow: 1 }))
  return sheets
}
const written = (sheets: ReadonlyMap<string, Sheet>) =>
  writeWorkbook(
    [...sheets].map(([sheetName, { headers, rows }]): SheetSpec => ({
      sheetName,
      columns: headers.map((header) => ({ header, kind: 'text' })),
      rows: rows.map(({ cells }) => cells),
    })),
  )
const preview = (plan: string, file: WorkbookFile, actor = admin) =>
  college.inCollege((tx) => previewWorkbook(college.engine, tx, actor, plan, file))
const accept = (
  plan: string,
  file: WorkbookFile & { digest: string; title?: string; reason?: string },
  actor = admin,
) => college.inCollege((tx) => acceptWorkbook(college.engine, tx, actor, plan, file))
/** The row of a sheet whose first column says so, and its cell below a header. */
function put(sheet: Sheet, first: string, header: string, value: string | null): void {
  const row = sheet.rows.find(({ cells }) => cells[0] === first)!
  row.cells[sheet.headers.indexOf(header)] = value
}
/** A copy of a row with other cells. */
function addRow(sheet: Sheet, like: string, change: Readonly<Record<string, string>>): void {
  const { cells } = sheet.rows.find((row) => row.cells[0] === like)!
  sheet.rows.push({
    number: sheet.rows.length + 2,
    cells: sheet.headers.map((header, index) => change[header] ?? cells[index] ?? null),
  })
}

describe('the workbook of a plan', () => {
  it('comes back as it went out', async () => {
    const { bytes } = await college.inCollege((tx) => exportWorkbook(college.engine, tx, admin, PLAN))
    const found = await preview(PLAN, await send(bytes))
    expect(found).toMatchObject({ problems: [], warnings: [], skipped: [], isRequest: true })
    expect(found.sheets.map(({ register, creates, updates }) => [register, creates, updates])).toEqual(
      ['plan-tasks', 'plan-co-owners', 'plan-task-links', 'plan-milestones', 'plan-targets', 'plan-budgets'].map(
        (register) => [register, 0, 0],
      ),
    )
  })

  it('changes a draft, new tasks and what hangs on them at once; nothing before it is accepted', async () => {
    const sheets = await exported(DRAFT)
    const tasks = sheets.get('建设任务')!
    const leaf = `${DRAFT}-S01-1-01`
    put(tasks, leaf, '任务名称', '党建质量提升：调研')
    addRow(tasks, leaf, { 任务编号: `${DRAFT}-S01-1-90`, 任务名称: '党建质量提升：回头看' })
    addRow(sheets.get('年度节点')!, `${DRAFT}-S01-1`, {
      任务: `${DRAFT}-S01-1-90`,
      年度: '2028',
      年度内容: '完成回头看',
      期限: '2028-06-30',
      实际完成: '',
    })
    const file = await send(await written(sheets))
    const found = await preview(DRAFT, file)
    expect(found.problems).toEqual([])
    expect(found.isRequest).toBe(false)
    expect(found.sheets.map(({ creates, updates }) => [creates, updates]).slice(0, 4)).toEqual([
      [1, 1],
      [0, 0],
      [0, 0],
      [1, 0],
    ])
    expect(found.sheets[0]!.differences.find(({ kind }) => kind === 'update')!.fields).toEqual([
      {
        label: expect.objectContaining({ zh: '任务名称' }),
        before: '党建质量提升：调研与论证',
        after: '党建质量提升：调研',
      },
    ])
    const count = async () =>
      (await college.inCollege((tx) => planTasks(college.engine, tx, admin, DRAFT))).tasks.length
    const before = await count()
    expect(await refused(accept(DRAFT, { ...file, digest: '0'.repeat(64) }))).toContain('重新预览')
    expect(await count()).toBe(before)
    expect(await accept(DRAFT, { ...file, digest: found.digest })).toEqual({ request: null, creates: 2, updates: 1 })
    expect(await count()).toBe(before + 1)
    // The same file once more changes nothing.
    expect((await preview(DRAFT, file)).sheets.every(({ creates, updates }) => creates + updates === 0)).toBe(true)
  })

  it('makes a change request of a plan in force, by whoever may ask for one', async () => {
    const sheets = await exported(PLAN, office)
    put(sheets.get('建设任务')!, 'DH-G07-2-01', '完成期限', '2020-03-20')
    addRow(sheets.get('任务预算')!, 'YS-DH-G07-2-2021-own', {
      预算编号: 'TZ-1',
      类别: '调整',
      '金额（元）': '-500',
      调整依据: '会议',
    })
    const file = await send(await written(sheets), office)
    const found = await preview(PLAN, file, office)
    expect(found.problems).toEqual([])
    const { request } = await accept(
      PLAN,
      { ...file, digest: found.digest, title: '年中调整', reason: '会议决定' },
      office,
    )
    const shown = await college.inCollege((tx) => showChange(college.engine, tx, office, request!))
    expect(shown).toMatchObject({ route: 'finance', moved: '500.00', record: { values: { title: '年中调整' } } })
    expect(shown.changes.map(({ register, action }) => [register, action])).toEqual([
      ['plan-tasks', 'update'],
      ['plan-budgets', 'create'],
    ])
    const money = (await college.inCollege((tx) => planFigures(college.engine, tx, admin, PLAN))).money!
    expect(money.total.budget.tenThousandYuan).toBe('9479.00')
  })

  it('names sheet and row of what is wrong, and writes nothing of it', async () => {
    const wrong = async (change: (sheets: Map<string, Sheet>) => void, plan = DRAFT) => {
      const sheets = await exported(plan)
      change(sheets)
      const file = await send(await written(sheets))
      const found = await preview(plan, file)
      expect(await refused(accept(plan, { ...file, digest: found.digest }))).toContain('处需要修改')
      return found.problems.map(({ sheet, row, message }) => `${sheet} ${row} ${message.zh}`).join('\n')
    }
    const leaf = `${DRAFT}-S01-1-02`
    expect(await wrong((sheets) => put(sheets.get('建设任务')!, leaf, '完成期限', '2099-01-01'))).toMatch(
      /建设任务 \d+ .*超出上级/,
    )
    expect(await wrong((sheets) => put(sheets.get('建设任务')!, leaf, '负责人', '查无此人'))).toMatch(
      /建设任务 \d+ .*查无此人/,
    )
    const links = (sheets: Map<string, Sheet>) => sheets.get('前置任务')!
    expect(
      await wrong((sheets) => {
        const [task, before] = links(sheets).rows[0]!.cells as [string, string]
        addRow(links(sheets), task, { 任务: before, 前置任务: task })
      }),
    ).toMatch(/前置任务 .*互相等待/)
    expect(
      await wrong((sheets) => put(sheets.get('任务预算')!, 'YS-DH-G07-2-2021-own', '金额（元）', '1'), PLAN),
    ).toMatch(/任务预算 \d+ .*调整/)
    expect(
      await wrong((sheets) =>
        addRow(sheets.get('年度节点')!, `${DRAFT}-S01-1`, { 任务: 'DH-S01-1', 年度内容: '别处' }),
      ),
    ).toMatch(/年度节点 \d+ 这一行属于另一个计划/)
    const other = await send(
      await writeWorkbook([{ sheetName: '别的', columns: [{ header: 'a', kind: 'text' }], rows: [] }]),
    )
    expect((await preview(DRAFT, other)).problems[0]!.message.zh).toContain('没有找到可读的工作表')
    const text = await send(Buffer.from('%PDF-1.7'))
    expect(await refused(preview(DRAFT, text))).toContain('PDF')
  })
})
