import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { visibleSql } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import type { WireLight } from '../wire.ts'
import { lightOf } from './lights.ts'

/** Of each month, the day by which it is reported. */
export const FILL_DAY = 25

/** A leaf task that is to be reported for `month`. */
export interface OpenLeaf {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly deliverables: string | null
  readonly planId: string
  readonly planCode: string
  readonly planName: string
  /** The day that counts: today, or the last one of the plan's figures. */
  readonly day: string
  readonly month: string
  readonly unitId: string
  readonly unitName: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** Reported before the month, at least submitted. */
  readonly lastMonth: string | null
  readonly lastPercent: number | null
  readonly lastState: string | null
  /** Approved, the month itself included. */
  readonly countedMonth: string | null
  readonly countedPercent: number | null
  readonly currentId: string | null
  readonly currentState: string | null
}

/** The light of a leaf task by what was approved of it: progress against time. */
export const lightOfLeaf = (leaf: Omit<OpenLeaf, 'deliverables'>): WireLight =>
  lightOf(
    {
      kind: 'leaf',
      from: leaf.from,
      to: leaf.to,
      leaves: 1,
      completed: leaf.countedPercent === 100 ? 1 : 0,
      progress: String(leaf.countedPercent ?? 0),
      reported: leaf.countedMonth,
      achieved: null,
      owner: leaf.ownerId === null ? null : { id: leaf.ownerId, name: leaf.ownerName ?? '' },
      used: null,
    },
    leaf.day,
  )

/** Selects the rows of a register that an actor may see. @throws Refusal 403 */
export async function visibleRows(engine: Engine, tx: Tx, actor: Actor, name: string): Promise<RawBuilder<unknown>> {
  const register = await collegeRegister(engine, tx, name)
  return sql`(SELECT * FROM ${table(register)} WHERE ${visibleSql(register, actor, {}, tx)})`
}

/**
 * Leaf tasks in sight that have begun and were not finished before the month to report: that of the day, or the last
 * one of a plan whose figures end earlier. Each with its last report before that month, and the report of that month:
 * whoever sees a task sees how far it was reported, by whomever.
 * @param which a condition on `task` (a plan task) and `plan`
 */
export async function openLeaves(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  which: RawBuilder<unknown>,
  day = today(),
): Promise<OpenLeaf[]> {
  const rows = (name: string) => visibleRows(engine, tx, actor, name)
  return tx.run<OpenLeaf & Record<string, unknown>>(sql`
    WITH task AS (
      SELECT task.college_id, task.id, task.number, task.name, task."from", task."to", task.deliverables, task.unit, task.owner,
        plan.code AS plan_code, plan.name AS plan_name, plan.id AS plan_id,
        least(${day}::date, plan.as_of) AS day
      FROM ${await rows('plan-tasks')} AS task
        JOIN ${await rows('plans')} AS plan ON plan.college_id = task.college_id AND plan.id = task.plan
      WHERE task.kind = 'leaf' AND plan.state = 'in-force' AND ${which}),
    due AS (SELECT *, to_char(day, 'YYYY-MM') AS month FROM task WHERE "from" <= day),
    report AS (
      SELECT p.* FROM ${table(getRegister(engine, 'task-progress'))} AS p
        JOIN due ON due.college_id = p.college_id AND due.id = p.task
      WHERE p.deleted_at IS NULL AND p.month <= due.month),
    finished AS (
      SELECT r.college_id, r.task, min(r.month) AS month FROM report AS r WHERE r.state = 'approved' AND r.percent = 100
      GROUP BY r.college_id, r.task),
    last AS (
      SELECT DISTINCT ON (r.task) r.college_id, r.task, r.month, r.percent, r.state
      FROM report AS r JOIN due ON due.college_id = r.college_id AND due.id = r.task AND r.month < due.month
      WHERE r.state <> 'draft' ORDER BY r.task, r.month DESC),
    counted AS (
      SELECT DISTINCT ON (task) college_id, task, month, percent FROM report WHERE state = 'approved'
      ORDER BY task, month DESC)
    SELECT due.id, due.number, due.name, due."from", due."to", due.deliverables, due.plan_id AS "planId",
      due.plan_code AS "planCode", due.plan_name AS "planName", due.day::text AS day, due.month, due.unit AS "unitId",
      units.name AS "unitName", due.owner AS "ownerId", people.name AS "ownerName",
      last.month AS "lastMonth", last.percent AS "lastPercent", last.state AS "lastState",
      counted.month AS "countedMonth", counted.percent AS "countedPercent", current.id AS "currentId",
      current.state AS "currentState"
    FROM due
      JOIN records.units AS units ON units.college_id = due.college_id AND units.id = due.unit
      LEFT JOIN records.people AS people ON people.college_id = due.college_id AND people.id = due.owner
      LEFT JOIN finished ON finished.college_id = due.college_id AND finished.task = due.id
      LEFT JOIN last ON last.college_id = due.college_id AND last.task = due.id
      LEFT JOIN counted ON counted.college_id = due.college_id AND counted.task = due.id
      LEFT JOIN report AS current ON current.college_id = due.college_id AND current.task = due.id AND current.month = due.month
    WHERE finished.month IS NULL OR finished.month >= due.month
    ORDER BY due."to", due.number`)
}
