import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { snake } from '../../database/plan.ts'
import { firstState } from '../../language/catalogue.ts'
import type { FileRef } from '../../language/fields.ts'
import { actionLabel } from '../../language/usual.ts'
import type { AnyRegister, Problem } from '../../language/register.ts'
import type { WireRecord } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { reaches, reachesNothing, reachOf } from '../access/reach.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { checkAttachable } from '../files/may-open.ts'
import { append } from '../history/append.ts'
import { changesSince, readableHistory } from '../history/read.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { searchText, searchVector } from '../search.ts'
import { ensureMonths } from './event-months.ts'
import { forgetUnits, unitTree } from '../units.ts'
import { findTransition, mayDelete, mayReadField, mayTake, mayUpdate, needsReason } from './allowed.ts'
import { hearGuards } from './guards.ts'
import { getRecord } from './list.ts'
import { newId } from './many-ids.ts'
import { present } from './present.ts'
import { columns, isSame, type Stored, table, type Values, written } from './stored.ts'
import { validate } from './validate.ts'

/** What an actor wants done with one record. */
export interface Act {
  readonly register: string
  /** Absent to create. */
  readonly id?: string
  /** create, update, delete, restore, or an action of the lifecycle. */
  readonly action: string
  readonly values?: Values
  /** The version that the actor saw; without it the act is refused, so that nobody overwrites unseen changes. */
  readonly version?: number
  /** Why. */
  readonly comment?: string
  /** Nobody reads in the answer what references are called: their titles are not fetched. */
  readonly untitled?: true
}

/** What an act comes to, before it is written. */
interface Outcome {
  readonly state: string
  readonly values: Values
  readonly deletedAt: string | null
}

/**
 * The one way in which a record changes: form, import, API and modules all come here.
 * @returns the record as the actor may now see it, with what they `can` do next
 * @throws Refusal 403 not allowed, 404 not there, 409 stale, 422 with the problems at their fields
 */
export async function act(engine: Engine, tx: Tx, actor: Actor, request: Act): Promise<WireRecord> {
  const register = await collegeRegister(engine, tx, request.register)
  // 1 load within the actor's scope
  const before = request.id === undefined ? null : await getRecord(tx, actor, register, request.id)
  // 2 is the action allowed
  await checkAllowed(tx, register, actor, before, request)
  // 3 validate
  const outcome = outcomeOf(register, actor, before, request)
  await checkFiles(engine, tx, actor, register, before, outcome.values)
  const id = before?.id ?? newId()
  const unitId = await unitOf(engine, tx, register, outcome.values, id)
  checkReachAfter(register, actor, before, outcome, unitId)
  // 4 write row, history and outbox in one transaction
  const after = await write(tx, actor, register, before, outcome, id, unitId, request)
  if (register.name === 'units') forgetUnits(engine.database, tx.collegeId)
  await hearGuards(engine, tx, actor, register.name, () => [
    { register: register.name, id, action: request.action, before, after },
  ])
  // 5 only readable fields, and what the actor can do next
  const [shown] = await present(engine, tx, actor, register, [after], !request.untitled)
  return shown!
}

async function checkAllowed(
  tx: Tx,
  register: AnyRegister,
  actor: Actor,
  before: Stored | null,
  request: Act,
): Promise<void> {
  const { action } = request
  if (before === null) {
    if (action !== 'create')
      throw new Refusal('bad-request', { zh: '缺少记录编号', en: 'The id of the record is missing' })
    if (reachesNothing(reachOf(register, actor, 'write')))
      throw notAllowed({ zh: `新增“${register.label.zh}”`, en: `add to "${register.label.en}"` })
    return
  }
  const transition = findTransition(register, before.state, action)
  const allowed =
    action === 'update'
      ? mayUpdate(register, actor, before)
      : action === 'delete'
        ? before.deletedAt === null && mayDelete(register, actor, before)
        : action === 'restore'
          ? before.deletedAt !== null && mayDelete(register, actor, before)
          : transition !== undefined && before.deletedAt === null && mayTake(register, actor, before, transition)
  // Stale comes before "not allowed": what was allowed when the page was opened may be over because somebody else acted.
  if (request.version !== undefined && request.version !== before.version)
    throw await stale(tx, register, actor, before, request.version, action)
  if (!allowed)
    throw notAllowed({
      zh: `对这条记录执行“${action}”（当前状态：${before.state}）`,
      en: `"${action}" this record (its state is "${before.state}")`,
    })
  if (request.version === undefined && !actor.system)
    throw new Refusal('bad-request', {
      zh: '缺少版本号：请重新打开这条记录后再操作',
      en: 'The version is missing: open the record again and repeat',
    })
  const reason =
    action === 'delete' ||
    transition?.comment === 'required' ||
    (action === 'update' && needsReason(register, before.state))
  if (reason && !request.comment?.trim() && !actor.system)
    throw new Refusal(
      'invalid',
      { zh: '请说明原因', en: 'Please say why' },
      { problems: [{ field: 'comment', message: { zh: '请说明原因', en: 'Please say why' } }] },
    )
}

