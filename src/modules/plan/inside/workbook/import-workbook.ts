import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { mayOpenFile } from '../../../../engine/files/may-open.ts'
import { openFile } from '../../../../engine/files/store.ts'
import { inOrder } from '../../../../engine/importing/accept-import.ts'
import { planImport, type PlannedRow } from '../../../../engine/importing/plan-import.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { isSame, table } from '../../../../engine/records/stored.ts'
import { createMany, updateMany } from '../../../../engine/records/write-many.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { readSheet } from '../../../../engine/sheets/read-sheet.ts'
import { SheetError } from '../../../../engine/sheets/sheet-error.ts'
import type { Sheet } from '../../../../engine/sheets/sheet.ts'
import type { AnyRegister } from '../../../../language/register.ts'
import type { WirePlan } from '../../wire.ts'
import type { WireWorkbookDone, WireWorkbookPreview, WireWorkbookProblem } from '../../wire-workbook.ts'
import { type Changeable, CHANGEABLE } from '../changes/lines.ts'
import { BUDGET_ONLY_NEW, proposeChange, type Wish } from '../changes/propose.ts'
import { planProblems } from '../plan-problems.ts'
import { openPlan } from '../plan-scope.ts'
import { differencesOf } from './differences.ts'

/** A workbook that was sent before, by its content. */
export interface WorkbookFile {
  readonly sha256: string
  readonly fileName: string
}

interface Read {
  readonly name: Changeable
  readonly sheet: string
  readonly rows: readonly PlannedRow[]
}

interface Run {
  readonly plan: WirePlan
  readonly read: readonly Read[]
  readonly preview: WireWorkbookPreview
}

/**
 * Says what a workbook would do to a plan: it is done, looked at, and undone.
 * @throws Refusal 403, 404, 422 when the file cannot be read
 */
export async function previewWorkbook(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  file: WorkbookFile,
): Promise<WireWorkbookPreview> {
  await tx.run(sql`SAVEPOINT workbook`)
  const { preview } = await runWorkbook(engine, tx, actor, plan, file)
  await tx.run(sql`ROLLBACK TO SAVEPOINT workbook`)
  return preview
}

/**
 * Does what the preview showed, all or nothing: a draft is changed, for a plan in force a change request is made. Rows that
 * a workbook leaves out stay as they are.
 * @throws Refusal 409 when it would do something else than was shown; 422 with the problems
 */
export async function acceptWorkbook(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  file: WorkbookFile & { readonly digest: string; readonly title?: string; readonly reason?: string },
): Promise<WireWorkbookDone> {
  await tx.run(sql`SAVEPOINT workbook`)
  const run = await runWorkbook(engine, tx, actor, plan, file)
  if (run.preview.problems.length > 0)
    throw new Refusal(
      'invalid',
      { zh: `有 ${run.preview.problems.length} 处需要修改`, en: `${run.preview.problems.length} to mend` },
      {
        problems: run.preview.problems.slice(0, 200).map(({ sheet, row, column, message }) => ({
          ...(row === null ? {} : { row }),
          ...(column === null ? {} : { column }),
          message: { zh: `${sheet}：${message.zh}`, en: `${sheet}: ${message.en}` },
        })),
      },
    )
  if (run.preview.digest !== file.digest)
    throw new Refusal('stale', {
      zh: '预览之后计划有变化，请重新预览后再确认',
      en: 'The plan changed after the preview: look at it again, then accept',
    })
  const count = (kind: PlannedRow['kind']) =>
    run.read.reduce((sum, { rows }) => sum + rows.filter((row) => row.kind === kind).length, 0)
  const done = { creates: count('create'), updates: count('update') }
  if (!run.preview.isRequest) {
    await tx.run(sql`RELEASE SAVEPOINT workbook`)
    return { request: null, ...done }
  }
  await tx.run(sql`ROLLBACK TO SAVEPOINT workbook`)
  const request = await proposeChange(engine, tx, actor, plan, {
    title: file.title?.trim() || `导入：${file.fileName}`,
    reason: file.reason?.trim() || `导入：${file.fileName}`,
    changes: run.read.flatMap(({ name, rows }) => rows.flatMap((row) => wishOf(name, row))),
  })
  return { request, ...done }
}

function wishOf(register: Changeable, { kind, id, before, prepared }: PlannedRow): Wish[] {
  if (kind === 'create') return [{ register, action: 'create', record: id, values: prepared!.values }]
  if (kind !== 'update') return []
  const values = Object.entries(prepared!.values).filter(([name, value]) => !isSame(value, before!.values[name]))
  return [{ register, action: 'update', record: before!.id, values: Object.fromEntries(values) }]
}

