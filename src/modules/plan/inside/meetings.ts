import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord, listRecords } from '../../../engine/records/list.ts'
import { present } from '../../../engine/records/present.ts'
import { table } from '../../../engine/records/stored.ts'
import { createMany } from '../../../engine/records/write-many.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { WireItem, WireMeeting } from '../wire-run.ts'
import { factsOf, agendaReasons, type Discussed } from './agenda-reasons.ts'
import { visibleRows } from './open-leaves.ts'
import { openPlan } from './plan-scope.ts'
import { planTasks } from './task-rows.ts'

const ITEMS = 'plan-decisions'
const MOST = 500

/**
 * A meeting with its agenda, and what earlier meetings decided that was not checked off when this one was held.
 * @throws Refusal 403, 404
 */
export async function openMeeting(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireMeeting> {
  const register = await collegeRegister(engine, tx, 'plan-meetings')
  const stored = await getRecord(tx, actor, register, id)
  const [meeting] = await present(engine, tx, actor, register, [stored])
  const plan = String(stored.values['plan'])
  const heldOn = String(stored.values['heldOn'])
  const items = async (also: ReturnType<typeof sql>, sort: string) =>
    (await listRecords(engine, tx, actor, { register: ITEMS, sort, limit: MOST, also })).rows
  const agenda = await items(sql`meeting = ${id}`, 'order')
  const open = await items(
    sql`meeting IN (SELECT m.id FROM ${table(register)} AS m WHERE m.college_id = ${tx.collegeId} AND m.plan = ${plan}
          AND m.deleted_at IS NULL AND m.held_on < ${heldOn})
        AND (state IN ('open', 'done') OR (state = 'verified' AND updated_at >= ${`${heldOn}T00:00:00+08:00`}::timestamptz))`,
    'dueOn',
  )
  const { tasks, plan: head } = await planTasks(engine, tx, actor, plan)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const itemOf = (record: WireRecord): WireItem => {
    const task = byId.get(String(record.values['task']))
    return {
      record,
      light: task?.light ?? null,
      task: task ? { id: task.id, number: task.number, name: task.name } : null,
    }
  }
  return { meeting: meeting!, plan: head, open: open.map(itemOf), agenda: agenda.map(itemOf) }
}

interface Candidate extends Discussed {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly unit: string
  readonly owner: string | null
}

/**
 * Puts on the agenda what is late, stuck, in trouble or due on the day of the meeting, unless it is there already or
 * an earlier decision about it is still open.
 * @returns how many items were added
 * @throws Refusal 403, 404
 */
export async function makeAgenda(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<{ added: number }> {
  const meeting = await getRecord(tx, actor, getRegister(engine, 'plan-meetings'), id)
  // Two people who press at once would put everything on it twice.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`agenda ${id}`}))`)
  const heldOn = String(meeting.values['heldOn'])
  const candidates = await candidatesOf(engine, tx, actor, String(meeting.values['plan']), heldOn, id)
  const [last] = await tx.run<{ n: number | null }>(sql`
    SELECT max("order") AS n FROM ${table(getRegister(engine, ITEMS))} WHERE college_id = ${tx.collegeId} AND meeting = ${id}`)
  const rank = ['late', 'problem', 'stuck', 'due']
  const items = candidates
    .map((task) => ({ task, reasons: agendaReasons(task, heldOn) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted(
      (a, b) =>
        rank.indexOf(a.reasons[0]!.reason) - rank.indexOf(b.reasons[0]!.reason) || (a.task.to < b.task.to ? -1 : 1),
    )
  await createMany(
    engine,
    tx,
    actor,
    ITEMS,
    items.map(({ task, reasons }, i) => ({
      values: {
        meeting: id,
        order: (last?.n ?? 0) + i + 1,
        reason: reasons[0]!.reason,
        task: task.id,
        unit: task.unit,
        subject: `${task.number} ${task.name}`,
        facts: factsOf(reasons),
        responsible: task.owner,
      },
    })),
  )
  return { added: items.length }
}

async function candidatesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  day: string,
  meeting: string,
): Promise<Candidate[]> {
  const scope = await openPlan(engine, tx, actor, plan)
  const rows = (name: string) => visibleRows(engine, tx, actor, name)
  return tx.run<Candidate & Record<string, unknown>>(sql`
    WITH report AS (
      SELECT college_id, task, month, percent, problems, state FROM ${await rows('task-progress')} AS p
      WHERE state <> 'draft' AND month <= ${day.slice(0, 7)}),
    last AS (SELECT DISTINCT ON (task) * FROM report ORDER BY task, month DESC),
    since AS (
      SELECT r.college_id, r.task, min(r.month) AS month FROM report AS r
        JOIN last ON last.college_id = r.college_id AND last.task = r.task AND r.percent >= last.percent
      GROUP BY r.college_id, r.task),
    item AS (SELECT college_id, task, meeting, state FROM ${await rows(ITEMS)} AS d WHERE task IS NOT NULL)
    SELECT task.id, task.number, task.name, task."from", task."to", task.unit, task.owner, last.month, last.percent,
      last.problems, since.month AS since
    FROM ${await rows('plan-tasks')} AS task
      LEFT JOIN last ON last.college_id = task.college_id AND last.task = task.id
      LEFT JOIN since ON since.college_id = task.college_id AND since.task = task.id
    WHERE task.plan = ${scope.plan.id} AND task.kind = 'leaf' AND task."from" <= ${day}
      AND NOT EXISTS (SELECT 1 FROM report AS r WHERE r.college_id = task.college_id AND r.task = task.id
        AND r.state = 'approved' AND r.percent = 100)
      AND NOT EXISTS (SELECT 1 FROM item WHERE item.college_id = task.college_id AND item.task = task.id
        AND (item.meeting = ${meeting} OR item.state IN ('open', 'done')))
    ORDER BY task.number`)
}
