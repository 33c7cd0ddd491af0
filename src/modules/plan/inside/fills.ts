import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { can } from '../../../engine/records/allowed.ts'
import { eachRecord } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { FileRef } from '../../../language/fields.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { WireFill } from '../wire-run.ts'
import { FILL_DAY, lightOfLeaf, openLeaves, type OpenLeaf, visibleRows } from './open-leaves.ts'

/** Whose tasks: those that the actor owns, or all that their role reaches. */
export type Whose = 'mine' | 'all'

/**
 * What the actor has to report this month, the most urgent first.
 * @throws Refusal 403 without the registers of plans
 */
export async function listFills(engine: Engine, tx: Tx, actor: Actor, whose: Whose): Promise<WireFill[]> {
  if (whose === 'mine' && actor.personId === null) return []
  const begun = await openLeaves(engine, tx, actor, whose === 'all' ? sql`true` : sql`task.owner = ${actor.personId}`)
  // What the month's own report has finished is off the list.
  const leaves = begun.filter(({ countedPercent }) => countedPercent !== 100)
  const ids = leaves.map((leaf) => leaf.id)
  const current = await currentReports(engine, tx, actor, leaves)
  // A task's targets are for whoever sees the task.
  const targets = await tx.run<WireFill['targets'][number] & { task: string }>(sql`
    SELECT id, task, name, year, target::text AS target, actual::text AS actual, measured_in AS "measuredIn"
    FROM ${table(getRegister(engine, 'plan-targets'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND task = ANY(${ids}::uuid[]) ORDER BY year, name`)
  return leaves.map((leaf) => ({
    task: {
      id: leaf.id,
      number: leaf.number,
      name: leaf.name,
      from: leaf.from,
      to: leaf.to,
      deliverables: leaf.deliverables,
    },
    plan: { code: leaf.planCode, name: leaf.planName },
    unit: { id: leaf.unitId, name: leaf.unitName },
    owner: leaf.ownerId === null ? null : { id: leaf.ownerId, name: leaf.ownerName ?? '' },
    month: leaf.month,
    dueOn: `${leaf.month}-${FILL_DAY}`,
    last:
      leaf.lastMonth === null
        ? null
        : { month: leaf.lastMonth, percent: leaf.lastPercent ?? 0, state: leaf.lastState ?? '' },
    current: current.get(leaf.id) ?? null,
    isFilledElsewhere: leaf.currentId !== null && !current.has(leaf.id),
    targets: targets.filter(({ task }) => task === leaf.id).map(({ task: _task, ...target }) => target),
    light: lightOfLeaf(leaf),
  }))
}

/** The reports of the month that the actor may see, by task, with what they may do with them. */
async function currentReports(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  leaves: readonly OpenLeaf[],
): Promise<ReadonlyMap<string, NonNullable<WireFill['current']>>> {
  const ids = leaves.flatMap((leaf) => leaf.currentId ?? [])
  if (ids.length === 0) return new Map()
  const returned = new Map(
    (
      await tx.run<{ id: string; reason: string | null }>(sql`
        SELECT DISTINCT ON (subject_id) subject_id AS id, reason FROM history
        WHERE college_id = ${tx.collegeId} AND subject = 'task-progress' AND subject_id = ANY(${ids}::text[])
          AND action IN ('return', 'reopen') ORDER BY subject_id, id DESC`)
    ).map(({ id, reason }) => [id, reason]),
  )
  const found = new Map<string, NonNullable<WireFill['current']>>()
  const register = getRegister(engine, 'task-progress')
  for await (const portion of eachRecord(engine, tx, actor, {
    register: register.name,
    also: sql`id = ANY(${ids}::uuid[])`,
  }))
    for (const record of portion) {
      const { id, state, version, values } = record
      const { update, actions } = can(register, actor, record)
      const text = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
      found.set(String(values['task']), {
        id,
        state,
        version,
        month: text('month') ?? '',
        percent: Number(values['percent']),
        done: text('done') ?? '',
        problems: text('problems'),
        reason: text('reason'),
        files: (values['files'] ?? []) as readonly FileRef[],
        returned: state === 'draft' ? (returned.get(id) ?? null) : null,
        canFill: update,
        canWithdraw: actions.some(({ name }) => name === 'withdraw'),
      })
    }
  return found
}

/** What a person fills in for a task and a month. */
interface Fill {
  readonly task: string
  readonly month: string
  readonly percent: number
  readonly done: string
  readonly problems: string | null
  readonly reason: string | null
  readonly files: readonly FileRef[] | null
  /** The report that is changed; a new one when absent. */
  readonly id?: string | undefined
  readonly version?: number | undefined
  readonly submit: boolean
}

/**
 * Keeps a report, and submits it when asked to: both or nothing.
 * @throws Refusal 403, 404 when the task is not in sight, 409 stale, 422 with what is wrong at its field
 */
export async function saveFill(engine: Engine, tx: Tx, actor: Actor, fill: Fill): Promise<WireRecord> {
  const { task, month, percent, done, problems, reason, files, id, version, submit } = fill
  const [found] = await tx.run<{ unit: string; owner: string | null }>(sql`
    SELECT unit, owner FROM ${await visibleRows(engine, tx, actor, 'plan-tasks')} AS t WHERE id = ${task}`)
  if (!found)
    throw new Refusal('not-found', {
      zh: '没有这项任务，或它不在您可查看的范围内；请刷新“我的任务”后再填',
      en: 'There is no such task, or it is outside your scope: reload “My tasks” and fill it there',
    })
  const register = 'task-progress'
  const said = { percent, done, problems, reason, files }
  const saved = await act(engine, tx, actor, {
    register,
    ...(id === undefined
      ? {
          action: 'create',
          values: { task, unit: found.unit, filledBy: actor.personId ?? found.owner, month, ...said },
        }
      : { action: 'update', id, values: said, ...(version === undefined ? {} : { version }) }),
    ...(submit ? { untitled: true } : {}),
  })
  if (!submit) return saved
  return act(engine, tx, actor, { register, id: saved.id, action: 'submit', version: saved.version })
}
