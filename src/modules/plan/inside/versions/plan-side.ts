import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { referenceTexts } from '../../../../engine/exporting/reference-texts.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { columns, type Row, type Stored, stored, table } from '../../../../engine/records/stored.ts'
import { ruleOf } from '../../../../fields/rules.ts'
import type { AnyRegister } from '../../../../language/register.ts'
import type { WirePlan } from '../../wire.ts'
import { commonPart } from '../copy-plan.ts'
import type { SideItem } from './compare-sides.ts'
import { atEdition } from './editions.ts'

/** What is compared of each register, in the order in which it is shown. */
export const COMPARED: Readonly<Record<string, readonly string[]>> = {
  'plan-levels': ['name', 'majorGroup', 'weight'],
  'plan-tasks': ['name', 'level', 'parent', 'kind', 'unit', 'owner', 'from', 'to', 'weight', 'deliverables'],
  'plan-milestones': ['what', 'year', 'dueOn'],
  'plan-targets': ['name', 'indicator', 'year', 'base', 'target', 'measuredIn', 'direction'],
  'plan-budgets': ['year', 'source', 'amount'],
  'plan-co-owners': ['person', 'unit', 'duty'],
  'plan-task-links': ['predecessor', 'note'],
}
/** What tells records of one task apart besides their order in time. */
const OWN_NAME: Readonly<Record<string, string>> = {
  'plan-milestones': 'what',
  'plan-targets': 'name',
  'plan-budgets': 'source',
  'plan-co-owners': 'person',
  'plan-task-links': 'predecessor',
}

export interface PlanSide {
  readonly items: ReadonlyMap<string, readonly SideItem[]>
  /** Sum of all budgets in yuan; null for whoever may not see them. */
  readonly budget: string | null
}

/**
 * A plan as it stands, or as one of its editions came to be, in words of the actor's language, as far as the actor may
 * see it. Tasks are found again by what their numbers have beyond the plan's own beginning.
 */
export async function planSide(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: WirePlan,
  edition: number,
): Promise<PlanSide> {
  const records = new Map<string, readonly Stored[]>()
  for (const name of Object.keys(COMPARED)) {
    const reach = reachOf(getRegister(engine, name), actor, 'read')
    if (reachesNothing(reach)) continue
    const register = await collegeRegister(engine, tx, name)
    const tasks = (records.get('plan-tasks') ?? []).map(({ id }) => id)
    const which = name in OWN_NAME ? sql`task = ANY(${tasks}::uuid[])` : sql`plan = ${plan.id}`
    // Those out of use, too: an earlier edition may have had them.
    const rows = await tx.run<Row>(sql`
      SELECT ${columns(register)} FROM ${table(register)}
      WHERE college_id = ${tx.collegeId} AND ${which} AND ${reachSql(reach, actor)} ORDER BY id`)
    records.set(
      name,
      rows.map((row) => stored(register, row)),
    )
  }
  const then = edition < plan.edition ? await atEdition(tx, plan.id, edition, records) : records
  const now = new Map([...then].map(([name, all]) => [name, all.filter(({ deletedAt }) => deletedAt === null)]))
  const budgets = now.get('plan-budgets')
  const counted = budgets?.filter(({ state }) => plan.state === 'draft' || state === 'approved')
  if (counted) now.set('plan-budgets', summed(counted))
  const places = placesOf(now)
  const items = new Map<string, readonly SideItem[]>()
  for (const [name, own] of now)
    items.set(name, await itemsOf(engine, tx, actor, await collegeRegister(engine, tx, name), own, places))
  return {
    items,
    budget: counted ? sumOf(counted).toFixed(2) : null,
  }
}

const sumOf = (budgets: readonly Stored[]) =>
  budgets.reduce((sum, { values }) => sum.plus(String(values['amount'])), new Exact(0))

/** Budgets with their adjustments: what a task has of a source in a year is one amount. */
function summed(budgets: readonly Stored[]): Stored[] {
  const cells = Map.groupBy(budgets, ({ values }) => JSON.stringify([values['task'], values['source'], values['year']]))
  return [...cells.values()].map((own) => ({
    ...own[0]!,
    values: { ...own[0]!.values, amount: sumOf(own).toFixed(2) },
  }))
}

interface Place {
  /** By which it is found again in another plan. */
  readonly key: string
  readonly number: string
  readonly name: string
}

/** Where tasks and levels stand, by their ids. */
function placesOf(records: ReadonlyMap<string, readonly Stored[]>): ReadonlyMap<string, Place> {
  const all = ['plan-tasks', 'plan-levels'].flatMap((name) => records.get(name) ?? [])
  const common = commonPart(all)
  return new Map(
    all.map(({ id, values }) => {
      const number = String(values['number'] ?? values['code'])
      return [id, { key: number.slice(common), number, name: String(values['name']) }]
    }),
  )
}

async function itemsOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
  places: ReadonlyMap<string, Place>,
): Promise<SideItem[]> {
  const write = await writerOf(engine, tx, actor, register, records, places)
  const own = OWN_NAME[register.name]
  const seen = new Map<string, number>()
  const inOrder = records.toSorted(
    (a, b) => Number(a.values['year'] ?? 0) - Number(b.values['year'] ?? 0) || (a.id < b.id ? -1 : 1),
  )
  const items = inOrder.map((record): SideItem => {
    const { values } = record
    const place = places.get(own === undefined ? record.id : String(values['task']))
    const name = own === undefined ? (place?.name ?? '') : (write(own, values[own]) ?? '')
    // Of two alike, the first in time is that of the other side.
    const alike = own === undefined ? (place?.key ?? record.id) : `${place?.key ?? ''} ${name}`
    const n = (seen.get(alike) ?? 0) + 1
    seen.set(alike, n)
    return {
      key: `${alike} ${n}`,
      task: place?.number ?? '',
      name,
      fields: Object.fromEntries(
        COMPARED[register.name]!.map((field) => [
          field,
          { label: register.fields[field]!.label, text: write(field, values[field]) },
        ]),
      ),
    }
  })
  return items.toSorted((a, b) => (a.task < b.task ? -1 : a.task > b.task ? 1 : 0))
}

/** Values in words; tasks and levels by what is the same of them in both plans. */
async function writerOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  records: readonly Stored[],
  places: ReadonlyMap<string, Place>,
): Promise<(field: string, value: unknown) => string | null> {
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const name of COMPARED[register.name]!) {
    const field = register.fields[name]!
    if (field.kind !== 'reference' || ['plan-tasks', 'plan-levels'].includes(field.register)) continue
    const ids = new Set(records.flatMap(({ values }) => (typeof values[name] === 'string' ? [values[name]] : [])))
    texts.set(name, await referenceTexts(engine, tx, field.register, [...ids]))
  }
  return (name, value) => {
    if (value === null || value === undefined) return null
    const field = register.fields[name]!
    const place = field.kind === 'reference' ? places.get(String(value)) : undefined
    if (place) return [place.key, place.name].filter((part) => part !== '').join(' ')
    const named = texts.get(name)
    if (named) return named.get(String(value)) ?? String(value)
    return ruleOf(field).write(value as never, field, actor.lang)
  }
}
