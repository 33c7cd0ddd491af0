import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { table } from '../../../engine/records/stored.ts'

/** Registers whose records belong to a year of a plan, by their task; and the field that says which year. */
export const YEARLY: Readonly<Record<string, string>> = {
  'task-progress': 'month',
  'plan-targets': 'year',
  'plan-milestones': 'year',
  'plan-budgets': 'year',
  'plan-arrivals': 'arrivedOn',
  'plan-payments': 'paidOn',
  'plan-commitments': 'year',
  'plan-claims': 'year',
  'plan-results': 'grantedOn',
  'budget-exceptions': 'year',
}

/** A year stays closed while a leader thinks about opening it. */
export const CLOSED = ['locked', 'pending'] as const

const lockName = (tx: Tx) => `plan years ${tx.collegeId}`

/** Shared among those who write; whoever closes a year waits for them, and they for the closing. */
export const lockYears = (tx: Tx) => tx.run(sql`SELECT pg_advisory_xact_lock_shared(hashtext(${lockName(tx)}))`)

interface Place {
  readonly id: string
  readonly task: string
  readonly year: number
}

/** Where a write touches a year: where the record was, and where it is. */
const placesOf = ({ register, id, before, after }: Written): Place[] =>
  [before?.values, after.values].flatMap((values) => {
    const task = values?.['task']
    const at = values?.[YEARLY[register]!]
    if (typeof task !== 'string' || (typeof at !== 'string' && typeof at !== 'number')) return []
    return [{ id, task, year: Number(String(at).slice(0, 4)) }]
  })

/** Nothing of a closed year changes: neither what is in it, nor by moving something into it or out of it. */
export const closedYearGuard: Guard = {
  registers: Object.keys(YEARLY),
  async hear(engine, tx, _actor, written) {
    const places = written.flatMap(placesOf)
    if (places.length === 0) return []
    await lockYears(tx)
    const closed = await closedYears(engine, tx, places)
    return places.flatMap(({ id, task, year }, i) => {
      const found = closed.find((one) => one.task === task && one.year === year)
      if (!found || places.findIndex((place) => place.id === id && place.year === year) < i) return []
      return [
        {
          id,
          message: {
            zh: `“${found.plan}”${year} 年度已关闭，该年度的进度、资金、目标和成果不能再改；确需修改的，请双高办在“计划年度”中申请重新打开，校领导同意后再改`,
            en: `${year} of “${found.plan}” is closed: its progress, money, targets and results cannot change. Ask the office to have it reopened in “Years of plans”; a leader must agree`,
          },
        },
      ]
    })
  },
}

async function closedYears(engine: Engine, tx: Tx, places: readonly Place[]) {
  const of = (name: string) => table(getRegister(engine, name))
  return tx.run<{ task: string; year: number; plan: string }>(sql`
    SELECT t.id AS task, y.year, p.name AS plan FROM ${of('plan-years')} AS y
      JOIN ${of('plan-tasks')} AS t ON t.college_id = y.college_id AND t.plan = y.plan
      JOIN ${of('plans')} AS p ON p.college_id = y.college_id AND p.id = y.plan
    WHERE y.college_id = ${tx.collegeId} AND y.deleted_at IS NULL AND y.state = ANY(${[...CLOSED]}::text[])
      AND y.year = ANY(${[...new Set(places.map(({ year }) => year))]}::int[])
      AND t.id = ANY(${[...new Set(places.map(({ task }) => task))]}::uuid[])`)
}

/** A closed year is not opened by a side door, and a year is closed when nothing in it waits for a review. */
export const yearGuard: Guard = {
  registers: ['plan-years'],
  async hear(engine, tx, _actor, written) {
    const problems: GuardProblem[] = []
    for (const { id, action, before, after } of written) {
      const wasClosed = before !== null && (CLOSED as readonly string[]).includes(before.state)
      const isMoved = wasClosed && ['plan', 'year'].some((name) => before.values[name] !== after.values[name])
      if (wasClosed && (isMoved || action === 'delete' || action === 'restore'))
        problems.push({
          id,
          message: {
            zh: '年度已关闭，不能停用，也不能改为别的计划或年度；请先申请重新打开',
            en: 'The year is closed: it cannot be taken out of use or moved. Ask to reopen it first',
          },
        })
      if (action === 'close') problems.push(...(await waitingIn(engine, tx, id, after.values)))
    }
    return problems
  },
}

async function waitingIn(
  engine: Engine,
  tx: Tx,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<GuardProblem[]> {
  // Whoever writes in the year just now ends first, or finds it closed.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${lockName(tx)}))`)
  const year = String(values['year'])
  const [found] = await tx.run<{ n: number }>(sql`
    SELECT count(*) AS n FROM ${table(getRegister(engine, 'task-progress'))} AS p
      JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t ON t.college_id = p.college_id AND t.id = p.task
    WHERE p.college_id = ${tx.collegeId} AND p.deleted_at IS NULL AND p.state IN ('submitted', 'unit-reviewed')
      AND t.plan = ${values['plan']} AND p.month BETWEEN ${`${year}-01`} AND ${`${year}-12`}`)
  const waiting = found?.n ?? 0
  if (waiting === 0) return []
  return [
    {
      id,
      message: {
        zh: `${year} 年度还有 ${waiting} 条进度填报没有审完，关闭后就不能再审；请先审定或退回`,
        en: `${waiting} reports of ${year} still wait for a review, which a closed year no longer allows: approve or return them first`,
      },
    },
  ]
}
