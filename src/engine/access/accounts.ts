import { randomInt } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Lang } from '../../language/label.ts'
import type { WireAccountRow } from '../../language/wire-access.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { unitTree } from '../units.ts'
import { checkName, normalName } from './account-name.ts'
import { accountRows } from './account-rows.ts'
import type { Actor } from './actor.ts'
import { assign, type NewAssignment } from './assignments.ts'
import { checkPassword } from './check-password.ts'
import { forgetAttempts, nameKey } from './lock-out.ts'
import { type Managing, managingOf, mayNotManage } from './managing.ts'
import { hashPassword } from './password-hash.ts'
import { endSessions } from './sessions.ts'
import { tellOwner } from './tell-owner.ts'
import { writeAudit } from './write-audit.ts'

export interface NewAccount {
  readonly name: string
  /** The person's name when there is a person and this is absent. */
  readonly personName?: string | undefined
  readonly personId?: string | null | undefined
  readonly lang?: Lang | undefined
  /** One is made up, and must be changed at the first sign-in, when this is absent. */
  readonly password?: string | undefined
  readonly assignments?: readonly NewAssignment[] | undefined
}

export interface AccountChange {
  readonly personName?: string | undefined
  readonly personId?: string | null | undefined
  readonly lang?: Lang | undefined
  /** The version that was seen. */
  readonly version?: number | undefined
}

export interface AccountSearch {
  /** Part of the name or the person's name. */
  readonly q?: string | undefined
  readonly role?: string | undefined
  readonly unit?: string | undefined
  /** The last name of the page before. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** An account with a password that is shown once and kept nowhere. */
export interface WithPassword {
  readonly account: WireAccountRow
  readonly password: string | null
}

/**
 * Makes an account. A manager of some units makes it with a role there, or for a person who belongs there.
 * @returns the one-time password when none was given
 * @throws Refusal 403, 409 the name is taken, 422
 */
export async function createAccount(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: NewAccount,
  address?: string,
): Promise<WithPassword> {
  managingOf(engine, actor, await unitTree(engine.database, tx))
  const name = checkName(request.name)
  if (request.password !== undefined) checkPassword(request.password, name, 'password')
  const personName =
    request.personName?.trim() || (request.personId ? await personNameOf(tx, request.personId) : '') || name
  if (request.personId) await personNameOf(tx, request.personId)
  const password = request.password ?? oneTimePassword()
  const hash = await hashPassword(password)
  const id = v7()
  const at = new Date().toISOString()
  const made = await tx.change(sql`
    INSERT INTO accounts (college_id, id, name, password_hash, person_id, display_name, lang, must_change_password, password_changed_at, created_at)
    VALUES (${tx.collegeId}, ${id}, ${name}, ${hash}, ${request.personId ?? null}, ${personName}, ${request.lang ?? 'zh'},
      ${request.password === undefined}, ${at}, ${at})
    ON CONFLICT (college_id, name) DO NOTHING`)
  if (made === 0)
    throw new Refusal('conflict', { zh: `账号名“${name}”已存在`, en: `The account name "${name}" is taken` })
  await writeAudit(tx, { kind: 'account.create', actor, subject: name, detail: { id }, address: address ?? null })
  for (const assignment of request.assignments ?? []) await assign(engine, tx, actor, id, assignment, address)
  const account = await getAccount(engine, tx, actor, id)
  if (!account.canManage) throw mayNotManage()
  return { account, password: request.password === undefined ? password : null }
}

/** Accounts that the actor sees, by name. @throws Refusal 403 */
export async function listAccounts(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  search: AccountSearch,
): Promise<{ rows: WireAccountRow[]; next: string | null }> {
  const tree = await unitTree(engine.database, tx)
  const managing = managingOf(engine, actor, tree)
  const limit = Math.min(Math.max(search.limit ?? 50, 1), 200)
  const like = search.q ? `%${normalName(search.q).replaceAll(/[\\%_]/g, '\\$&')}%` : null
  const held = (condition: RawBuilder<unknown>) =>
    sql`EXISTS (SELECT 1 FROM assignments y WHERE y.college_id = a.college_id AND y.account_id = a.id AND ${condition})`
  const parts = [
    seen(managing),
    ...(like ? [sql`(a.name LIKE ${like} OR lower(a.display_name) LIKE ${like})`] : []),
    ...(search.role ? [held(sql`y.role = ${search.role}`)] : []),
    ...(search.unit ? [held(sql`y.unit_id = ANY(${isUuid(search.unit) ? tree.below(search.unit) : []}::uuid[])`)] : []),
    ...(search.after ? [sql`a.name > ${search.after}`] : []),
  ]
  const rows = await accountRows(tx, tree, managing, sql.join(parts, sql` AND `), limit + 1)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.name ?? null) : null }
}

