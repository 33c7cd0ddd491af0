import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { textList } from '../../database/list-parameter.ts'
import { snake } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { AnyRegister } from '../../language/register.ts'
import { type Row, type Stored, stored, table, type Values, written } from '../records/stored.ts'

/** By which fields a row finds its record. */
export interface ImportKey {
  readonly fields: readonly string[]
  /** The register declares no key: a row is a record's when all that the row says is the same. */
  readonly isWholeRow: boolean
}

/** Kinds that cannot be compared in a key. */
const LISTS: ReadonlySet<string> = new Set(['choices', 'files'])

export function importKeyOf(register: AnyRegister, filled: readonly string[]): ImportKey {
  const declared = register.importKey ?? register.unique?.[0]
  return declared
    ? { fields: declared, isWholeRow: false }
    : { fields: filled.filter((name) => !LISTS.has(register.fields[name]!.kind)), isWholeRow: true }
}

/** A key's values as one text; null when nothing of it is filled. */
export function keyText(key: ImportKey, values: Values): string | null {
  const parts = key.fields.map((name) => values[name] ?? null)
  return parts.every((part) => part === null) ? null : JSON.stringify(parts)
}

/**
 * Finds the records that rows speak of, by key, all at once: several where the key is not unique. Whether the actor
 * reaches them is for the caller to ask, since a key is taken wherever its record is.
 */
export async function findExisting(
  tx: Tx,
  register: AnyRegister,
  key: ImportKey,
  rows: readonly Values[],
): Promise<Map<string, Stored[]>> {
  const found = new Map<string, Stored[]>()
  const wanted = new Map(
    rows.flatMap((row) => {
      const text = keyText(key, row)
      return text === null ? [] : [[text, row] as const]
    }),
  )
  if (wanted.size === 0 || key.fields.length === 0) return found
  const values = [...wanted.values()]
  const isFull = (name: string) => values.every((row) => (row[name] ?? null) !== null)
  const lists = key.fields.map((name, index) => {
    const field = register.fields[name]!
    const type = sqlOf(field)
      .column(field)
      .split(/ (?:CHECK|COLLATE)/i)[0]!
    const asked = values.map((row) => written(register, name, row[name]))
    const own = sql.ref(`t.${snake(name)}`)
    const given = sql.ref(`k.k${index}`)
    return {
      array: type === 'text' ? sql`${textList(asked as (string | null)[])}::text[]` : sql`${asked}::${sql.raw(type)}[]`,
      as: sql.ref(`k${index}`),
      // Only `=` uses an index; an empty part of a key is equal to an empty one.
      equal: isFull(name) ? sql`${own} = ${given}` : sql`${own} IS NOT DISTINCT FROM ${given}`,
    }
  })
  const names = [
    'id',
    'state',
    'version',
    'unit_id',
    'owner_id',
    'created_by',
    'created_at',
    'updated_at',
    'deleted_at',
    ...Object.keys(register.fields).map(snake),
  ]
  const read = await tx.run<Row>(sql`
    SELECT ${sql.join(names.map((name) => sql.ref(`t.${name}`)))} FROM ${table(register)} AS t
    JOIN unnest(${sql.join(lists.map((list) => list.array))}) AS k(${sql.join(lists.map((list) => list.as))}) ON ${sql.join(
      lists.map((list) => list.equal),
      sql` AND `,
    )}
    WHERE t.college_id = ${tx.collegeId} AND t.deleted_at IS NULL ORDER BY t.id`)
  for (const row of read) {
    const record = stored(register, row)
    const text = keyText(key, record.values)!
    const known = found.get(text)
    if (known) known.push(record)
    else found.set(text, [record])
  }
  return found
}
