import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { table } from '../../../../engine/records/stored.ts'
import { createMany } from '../../../../engine/records/write-many.ts'
import type { WirePlanTask } from '../../wire.ts'
import { moneyOf } from '../money.ts'
import { atDay, openPlan } from '../plan-scope.ts'
import { planTasks } from '../task-rows.ts'
import { alertsOf } from './alerts.ts'
import { endOfMonth } from './circular.ts'

/**
 * Makes the reviews of a quarter: one draft for each unit that has tasks or money, with its numbers at the quarter’s end and
 * a conclusion that the alerts suggest. Units that have one already keep it.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function makeQuarterlyReviews(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  { year, quarter }: { readonly year: number; readonly quarter: number },
): Promise<{ made: number; kept: number }> {
  const asOf = endOfMonth(`${year}-${String(quarter * 3).padStart(2, '0')}`)
  const scope = atDay(await openPlan(engine, tx, actor, plan), asOf)
  const money = await moneyOf(scope)
  const { tasks } = await planTasks(engine, tx, actor, plan, asOf)
  const byUnit = Map.groupBy(tasks, (task) => task.unit.id)
  const numberOf = (unit: string) => `${scope.plan.code}-${year}Q${quarter}-${unit}`
  const codes = await tx.run<{ id: string; code: string }>(sql`
    SELECT id, code FROM ${table(getRegister(engine, 'units'))}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...byUnit.keys()]}::uuid[]) ORDER BY "order", code`)
  const known = await tx.run<{ number: string }>(sql`
    SELECT number FROM ${table(getRegister(engine, 'plan-quarterly-reviews'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND number = ANY(${codes.map(({ code }) => numberOf(code))}::text[])`)
  const fresh = codes.filter(({ code }) => !known.some(({ number }) => number === numberOf(code)))
  await createMany(
    engine,
    tx,
    actor,
    'plan-quarterly-reviews',
    fresh.map(({ id, code }) => {
      const own = byUnit.get(id) ?? []
      const line = money?.byUnit.find(({ part }) => part.id === id)
      return {
        values: {
          number: numberOf(code),
          plan: scope.plan.id,
          unit: id,
          year,
          quarter,
          budget: line?.budget.yuan ?? '0.00',
          arrived: line?.arrived.yuan ?? '0.00',
          spent: line?.spent.yuan ?? '0.00',
          used: line?.rates.find(({ name }) => name === 'use-of-budget')?.value ?? null,
          progress: average(own.filter(({ kind }) => kind === 'leaf').map(({ progress }) => progress)),
          achieved: average(own.filter(({ targets }) => targets > 0).map(({ achieved }) => achieved)),
          ...conclusionOf(own, asOf),
        },
      }
    }),
  )
  return { made: fresh.length, kept: known.length }
}

/** The mean of what is known, two decimals, half up; null when nothing is. */
function average(values: readonly (string | null)[]): string | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return known
    .reduce((sum, value) => sum.plus(value), new Exact(0))
    .div(known.length)
    .toFixed(2)
}

function conclusionOf(tasks: readonly WirePlanTask[], asOf: string): { conclusion: string; opinion: string | null } {
  const found = tasks.flatMap((task) => alertsOf(task, asOf).map((alert) => ({ task, ...alert })))
  if (found.length === 0) return { conclusion: 'fit', opinion: null }
  const isRed = found.some(({ rule }) => rule.colour === 'red')
  return {
    conclusion: isRed ? 'correct' : 'watch',
    opinion: found
      .map(({ task, reason }) => `${task.number} ${reason.zh}`)
      .join('；')
      .slice(0, 2000),
  }
}