/** @throws Refusal 403, 404 also when the account is outside the actor's units */
export async function getAccount(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireAccountRow> {
  const tree = await unitTree(engine.database, tx)
  const managing = managingOf(engine, actor, tree)
  const [row] = isUuid(id) ? await accountRows(tx, tree, managing, sql`a.id = ${id} AND ${seen(managing)}`, 1) : []
  if (!row) throw unknownAccount()
  return row
}

/** The account of a name, for the command line. @throws Refusal 404 */
export async function getAccountByName(engine: Engine, tx: Tx, actor: Actor, name: string): Promise<WireAccountRow> {
  const tree = await unitTree(engine.database, tx)
  const managing = managingOf(engine, actor, tree)
  const [row] = await accountRows(tx, tree, managing, sql`a.name = ${normalName(name)} AND ${seen(managing)}`, 1)
  if (!row) throw unknownAccount()
  return row
}

/** @throws Refusal 403, 404, 409 stale, 422 */
export async function changeAccount(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  change: AccountChange,
  address?: string,
): Promise<WireAccountRow> {
  const before = await getManaged(engine, tx, actor, id)
  // Whose own records one reaches follows from the person: nobody chooses that for themselves.
  if (change.personId !== undefined && id === actor.accountId && change.personId !== before.personId) throw notOneself()
  if (change.personId) await personNameOf(tx, change.personId)
  const changed = await tx.change(sql`
    UPDATE accounts SET display_name = ${change.personName?.trim() || before.personName}, lang = ${change.lang ?? before.lang},
      person_id = ${change.personId === undefined ? before.personId : change.personId}, version = ${before.version + 1}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND version = ${change.version ?? before.version}`)
  if (changed === 0)
    throw new Refusal('stale', {
      zh: '该账号刚被他人修改，请刷新后重试',
      en: 'Somebody changed this account meanwhile: reload and try again',
    })
  const { version: _seen, ...detail } = change
  await writeAudit(tx, {
    kind: 'account.change',
    actor,
    subject: before.name,
    detail: { id, ...detail },
    address: address ?? null,
  })
  return getAccount(engine, tx, actor, id)
}

/** Locks an account, which ends its sessions at once, or unlocks it, which also forgets wrong passwords. @throws Refusal 403, 404 */
export async function lockAccount(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  isLocked: boolean,
  address?: string,
): Promise<WireAccountRow> {
  const account = await getManaged(engine, tx, actor, id)
  if (id === actor.accountId) throw notOneself()
  await tx.change(
    sql`UPDATE accounts SET disabled = ${isLocked}, version = ${account.version + 1} WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  if (isLocked) await endSessions(tx, id)
  else await forgetAttempts(tx, nameKey(account.name))
  await writeAudit(tx, {
    kind: isLocked ? 'account.lock' : 'account.unlock',
    actor,
    subject: account.name,
    detail: { id },
    address: address ?? null,
  })
  return getAccount(engine, tx, actor, id)
}

/**
 * Gives an account a new one-time password; its sessions and passkeys end, since whoever needs a reset may have been robbed of them.
 * @throws Refusal 403, 404
 */
export async function resetPassword(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  address?: string,
): Promise<WithPassword> {
  const account = await getManaged(engine, tx, actor, id)
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  await tx.change(sql`
    UPDATE accounts SET password_hash = ${hash}, must_change_password = true, password_changed_at = ${new Date().toISOString()}, version = ${account.version + 1}
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await endSessions(tx, id)
  await tx.change(sql`DELETE FROM passkeys WHERE college_id = ${tx.collegeId} AND account_id = ${id}`)
  await forgetAttempts(tx, nameKey(account.name))
  await writeAudit(tx, {
    kind: 'password.reset',
    actor,
    subject: account.name,
    detail: { id },
    address: address ?? null,
  })
  await tellOwner(tx, id, 'password.reset', address)
  return { account: await getAccount(engine, tx, actor, id), password }
}

/** People to mention: anybody who signed in may find colleagues by name, and learns name and unit only. */
export async function accountOptions(
  engine: Engine,
  tx: Tx,
  q: string,
): Promise<{ id: string; title: string; hint: string | null }[]> {
  const tree = await unitTree(engine.database, tx)
  const like = `%${q
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await tx.run<{ id: string; display_name: string; unit: string | null }>(sql`
    SELECT a.id, a.display_name, (SELECT x.unit_id FROM assignments x WHERE x.college_id = a.college_id AND x.account_id = a.id ORDER BY x.id LIMIT 1) AS unit
    FROM accounts a WHERE a.college_id = ${tx.collegeId} AND NOT a.disabled AND lower(a.display_name) LIKE ${like} ORDER BY a.display_name, a.id LIMIT 10`)
  return rows.map((r) => ({ id: r.id, title: r.display_name, hint: (r.unit && tree.units.get(r.unit)?.name) || null }))
}

async function getManaged(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireAccountRow> {
  const account = await getAccount(engine, tx, actor, id)
  if (!account.canManage) throw mayNotManage()
  return account
}

const unknownAccount = () =>
  new Refusal('not-found', {
    zh: '没有找到这个账号，或者它不在您的管理范围内',
    en: 'This account was not found, or it is outside your units',
  })
const notOneself = () =>
  new Refusal('not-allowed', {
    zh: '不能对自己的账号这样做，请由另一位管理员操作',
    en: 'You may not do this to your own account: ask another administrator',
  })

/** Accounts of one's units: by a role held there, or by the person's unit. */
function seen(managing: Managing): RawBuilder<unknown> {
  if (managing.all) return sql`true`
  const units = [...managing.units]
  return sql`(EXISTS (SELECT 1 FROM assignments y WHERE y.college_id = a.college_id AND y.account_id = a.id AND y.unit_id = ANY(${units}::uuid[]))
    OR EXISTS (SELECT 1 FROM records.people q WHERE q.college_id = a.college_id AND q.id = a.person_id AND q.unit_id = ANY(${units}::uuid[])))`
}

async function personNameOf(tx: Tx, id: string): Promise<string> {
  const [person] = isUuid(id)
    ? await tx.run<{ name: string }>(
        sql`SELECT name FROM records.people WHERE college_id = ${tx.collegeId} AND id = ${id} AND deleted_at IS NULL`,
      )
    : []
  if (person) return person.name
  const message = { zh: '没有找到这个人员', en: 'This person was not found' }
  throw new Refusal('invalid', message, { problems: [{ field: 'personId', message }] })
}

/** No letters or digits that look alike: it is read out or copied from paper. 12 of 31 signs are 59 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  return [group(), group(), group()].join('-')
}
