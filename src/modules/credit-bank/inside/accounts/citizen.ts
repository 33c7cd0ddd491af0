import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { checkPassword } from '../../../../engine/access/check-password.ts'
import {
  addressKey,
  countAttempt,
  forgetAttempts,
  lockedMs,
  lockedOut,
  nameKey,
  perAddress,
  perName,
} from '../../../../engine/access/lock-out.ts'
import { hashPassword, verifyPassword } from '../../../../engine/access/password-hash.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { unitTree } from '../../../../engine/units.ts'
import { identityNumberRule } from '../../../../fields/identity-number/rule.ts'
import { phoneRule } from '../../../../fields/phone/rule.ts'
import { tableOf } from '../fact-sql.ts'
import { matchNames, nameDiffers } from './names.ts'
import { newNumber } from './new-number.ts'

/** What a citizen fills in to have an account. */
export interface SignUp {
  readonly name: string
  readonly identity: string
  readonly phone: string
  readonly password: string
  readonly stage: string
  /** Handed out at a desk, for an account that is there already. */
  readonly code?: string | undefined
}

/** A citizen who is signed in. */
export interface Citizen {
  readonly actor: Actor
  readonly learner: string
  readonly csrf: string
}

const SESSION_HOURS = 12
const IDLE_HOURS = 2
const CODE_DAYS = 14
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
const hoursOn = (hours: number, from = Date.now()): string => new Date(from + hours * 3_600_000).toISOString()

const wrongAt = (field: string, message: Refusal['label']): Refusal =>
  new Refusal('invalid', message, { problems: [{ field, message }] })

/**
 * Opens an account for a citizen, or gives one that was opened at a desk to its learner. Citizens sign in at a door of
 * their own: they are no accounts of the college, and reach what is theirs.
 * @returns the token of a session
 * @throws Refusal 409 there is an account already; 422 at the fields; 423 too many tries from one address
 */
