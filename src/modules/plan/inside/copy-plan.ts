import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import { inOrder } from '../../../engine/importing/accept-import.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { columns, type Row, type Stored, stored, type Values } from '../../../engine/records/stored.ts'
import { createMany } from '../../../engine/records/write-many.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { openPlan, type PlanScope } from './plan-scope.ts'
import { monthsBetween, shiftDate } from './shift-date.ts'
import { whoLeft } from './who-left.ts'

export interface CopyRequest {
  readonly code: string
  readonly name: string
  /** The day on which the copy begins; all other days move by as many months. */
  readonly from: string
  /** The college's own when absent. */
  readonly kind?: string
  /** The copy shall take the place of the plan when it comes into force. */
  readonly replaces?: boolean
}

export interface Copied {
  readonly id: string
  readonly code: string
  /** How many records of each register were made. */
  readonly made: Readonly<Record<string, number>>
  /** Numbers of the new tasks whose owner has left, which therefore have none. */
  readonly withoutOwner: readonly string[]
}

const LONGEST = 40

/**
 * Copies a plan as a draft: levels, tasks with co-owners and predecessors, milestones and targets, under new numbers and
 * moved in time. What has happened and what was paid for stays with the plan: progress, actual values, results, money.
 * @param plan its id or its code
 * @throws Refusal 403; 404; 422 when the code is taken or a number grows too long
 */
export async function copyPlan(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  request: CopyRequest,
): Promise<Copied> {
  const scope = await openPlan(engine, tx, actor, plan)
  const { id: source } = scope.plan
  const months = monthsBetween(scope.plan.from, request.from)
  // The first months of the plan may lie before the day on which the copy begins.
  const day = (date: unknown) => [shiftDate(String(date), months), request.from].sort().at(-1)!
  const tasks = await recordsOf(scope, 'plan-tasks', sql`plan = ${source}`)
  const levels = await recordsOf(scope, 'plan-levels', sql`plan = ${source}`)
  const co = await recordsOf(scope, 'plan-co-owners', ofTasks(tasks))
  const left = await whoLeft(
    engine,
    tx,
    [...tasks.map(({ values }) => values['owner']), ...co.map(({ values }) => values['person'])].filter(isText),
  )
  const { id } = await act(engine, tx, actor, {
    register: 'plans',
    action: 'create',
    values: {
      code: request.code,
      name: request.name,
      kind: request.kind ?? 'college',
      from: request.from,
      to: day(scope.plan.to),
      copiedFrom: source,
      ...(request.replaces ? { replaces: source } : {}),
    },
  })
  const numberOf = renumbered(request.code, [...tasks, ...levels])
  const ids = new Map([...tasks, ...levels].map((record) => [record.id, v7()]))
  const mapped = (value: unknown) => (isText(value) ? (ids.get(value) ?? null) : null)
  const made: Record<string, number> = {}
  const make = async (register: string, records: readonly { readonly id?: string; readonly values: Values }[]) => {
    made[register] = records.length === 0 ? 0 : (await createMany(engine, tx, actor, register, records)).created
  }
  await make(
    'plan-levels',
    levels.map(({ id: old, values }) => ({
      id: ids.get(old)!,
      values: { ...values, code: numberOf(String(values['code'])), plan: id, score: null, scoreSheet: null },
    })),
  )
  const copies = tasks.map(({ id: old, values }) => ({
    id: ids.get(old)!,
    values: {
      ...values,
      number: numberOf(String(values['number'])),
      plan: id,
      level: mapped(values['level']),
      parent: mapped(values['parent']),
      owner: left.has(String(values['owner'])) ? null : values['owner'],
      from: day(values['from']),
      to: day(values['to']),
    },
  }))
  const ordered = inOrder(
    await collegeRegister(engine, tx, 'plan-tasks'),
    copies.map((copy) => ({ ...copy, prepared: { values: copy.values, unitId: '', ownerId: null, problems: [] } })),
  )
  await make(
    'plan-tasks',
    ordered.map(({ id: own, values }) => ({ id: own, values })),
  )
  const below = (records: readonly Stored[], change: (values: Values) => Values) =>
    records.map(({ values }) => ({ values: { ...values, task: mapped(values['task']), ...change(values) } }))
  await make(
    'plan-co-owners',
    below(
      co.filter(({ values }) => !left.has(String(values['person']))),
      () => ({}),
    ),
  )
  const links = await recordsOf(scope, 'plan-task-links', ofTasks(tasks))
  await make(
    'plan-task-links',
    below(
      links.filter(({ values }) => mapped(values['predecessor']) !== null),
      (values) => ({ predecessor: mapped(values['predecessor']) }),
    ),
  )
  await make(
    'plan-milestones',
    apart(
      below(await recordsOf(scope, 'plan-milestones', ofTasks(tasks)), (values) => {
        const dueOn = day(values['dueOn'])
        return { dueOn, year: Number(dueOn.slice(0, 4)), reachedOn: null }
      }),
    ),
  )
  await make(
    'plan-targets',
    below(await recordsOf(scope, 'plan-targets', ofTasks(tasks)), (values) => ({
      year: Number(shiftDate(`${String(values['year'])}-12-31`, months).slice(0, 4)),
      actual: null,
    })),
  )
  return {
    id,
    code: request.code,
    made,
    withoutOwner: tasks
      .filter(({ values }) => left.has(String(values['owner'])))
      .map(({ values }) => numberOf(String(values['number']))),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const ofTasks = (tasks: readonly Stored[]) => sql`task = ANY(${tasks.map(({ id }) => id)}::uuid[])`

async function recordsOf(
  { engine, tx, rows, canRead }: PlanScope,
  name: string,
  where: ReturnType<typeof sql>,
): Promise<Stored[]> {
  if (!canRead(name)) return []
  const register = await collegeRegister(engine, tx, name)
  const found = await tx.run<Row>(
    sql`SELECT ${columns(register)} FROM ${await rows(name)} AS r WHERE ${where} ORDER BY id`,
  )
  return found.map((row) => stored(register, row))
}

/** New numbers: what the old ones begin with alike gives way to the new code. DH-S01-1 → NEW-S01-1. */
export function renumbered(code: string, records: readonly { readonly values: Values }[]): (old: string) => string {
  const common = commonPart(records)
  return (old) => {
    const number = `${code}-${old.slice(common)}`
    if (number.length <= LONGEST) return number
    throw new Refusal('invalid', {
      zh: `新编号“${number}”超过 ${LONGEST} 个字符，请换一个更短的计划代号`,
      en: `The new number "${number}" has more than ${LONGEST} characters: choose a shorter code`,
    })
  }
}

/** How many characters all numbers and codes of a plan begin with: whole parts, so that DH-S01 and DH-S02 keep S01 and S02. */
export function commonPart(records: readonly { readonly values: Values }[]): number {
  const all = records.map(({ values }) => String(values['number'] ?? values['code']))
  const [first = ''] = all
  let length = first.length
  for (const number of all) while (length > 0 && !number.startsWith(first.slice(0, length))) length--
  return Math.max(0, first.slice(0, length).lastIndexOf('-') + 1)
}

/** Milestones of two years may fall into one when moved by part of a year: those of the same words are told apart. */
function apart(records: readonly { readonly values: Values }[]): readonly { readonly values: Values }[] {
  const seen = new Map<string, number>()
  return records.map(({ values }) => {
    const key = JSON.stringify([values['task'], values['year'], values['what']])
    const n = (seen.get(key) ?? 0) + 1
    seen.set(key, n)
    return { values: n === 1 ? values : { ...values, what: `${String(values['what'])}（${n}）` } }
  })
}
