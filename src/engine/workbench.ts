import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import type { Label } from '../language/label.ts'
import type { Actor } from './access/actor.ts'
import { reachesNothing, reachOf, reachSql } from './access/reach.ts'
import type { Engine } from './engine.ts'
import { can } from './records/allowed.ts'
import { column, columns, type Row, stored, table } from './records/stored.ts'

export interface Waiting {
  readonly register: string
  readonly label: Label
  readonly state: string
  readonly count: number
  readonly action: Label
  readonly oldest: string
  /** Days over the transition's deadline of the oldest; 0 when in time. */
  readonly lateDays: number
}
export interface Mine {
  readonly register: string
  readonly label: Label
  readonly id: string
  readonly title: string
  readonly state: string
  readonly updatedAt: string
}

/** What waits for the actor's hand, register by register: states that a role of theirs can move on. */
export async function waitingFor(engine: Engine, tx: Tx, actor: Actor): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const register of engine.catalogue.registers.values())
    for (const [state, transitions] of Object.entries(register.lifecycle ?? {})) {
      const first = state === Object.keys(register.lifecycle!)[0]
      // One's own drafts are listed as such; returning or reopening is no duty.
      const [name, transition] = Object.entries(transitions).find(([, t]) => t.comment !== 'required') ?? []
      if (!name || !transition || first) continue
      const acting = { ...actor, held: actor.held.filter((h) => transition.by.includes(h.role)) }
      const reach = reachOf(register, acting, 'write')
      if (reachesNothing(reach)) continue
      const [row] = await tx.run<{ n: number; oldest: string | null }>(sql`
        SELECT count(*) AS n, min(updated_at) AS oldest FROM ${table(register)}
        WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state = ${state} AND ${reachSql(reach, acting)}`)
      if (!row?.n || !row.oldest) continue
      const [sample] = await tx.run<Row>(
        sql`SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state = ${state} AND ${reachSql(reach, acting)} LIMIT 1`,
      )
      const action = sample && can(register, actor, stored(register, sample)).actions.find((a) => a.name === name)
      const days = (Date.now() - Date.parse(row.oldest)) / 86_400_000
      found.push({
        register: register.name,
        label: register.label,
        state,
        count: row.n,
        oldest: row.oldest,
        action: action?.label ?? { zh: name, en: name },
        lateDays: transition.withinDays ? Math.max(0, Math.floor(days - transition.withinDays)) : 0,
      })
    }
  return found.sort((a, b) => b.lateDays - a.lateDays || a.oldest.localeCompare(b.oldest))
}

const MOST = 30

/** The actor's own records that are not finished, as far as their roles of today still reach them. */
export async function draftsOf(engine: Engine, tx: Tx, actor: Actor): Promise<Mine[]> {
  const parts = [...engine.catalogue.registers.values()]
    .filter((r) => r.lifecycle && r.counts && !reachesNothing(reachOf(r, actor, 'read')))
    .map(
      (
        r,
      ) => sql`(SELECT ${r.name}::text AS register, id, ${column(r.title)}::text AS title, state, updated_at FROM ${table(r)}
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND created_by = ${actor.accountId} AND ${reachSql(reachOf(r, actor, 'read'), actor)} AND NOT state = ANY(${[...r.counts!]}::text[]) ORDER BY updated_at DESC LIMIT ${MOST})`,
    )
  if (parts.length === 0) return []
  const rows = await tx.run<{ register: string; id: string; title: string | null; state: string; updated_at: string }>(
    // A query of its own around the parts: one part alone, with its order, cannot be given another order.
    sql`SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) AS drafts ORDER BY updated_at DESC LIMIT ${MOST}`,
  )
  return rows.map((r) => ({
    register: r.register,
    label: engine.catalogue.registers.get(r.register)!.label,
    id: r.id,
    title: r.title ?? '',
    state: r.state,
    updatedAt: r.updated_at,
  }))
}
