import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { readableHistory } from '../../../engine/history/read.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords } from '../../../engine/records/list.ts'
import { table } from '../../../engine/records/stored.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { AnyRegister } from '../../../language/register.ts'
import type { WireHistory, WireRecord } from '../../../language/wire.ts'
import type { WireLedger, WireLedgerEntry } from '../wire-run.ts'
import { factsOf } from './ledger-facts.ts'
import { planTasks } from './task-rows.ts'

/** Dates that say when something is due, not when it was. */
const DUE: ReadonlySet<string> = new Set(['dueOn', 'mendBy', 'to', 'from', 'validTo'])
const MOST = 500

/**
 * Everything that happened to a task and to what belongs to it, the latest first: reports, results, money, decisions,
 * findings, reminders, and every step and change of them. Whatever register of plans names a task is in it.
 * @param below with everything below the task
 * @throws Refusal 403, 404
 */
export async function taskLedger(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  task: string,
  below: boolean,
): Promise<WireLedger> {
  const tree = await planTasks(engine, tx, actor, plan)
  const byId = new Map(tree.tasks.map((one) => [one.id, one]))
  const head = byId.get(task)
  if (!head)
    throw new Refusal('not-found', {
      zh: '这个计划中没有这项任务，或它不在您可查看的范围内',
      en: 'This plan has no such task, or it is outside your scope',
    })
  const isWithin = (id: string): boolean => {
    for (let at = byId.get(id), depth = 0; at && depth < 12; at = byId.get(at.parent ?? ''), depth++)
      if (at.id === task) return true
    return false
  }
  const ids = below ? [...byId.keys()].filter(isWithin) : [task]
  const nameOf = (id: string) => {
    const { number, name } = byId.get(id)!
    return { id, number, name }
  }
  const records: { readonly register: AnyRegister; readonly record: WireRecord; readonly task: string }[] = []
  for (const register of ofTasks(engine, actor)) {
    const { rows } = await listRecords(engine, tx, actor, {
      register: register.name,
      limit: MOST,
      also: sql`task = ANY(${ids}::uuid[])`,
    })
    for (const record of rows) records.push({ register, record, task: String(record.values['task']) })
  }
  const steps = await stepsOf(engine, tx, actor, [
    ...records.map(({ register, record, task: of }) => ({
      register: register.name,
      id: record.id,
      task: of,
      title: String(record.values[register.title] ?? ''),
    })),
    ...ids.map((id) => ({ register: 'plan-tasks', id, task: id, title: nameOf(id).name })),
  ])
  const days = await daysHeld(
    engine,
    tx,
    records.map(({ record }) => record),
  )
  const entries = [
    ...records.map(({ register, record, task: of }): WireLedgerEntry => ({
      at: days.get(String(record.values['meeting'] ?? record.values['check'])) ?? whenOf(register, record),
      register: register.name,
      id: record.id,
      action: null,
      who: null,
      reason: null,
      label: register.label,
      title: String(record.values[register.title] ?? ''),
      facts: factsOf(register, record),
      state: record.state,
      task: nameOf(of),
    })),
    ...steps.map(({ task: of, ...step }) => ({ ...step, task: nameOf(of) })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const { id, number, name, unit, owner, from, to, progress, achieved, light, kind } = head
  return {
    plan: tree.plan,
    task: { id, number, name, kind, unit, owner, from, to, progress, achieved, light },
    entries: entries.slice(0, MOST),
    more: entries.length > MOST,
  }
}

/** Registers of plans whose records belong to a task. */
const ofTasks = (engine: Engine, actor: Actor): AnyRegister[] =>
  [...engine.catalogue.registers.values()].filter((register) => {
    const task = register.fields['task']
    return (
      register.area === 'plan' &&
      task?.kind === 'reference' &&
      task.register === 'plan-tasks' &&
      !reachesNothing(reachOf(register, actor, 'read'))
    )
  })

/** The days of the meetings and checks that records come from. */
async function daysHeld(engine: Engine, tx: Tx, records: readonly WireRecord[]): Promise<ReadonlyMap<string, string>> {
  const of = (field: string) => [
    ...new Set(records.flatMap(({ values }) => (typeof values[field] === 'string' ? values[field] : []))),
  ]
  const rows = await tx.run<{ id: string; held: string }>(sql`
    SELECT id, held_on::text AS held FROM ${table(getRegister(engine, 'plan-meetings'))}
      WHERE college_id = ${tx.collegeId} AND id = ANY(${of('meeting')}::uuid[])
    UNION ALL
    SELECT id, held_on::text FROM ${table(getRegister(engine, 'plan-checks'))}
      WHERE college_id = ${tx.collegeId} AND id = ANY(${of('check')}::uuid[])`)
  return new Map(rows.map(({ id, held }) => [id, held]))
}

/** When a record's matter was, as exactly as it says: a day, a month, a year; or else when it was entered. */
function whenOf(register: AnyRegister, record: WireRecord): string {
  const fields = Object.entries(register.fields)
  const named =
    fields.find(([name, { kind }]) => kind === 'date' && !DUE.has(name)) ??
    fields.find(([, { kind }]) => kind === 'month') ??
    fields.find(([name]) => name === 'year')
  const value = named && record.values[named[0]]
  return value === undefined || value === null ? record.createdAt : String(value)
}

interface Subject {
  readonly register: string
  readonly id: string
  readonly task: string
  readonly title: string
}

async function stepsOf(engine: Engine, tx: Tx, actor: Actor, subjects: readonly Subject[]) {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  const rows = await tx.run<{ subject_id: string; at: string } & Omit<WireHistory, 'actor'>>(sql`
    SELECT id, subject_id, at, actor_name AS "actorName", action, reason, before, after FROM history
    WHERE college_id = ${tx.collegeId} AND subject_id = ANY(${[...byId.keys()]}::text[])
      AND subject = ANY(${[...new Set(subjects.map(({ register }) => register))]}::text[]) AND action NOT IN ('create', 'import')
    ORDER BY id DESC LIMIT ${MOST}`)
  return rows.flatMap(({ subject_id, ...row }) => {
    const subject = byId.get(subject_id)
    const register = engine.catalogue.registers.get(subject?.register ?? '')
    if (!subject || !register) return []
    const [read] = readableHistory(register, actor, [{ ...row, actor: '' }])
    return [
      {
        at: row.at,
        register: subject.register,
        id: subject.id,
        action: row.action,
        who: row.actorName,
        reason: row.reason,
        label: register.label,
        title: subject.title,
        facts: Object.keys(read?.after ?? {}).flatMap((name) => {
          const field = register.fields[name]
          return field ? [{ label: field.label, text: null }] : []
        }),
        state: typeof read?.after?.['state'] === 'string' ? read.after['state'] : null,
        task: subject.task,
      },
    ]
  })
}
