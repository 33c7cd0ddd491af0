import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords } from '../../../engine/records/list.ts'
import type { WireFillState, WireReview } from '../wire-run.ts'
import { lightOf } from './lights.ts'
import { openLeaves, visibleRows } from './open-leaves.ts'
import { openPlan } from './plan-scope.ts'

/** The states in which a report waits. */
const WAITING = ['submitted', 'unit-reviewed']
const ONWARD = ['review', 'approve'] as const
/** More than this are reviewed in portions. */
const MOST = 500

interface Compared extends Record<string, unknown> {
  readonly id: string
  readonly taskId: string
  readonly number: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly planCode: string
  readonly planName: string
  readonly asOf: string
  readonly unitId: string
  readonly unitName: string
  readonly owner: string | null
  readonly filler: string | null
  readonly last: WireReview['last']
  readonly counted: { readonly month: string; readonly percent: number } | null
}

/**
 * Reports that the actor may pass on or give back: first what waits for them, then what they may only give back; each
 * with the oldest month first.
 * @throws Refusal 403
 */
export async function listReviews(engine: Engine, tx: Tx, actor: Actor): Promise<WireReview[]> {
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'task-progress',
    where: [['state', 'in', WAITING]],
    sort: 'month',
    limit: MOST,
  })
  const mine = rows.filter(({ can }) =>
    can.actions.some(({ name }) => name === 'return' || (ONWARD as readonly string[]).includes(name)),
  )
  const compared = new Map(
    (
      await compare(
        engine,
        tx,
        actor,
        mine.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const reviews = mine.flatMap((record): WireReview[] => {
    const row = compared.get(record.id)
    if (!row) return []
    return [
      {
        record,
        task: { id: row.taskId, number: row.number, name: row.name, to: row.to },
        plan: { code: row.planCode, name: row.planName },
        unit: { id: row.unitId, name: row.unitName },
        filledBy: row.filler,
        last: row.last,
        light: lightOf(
          {
            kind: 'leaf',
            from: row.from,
            to: row.to,
            leaves: 1,
            completed: 0,
            progress: String(row.counted?.percent ?? 0),
            reported: row.counted?.month ?? null,
            achieved: null,
            owner: row.owner === null ? null : { id: row.owner, name: '' },
            used: null,
          },
          row.asOf,
        ),
        onward: ONWARD.find((name) => record.can.actions.some((action) => action.name === name)) ?? null,
      },
    ]
  })
  // What only waits for somebody before the actor comes last.
  return reviews.toSorted((a, b) => Number(a.onward === null) - Number(b.onward === null))
}

async function compare(engine: Engine, tx: Tx, actor: Actor, ids: readonly string[]): Promise<Compared[]> {
  const rows = (name: string) => visibleRows(engine, tx, actor, name)
  const progress = await rows('task-progress')
  const earlier = (state: 'last' | 'counted') => sql`
    (SELECT json_build_object('month', e.month, 'percent', e.percent, 'state', e.state) FROM ${progress} AS e
      WHERE e.college_id = p.college_id AND e.task = p.task AND e.month < p.month
        AND ${state === 'last' ? sql`e.state <> 'draft'` : sql`e.state = 'approved'`} ORDER BY e.month DESC LIMIT 1)`
  return tx.run<Compared>(sql`
    SELECT p.id, task.id AS "taskId", task.number, task.name, task."from", task."to", plan.code AS "planCode",
      plan.name AS "planName", least(plan.as_of, ${today()}::date)::text AS "asOf", units.id AS "unitId", units.name AS "unitName",
      task.owner, people.name AS filler, ${earlier('last')} AS last, ${earlier('counted')} AS counted
    FROM ${progress} AS p
      JOIN ${await rows('plan-tasks')} AS task ON task.college_id = p.college_id AND task.id = p.task
      JOIN ${await rows('plans')} AS plan ON plan.college_id = p.college_id AND plan.id = task.plan
      JOIN records.units AS units ON units.college_id = p.college_id AND units.id = p.unit
      LEFT JOIN records.people AS people ON people.college_id = p.college_id AND people.id = p.filled_by
    WHERE p.id = ANY(${[...ids]}::uuid[])`)
}

const STATES = ['draft', 'submitted', 'unit-reviewed', 'approved'] as const

/**
 * How far the reports of a plan's month are, by unit, with the tasks of which none was begun.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function fillState(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireFillState> {
  const scope = await openPlan(engine, tx, actor, plan)
  const leaves = await openLeaves(engine, tx, actor, sql`plan.id = ${scope.plan.id}`)
  const names = new Map(leaves.map((leaf) => [leaf.unitId, leaf.unitName]))
  return {
    plan: scope.plan,
    month: leaves[0]?.month ?? scope.plan.asOf.slice(0, 7),
    units: [...names].map(([id, name]) => {
      const own = leaves.filter((leaf) => leaf.unitId === id)
      const counts = Object.fromEntries(
        STATES.map((state) => [state, own.filter((leaf) => leaf.currentState === state).length]),
      ) as Record<(typeof STATES)[number], number>
      return {
        unit: { id, name },
        expected: own.length,
        ...counts,
        missing: own
          .filter((leaf) => leaf.currentId === null)
          .map(({ id: task, number, name: title, ownerName }) => ({ id: task, number, name: title, owner: ownerName })),
      }
    }),
  }
}
