import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import type { GuardProblem } from '../../../../engine/records/guards.ts'
import { isSame, type Stored, table } from '../../../../engine/records/stored.ts'
import { createMany, updateMany } from '../../../../engine/records/write-many.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { inOrder } from '../../../../engine/importing/accept-import.ts'
import type { WirePlanProblem } from '../../wire.ts'
import { planProblems } from '../plan-problems.ts'
import { type Changeable, CHANGEABLE, type RecordChange, readJson, recordsNow, valuesOf } from './lines.ts'

/** A request whose time has come. */
interface Approved {
  readonly number: string
  readonly plan: string
  readonly title: string
}

/**
 * Does what an approved request asks for: everything or nothing, in the transaction of the approval. Requests of one
 * plan are applied one after the other, and what a request does not find as it saw it refuses the approval.
 * @returns what stands in the way; then nothing must remain of the transaction
 */
export async function applyChanges(
  engine: Engine,
  tx: Tx,
  approver: Actor,
  request: Approved,
  changes: readonly RecordChange[],
): Promise<readonly GuardProblem[]> {
  // Whoever approves another request of this plan waits here, and then compares with what this one wrote.
  const [plan] = await tx.run<{ state: string; edition: number }>(sql`
    SELECT state, edition FROM ${table(getRegister(engine, 'plans'))}
    WHERE college_id = ${tx.collegeId} AND id = ${request.plan} FOR UPDATE`)
  if (plan?.state !== 'in-force')
    return [
      { message: { zh: '计划不在生效状态，变更不能生效', en: 'The plan is not in force: nothing can be applied' } },
    ]
  const current = new Map<Changeable, ReadonlyMap<string, Stored>>()
  for (const name of CHANGEABLE) current.set(name, await recordsNow(engine, tx, name, idsOf(changes, name)))
  const stale = changes.flatMap((change) => staleProblems(change, current.get(change.register)!.get(change.record)))
  if (stale.length > 0) return stale

  const system = asSystem(tx.collegeId, `变更申请 ${request.number}，${approver.name}批准`)
  const reason = `变更申请 ${request.number}：${request.title}`
  const known = await planProblems(engine, tx, system, request.plan)
  try {
    for (const name of CHANGEABLE) await write(engine, tx, system, name, changes, current.get(name)!, reason)
    // What is below goes before what it stands below.
    for (const { register, record } of changes.filter(({ action }) => action === 'delete').toReversed())
      await act(engine, tx, system, { register, id: record, action: 'delete', comment: reason })
    await act(engine, tx, system, {
      register: 'plans',
      id: request.plan,
      action: 'update',
      values: { edition: plan.edition + 1 },
      comment: reason,
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (error.details.problems ?? [{ message: error.label }]).map(({ message }) => ({ message }))
  }
  return [
    ...(await overdrawn(engine, tx, changes)),
    ...newOnes(known, await planProblems(engine, tx, system, request.plan)),
  ]
}

const idsOf = (changes: readonly RecordChange[], register: Changeable) =>
  changes.filter((change) => change.register === register).map(({ record }) => record)

/** What is no longer as the request saw it. */
function staleProblems(change: RecordChange, now: Stored | undefined): GuardProblem[] {
  if (change.action === 'create') return []
  if (!now || now.deletedAt !== null)
    return [
      {
        message: {
          zh: `“${change.recordName}”在申请之后已被停用，请退回申请重新核对`,
          en: `"${change.recordName}" was taken out of use since: return the request to be checked again`,
        },
      },
    ]
  return change.lines
    .filter(({ field, was }) => field in now.values && !isSame(now.values[field], readJson(was)))
    .map(({ fieldName, before }) => ({
      message: {
        zh: `“${change.recordName}”的“${fieldName}”在申请之后已被另外修改（申请时为“${before ?? '空'}”），请退回申请重新核对`,
        en: `"${fieldName}" of "${change.recordName}" was changed since (it was "${before ?? 'empty'}"): return the request to be checked again`,
      },
    }))
}

async function write(
  engine: Engine,
  tx: Tx,
  system: Actor,
  name: Changeable,
  changes: readonly RecordChange[],
  current: ReadonlyMap<string, Stored>,
  comment: string,
): Promise<void> {
  const own = changes.filter(({ register }) => register === name)
  const register = await collegeRegister(engine, tx, name)
  const creates = inOrder(
    register,
    own
      .filter(({ action }) => action === 'create')
      .map((change) => ({
        id: change.record,
        prepared: { values: valuesOf(change), unitId: '', ownerId: null, problems: [] },
      })),
  )
  const state = register.counts?.[0]
  if (creates.length > 0)
    await createMany(
      engine,
      tx,
      system,
      name,
      creates.map(({ id, prepared: { values } }) => ({ id, values, ...(state ? { state } : {}) })),
      { comment },
    )
  const updates = own.filter(({ action }) => action === 'update')
  if (updates.length > 0)
    await updateMany(
      engine,
      tx,
      system,
      name,
      updates.map((change) => ({
        id: change.record,
        version: current.get(change.record)!.version,
        values: valuesOf(change),
      })),
      comment,
    )
}

/** Tasks from which more was taken in a year than they had of a source. */
async function overdrawn(engine: Engine, tx: Tx, changes: readonly RecordChange[]): Promise<GuardProblem[]> {
  const tasks = changes.flatMap((change) =>
    change.register === 'plan-budgets' ? [String(valuesOf(change)['task'])] : [],
  )
  if (tasks.length === 0) return []
  const register = getRegister(engine, 'plan-budgets')
  const found = await tx.run<{ number: string; year: number; sum: string }>(sql`
    SELECT t.number, b.year, sum(b.amount)::text AS sum FROM ${table(register)} AS b
      JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t ON t.college_id = b.college_id AND t.id = b.task
    WHERE b.college_id = ${tx.collegeId} AND b.deleted_at IS NULL AND b.task = ANY(${tasks}::uuid[])
      AND b.state = ANY(${[...(register.counts ?? [])]}::text[])
    GROUP BY t.number, b.year, b.source HAVING sum(b.amount) < 0 ORDER BY t.number, b.year`)
  return found.map(({ number, year, sum }) => ({
    message: {
      zh: `${number} 在 ${year} 年这一来源的预算将为 ${sum} 元，不能低于 0`,
      en: `The budget of ${number} in ${year} from this source would be ${sum} yuan: it cannot be less than 0`,
    },
  }))
}

/** A plan in force stays whole: what was wrong already does not count against a request. */
function newOnes(known: readonly WirePlanProblem[], found: readonly WirePlanProblem[]): GuardProblem[] {
  const before = new Set(known.map((problem) => `${problem.kind} ${problem.tasks.join()}`))
  return found
    .filter((problem) => !before.has(`${problem.kind} ${problem.tasks.join()}`))
    .map(({ message }) => ({
      message: { zh: `变更后计划不再完整：${message.zh}`, en: `The plan would no longer be whole: ${message.en}` },
    }))
}
