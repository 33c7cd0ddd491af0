import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import { openStates } from '../database/plan.ts'
import type { Label } from '../language/label.ts'
import type { AnyRegister } from '../language/register.ts'
import { actionLabel } from '../language/usual.ts'
import type { Actor } from './access/actor.ts'
import { reachesNothing, reachOf, reachSql } from './access/reach.ts'
import type { Engine } from './engine.ts'
import { column, table } from './records/stored.ts'

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
  const duties = [...engine.catalogue.registers.values()].flatMap((register) => dutiesIn(register, actor))
  if (duties.length === 0) return []
  // Asked at once: a person's first page waits for this. States are written out, so that the index of open ones serves.
  const rows = await tx.run<{ i: number; n: number; oldest: string | null }>(
    sql`${sql.join(
      duties.map(
        ({ register, state, reach, acting }, i) => sql`
        SELECT ${sql.lit(i)} AS i, count(*) AS n, min(updated_at) AS oldest FROM ${table(register)}
        WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state = ${sql.lit(state)} AND ${reachSql(reach, acting)}`,
      ),
      sql` UNION ALL `,
    )}`,
  )
  return rows
    .flatMap(({ i, n, oldest }) => {
      if (n === 0 || oldest === null) return []
      const { register, state, name, transition } = duties[i]!
      const days = (Date.now() - Date.parse(oldest)) / 86_400_000
      const lateDays = transition.withinDays ? Math.max(0, Math.floor(days - transition.withinDays)) : 0
      const action = transition.label ?? actionLabel(name)
      return [{ register: register.name, label: register.label, state, count: n, oldest, action, lateDays }]
    })
    .sort((a, b) => b.lateDays - a.lateDays || a.oldest.localeCompare(b.oldest))
}

/** The steps in a register that some role of the actor's takes: one for each state. */
function dutiesIn(register: AnyRegister, actor: Actor) {
  const [first, ...states] = Object.entries(register.lifecycle ?? {})
  // One's own drafts, in the first state, are listed as such; returning or reopening is no duty.
  if (!first) return []
  return states.flatMap(([state, transitions]) => {
    const [name, transition] = Object.entries(transitions).find(([, t]) => t.comment !== 'required') ?? []
    if (!name || !transition) return []
    const acting = { ...actor, held: actor.held.filter((h) => transition.by.includes(h.role)) }
    const reach = reachOf(register, acting, 'write')
    return reachesNothing(reach) ? [] : [{ register, state, name, transition, reach, acting }]
  })
}

const MOST = 30

/** The actor's own records that are not finished, as far as their roles of today still reach them. */
export async function draftsOf(engine: Engine, tx: Tx, actor: Actor): Promise<Mine[]> {
  const parts = [...engine.catalogue.registers.values()]
    .filter((r) => openStates(r).length > 0 && !reachesNothing(reachOf(r, actor, 'read')))
    .map(
      (
        r,
      ) => sql`(SELECT ${r.name}::text AS register, id, ${column(r.title)}::text AS title, state, updated_at FROM ${table(r)}
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND created_by = ${actor.accountId} AND ${reachSql(reachOf(r, actor, 'read'), actor)} AND state IN (${sql.join(openStates(r).map((state) => sql.lit(state)))}) ORDER BY updated_at DESC LIMIT ${MOST})`,
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
