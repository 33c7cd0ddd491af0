import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'

/** What the audit tells apart. */
export type AuditKind =
  | 'sign-in'
  | 'sign-in.wrong'
  | 'sign-in.locked'
  | 'sign-out'
  | 'session.end'
  | 'password.change'
  | 'password.reset'
  | 'passkey.add'
  | 'passkey.remove'
  | 'account.create'
  | 'account.change'
  | 'account.lock'
  | 'account.unlock'
  | 'assignment.add'
  | 'assignment.remove'
  | 'delegation.add'
  | 'delegation.remove'
  | 'settings.change'
  | 'standard.connection'
  | 'standard.report'
  | 'feed.change'
  | 'feed.remove'
  | 'feed.run'
  | 'record.erase'
  | 'students.look'
  | 'statements.look'
  | 'job.cancel'
  | 'job.again'
  | 'job.pause'
  | 'export'
  | 'system'

export interface AuditEntry {
  readonly kind: AuditKind
  /** Who did it; null when nobody is known (a wrong sign-in with an unknown name). */
  readonly actor: { readonly accountId: string; readonly name: string } | null
  /** What it was done to, as a person would say it. */
  readonly subject?: string | null
  readonly detail?: Readonly<Record<string, unknown>> | null
  readonly address?: string | null
}

const SECRET = /"[^"]*(password|secret|token|csrf|challenge|publickey)[^"]*":/i

/**
 * Writes one line of the audit, which nobody can change afterwards. It is part of the transaction:
 * what is rolled back leaves no line, so whoever refuses and wants it kept returns instead of throwing.
 * @throws Error when the detail has a key that names a secret
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const detail = entry.detail ? JSON.stringify(entry.detail) : null
  if (detail && SECRET.test(detail))
    throw new Error(`Audit "${entry.kind}": the detail names a secret, and the audit keeps none`)
  await tx.run(sql`
    INSERT INTO audit (college_id, id, at, kind, actor_id, actor_name, subject, detail, address)
    VALUES (${tx.collegeId}, ${v7()}, ${new Date().toISOString()}, ${entry.kind}, ${entry.actor?.accountId ?? null}, ${entry.actor?.name ?? ''},
      ${entry.subject ?? null}, ${detail}, ${entry.address ?? null})`)
}
