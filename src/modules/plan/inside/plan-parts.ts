import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { present } from '../../../engine/records/present.ts'
import { table } from '../../../engine/records/stored.ts'
import type { WireCoOwner, WireDeclared, WireMilestone, WirePlanParts } from '../wire-views.ts'
import { CHANGEABLE } from './changes/lines.ts'
import { openPlan, type PlanScope, taskTables } from './plan-scope.ts'

/**
 * What the views of a plan show beside its tasks, as far as the actor may see it.
 * @param planCode its id or its code
 * @throws Refusal 403, 404
 */
export async function planParts(engine: Engine, tx: Tx, actor: Actor, planCode: string): Promise<WirePlanParts> {
  const scope = await openPlan(engine, tx, actor, planCode)
  const { plan } = scope
  const plans = await collegeRegister(engine, tx, 'plans')
  const [head] = await present(engine, tx, actor, plans, [await getRecord(tx, actor, plans, plan.id)])
  const mayWrite = (register: string) => !reachesNothing(reachOf(getRegister(engine, register), actor, 'write'))
  return {
    plan,
    head: head!,
    canEdit: plan.state === 'draft' && mayWrite('plan-tasks'),
    canPropose: plan.state === 'in-force' && mayWrite('plan-changes'),
    canCopy: mayWrite('plans'),
    links: await selectOf<{ task: string; predecessor: string }>(
      scope,
      'plan-task-links',
      sql`r.task, r.predecessor`,
      sql`r.task`,
    ),
    milestones: await selectOf<WireMilestone>(
      scope,
      'plan-milestones',
      sql`r.id, r.task, r.what, r.due_on AS "dueOn", r.reached_on AS "reachedOn"`,
      sql`r.due_on, r.id`,
    ),
    coOwners: await coOwnersOf(scope),
    proven: await provenOf(scope),
    me: actor.personId,
    registers: await declared(engine, tx, actor),
  }
}

/** What the actor may at least read. */
async function declared(engine: Engine, tx: Tx, actor: Actor): Promise<Record<string, WireDeclared>> {
  const found: Record<string, WireDeclared> = {}
  for (const name of CHANGEABLE) {
    const { label, fields } = await collegeRegister(engine, tx, name)
    if (!reachesNothing(reachOf(getRegister(engine, name), actor, 'read'))) found[name] = { label, fields }
  }
  return found
}

/** Records of a register whose task is in sight and belongs to the plan: they have no owner but the task's. */
async function selectOf<R>(
  scope: PlanScope,
  register: string,
  columns: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<R[]> {
  if (!scope.canRead(register)) return []
  return scope.tx.run<R>(sql`
    WITH ${await taskTables(scope)}
    SELECT ${columns} FROM ${await scope.all(register)} AS r
      JOIN task ON task.college_id = r.college_id AND task.id = r.task
    ORDER BY ${order}`)
}

/** Who co-owns a task sees that record of their own, though perhaps not the task: its name and dates come with it. */
async function coOwnersOf({ engine, tx, plan, rows, canRead }: PlanScope): Promise<WireCoOwner[]> {
  if (!canRead('plan-co-owners')) return []
  const found = await tx.run<Omit<WireCoOwner, 'person'> & { personId: string; personName: string }>(sql`
    SELECT r.task, t.number, t.name, t."from", t."to", r.duty, p.id AS "personId", p.name AS "personName"
    FROM ${await rows('plan-co-owners')} AS r
      JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t
        ON t.college_id = r.college_id AND t.id = r.task AND t.plan = ${plan.id} AND t.deleted_at IS NULL
      JOIN ${table(getRegister(engine, 'people'))} AS p ON p.college_id = r.college_id AND p.id = r.person
    ORDER BY t.number, p.name`)
  return found.map(({ personId, personName, ...row }) => ({ ...row, person: { id: personId, name: personName } }))
}

async function provenOf(scope: PlanScope): Promise<string[]> {
  const { tx, canRead, all } = scope
  if (!canRead('plan-evidence')) return []
  const found = await tx.run<{ id: string }>(sql`
    WITH ${await taskTables(scope)}
    SELECT task.id FROM task WHERE kind = 'leaf' AND EXISTS (
      SELECT 1 FROM ${await all('plan-evidence')} AS e WHERE e.college_id = task.college_id AND e.task = task.id)`)
  return found.map(({ id }) => id)
}
