import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { cellWriter } from '../../../../engine/exporting/field-column.ts'
import { referenceTexts } from '../../../../engine/exporting/reference-texts.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { getRecord } from '../../../../engine/records/list.ts'
import { isSame, type Stored, table, type Values } from '../../../../engine/records/stored.ts'
import { validate } from '../../../../engine/records/validate.ts'
import { createMany, invalidRows } from '../../../../engine/records/write-many.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import type { AnyRegister, Problem } from '../../../../language/register.ts'
import { isUuid, openPlan } from '../plan-scope.ts'
import { type Changeable, type ChangeAction, GONE, type Line } from './lines.ts'

/** What somebody wants changed of one record. */
export interface Wish {
  readonly register: Changeable
  readonly action: ChangeAction
  /** Of the record; for a new one an id of the caller's, by which other new ones may refer to it. */
  readonly record?: string
  readonly values?: Values
}

export interface Proposal {
  readonly title: string
  readonly reason: string
  /** The unit that asks. The first changed record's when absent. */
  readonly unit?: string
  readonly changes: readonly Wish[]
}

/** A line of budget is never changed: an adjustment stands beside it. */
export const BUDGET_ONLY_NEW = {
  zh: '预算不直接改动：请新增一条“调整”，写明增减金额',
  en: 'A budget is not changed: add an adjustment with the amount that comes or goes',
}

/**
 * Writes a change request with its lines, as a draft of the actor's. Each change is checked by itself now; all of them
 * together when they are applied.
 * @returns the request's id
 * @throws Refusal 403; 404; 409 the plan is not in force; 422 with the problems, `row` counting the changes from 1
 */
export async function proposeChange(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  planCode: string,
  proposal: Proposal,
): Promise<string> {
  const { plan } = await openPlan(engine, tx, actor, planCode)
  if (plan.state !== 'in-force')
    throw new Refusal('conflict', {
      zh: plan.state === 'draft' ? '计划还是草稿，可以直接修改' : '计划已被替代，请在新计划中修改',
      en:
        plan.state === 'draft'
          ? 'The plan is a draft: change it directly'
          : 'The plan was replaced: change the new one',
    })
  const number = await nextNumber(engine, tx, plan)
  const { lines, unit } = await askedLines(engine, tx, actor, plan.id, number, proposal)
  const request = await act(engine, tx, actor, {
    register: 'plan-changes',
    action: 'create',
    values: {
      number,
      plan: plan.id,
      title: proposal.title,
      reason: proposal.reason,
      unit,
      proposer: actor.personId,
    },
  })
  await writeLines(engine, tx, actor, { id: request.id, number, unit, proposer: actor.personId }, lines)
  return request.id
}

/** Who asks, for the lines. */
interface Asked {
  readonly id: string
  readonly number: string
  readonly unit: string
  readonly proposer: string | null
}

/** Nobody writes lines by hand: they are looked up when somebody asks. */
export const linesWriter = (tx: Tx, actor: Actor, number: string): Actor =>
  asSystem(tx.collegeId, `${actor.name}的变更申请 ${number}`)

export const writeLines = (engine: Engine, tx: Tx, actor: Actor, request: Asked, lines: readonly Line[]) =>
  createMany(
    engine,
    tx,
    linesWriter(tx, actor, request.number),
    'plan-change-lines',
    lines.map((line) => ({
      values: { ...line, request: request.id, unit: request.unit, proposer: request.proposer },
    })),
  )

/**
 * What a proposal would change, as lines: old values as they stand now.
 * @param number of the request: adjustments of budgets are numbered after it
 * @throws Refusal 422 with the problems, `row` counting the changes from 1; 422 nothing changes
 */
export async function askedLines(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  planId: string,
  number: string,
  proposal: Proposal,
): Promise<{ readonly lines: readonly Line[]; readonly unit: string }> {
  const named = await completed(engine, tx, proposal, number)
  const made = new Set(named.filter(({ action }) => action === 'create').map(({ record }) => record))
  const lines: Line[] = []
  const problems: (Problem & { readonly row: number })[] = []
  let unit = proposal.unit ?? null
  for (const [index, wish] of named.entries()) {
    const found = await linesOf(engine, tx, actor, planId, wish, made)
    problems.push(...found.problems.map((problem) => ({ ...problem, row: index + 1 })))
    lines.push(...found.lines)
    unit ??= found.unit
  }
  if (problems.length > 0) throw invalidRows(problems)
  if (lines.length === 0 || unit === null)
    throw new Refusal('invalid', {
      zh: '没有任何变化：请先修改，再提出申请',
      en: 'Nothing would change: change something before asking for it',
    })
  return { lines, unit }
}

type Named = Wish & { readonly record: string; readonly values: Values }

/** The wishes with what follows from the rest: the unit is the task's, an adjustment is numbered after its request. */
async function completed(engine: Engine, tx: Tx, { changes, reason }: Proposal, number: string): Promise<Named[]> {
  const named = changes.map((wish) => ({ ...wish, record: wish.record ?? v7(), values: wish.values ?? {} }))
  const units = new Map<unknown, unknown>(
    named.filter(({ register }) => register === 'plan-tasks').map(({ record, values }) => [record, values['unit']]),
  )
  const tasks = named.flatMap(({ values }) => (isUuid(values['task']) ? [values['task']] : []))
  for (const task of await tx.run<{ id: string; unit: string }>(sql`
    SELECT id, unit FROM ${table(getRegister(engine, 'plan-tasks'))}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${tasks}::uuid[])`))
    units.set(task.id, task.unit)
  const taken = new Set(named.map(({ values }) => values['number']))
  let serial = 0
  const nextSerial = (): string => {
    do serial += 1
    while (taken.has(`${number}-${serial}`))
    return `${number}-${serial}`
  }
  return named.map((wish) => {
    if (wish.action !== 'create' || wish.register === 'plan-tasks') return wish
    const unit = units.get(wish.values['task'])
    const budget =
      wish.register === 'plan-budgets'
        ? {
            number: wish.values['number'] ?? nextSerial(),
            kind: 'adjustment',
            reason: [...reason].slice(0, 200).join(''),
          }
        : {}
    return { ...wish, values: { ...(unit === undefined ? {} : { unit }), ...budget, ...wish.values } }
  })
}

