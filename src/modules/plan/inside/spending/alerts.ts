import { sql } from 'kysely'
import { type Actor, hasRole } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { visibleSql } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import type { Label } from '../../../../language/label.ts'
import type { LightColour, WirePlanTask } from '../../wire.ts'
import type { WireMoneyAlert } from '../../wire-money.ts'
import { LIMITS } from '../lights.ts'
import { planTasks } from '../task-rows.ts'

/** What goal and spending are watched by, in per cent. */
const MEASURES = {
  used: { zh: '资金已用', en: 'Money used' },
  achieved: { zh: '目标达成', en: 'Targets reached' },
  ahead: { zh: '支出领先目标', en: 'Money ahead of the goal by' },
  elapsed: { zh: '时间已过', en: 'Time passed' },
  lag: { zh: '支出落后时间', en: 'Spending behind time by' },
  arrival: { zh: '资金到位', en: 'Money arrived' },
} as const satisfies Record<string, Label>
type Measure = keyof typeof MEASURES

interface Condition {
  readonly measure: Measure
  readonly least?: number
  readonly most?: number
}

interface AlertRule {
  readonly name: string
  readonly colour: LightColour
  /** Where it is looked for: money arrives for boards and is spent for tasks. */
  readonly kind: 'board' | 'task'
  /** All of them hold. */
  readonly when: readonly Condition[]
}

/** The double watch over goal and spending: when which alert (codes money-alerts) is given. Per cent. */
export const ALERT_RULES: readonly AlertRule[] = [
  {
    name: 'money-ahead-of-goal',
    colour: 'red',
    kind: 'task',
    when: [
      { measure: 'used', least: LIMITS.moneyAheadOfGoal.used },
      { measure: 'achieved', most: LIMITS.moneyAheadOfGoal.achieved },
    ],
  },
  { name: 'over-budget', colour: 'red', kind: 'task', when: [{ measure: 'used', least: 100.01 }] },
  {
    name: 'money-before-goal',
    colour: 'yellow',
    kind: 'task',
    when: [{ measure: 'ahead', least: LIMITS.moneyBeforeGoal }],
  },
  {
    name: 'money-idle',
    colour: 'yellow',
    kind: 'task',
    when: [
      { measure: 'achieved', least: 90 },
      { measure: 'used', most: 50 },
    ],
  },
  {
    name: 'slow-spending',
    colour: 'yellow',
    kind: 'task',
    when: [
      { measure: 'elapsed', least: 50 },
      { measure: 'lag', least: 40 },
    ],
  },
  {
    name: 'not-arrived',
    colour: 'yellow',
    kind: 'board',
    when: [
      { measure: 'elapsed', least: 50 },
      { measure: 'arrival', most: 60 },
    ],
  },
]

/** Who issues correction orders: see the lifecycle of plan-corrections. */
const ORDERING = ['quality-office']

/** An alert that says less than another of the same task. */
const COVERED: Readonly<Record<string, string>> = { 'money-before-goal': 'money-ahead-of-goal' }

export type Watched = Pick<WirePlanTask, 'kind' | 'from' | 'to' | 'achieved' | 'money'>

const DAY = 86_400_000
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY

function measured(task: Watched, asOf: string): Partial<Record<Measure, Exact>> {
  const days = dayOf(task.to) - dayOf(task.from)
  const elapsed =
    days <= 0
      ? new Exact(100)
      : Exact.max(0, Exact.min(100, new Exact(dayOf(asOf) - dayOf(task.from)).times(100).div(days)))
  const budget = new Exact(task.money?.budget ?? 0)
  // Not rounded: a limit is reached or it is not.
  const used = task.money === null || budget.lte(0) ? null : new Exact(task.money.spent).times(100).div(budget)
  const achieved = task.achieved === null ? null : new Exact(task.achieved)
  return {
    elapsed,
    ...(used ? { used, lag: elapsed.minus(used) } : {}),
    ...(achieved ? { achieved } : {}),
    ...(used && achieved ? { ahead: used.minus(achieved) } : {}),
    ...(task.money !== null && budget.gt(0) ? { arrival: new Exact(task.money.arrived).times(100).div(budget) } : {}),
  }
}

/** The alerts of one task on a day, each with its numbers and limits. What is not known gives no alert. */
export function alertsOf(task: Watched, asOf: string): readonly { readonly rule: AlertRule; readonly reason: Label }[] {
  const values = measured(task, asOf)
  const holds = ({ measure, least, most }: Condition) => {
    const value = values[measure]
    return value !== undefined && (least === undefined || value.gte(least)) && (most === undefined || value.lte(most))
  }
  const found = ALERT_RULES.filter((rule) => rule.kind === task.kind && rule.when.every(holds))
  return found
    .filter(({ name }) => !found.some((other) => other.name === COVERED[name]))
    .map((rule) => {
      const said = rule.when.map(({ measure, least, most }) => {
        const limit = least === undefined ? `≤ ${most}%` : `≥ ${least}%`
        const value = `${values[measure]!.toFixed(2)}%（${limit}）`
        return {
          zh: `${MEASURES[measure].zh} ${value}`,
          en: `${MEASURES[measure].en} ${value.replace('（', ' (').replace('）', ')')}`,
        }
      })
      return { rule, reason: { zh: said.map(({ zh }) => zh).join('，'), en: said.map(({ en }) => en).join(', ') } }
    })
}

/**
 * Everything in a plan where goal and spending do not fit, within the actor's scope, red first.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function moneyAlerts(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireMoneyAlert[]> {
  const found = await planTasks(engine, tx, actor, plan)
  const corrections = await openCorrections(engine, tx, actor)
  const field = getRegister(engine, 'plan-corrections').fields['alert']
  const labels = field?.kind === 'choice' ? field.codes.values : {}
  return found.tasks
    .flatMap((task) =>
      alertsOf(task, found.plan.asOf).map(({ rule, reason }): WireMoneyAlert => ({
        alert: rule.name,
        label: labels[rule.name] ?? { zh: rule.name, en: rule.name },
        colour: rule.colour,
        reason,
        task: { id: task.id, number: task.number, name: task.name },
        unit: task.unit,
        canOrder: hasRole(actor, ORDERING),
        correction: corrections.find((one) => one.task === task.id && one.alert === rule.name) ?? null,
      })),
    )
    .toSorted((a, b) => (a.colour === b.colour ? 0 : a.colour === 'red' ? -1 : 1))
}

async function openCorrections(engine: Engine, tx: Tx, actor: Actor) {
  const register = getRegister(engine, 'plan-corrections')
  return tx.run<{ id: string; number: string; state: string; task: string; alert: string | null }>(sql`
    SELECT id, number, state, task, alert FROM ${table(register)}
    WHERE ${visibleSql(register, actor, {}, tx)} AND state IN ('draft', 'open', 'rectified') ORDER BY number DESC`)
}
