import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { isUuid } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { type Engine, getRegister } from '../engine.ts'
import { queryText } from '../search.ts'
import { visibleSql } from './list.ts'
import { column, table } from './stored.ts'

export interface Option {
  readonly id: string
  readonly title: string
  /** What tells apart records of one title: their key. */
  readonly hint: string
}

const MOST = 30

/** Records to choose from in a reference field: by words of the record or the beginning of its key; or by ids. */
export async function findOptions(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  query: { q?: string; ids?: readonly string[] },
): Promise<Option[]> {
  const register = getRegister(engine, registerName)
  const key = (register.importKey ?? register.unique?.[0] ?? []).find(
    (name) => name !== register.title && register.fields[name]?.kind === 'text',
  )
  const hint = key ? sql`${column(key)}::text` : sql`''`
  const parts = [visibleSql(register, actor, {}, tx)]
  if (query.ids) parts.push(sql`id = ANY(${query.ids.filter(isUuid)}::uuid[])`)
  else if (query.q?.trim()) {
    const q = query.q.trim()
    // PostgreSQL writes a moment with a space where systems write a T.
    const like = `%${q.replace(/(?<=^\d{4}-\d{2}-\d{2})T(?=\d)/, ' ').replace(/[\\%_]/g, '\\$&')}%`
    const words = queryText(tx.collegeId, q)
    parts.push(
      sql`(${column(register.title)}::text ILIKE ${like} OR ${hint} ILIKE ${like} ${words ? sql`OR search @@ ${words}::tsquery` : sql``})`,
    )
  }
  const rows = await tx.run<Option>(
    sql`SELECT id, ${column(register.title)}::text AS title, coalesce(${hint}, '') AS hint FROM ${table(register)} WHERE ${sql.join(parts, sql` AND `)} ORDER BY ${column(register.title)}, id LIMIT ${MOST}`,
  )
  return rows.map((r) => ({ id: r.id, title: r.title ?? '', hint: r.hint }))
}