interface Found {
  readonly lines: readonly Line[]
  readonly problems: readonly Problem[]
  readonly unit: string | null
}

async function linesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  planId: string,
  wish: Named,
  made: ReadonlySet<string>,
): Promise<Found> {
  const register = await collegeRegister(engine, tx, wish.register)
  const refused = (message: Problem['message'], field?: string): Found => ({
    lines: [],
    unit: null,
    problems: [{ ...(field ? { field } : {}), message }],
  })
  if (!isUuid(wish.record)) return refused({ zh: '记录编号无法识别', en: 'The id of the record cannot be read' })
  if (wish.register === 'plan-budgets' && wish.action !== 'create') return refused(BUDGET_ONLY_NEW)
  const before = wish.action === 'create' ? null : await getRecord(tx, actor, register, wish.record)
  const input: Values =
    wish.action === 'create' && wish.register === 'plan-tasks' ? { ...wish.values, plan: planId } : wish.values
  const { values, problems } =
    wish.action === 'delete'
      ? { values: before!.values, problems: [] }
      : validate(register, input, before?.values ?? null)
  if (problems.length > 0) return { lines: [], unit: null, problems }
  const place = await planIdOf(engine, tx, wish.register, values, made)
  if (place !== null && place !== planId)
    return refused({ zh: '这条记录不属于本计划', en: 'This record belongs to another plan' })
  const lines = await writtenLines(engine, tx, register, wish, before, values)
  return { lines, problems: [], unit: unitOf(values) }
}

const unitOf = (values: Values) => (typeof values['unit'] === 'string' ? values['unit'] : null)

/** The plan of a record; null for one that belongs to a task which this request makes. */
async function planIdOf(
  engine: Engine,
  tx: Tx,
  register: Changeable,
  values: Values,
  made: ReadonlySet<string>,
): Promise<unknown> {
  if (register === 'plan-tasks') return values['plan']
  const task = String(values['task'])
  if (made.has(task)) return null
  const [row] = await tx.run<{ plan: string }>(sql`
    SELECT plan FROM ${table(getRegister(engine, 'plan-tasks'))} WHERE college_id = ${tx.collegeId} AND id = ${task}`)
  return row?.plan
}

/** What a record is called: a task by number and name, what hangs on one by the task and its own words. */
async function nameOf(engine: Engine, tx: Tx, values: Values): Promise<string> {
  const task = values['task']
  const tasks = isUuid(task) ? await referenceTexts(engine, tx, 'plan-tasks', [task]) : new Map<unknown, string>()
  const own = values['name'] ?? values['what'] ?? values['duty'] ?? values['note'] ?? values['year']
  return [tasks.get(task), task === undefined ? values['number'] : null, own]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(task === undefined ? ' ' : ' · ')
}

/** One line for each value that changes, in words and as stored. */
async function writtenLines(
  engine: Engine,
  tx: Tx,
  register: AnyRegister,
  wish: Named,
  before: Stored | null,
  values: Values,
): Promise<Line[]> {
  const common = {
    register: wish.register,
    action: wish.action,
    record: wish.record,
    recordName: (await nameOf(engine, tx, before?.values ?? values)).slice(0, 400),
  }
  if (wish.action === 'delete')
    return [{ ...common, field: GONE, fieldName: '停用', before: '有效', after: '停用', was: null, value: null }]
  const changed = Object.entries(register.fields).filter(
    ([field, { kind, derived }]) => kind !== 'files' && !derived && !isSame(values[field], before?.values[field]),
  )
  const lines: Line[] = []
  for (const [field, declared] of changed) {
    const write = async (value: unknown): Promise<string | null> => {
      if (value === null || value === undefined) return null
      if (declared.kind === 'reference') {
        const texts = await referenceTexts(engine, tx, declared.register, [String(value)])
        return texts.get(String(value)) ?? null
      }
      return String(cellWriter(declared, 'zh')(value) ?? '')
    }
    const was = before?.values[field] ?? null
    const value = values[field] ?? null
    lines.push({
      ...common,
      field,
      fieldName: declared.label.zh,
      before: await write(was),
      after: await write(value),
      was: was === null ? null : JSON.stringify(was),
      value: value === null ? null : JSON.stringify(value),
    })
  }
  return lines
}

/** BG-计划代号-001, counting the plan's requests. Two who ask at once wait for each other. */
async function nextNumber(
  engine: Engine,
  tx: Tx,
  plan: { readonly id: string; readonly code: string },
): Promise<string> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`plan changes ${tx.collegeId} ${plan.id}`}))`)
  const [row] = await tx.run<{ n: number }>(sql`
    SELECT count(*) AS n FROM ${table(getRegister(engine, 'plan-changes'))}
    WHERE college_id = ${tx.collegeId} AND plan = ${plan.id}`)
  return `BG-${plan.code}-${String((row?.n ?? 0) + 1).padStart(3, '0')}`
}
