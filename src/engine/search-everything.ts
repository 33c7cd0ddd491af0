import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import type { Actor } from './access/actor.ts'
import { reachesNothing, reachOf } from './access/reach.ts'
import type { Engine } from './engine.ts'
import { visibleSql } from './records/list.ts'
import { column, table } from './records/stored.ts'

export interface Hit {
  readonly register: string
  readonly id: string
  readonly title: string
  readonly hint: string
}

const EACH = 5
const ALL = 40

/** Looks for words in every register the actor may read; a few hits of each. */
export async function searchEverything(engine: Engine, tx: Tx, actor: Actor, q: string): Promise<Hit[]> {
  const open = [...engine.catalogue.registers.values()].filter((r) => !reachesNothing(reachOf(r, actor, 'read')))
  if (!q.trim() || open.length === 0) return []
  const parts = open.map((r) => {
    const key = (r.importKey ?? r.unique?.[0] ?? []).find((name) => name !== r.title && r.fields[name]?.kind === 'text')
    return sql`(SELECT ${r.name}::text AS register, id, ${column(r.title)}::text AS title, ${key ? sql`${column(key)}::text` : sql`''`} AS hint FROM ${table(r)} WHERE ${visibleSql(r, actor, { q }, tx)} LIMIT ${EACH})`
  })
  const rows = await tx.run<Hit>(sql`SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) AS hits LIMIT ${ALL}`)
  return rows.map((r) => ({ ...r, title: r.title ?? '', hint: r.hint ?? '' }))
}