async function runWorkbook(engine: Engine, tx: Tx, actor: Actor, planCode: string, file: WorkbookFile): Promise<Run> {
  const { plan } = await openPlan(engine, tx, actor, planCode)
  if (plan.state === 'replaced')
    throw new Refusal('conflict', { zh: '计划已被替代，不再修改', en: 'The plan was replaced and stays as it is' })
  if (!(await mayOpenFile(engine, tx, actor, file.sha256)))
    throw new Refusal('not-found', { zh: '没有找到这个文件，请重新上传', en: 'This file was not found: send it again' })
  const bytes = await buffer((await openFile(engine, tx, file.sha256)).stream)
  const isRequest = plan.state === 'in-force'
  const known = isRequest ? await problemTexts(engine, tx, plan) : new Set<string>()
  const read: Read[] = []
  const problems: WireWorkbookProblem[] = []
  const skipped: { sheet: string; message: { zh: string; en: string } }[] = []
  let found = 0
  for (const name of CHANGEABLE) {
    const register = await collegeRegister(engine, tx, name)
    const sheet = await sheetOf(bytes, file.fileName, register)
    if (sheet === null) continue
    found++
    if (sheet.rows.length === 0) {
      read.push({ name, sheet: sheet.name, rows: [] })
      continue
    }
    const reader = readerOf(engine, actor, name, isRequest)
    if (reader === null) {
      skipped.push({
        sheet: sheet.name,
        message: { zh: '您没有填写这张表的权限，未读取', en: 'you may not fill this sheet: it was not read' },
      })
      continue
    }
    const { rows, sheetProblems } = await planImport(engine, tx, reader, register, withPlan(register, sheet, plan))
    const own: WireWorkbookProblem[] = [
      ...[...sheetProblems, ...rows.flatMap((row) => row.problems)].map((problem) => ({
        ...problem,
        sheet: sheet.name,
      })),
      ...(await foreignRows(engine, tx, name, rows, plan)).map(({ number }) => ({
        sheet: sheet.name,
        row: number,
        column: null,
        message: { zh: '这一行属于另一个计划', en: 'This row belongs to another plan' },
      })),
    ]
    // What a request cannot say is shown before it is made.
    if (isRequest && name === 'plan-budgets')
      own.push(
        ...rows
          .filter(({ kind }) => kind === 'update')
          .map(({ number }) => ({ sheet: sheet.name, row: number, column: null, message: BUDGET_ONLY_NEW })),
      )
    if (own.length === 0)
      own.push(...(await write(engine, tx, isRequest ? system(tx) : actor, name, rows, sheet.name, file)))
    problems.push(...own)
    read.push({ name, sheet: sheet.name, rows })
    // Sheets that follow speak of tasks that are not there yet.
    if (own.length > 0) break
  }
  if (found === 0)
    problems.push({
      sheet: file.fileName,
      row: null,
      column: null,
      message: {
        zh: `没有找到可读的工作表；工作表应名为${CHANGEABLE.map((name) => `“${getRegister(engine, name).label.zh}”`).join('、')}，请先导出本计划作为样表`,
        en: `No sheet could be read. Export this plan first: its workbook shows how sheets are called`,
      },
    })
  const warnings = problems.length > 0 ? [] : await warningsOf(engine, tx, plan, known)
  const sheets = []
  for (const { name, rows } of read)
    sheets.push(await differencesOf(engine, tx, actor, await collegeRegister(engine, tx, name), rows))
  const preview = { digest: digestOf(read), isRequest, sheets, problems: problems.slice(0, 500), warnings, skipped }
  return { plan, read, preview }
}

const system = (tx: Tx) => asSystem(tx.collegeId, '预览导入的工作簿')

/** Who reads a sheet: the person; for a request also sheets that the person only reads, since others will approve it. */
function readerOf(engine: Engine, actor: Actor, name: Changeable, isRequest: boolean): Actor | null {
  const register = getRegister(engine, name)
  if (isRequest && reachOf(register, actor, 'read').all) return { ...actor, system: '变更申请' }
  return reachesNothing(reachOf(register, actor, 'write')) ? null : actor
}

