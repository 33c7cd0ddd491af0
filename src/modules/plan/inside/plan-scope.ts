import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { today } from '../../../engine/access/today.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { visibleSql } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WirePlan } from '../wire.ts'

type CollegeRegister = Awaited<ReturnType<typeof collegeRegister>>

/** Who asks, about which plan. Everything read of a plan goes through the actor's scope by `rows`. */
export interface PlanScope {
  readonly engine: Engine
  readonly tx: Tx
  readonly actor: Actor
  readonly plan: WirePlan
  /** The records of a register that the actor may see and that count, as a table to select from. */
  rows(register: string): Promise<RawBuilder<unknown>>
  /** All records of a register that count, for what is told of tasks that the actor sees: join it with those. */
  all(register: string): Promise<RawBuilder<unknown>>
  canRead(register: string): boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/** All plans that the actor may see, the latest first. @throws Refusal 403, 404 without the registers of plans */
export async function listPlans(engine: Engine, tx: Tx, actor: Actor): Promise<WirePlan[]> {
  return selectPlans(engine, tx, actor, sql`true`)
}

/**
 * Opens a plan by its id or its code.
 * @throws Refusal 403; 404 when there is no such plan, or none within the actor's scope
 */
export async function openPlan(engine: Engine, tx: Tx, actor: Actor, idOrCode: string): Promise<PlanScope> {
  const which = isUuid(idOrCode) ? sql`id = ${idOrCode}` : sql`code = ${idOrCode}`
  const [plan] = await selectPlans(engine, tx, actor, which)
  if (!plan)
    throw new Refusal('not-found', {
      zh: `没有代号为“${idOrCode}”的建设计划，或它不在您可查看的范围内；现有计划见数据表“建设计划”`,
      en: `There is no plan "${idOrCode}", or it is outside your scope; the register "Plans" lists those there are`,
    })
  const countedRows = async (name: string, which: (register: CollegeRegister) => RawBuilder<unknown>) => {
    const register = await collegeRegister(engine, tx, name)
    const counted = register.counts ? sql`AND state = ANY(${[...register.counts]}::text[])` : sql``
    return sql`(SELECT * FROM ${table(register)} WHERE ${which(register)} ${counted})`
  }
  return {
    engine,
    tx,
    actor,
    plan,
    canRead: (name) => !reachesNothing(reachOf(getRegister(engine, name), actor, 'read')),
    rows: (name) => countedRows(name, (register) => visibleSql(register, actor, {}, tx)),
    all: (name) => countedRows(name, () => sql`college_id = ${tx.collegeId} AND deleted_at IS NULL`),
  }
}

/** The same plan as it stood on another day. */
export const atDay = (scope: PlanScope, asOf: string): PlanScope => ({ ...scope, plan: { ...scope.plan, asOf } })

async function selectPlans(engine: Engine, tx: Tx, actor: Actor, which: RawBuilder<unknown>): Promise<WirePlan[]> {
  const register = await collegeRegister(engine, tx, 'plans')
  return tx.run<WirePlan & Record<string, unknown>>(sql`
    SELECT id, code, name, kind, state, edition, "from", "to", coalesce(as_of, ${today()}::date) AS "asOf" FROM ${table(register)}
    WHERE ${visibleSql(register, actor, {}, tx)} AND ${which} ORDER BY "from" DESC, code`)
}

/** The plan's tasks as `task`, and the last approved report of each by the plan's day as `reported`: for WITH. */
export async function taskTables({ rows, plan }: PlanScope): Promise<RawBuilder<unknown>> {
  return sql`
    task AS (
      SELECT college_id, id, number, name, kind, parent, level, unit, owner, "from", "to", weight
      FROM ${await rows('plan-tasks')} AS t WHERE plan = ${plan.id}),
    reported AS (
      SELECT DISTINCT ON (task) college_id, task, percent, month FROM ${await rows('task-progress')} AS p
      WHERE task IN (SELECT id FROM task) AND month <= ${plan.asOf.slice(0, 7)} ORDER BY task, month DESC)`
}

/** Every amount of the plan's tasks by its day as `line`: for WITH, after `task`. Read by task, for a college may keep a hundred plans. */
export async function moneyTable({ rows, plan }: PlanScope): Promise<RawBuilder<unknown>> {
  const ours = sql`task IN (SELECT id FROM task)`
  return sql`
    line AS (
      SELECT college_id, task, source, year, amount AS budget, 0 AS arrived, 0 AS spent FROM ${await rows('plan-budgets')} AS b
      WHERE ${ours} AND year <= ${Number(plan.asOf.slice(0, 4))}
      UNION ALL
      SELECT college_id, task, source, year, 0, amount, 0 FROM ${await rows('plan-arrivals')} AS a
      WHERE ${ours} AND arrived_on <= ${plan.asOf}
      UNION ALL
      SELECT college_id, task, source, year, 0, 0, amount FROM ${await rows('plan-payments')} AS p
      WHERE ${ours} AND paid_on <= ${plan.asOf})`
}
