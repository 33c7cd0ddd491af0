import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Written } from '../../../engine/records/guards.ts'
import { type Stored, table } from '../../../engine/records/stored.ts'

/** A plan as guards see it: all of it, whoever writes. */
export interface PlanHead {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly state: string
  readonly from: string
  readonly to: string
}

/** Registers whose records say themselves which plan they belong to; those of the others name a task. */
const NAME_A_PLAN: ReadonlySet<string> = new Set(['plan-levels', 'plan-tasks', 'plan-changes'])

/**
 * The plans of what was written, before and after, by the written record's id. The plans are held as they are until
 * the transaction ends: nobody puts them in force, or replaces them, while this is decided.
 */
export async function plansOf(
  engine: Engine,
  tx: Tx,
  register: string,
  written: readonly Written[],
): Promise<ReadonlyMap<string, readonly PlanHead[]>> {
  const field = NAME_A_PLAN.has(register) ? 'plan' : 'task'
  const named = written.map(({ id, before, after }) => ({
    id,
    ids: [before?.values[field], after.values[field]].filter((value) => typeof value === 'string'),
  }))
  const plans =
    field === 'plan'
      ? new Map<string, string>()
      : await plansOfTasks(engine, tx, [...new Set(named.flatMap(({ ids }) => ids))])
  const idsOf = ({ ids }: { readonly ids: readonly string[] }) => [
    ...new Set(ids.flatMap((id) => (field === 'plan' ? id : (plans.get(id) ?? [])))),
  ]
  const heads = new Map((await lockPlans(engine, tx, named.flatMap(idsOf))).map((plan) => [plan.id, plan]))
  return new Map(named.map((one) => [one.id, idsOf(one).flatMap((id) => heads.get(id) ?? [])]))
}

/** Which of these records belong to a plan that is no draft any more; nothing is locked for it. */
export async function outOfDraft(
  engine: Engine,
  tx: Tx,
  register: string,
  records: readonly Stored[],
): Promise<readonly Stored[]> {
  const of = (name: string) => table(getRegister(engine, name))
  const field = NAME_A_PLAN.has(register) ? 'plan' : 'task'
  const ids = sql`${[...new Set(records.map(({ values }) => String(values[field])))]}::uuid[]`
  const found = await tx.run<{ id: string }>(
    field === 'plan'
      ? sql`SELECT id FROM ${of('plans')} WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}) AND state <> 'draft'`
      : sql`
        SELECT t.id FROM ${of('plan-tasks')} AS t JOIN ${of('plans')} AS p ON p.college_id = t.college_id AND p.id = t.plan
        WHERE t.college_id = ${tx.collegeId} AND t.id = ANY(${ids}) AND p.state <> 'draft'`,
  )
  const frozen = new Set(found.map(({ id }) => id))
  return records.filter(({ values }) => frozen.has(String(values[field])))
}

async function plansOfTasks(engine: Engine, tx: Tx, tasks: readonly string[]): Promise<Map<string, string>> {
  const found = await tx.run<{ id: string; plan: string }>(sql`
    SELECT id, plan FROM ${table(getRegister(engine, 'plan-tasks'))}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...tasks]}::uuid[])`)
  return new Map(found.map(({ id, plan }) => [id, plan]))
}

/** Plans by id, kept from changing; in the order of their ids, so that two writers never wait for each other. */
async function lockPlans(engine: Engine, tx: Tx, ids: readonly string[]): Promise<PlanHead[]> {
  if (ids.length === 0) return []
  return tx.run<PlanHead & Record<string, unknown>>(sql`
    SELECT id, code, name, state, "from", "to" FROM ${table(getRegister(engine, 'plans'))}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...new Set(ids)].toSorted()}::uuid[]) ORDER BY id FOR SHARE`)
}
