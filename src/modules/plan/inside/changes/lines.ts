import { sql } from 'kysely'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { columns, type Row, type Stored, stored, table } from '../../../../engine/records/stored.ts'

/** Registers that a change request may change, in the order in which they are written: what others refer to first. */
export const CHANGEABLE = [
  'plan-tasks',
  'plan-co-owners',
  'plan-task-links',
  'plan-milestones',
  'plan-targets',
  'plan-budgets',
] as const
export type Changeable = (typeof CHANGEABLE)[number]
export type ChangeAction = 'create' | 'update' | 'delete'

/** The field that stands for taking a record out of use. */
export const GONE = 'deleted'

/** A line of a change request as it is kept. `was` and `value` are JSON. */
export interface Line {
  readonly register: Changeable
  readonly action: ChangeAction
  readonly record: string
  readonly recordName: string
  readonly field: string
  readonly fieldName: string
  readonly before: string | null
  readonly after: string | null
  readonly was: string | null
  readonly value: string | null
}

/** All that a request does to one record. */
export interface RecordChange {
  readonly register: Changeable
  readonly action: ChangeAction
  readonly record: string
  readonly recordName: string
  readonly lines: readonly Line[]
}

/** What a request changes, record by record, in the order in which it was written. Whoever sees the request sees all of it. */
export async function changesOf(engine: Engine, tx: Tx, request: string): Promise<RecordChange[]> {
  const lines = await tx.run<Line & Record<string, unknown>>(sql`
    SELECT register, action, record, record_name AS "recordName", field, field_name AS "fieldName", before, after, was, value
    FROM ${table(getRegister(engine, 'plan-change-lines'))}
    WHERE college_id = ${tx.collegeId} AND request = ${request} AND deleted_at IS NULL ORDER BY id`)
  return [...Map.groupBy(lines, (line) => `${line.register} ${line.record}`).values()].map((own) => {
    const { register, action, record, recordName } = own[0]!
    return { register, action, record, recordName, lines: own }
  })
}

/** The values that a change gives a record, by field. */
export const valuesOf = ({ lines }: Pick<RecordChange, 'lines'>): Record<string, unknown> =>
  Object.fromEntries(lines.filter(({ field }) => field !== GONE).map(({ field, value }) => [field, readJson(value)]))

export const readJson = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown))

/** Records of a register by their ids, as they stand, whoever asks. */
export async function recordsNow(
  engine: Engine,
  tx: Tx,
  name: Changeable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  if (ids.length === 0) return new Map()
  const register = await collegeRegister(engine, tx, name)
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[])`)
  return new Map(rows.map((row) => [row['id'] as string, stored(register, row)]))
}

/** Who has the last word on a request. */
export type Route = 'office' | 'finance' | 'leaders'

/**
 * How much money a request moves, in yuan: what it adds, or what it takes away if that is more; moving 100 from one task
 * to another moves 100.
 */
export function movedBy(changes: readonly RecordChange[]): Exact {
  let added = new Exact(0)
  let taken = new Exact(0)
  for (const change of changes) {
    if (change.register !== 'plan-budgets') continue
    const amount = new Exact(String(valuesOf(change)['amount'] ?? 0))
    if (amount.isNegative()) taken = taken.minus(amount)
    else added = added.plus(amount)
  }
  return Exact.max(added, taken)
}

/** @param leadersFrom the plan's limit in yuan; null when finance decides whatever the amount */
export const routeOf = (moved: Exact, leadersFrom: string | null): Route =>
  moved.isZero() ? 'office' : leadersFrom !== null && moved.gte(leadersFrom) ? 'leaders' : 'finance'