async function stale(
  tx: Tx,
  register: AnyRegister,
  actor: Actor,
  current: Stored,
  seen: number,
  action: string,
  own?: string,
): Promise<Refusal> {
  // Where the actor's own event is written already, it will be undone: it is none of those that came before.
  const missed = await changesSince(tx, register.name, current.id, current.version - seen + (own ? 2 : 0))
  const changes = readableHistory(
    register,
    actor,
    missed.filter(({ id }) => id !== own),
  )
  const who = changes[0]?.actorName ?? ''
  if (action === 'update')
    return new Refusal(
      'stale',
      {
        zh: `在您编辑期间，${who}已修改了这条记录。您的内容没有丢失，请对照后再保存`,
        en: `${who} changed this record while you were editing. Nothing of yours is lost: compare, then save again`,
      },
      { changes },
    )
  const was = changes[0]?.before?.['state']
  const step = changes[0]?.action ?? 'update'
  const did = (typeof was === 'string' && findTransition(register, was, step)?.label) || actionLabel(step)
  return new Refusal(
    'stale',
    {
      zh: `${who}已先一步办理了这条记录（${did.zh}），您的操作没有执行。请刷新查看后再决定`,
      en: `${who} was first (“${did.en}”): what you asked for was not done. Reload the record, then decide`,
    },
    { changes },
  )
}

function outcomeOf(register: AnyRegister, actor: Actor, before: Stored | null, request: Act): Outcome {
  if (before !== null && request.action !== 'update') {
    const to = findTransition(register, before.state, request.action)?.to ?? before.state
    // A transition checks again: the rules may have changed since the draft was saved.
    const { values, problems } =
      request.action === 'delete' ? { values: before.values, problems: [] } : validate(register, {}, before.values)
    if (problems.length > 0) throw invalid(problems)
    return { state: to, values, deletedAt: request.action === 'delete' ? new Date().toISOString() : null }
  }
  const input = request.values ?? {}
  const closed = Object.keys(input).filter((name) => name in register.fields && !mayReadField(register, actor, name))
  if (closed.length > 0)
    throw invalid(
      closed.map((field) => ({ field, message: { zh: '您没有填写这一项的权限', en: 'You may not fill this field' } })),
    )
  const { values, problems } = validate(register, input, before?.values ?? null)
  if (problems.length > 0) throw invalid(problems)
  return { state: before?.state ?? firstState(register), values, deletedAt: null }
}

/** Files that were not in a field before must be the actor's to attach. */
async function checkFiles(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  before: Stored | null,
  values: Values,
): Promise<void> {
  for (const [name, { kind }] of Object.entries(register.fields)) {
    if (kind !== 'files') continue
    const hashes = (from: Values | undefined) => ((from?.[name] ?? []) as readonly FileRef[]).map((file) => file.sha256)
    const known = new Set(hashes(before?.values))
    await checkAttachable(
      engine,
      tx,
      actor,
      hashes(values).filter((sha256) => !known.has(sha256)),
      name,
    )
  }
}