export async function signUp(engine: Engine, college: string, asked: SignUp, address: string): Promise<string> {
  const identity = identityNumberRule.check(asked.identity, { kind: 'identity-number', label: { zh: '', en: '' } })
  if (identity.problem) throw wrongAt('identity', identity.problem)
  const phone = phoneRule.check(asked.phone, { kind: 'phone', label: { zh: '', en: '' } })
  if (phone.problem) throw wrongAt('phone', phone.problem)
  checkPassword(asked.password, phone.value, 'password')
  const hash = await hashPassword(asked.password)
  // Refusals are returned out of the transaction: what was counted must stay.
  const outcome = await engine.database.inCollege(college, async (tx): Promise<string | Refusal> => {
    const locked = await lockedMs(tx, addressKey(address))
    if (locked > 0) return lockedOut(locked)
    const found = await accountFor(engine, tx, { ...asked, identity: identity.value, phone: phone.value })
    if (found instanceof Refusal) {
      await countAttempt(tx, addressKey(address), perAddress)
      return found
    }
    await tx.change(sql`
      INSERT INTO credit_logins (college_id, learner_id, phone, password_hash, created_at)
      VALUES (${college}, ${found}, ${phone.value}, ${hash}, ${new Date().toISOString()})
      ON CONFLICT (college_id, learner_id) DO UPDATE SET phone = excluded.phone, password_hash = excluded.password_hash, code_hash = NULL, code_until = NULL`)
    await tx.change(sql`DELETE FROM credit_sessions WHERE college_id = ${college} AND learner_id = ${found}`)
    return openSession(tx, found)
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** The learner whose account this becomes: a new one, or the one that the code is for. */
async function accountFor(engine: Engine, tx: Tx, asked: SignUp): Promise<string | Refusal> {
  const [known] = await tx.run<{
    id: string
    name: string
    phone: string | null
    hash: Buffer | null
    until: string | null
  }>(sql`
    SELECT l.id, l.name, g.phone, g.code_hash AS hash, g.code_until AS until FROM ${tableOf(engine, 'credit-learners')} AS l
      LEFT JOIN credit_logins AS g ON g.college_id = l.college_id AND g.learner_id = l.id
    WHERE l.college_id = ${tx.collegeId} AND l.identity = ${asked.identity} AND l.deleted_at IS NULL`)
  const [taken] = await tx.run(sql`
    SELECT 1 FROM credit_logins WHERE college_id = ${tx.collegeId} AND phone = ${asked.phone} AND learner_id IS DISTINCT FROM ${known?.id ?? null}::uuid`)
  if (taken || (known?.phone && asked.code === undefined))
    return new Refusal('conflict', {
      zh: '这个手机号或身份证号已经开户：请直接登录；不是本人开的，请携身份证到学分银行服务点处理',
      en: 'There is an account with this mobile or identity number: sign in. If you did not open it, come to a desk with your identity card',
    })
  if (known) return claimed(known, asked)
  const made = await act(engine, tx, asSystem(tx.collegeId, '本人开户'), {
    register: 'credit-learners',
    action: 'create',
    values: {
      number: newNumber('XL'),
      name: asked.name.trim(),
      identity: asked.identity,
      phone: asked.phone,
      stage: asked.stage,
      openedOn: today(),
    },
  })
  return made.id
}

function claimed(
  known: { id: string; name: string; hash: Buffer | null; until: string | null },
  { name, code }: SignUp,
): string | Refusal {
  const isRight =
    code !== undefined &&
    known.hash?.equals(hashOf(code.trim().toLowerCase())) === true &&
    known.until !== null &&
    known.until > new Date().toISOString()
  if (!isRight)
    return wrongAt('code', {
      zh: '学校或服务点已为您开户：请填写他们给您的启用码；没有或已过期，请到服务点领取',
      en: 'A school or a desk has opened an account for you: enter the code they gave you. If it is lost or over, ask a desk for another',
    })
  const match = matchNames(name, known.name)
  return match.same ? known.id : wrongAt('name', nameDiffers(match)!)
}

/**
 * Signs a citizen in by mobile and password.
 * @returns the token of a session
 * @throws Refusal 401, 423 after too many wrong passwords
 */
export async function signIn(
  engine: Engine,
  college: string,
  asked: { readonly phone: string; readonly password: string },
  address: string,
): Promise<string> {
  const phone = phoneRule.check(asked.phone, { kind: 'phone', label: { zh: '', en: '' } }).value ?? asked.phone
  const key = nameKey(`learner ${phone}`)
  const { locked, login } = await engine.database.inCollege(college, async (tx) => ({
    locked: (await lockedMs(tx, addressKey(address))) || (await countAttempt(tx, key, perName)),
    login: (
      await tx.run<{ id: string; hash: string | null }>(
        sql`SELECT learner_id AS id, password_hash AS hash FROM credit_logins WHERE college_id = ${college} AND phone = ${phone}`,
      )
    )[0],
  }))
  if (locked > 0) throw lockedOut(locked)
  // Outside any transaction: no connection waits for the hash.
  const isRight = await verifyPassword(login?.hash ?? null, asked.password)
  const token = await engine.database.inCollege(college, async (tx) => {
    if (!isRight || !login) {
      await countAttempt(tx, addressKey(address), perAddress)
      return null
    }
    await forgetAttempts(tx, key)
    return openSession(tx, login.id)
  })
  if (token === null)
    throw new Refusal('wrong-credentials', {
      zh: '手机号或密码不正确',
      en: 'The mobile number or the password is wrong',
    })
  return token
}

async function openSession(tx: Tx, learner: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const at = new Date().toISOString()
  await tx.change(
    sql`DELETE FROM credit_sessions WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} AND expires_at < ${at}`,
  )
  await tx.change(sql`
    INSERT INTO credit_sessions (college_id, token_hash, learner_id, csrf, seen_at, expires_at)
    VALUES (${tx.collegeId}, ${hashOf(token)}, ${learner}, ${randomBytes(24).toString('base64url')}, ${at}, ${hoursOn(SESSION_HOURS)})`)
  await tx.change(
    sql`UPDATE credit_logins SET last_sign_in_at = ${at} WHERE college_id = ${tx.collegeId} AND learner_id = ${learner}`,
  )
  return token
}

/** The citizen of a token; null when the session is over, or the account is closed or merged into another. */
export async function findCitizen(engine: Engine, tx: Tx, token: string): Promise<Citizen | null> {
  const at = new Date().toISOString()
  const [row] = await tx.run<{ learner: string; csrf: string; name: string; seen: string }>(sql`
    SELECT s.learner_id AS learner, s.csrf, l.name, s.seen_at AS seen FROM credit_sessions AS s
      JOIN ${tableOf(engine, 'credit-learners')} AS l ON l.college_id = s.college_id AND l.id = s.learner_id AND l.deleted_at IS NULL
    WHERE s.college_id = ${tx.collegeId} AND s.token_hash = ${hashOf(token)}
      AND s.expires_at > ${at}::timestamptz AND s.seen_at > ${hoursOn(-IDLE_HOURS)}::timestamptz`)
  if (!row) return null
  // Once a minute is often enough.
  if (row.seen < new Date(Date.now() - 60_000).toISOString())
    await tx.change(
      sql`UPDATE credit_sessions SET seen_at = ${at} WHERE college_id = ${tx.collegeId} AND token_hash = ${hashOf(token)}`,
    )
  const { root } = await unitTree(engine.database, tx)
  return {
    learner: row.learner,
    csrf: row.csrf,
    // The role at the root with nothing below it: "own" reaches what the learner made, nothing else reaches anything.
    actor: {
      collegeId: tx.collegeId,
      accountId: row.learner,
      personId: null,
      name: row.name,
      lang: 'zh',
      held: [{ role: 'learner', unitId: root.id, unitIds: [], offices: [], isRoot: false }],
    },
  }
}

export async function signOut(tx: Tx, token: string): Promise<void> {
  await tx.change(sql`DELETE FROM credit_sessions WHERE college_id = ${tx.collegeId} AND token_hash = ${hashOf(token)}`)
}

/** No letters or digits that look alike: it is copied from paper. 10 of 31 signs are 49 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Makes the code by which a learner takes an account over that was opened at a desk, or chooses a new password; an earlier
 * one is void. Whoever hands it out has seen the identity card.
 */
export async function makeCode(tx: Tx, learner: string): Promise<{ code: string; until: string }> {
  const code = [...randomBytes(10)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
  const until = hoursOn(24 * CODE_DAYS)
  await tx.change(sql`
    INSERT INTO credit_logins (college_id, learner_id, code_hash, code_until, created_at)
    VALUES (${tx.collegeId}, ${learner}, ${hashOf(code)}, ${until}, ${new Date().toISOString()})
    ON CONFLICT (college_id, learner_id) DO UPDATE SET code_hash = excluded.code_hash, code_until = excluded.code_until`)
  return { code, until }
}
