import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { firstState, statesOf } from '../../language/catalogue.ts'
import type { AnyRegister, Problem } from '../../language/register.ts'
import type { WireError } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { reachSql } from '../access/reach.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { forgetUnits } from '../units.ts'
import { explained } from './act.ts'
import { needsReason } from './allowed.ts'
import { hearGuards, type Written } from './guards.ts'
import { manyIds } from './many-ids.ts'
import { changeRefused, openDesk, prepareChange, prepareNew } from './prepare-many.ts'
import { isSame, columns, type Row, type Stored, stored, table, type Values } from './stored.ts'
import { type Checked, validate } from './validate.ts'
import { type ChangedRow, insertRows, type NewRow, updateRows } from './write-rows.ts'

export interface ManyNew {
  /** Made here when absent. */
  readonly id?: string
  readonly values: Values
  /** Only honoured for system actors: everybody else's records begin in the first state. */
  readonly state?: string
}

export interface ManyOptions {
  /** false: values are taken as they are, only defaults and `derive` are added. Only honoured for system actors. */
  readonly validate?: boolean
  /** Why, for history. */
  readonly comment?: string
}

type RowProblem = NonNullable<WireError['error']['problems']>[number]

/** More problems than this are counted, not listed. */
const LISTED = 200

/**
 * Makes many records of one register, all or none, by the same five steps as `act`. A record may refer to one
 * before it in `rows`. Values are written as checked: what comes back is only how many.
 * @throws Refusal 403; 422 with the problems, `row` counting from 1
 */
export async function createMany(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  rows: readonly ManyNew[],
  options: ManyOptions = {},
): Promise<{ created: number }> {
  const register = await collegeRegister(engine, tx, registerName)
  const ids = manyIds(rows.length)
  const named = rows.map((row, i) => ({ ...row, id: row.id ?? ids[i]! }))
  // 1, 2 nothing to load; may the actor write there?
  const desk = await openDesk(engine, tx, actor, register, named)
  // 3 validate
  const check = actor.system && options.validate === false ? completed : validate
  const problems: RowProblem[] = []
  const states = new Set(statesOf(register))
  const ready = named.map((row, index): NewRow => {
    const state = (actor.system && row.state) || firstState(register)
    const prepared = prepareNew(desk, row.id, row.values, check)
    problems.push(...atRow(prepared.problems, index + 1))
    if (!states.has(state))
      problems.push({ row: index + 1, message: { zh: `没有名为“${state}”的状态`, en: `There is no state "${state}"` } })
    return { id: row.id, state, values: prepared.values, unitId: prepared.unitId, ownerId: prepared.ownerId }
  })
  if (problems.length > 0) throw invalidRows(problems)
  // 4 write rows, history and outbox
  await insertRows(tx, actor, register, ready, options.comment?.trim() || null).catch((error: unknown) => {
    throw explained(error, register)
  })
  // What is taken as it is, is not asked again.
  if (check === validate)
    await hearGuards(engine, tx, actor, register.name, () => ready.map((row) => made(register, row)))
  if (register.name === 'units') forgetUnits(engine.database, tx.collegeId)
  // 5 nothing of the records is shown
  return { created: ready.length }
}

export interface ManyChange {
  readonly id: string
  /** The version that the actor saw. */
  readonly version: number
  readonly values: Values
}

/**
 * Changes many records of one register, all or none, by the same five steps as `act`. Records whose values are
 * already so are left alone.
 * @throws Refusal 403; 409 when records changed since they were seen; 422 with the problems, `row` counting from 1
 */
