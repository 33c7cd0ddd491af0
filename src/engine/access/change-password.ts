import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { checkPassword } from './check-password.ts'
import type { Session } from './find-session.ts'
import { countAttempt, forgetAttempts, lockedOut, nameKey, perName } from './lock-out.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { endSessions } from './sessions.ts'
import { tellOwner } from './tell-owner.ts'
import { writeAudit } from './write-audit.ts'

/**
 * Changes one's own password and ends all other sessions. Wrong current passwords count towards the lock-out,
 * or else a session left open would let somebody try for ever.
 * @throws Refusal 422 the current one is wrong or the new one too weak, 423
 */
export async function changePassword(
  engine: Engine,
  session: Session,
  current: string,
  next: string,
  address: string,
): Promise<void> {
  const { actor, accountName } = session
  checkPassword(next, accountName, 'next')
  if (current === next) throw wrongAt('next', { zh: '新密码与原密码相同', en: 'The new password is the old one' })
  const asked = await engine.database.inCollege(actor.collegeId, async (tx) => {
    const [account] = await tx.run<{ password_hash: string | null }>(
      sql`SELECT password_hash FROM accounts WHERE college_id = ${tx.collegeId} AND id = ${actor.accountId}`,
    )
    return { hash: account?.password_hash ?? null, locked: await countAttempt(tx, nameKey(accountName), perName) }
  })
  if (asked.locked > 0) throw lockedOut(asked.locked)
  if (!(await verifyPassword(asked.hash, current)))
    throw wrongAt('current', { zh: '原密码不正确', en: 'The current password is wrong' })
  const hash = await hashPassword(next)
  await engine.database.inCollege(actor.collegeId, async (tx) => {
    // Two changes at once: the second does not undo the first.
    const changed = await tx.change(sql`
      UPDATE accounts SET password_hash = ${hash}, must_change_password = false, password_changed_at = ${new Date().toISOString()}
      WHERE college_id = ${tx.collegeId} AND id = ${actor.accountId} AND password_hash = ${asked.hash} AND NOT disabled`)
    if (changed === 0)
      throw new Refusal('conflict', {
        zh: '密码刚刚已被更改，请重新登录',
        en: 'The password was changed meanwhile: sign in again',
      })
    await endSessions(tx, actor.accountId, session.id)
    await forgetAttempts(tx, nameKey(accountName))
    await writeAudit(tx, { kind: 'password.change', actor, subject: accountName, address })
    await tellOwner(tx, actor.accountId, 'password.change', address)
  })
}

const wrongAt = (field: string, message: { zh: string; en: string }) =>
  new Refusal('invalid', message, { problems: [{ field, message }] })
