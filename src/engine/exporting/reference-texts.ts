import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Engine } from '../engine.ts'
import { column, table } from '../records/stored.ts'

const KEY_KINDS: ReadonlySet<string> = new Set(['text', 'period', 'month', 'region', 'choice'])

/** Fields that name one record by themselves: single-field keys that are short texts, the import key first. */
export function keyFieldsOf(register: AnyRegister): readonly string[] {
  const keys = [register.importKey ?? [], ...(register.unique ?? [])]
    .filter((key) => key.length === 1)
    .map((key) => key[0]!)
  return [...new Set(keys)].filter((name) => {
    const field = register.fields[name]
    return field !== undefined && KEY_KINDS.has(field.kind) && field.readableBy === undefined
  })
}

/** What tells apart records of one title: a key that is not the title itself. */
export const hintFieldOf = (register: AnyRegister): string | undefined =>
  keyFieldsOf(register).find((name) => name !== register.title)

/** A title with what tells it apart: 张伟（T2019001）. `importing` reads both parts. */
export const titleWithHint = (title: string, hint: string): string => (title === '' ? hint : `${title}（${hint}）`)

/**
 * What records are called in a cell: their title, with the key (or else the id) where the title alone could mean
 * another record. Does not ask what the actor reaches: lists show these titles too.
 */
export async function referenceTexts(
  engine: Engine,
  tx: Tx,
  registerName: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const register = engine.catalogue.registers.get(registerName)
  if (!register || ids.length === 0) return new Map()
  const hint = hintFieldOf(register)
  const title = sql`${column(register.title)}::text`
  const rows = await tx.run<{ id: string; title: string | null; hint: string | null }>(sql`
    SELECT id, ${title} AS title, ${hint ? sql`${column(hint)}::text` : sql`NULL`} AS hint
    FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${[...new Set(ids)]}::uuid[])`)
  const shared = await sharedTitles(tx, register, [...new Set(rows.flatMap((r) => r.title ?? []))])
  return new Map(
    rows.map((r) => [
      r.id,
      r.title !== null && !shared.has(r.title) ? r.title : titleWithHint(r.title ?? '', r.hint ?? r.id),
    ]),
  )
}

/** Titles that more than one record answers to, by its title or by a key. */
async function sharedTitles(tx: Tx, register: AnyRegister, titles: readonly string[]): Promise<Set<string>> {
  const keys = keyFieldsOf(register)
  const others = keys.filter((name) => name !== register.title)
  const within = sql`college_id = ${tx.collegeId} AND deleted_at IS NULL`
  const found: { title: string }[] = []
  if (!keys.includes(register.title))
    found.push(
      ...(await tx.run<{ title: string }>(sql`
        SELECT ${column(register.title)}::text AS title FROM ${table(register)}
        WHERE ${within} AND ${column(register.title)} = ANY(${titles}) GROUP BY 1 HAVING count(*) > 1`)),
    )
  for (const key of others)
    found.push(
      ...(await tx.run<{ title: string }>(
        sql`SELECT ${column(key)}::text AS title FROM ${table(register)} WHERE ${within} AND ${column(key)} = ANY(${titles})`,
      )),
    )
  return new Set(found.map((row) => row.title))
}