/** A register's sheet, by its name in either language; null when the workbook has none. */
async function sheetOf(bytes: Uint8Array, fileName: string, { label }: AnyRegister): Promise<Sheet | null> {
  for (const sheet of [label.zh, label.en])
    try {
      return await readSheet(bytes, fileName, { sheet, headerRow: 1 })
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
      if (error.code !== 'no-such-sheet') throw new Refusal('invalid', error.text)
    }
  return null
}

/** A sheet of tasks with the plan as one more column: the workbook is the plan's. */
function withPlan(register: AnyRegister, sheet: Sheet, plan: WirePlan): Sheet {
  if (!('plan' in register.fields)) return sheet
  const header = register.fields['plan']!.label.zh
  const others = sheet.headers.flatMap((name, index) => (name === header ? [] : [index]))
  return {
    ...sheet,
    headers: [...others.map((index) => sheet.headers[index]!), header],
    rows: sheet.rows.map(({ number, cells }) => ({
      number,
      cells: [...others.map((index) => cells[index] ?? null), plan.code],
    })),
  }
}

/** Rows whose record, or whose task, is not this plan's. */
async function foreignRows(
  engine: Engine,
  tx: Tx,
  name: Changeable,
  rows: readonly PlannedRow[],
  plan: WirePlan,
): Promise<readonly PlannedRow[]> {
  if (name === 'plan-tasks') return rows.filter(({ before }) => before !== null && before.values['plan'] !== plan.id)
  const own = new Set(
    (
      await tx.run<{ id: string }>(sql`
        SELECT id FROM ${table(getRegister(engine, 'plan-tasks'))} WHERE college_id = ${tx.collegeId} AND plan = ${plan.id}`)
    ).map(({ id }) => id),
  )
  return rows.filter(
    ({ before, prepared }) =>
      (before !== null && !own.has(String(before.values['task']))) ||
      (prepared !== null && !own.has(String(prepared.values['task']))),
  )
}

/** Writes the rows of a sheet; what refuses them comes back at their rows. */
async function write(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  name: Changeable,
  rows: readonly PlannedRow[],
  sheet: string,
  file: WorkbookFile,
): Promise<WireWorkbookProblem[]> {
  const register = await collegeRegister(engine, tx, name)
  const comment = `导入：${file.fileName}`
  const creates = inOrder(
    register,
    rows.filter(({ kind }) => kind === 'create'),
  )
  const updates = rows.filter(({ kind }) => kind === 'update')
  const found: WireWorkbookProblem[] = []
  const doing = async (of: readonly PlannedRow[], work: () => Promise<unknown>) => {
    if (of.length === 0 || found.length > 0) return
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const problems = error.details.problems ?? [{ message: error.label }]
      for (const problem of problems) {
        const row = 'row' in problem && problem.row !== undefined ? problem.row - 1 : of.length === 1 ? 0 : -1
        found.push({ sheet, row: of[row]?.number ?? null, column: null, message: problem.message })
      }
    }
  }
  // What exists first: a parent's dates give room to what is new below it.
  await doing(updates, () =>
    updateMany(
      engine,
      tx,
      actor,
      name,
      updates.map((row) => ({ id: row.before!.id, version: row.before!.version, values: row.prepared!.values })),
      comment,
    ),
  )
  await doing(creates, () =>
    createMany(
      engine,
      tx,
      actor,
      name,
      creates.map((row) => ({ id: row.id, values: row.prepared!.values })),
      { comment },
    ),
  )
  return found
}

async function problemTexts(engine: Engine, tx: Tx, plan: WirePlan): Promise<Set<string>> {
  return new Set((await planProblems(engine, tx, system(tx), plan.id)).map(({ message }) => message.zh))
}

async function warningsOf(engine: Engine, tx: Tx, plan: WirePlan, known: ReadonlySet<string>) {
  const found = await planProblems(engine, tx, system(tx), plan.id)
  return found.flatMap(({ message }) => (known.has(message.zh) ? [] : [message])).slice(0, 100)
}

/** What each row means, for comparing: not the ids of new records, which differ every time. */
function digestOf(read: readonly Read[]): string {
  const ids = new Map(
    read.flatMap(({ name, rows }) =>
      rows.flatMap(({ kind, id, number }) => (kind === 'create' ? [[id, `${name} ${number}`] as const] : [])),
    ),
  )
  const said = read.map(({ name, rows }) => [
    name,
    rows.map(({ number, kind, before, prepared }) => [
      number,
      kind,
      before && [before.id, before.version],
      prepared && Object.values(prepared.values).map((value) => ids.get(String(value)) ?? value),
    ]),
  ])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
