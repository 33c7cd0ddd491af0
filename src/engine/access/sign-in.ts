import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { normalName } from './account-name.ts'
import {
  addressKey,
  countAttempt,
  forgetAttempts,
  lockedMs,
  lockedOut,
  nameKey,
  perAddress,
  perName,
} from './lock-out.ts'
import { verifyPassword } from './password-hash.ts'
import { endSessionOf, openSession, type Origin } from './sessions.ts'
import { writeAudit } from './write-audit.ts'

export interface SignIn {
  readonly collegeId: string
  readonly name: string
  readonly password: string
  readonly origin: Origin
  readonly sessionHours: number
  /** The token that the browser held before, if any: it stops counting. */
  readonly formerToken?: string | undefined
}

export interface Credentials {
  readonly id: string
  readonly display_name: string
  readonly disabled: boolean
}

/**
 * Signs in with name and password. Known and unknown names are counted, timed and answered alike.
 * @returns the new session's token
 * @throws Refusal 401 wrong name or password, 423 too many wrong ones or locked by an administrator
 */
export async function signIn(engine: Engine, request: SignIn): Promise<string> {
  const { collegeId, origin } = request
  const name = normalName(request.name)
  // Refusals are returned out of the transactions, not thrown in them: what was counted and audited must stay.
  const asked = await engine.database.inCollege(collegeId, async (tx) => {
    const [account] = await tx.run<Credentials & { password_hash: string | null }>(
      sql`SELECT id, display_name, disabled, password_hash FROM accounts WHERE college_id = ${tx.collegeId} AND name = ${name}`,
    )
    const locked = (await lockedMs(tx, addressKey(origin.address))) || (await countAttempt(tx, nameKey(name), perName))
    if (locked > 0) await writeAudit(tx, { kind: 'sign-in.locked', actor: actorOf(account), address: origin.address })
    return { account, locked }
  })
  if (asked.locked > 0) throw lockedOut(asked.locked)
  // Outside any transaction: no connection waits for the hash.
  const isRight = await verifyPassword(asked.account?.password_hash ?? null, request.password)
  const { account } = asked
  const outcome = await engine.database.inCollege(collegeId, async (tx) => {
    if (!isRight || !account) return failed(tx, account, origin)
    await forgetAttempts(tx, nameKey(name))
    return admit(tx, account, request, 'password')
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** Counts a failed sign-in against the address and gives the refusal. */
export async function failed(tx: Tx, account: Credentials | undefined, origin: Origin): Promise<Refusal> {
  await countAttempt(tx, addressKey(origin.address), perAddress)
  await writeAudit(tx, { kind: 'sign-in.wrong', actor: actorOf(account), address: origin.address })
  return new Refusal('wrong-credentials', { zh: '账号或密码不正确', en: 'The name or the password is wrong' })
}

/** Opens a session for somebody who has proved who they are; a disabled account is told so. */
export async function admit(
  tx: Tx,
  account: Credentials,
  request: Pick<SignIn, 'origin' | 'sessionHours' | 'formerToken'>,
  by: 'password' | 'passkey',
): Promise<string | Refusal> {
  const { address } = request.origin
  if (account.disabled) {
    await writeAudit(tx, { kind: 'sign-in.locked', actor: actorOf(account), detail: { by }, address })
    return new Refusal('locked', {
      zh: '账号已被管理员锁定，请联系系统管理员',
      en: 'The account is locked. Ask a system administrator',
    })
  }
  if (request.formerToken) await endSessionOf(tx, request.formerToken)
  const token = await openSession(tx, account.id, request.sessionHours, request.origin, by === 'passkey')
  await writeAudit(tx, { kind: 'sign-in', actor: actorOf(account), detail: { by }, address })
  return token
}

const actorOf = (account: Credentials | undefined) =>
  account ? { accountId: account.id, name: account.display_name } : null