export async function updateMany(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  rows: readonly ManyChange[],
  comment?: string,
): Promise<{ updated: number }> {
  const register = await collegeRegister(engine, tx, registerName)
  const desk = await openDesk(engine, tx, actor, register)
  // 1 load within the actor's scope
  const known = await loadMany(
    tx,
    register,
    rows.map((row) => row.id),
    reachSql(desk.read, actor),
  )
  const stale: RowProblem[] = []
  const problems: RowProblem[] = []
  const ready: ChangedRow[] = []
  for (const [index, row] of rows.entries()) {
    const at = index + 1
    const before = known.get(row.id)
    if (!before || before.deletedAt !== null) {
      problems.push({ row: at, message: { zh: '没有找到这条记录', en: 'This record was not found' } })
      continue
    }
    if (before.version !== row.version) {
      stale.push({ row: at, message: { zh: '这条记录已被别人修改', en: 'Somebody else changed this record' } })
      continue
    }
    // 2 is it allowed
    const refused = changeRefused(desk, before)
    // 3 validate
    const prepared = prepareChange(desk, before, row.values)
    problems.push(...atRow(refused ? [refused] : prepared.problems, at))
    const isChanged = Object.keys(register.fields).some((name) => !isSame(prepared.values[name], before.values[name]))
    if (!isChanged) continue
    if (needsReason(register, before.state) && !comment?.trim() && !actor.system)
      problems.push({ row: at, field: 'comment', message: { zh: '请说明原因', en: 'Please say why' } })
    ready.push({ before, values: prepared.values, unitId: prepared.unitId, ownerId: prepared.ownerId })
  }
  if (stale.length > 0) throw staleRows(stale)
  if (problems.length > 0) throw invalidRows(problems)
  // 4 write rows, history and outbox
  const lost = await updateRows(tx, actor, register, ready, comment?.trim() || null).catch((error: unknown) => {
    throw explained(error, register)
  })
  if (lost.length > 0) {
    const ids = new Set(lost)
    throw staleRows(
      rows.flatMap((row, i) =>
        ids.has(row.id)
          ? [{ row: i + 1, message: { zh: '这条记录已被别人修改', en: 'Somebody else changed this record' } }]
          : [],
      ),
    )
  }
  await hearGuards(engine, tx, actor, register.name, () => ready.map((row) => changed(register, row)))
  if (register.name === 'units') forgetUnits(engine.database, tx.collegeId)
  // 5 nothing of the records is shown
  return { updated: ready.length }
}

/** A new row as guards hear of it. */
export const made = (register: AnyRegister, { id, state, values }: NewRow): Written => ({
  register: register.name,
  id,
  action: 'create',
  before: null,
  after: { state, values, deletedAt: null },
})

/** A changed row as guards hear of it. */
export const changed = (register: AnyRegister, { before, values }: ChangedRow): Written => ({
  register: register.name,
  id: before.id,
  action: 'update',
  before,
  after: { state: before.state, values, deletedAt: before.deletedAt },
})

/** Records by id, within a condition; deleted ones too. */
async function loadMany(
  tx: Tx,
  register: AnyRegister,
  ids: readonly string[],
  within: ReturnType<typeof reachSql>,
): Promise<Map<string, Stored>> {
  const rows = await tx.run<Row>(
    sql`SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[]) AND ${within}`,
  )
  return new Map(rows.map((row) => [row['id'] as string, stored(register, row)]))
}

/** Defaults and derived values, nothing checked. */
function completed(register: AnyRegister, input: Values): Checked {
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(register.fields))
    values[name] = input[name] ?? ('default' in field && !(name in input) ? (field.default ?? null) : null)
  if (register.derive) Object.assign(values, register.derive(values as never))
  return { values, problems: [] }
}

const atRow = (problems: readonly Problem[], row: number): RowProblem[] => problems.map((p) => ({ ...p, row }))

/** A refusal that lists problems by row. */
export function invalidRows(problems: readonly RowProblem[]): Refusal {
  return new Refusal(
    'invalid',
    { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` },
    { problems: problems.slice(0, LISTED) },
  )
}

/** A refusal that lists the rows whose records somebody else changed. */
export function staleRows(rows: readonly RowProblem[]): Refusal {
  return new Refusal(
    'stale',
    {
      zh: `有 ${rows.length} 条记录在此期间被修改，请重新预览后再操作`,
      en: `${rows.length} records were changed meanwhile: preview again, then repeat`,
    },
    { problems: rows.slice(0, LISTED) },
  )
}