export const invalid = (problems: readonly Problem[]) =>
  new Refusal('invalid', { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` }, { problems })

/** The unit a record belongs to: its unit field, or the office that owns the register. */
async function unitOf(engine: Engine, tx: Tx, register: AnyRegister, values: Values, id: string): Promise<string> {
  const named = register.unit === undefined ? null : values[register.unit]
  if (typeof named === 'string') return named
  // The first unit of all belongs to itself: when it is made, there is no tree yet.
  if (register.name === 'units' && values['parent'] === null) return id
  return (await unitTree(engine.database, tx)).ofOffice(register.owner).id
}

/** Nobody may write a record out of their own reach, nor into it from elsewhere. */
function checkReachAfter(
  register: AnyRegister,
  actor: Actor,
  before: Stored | null,
  outcome: Outcome,
  unitId: string,
): void {
  const after = {
    unitId,
    ownerId: ownerOf(register, outcome.values),
    createdBy: before ? before.createdBy : actor.accountId,
  }
  if (before !== null && before.unitId === unitId && before.ownerId === after.ownerId) return
  if (!reaches(reachOf(register, actor, 'write'), actor, after)) {
    const field = register.unit ?? register.person
    throw invalid([
      {
        ...(field ? { field } : {}),
        message: {
          zh: '您只能登记自己权限范围内的单位或人员',
          en: 'You may only enter units or persons within your own scope',
        },
      },
    ])
  }
}

export const ownerOf = (register: AnyRegister, values: Values): string | null => {
  const owner = register.person === undefined ? null : values[register.person]
  return typeof owner === 'string' ? owner : null
}

/** Only what differs, so that history reads as a list of changes. */
export function difference(before: Values | null, after: Values): { before: Values | null; after: Values } {
  const was: Record<string, unknown> = {}
  const is: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(after)) {
    if (isSame(before?.[name], value)) continue
    if (before) was[name] = before[name] ?? null
    is[name] = value ?? null
  }
  return { before: before ? was : null, after: is }
}

async function write(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  before: Stored | null,
  outcome: Outcome,
  id: string,
  unitId: string,
  request: Act,
): Promise<Stored> {
  const at = new Date().toISOString()
  // Values that passed the rules are as PostgreSQL keeps them: nothing need be read back.
  const after: Stored = {
    id,
    state: outcome.state,
    version: (before?.version ?? 0) + 1,
    unitId,
    ownerId: ownerOf(register, outcome.values),
    createdBy: before ? before.createdBy : actor.accountId,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    deletedAt: outcome.deletedAt,
    values: outcome.values,
  }
  const values = difference(before?.values ?? null, after.values)
  const state = before?.state === after.state ? {} : { state: after.state }
  const event = {
    id: newId(),
    subject: register.name,
    subjectId: id,
    action: request.action,
    before: before ? { ...values.before, ...(before.state === after.state ? {} : { state: before.state }) } : null,
    after: { ...values.after, ...state },
    reason: request.comment?.trim() || null,
  }
  if (before === null && register.eventsAt) await ensureMonths(tx, register, [outcome])
  const row =
    before === null
      ? insertion(tx, register, after)
      : replacement(tx, register, before, after, Object.keys(values.after))
  // Both are on their way at once; what is written of the one goes with the other when it fails.
  const [count] = await Promise.all([tx.change(row), append(tx, actor, at, [event])]).catch((error: unknown) => {
    throw explained(error, register)
  })
  // Somebody wrote between our reading and our writing.
  if (count === 0) throw await stale(tx, register, actor, before!, before!.version, request.action, event.id)
  return after
}

const sets = (pairs: readonly (readonly [column: string, value: unknown])[]) =>
  sql.join(pairs.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))

const searchOf = (tx: Tx, register: AnyRegister, values: Values) =>
  searchVector(sql`${searchText(tx.collegeId, register, values)}`)

/** The statement that writes a new record. */
function insertion(tx: Tx, register: AnyRegister, record: Stored): RawBuilder<unknown> {
  const { id, state, version, unitId, ownerId, createdBy, createdAt, updatedAt, deletedAt, values } = record
  const head = [id, state, version, unitId, ownerId, createdBy, createdAt, updatedAt, deletedAt]
  const own = Object.keys(register.fields).map((name) => written(register, name, values[name]))
  return sql`
    INSERT INTO ${table(register)} (college_id, search, ${columns(register)})
    VALUES (${sql.join([tx.collegeId, searchOf(tx, register, values), ...head, ...own])})`
}

/** The statement that writes what changed of a record, if it still has the version it was read with. */
function replacement(
  tx: Tx,
  register: AnyRegister,
  before: Stored,
  { state, version, unitId, ownerId, updatedAt, deletedAt, values }: Stored,
  changed: readonly string[],
): RawBuilder<unknown> {
  return sql`
    UPDATE ${table(register)} SET ${sets([
      ['state', state],
      ['version', version],
      ['unit_id', unitId],
      ['owner_id', ownerId],
      ['updated_at', updatedAt],
      ['deleted_at', deletedAt],
      ['search', searchOf(tx, register, values)],
      ...changed.map((name) => [snake(name), written(register, name, values[name])] as const),
    ])}
    WHERE college_id = ${tx.collegeId} AND id = ${before.id} AND version = ${before.version}`
}

/** PostgreSQL's refusals in words a clerk can act on. */
export function explained(error: unknown, register: AnyRegister): unknown {
  const { code, constraint, detail } = error as { code?: string; constraint?: string; detail?: string }
  if (code === '23505') {
    const key =
      (register.unique ?? []).find((k) => constraint?.includes(k.map(snake).join('_'))) ?? register.unique?.[0] ?? []
    const labels = key.map((name) => register.fields[name]?.label)
    return invalid([
      {
        ...(key[0] ? { field: key[0] } : {}),
        message: {
          zh: `“${labels.map((l) => l?.zh).join('＋')}”相同的记录已经存在，请修改或打开已有的那条`,
          en: `A record with the same ${labels.map((l) => l?.en).join(' + ')} exists already: change it, or open the existing one`,
        },
      },
    ])
  }
  if (code === '23503') {
    const field = Object.keys(register.fields).find(
      (name) => detail?.includes(`, ${snake(name)})`) || detail?.includes(`, "${snake(name)}")`),
    )
    return invalid([
      {
        ...(field ? { field } : {}),
        message: { zh: '所引用的记录不存在，请重新选择', en: 'The record referred to does not exist: choose again' },
      },
    ])
  }
  return error
}
