import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { firstState } from '../../language/catalogue.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { explained } from '../records/act.ts'
import { hearGuards } from '../records/guards.ts'
import { changed as changedRow, invalidRows, made, staleRows } from '../records/write-many.ts'
import { insertRows, updateRows } from '../records/write-rows.ts'
import { Refusal } from '../refusal.ts'
import { forgetUnits } from '../units.ts'
import { dropPlan, findPlan } from './kept-plans.ts'
import { planImport, type PlannedRow } from './plan-import.ts'
import { problemsOf } from './preview-import.ts'
import { changedSince, getImport } from './stored-import.ts'
import { openSheet } from './stored-sheet.ts'

/**
 * Does what the preview showed: everything or nothing. Everything is checked again against the records as they
 * stand now; when a row would do something else than was shown, nothing is done.
 * @throws Refusal 404; 409 accepted already, or records changed since the preview; 422 with the problems by row
 */
export async function acceptImport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  comment?: string,
  signal?: AbortSignal,
): Promise<{ creates: number; updates: number }> {
  // 1 load
  const kept = await getImport(tx, actor, id, 'decide')
  const register = await collegeRegister(engine, tx, kept.register)
  // 2, 3 allowed and valid, row by row
  const plan =
    (await findPlan(engine, tx, actor, register, id)) ??
    (await planImport(engine, tx, actor, register, await openSheet(engine, tx, kept, signal), signal))
  const changed = changedSince(kept.seen, plan)
  if (changed.length > 0)
    throw staleRows(
      changed.map((row) => ({
        row,
        message: { zh: '预览之后，这一行对应的记录有变化', en: 'The record of this row changed after the preview' },
      })),
    )
  const problems = problemsOf(plan)
  if (problems.length > 0)
    throw invalidRows(
      problems.map(({ column, ...problem }) => ({ ...problem, ...(column === null ? {} : { column }) })),
    )
  const why = comment?.trim()
  if (plan.needsComment && !why && !actor.system)
    throw new Refusal(
      'invalid',
      {
        zh: '有已计入统计的记录会被修改，请说明原因',
        en: 'Records that count in figures would change: please say why',
      },
      { problems: [{ field: 'comment', message: { zh: '请说明原因', en: 'Please say why' } }] },
    )
  // 4 write rows, history and outbox
  const creates = inOrder(
    register,
    plan.rows.filter((row) => row.kind === 'create'),
  )
  const updates = plan.rows.filter((row) => row.kind === 'update')
  const reason = why || `导入：${kept.fileName}`
  const news = creates.map((row) => ({ id: row.id, state: firstState(register), ...row.prepared! }))
  const changes = updates.map((row) => ({ before: row.before!, ...row.prepared! }))
  let lost: readonly string[]
  try {
    await insertRows(tx, actor, register, news, reason, signal)
    lost = await updateRows(tx, actor, register, changes, reason, signal)
  } catch (error) {
    throw explained(error, register)
  }
  if (lost.length > 0) {
    const ids = new Set(lost)
    throw staleRows(
      updates
        .filter((row) => ids.has(row.id))
        .map((row) => ({
          row: row.number,
          message: { zh: '这条记录刚刚被修改', en: 'This record was changed just now' },
        })),
    )
  }
  await hearGuards(engine, tx, actor, register.name, () => [
    ...news.map((row) => made(register, row)),
    ...changes.map((row) => changedRow(register, row)),
  ]).catch((error: unknown) => {
    throw atSheetRow(error, [...creates, ...updates])
  })
  await tx.run(
    sql`UPDATE imports SET state = 'accepted', accepted_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  signal?.throwIfAborted()
  dropPlan(id)
  if (register.name === 'units') forgetUnits(engine.database, tx.collegeId)
  // 5 only how many
  return { creates: creates.length, updates: updates.length }
}

/** Guards count what was written; a person counts the rows of the sheet. */
function atSheetRow(error: unknown, rows: readonly PlannedRow[]): unknown {
  const problems = error instanceof Refusal ? error.details.problems : undefined
  if (!problems) return error
  return invalidRows(
    problems.map((problem) => {
      const number = problem.row === undefined ? undefined : rows[problem.row - 1]?.number
      return number === undefined ? problem : { ...problem, row: number }
    }),
  )
}

/** Forgets a preview that is not wanted. @throws Refusal 404, 409 */
export async function cancelImport(tx: Tx, actor: Actor, id: string): Promise<void> {
  await getImport(tx, actor, id, 'decide')
  dropPlan(id)
  await tx.run(sql`UPDATE imports SET state = 'cancelled' WHERE college_id = ${tx.collegeId} AND id = ${id}`)
}

/** New records that refer to each other: whoever is referred to is written first. */
export function inOrder<R extends Pick<PlannedRow, 'id' | 'prepared'>>(
  register: AnyRegister,
  rows: readonly R[],
): readonly R[] {
  const own = Object.entries(register.fields).flatMap(([name, field]) =>
    field.kind === 'reference' && field.register === register.name ? [name] : [],
  )
  if (own.length === 0) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ordered = new Set<R>()
  const entered = new Set<R>()
  const waiting = rows.toReversed()
  // A stack of our own: a long chain would overflow the engine's.
  for (let row = waiting.at(-1); row; row = waiting.at(-1)) {
    const before = entered.has(row)
      ? []
      : own
          .flatMap((name) => byId.get(String(row!.prepared!.values[name])) ?? [])
          .filter((other) => !entered.has(other))
    entered.add(row)
    if (before.length > 0) waiting.push(...before)
    else {
      ordered.add(row)
      waiting.pop()
    }
  }
  return [...ordered]
}
