import { sql } from 'kysely'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { WireAudit } from '../../language/wire-access.ts'
import type { Engine } from '../engine.ts'
import { notAllowed } from '../refusal.ts'
import type { Actor } from './actor.ts'

export interface AuditRequest {
  /** The last id of the page before. */
  readonly after?: string | undefined
  /** A kind, or the first word of several: 'sign-in' gives 'sign-in.wrong' too. */
  readonly kind?: string | undefined
  /** Id of an account. */
  readonly actor?: string | undefined
  readonly limit?: number | undefined
}

interface AuditRow extends Omit<WireAudit, 'actorId' | 'actorName'> {
  readonly actor_id: string | null
  readonly actor_name: string
}

/**
 * What happened, newest first. The audit belongs to no unit, so it is open only to who may read it for the whole college.
 * @throws Refusal 403
 */
export async function listAudit(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: AuditRequest,
): Promise<{ rows: WireAudit[]; next: string | null }> {
  const isAllowed =
    actor.system !== undefined ||
    actor.held.some((h) => h.isRoot && engine.catalogue.roles.get(h.role)?.permissions.includes('audit.read'))
  if (!isAllowed) throw notAllowed({ zh: '查看审计日志', en: 'read the audit' })
  const limit = Math.min(Math.max(request.limit ?? 50, 1), 200)
  const rows = await tx.run<AuditRow>(sql`
    SELECT id, at, kind, actor_id, actor_name, subject, detail, address FROM audit
    WHERE college_id = ${tx.collegeId}
      ${isUuid(request.after) ? sql`AND id < ${request.after}` : sql``}
      ${request.kind ? sql`AND (kind = ${request.kind} OR kind LIKE ${`${request.kind.replaceAll(/[\\%_]/g, '\\$&')}.%`})` : sql``}
      ${request.actor ? sql`AND actor_id = ${isUuid(request.actor) ? request.actor : null}` : sql``}
    ORDER BY id DESC LIMIT ${limit + 1}`)
  const page = rows
    .slice(0, limit)
    .map(({ actor_id, actor_name, ...row }) => ({ ...row, actorId: actor_id, actorName: actor_name }))
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
