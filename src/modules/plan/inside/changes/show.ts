import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { getRecord, listRecords } from '../../../../engine/records/list.ts'
import { present } from '../../../../engine/records/present.ts'
import { isSame, type Stored, table } from '../../../../engine/records/stored.ts'
import { ruleOf } from '../../../../fields/rules.ts'
import type { Field } from '../../../../language/fields.ts'
import type { Lang } from '../../../../language/label.ts'
import type { WirePlanChange, WirePlanChanges, WireRecordChange, WireWish } from '../../wire-changes.ts'
import { openPlan } from '../plan-scope.ts'
import {
  type Changeable,
  CHANGEABLE,
  changesOf,
  GONE,
  movedBy,
  type RecordChange,
  readJson,
  recordsNow,
  routeOf,
  valuesOf,
} from './lines.ts'

/** The change requests of a plan that the actor may see, the latest first. @throws Refusal 403, 404 */
export async function listChanges(engine: Engine, tx: Tx, actor: Actor, planCode: string): Promise<WirePlanChanges> {
  const { plan } = await openPlan(engine, tx, actor, planCode)
  const canPropose =
    plan.state === 'in-force' && !reachesNothing(reachOf(getRegister(engine, 'plan-changes'), actor, 'write'))
  if (reachesNothing(reachOf(getRegister(engine, 'plan-changes'), actor, 'read')))
    return { plan, canPropose, changes: [] }
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'plan-changes',
    where: [['plan', 'is', plan.id]],
    sort: '-number',
    limit: 500,
  })
  const limit = await leadersFrom(engine, tx, plan.id)
  const changes: WirePlanChanges['changes'][number][] = []
  for (const record of rows) {
    const found = await changesOf(engine, tx, record.id)
    const moved = movedBy(found)
    changes.push({ record, records: found.length, moved: moved.toFixed(2), route: routeOf(moved, limit) })
  }
  return { plan, canPropose, changes }
}

/**
 * One change request with what it changes: old beside new, and what stands there now where that differs.
 * @throws Refusal 404
 */
export async function showChange(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WirePlanChange> {
  const register = await collegeRegister(engine, tx, 'plan-changes')
  const request = await getRecord(tx, actor, register, id)
  const [record] = await present(engine, tx, actor, register, [request])
  const changes = await changesOf(engine, tx, id)
  const moved = movedBy(changes)
  const now = new Map<Changeable, ReadonlyMap<string, Stored>>()
  for (const name of CHANGEABLE)
    now.set(
      name,
      await recordsNow(
        engine,
        tx,
        name,
        changes.flatMap((one) => (one.register === name ? [one.record] : [])),
      ),
    )
  const isOpen = !['approved', 'rejected'].includes(request.state)
  const budgets = new Map<string, WireRecordChange['budget']>()
  for (const change of isOpen ? changes : [])
    if (change.register === 'plan-budgets') budgets.set(change.record, await budgetOf(engine, tx, change))
  return {
    record: record!,
    moved: moved.toFixed(2),
    route: routeOf(moved, await leadersFrom(engine, tx, String(request.values['plan']))),
    changes: changes.map((change) => ({
      ...changeOf(
        engine,
        actor.lang,
        change,
        isOpen ? (now.get(change.register)!.get(change.record) ?? null) : undefined,
      ),
      budget: budgets.get(change.record) ?? null,
    })),
    wishes:
      request.state === 'draft' && record!.can.update
        ? changes.map((change) => wishOf(change, now.get(change.register)!.get(change.record) ?? null))
        : null,
  }
}

/** A change as it can be taken up again. */
function wishOf(change: RecordChange, now: Stored | null): WireWish {
  const { register, action, record, recordName, lines } = change
  const texts = (side: 'before' | 'after') =>
    Object.fromEntries(lines.flatMap((line) => (line[side] === null ? [] : [[line.field, line[side]]])))
  return {
    register,
    action,
    record,
    name: recordName,
    values: action === 'delete' ? {} : valuesOf(change),
    was:
      action === 'update' && now !== null
        ? Object.fromEntries(lines.map(({ field }) => [field, now.values[field] ?? null]))
        : {},
    titles: texts('after'),
    wasTitles: texts('before'),
  }
}

/** @param now the record as it stands; null when it is not there; undefined when the request is decided */
function changeOf(
  engine: Engine,
  lang: Lang,
  change: RecordChange,
  now: Stored | null | undefined,
): Omit<WireRecordChange, 'budget'> {
  const register = getRegister(engine, change.register)
  // As the register declares them, not as they happened to be written.
  const order = Object.keys(register.fields)
  const isGone = now !== undefined && change.action !== 'create' && (now === null || now.deletedAt !== null)
  return {
    register: change.register,
    label: register.label,
    action: change.action,
    record: change.record,
    name: change.recordName,
    isGone,
    fields: change.lines
      .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
      .map(({ field, before, after, was, value }) => ({
        field,
        label: register.fields[field]?.label ?? { zh: '停用', en: 'Out of use' },
        before: inWords(register.fields[field], was, before, lang),
        after: inWords(register.fields[field], value, after, lang),
        isStale:
          !isGone && !!now && change.action === 'update' && field !== GONE && !isSame(now.values[field], readJson(was)),
      })),
  }
}

/** A value as it is said in a language; names that it leads to, and what no field declares, as they were written. */
function inWords(field: Field | undefined, json: string | null, written: string | null, lang: Lang): string | null {
  if (!field || field.kind === 'reference' || json === null) return written
  return ruleOf(field).write(readJson(json) as never, field, lang)
}

/** What the task may spend in the adjustment's year from its source, without it and with it. */
async function budgetOf(engine: Engine, tx: Tx, change: RecordChange): Promise<WireRecordChange['budget']> {
  const { task, year, source, amount } = valuesOf(change)
  const register = getRegister(engine, 'plan-budgets')
  const [row] = await tx.run<{ sum: string }>(sql`
    SELECT coalesce(sum(amount), 0)::text AS sum FROM ${table(register)}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state = ANY(${[...(register.counts ?? [])]}::text[])
      AND task = ${String(task)} AND year = ${Number(year)} AND source = ${String(source)}`)
  const before = new Exact(row?.sum ?? 0)
  return { before: before.toFixed(2), after: before.plus(String(amount)).toFixed(2) }
}

async function leadersFrom(engine: Engine, tx: Tx, plan: string): Promise<string | null> {
  const [row] = await tx.run<{ limit: string | null }>(sql`
    SELECT leaders_from AS "limit" FROM ${table(getRegister(engine, 'plans'))} WHERE college_id = ${tx.collegeId} AND id = ${plan}`)
  return row?.limit ?? null
}
