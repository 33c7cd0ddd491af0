import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import { pathsOf, type StandardTable } from '../../language/standard.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../access/reach.ts'
import { type Engine, getRegister } from '../engine.ts'
import { mayReadField } from '../records/allowed.ts'
import { column, table as tableSql } from '../records/stored.ts'
import { throughTitle } from './standard-rows.ts'

/**
 * The references on the way to a value, whose records must be within reach. What a record referred to is called is
 * shown to whoever sees the reference, as in lists.
 */
export function stepsOf(engine: Engine, actor: Actor, from: AnyRegister, path: string): readonly string[] | 'hidden' {
  const steps = throughTitle(path, from, engine.catalogue.registers).split('.')
  let register = from
  for (const [i, name] of steps.entries()) {
    if (!mayReadField(register, actor, name)) return 'hidden'
    const field = register.fields[name]
    if (i < steps.length - 1 && field?.kind === 'reference') register = getRegister(engine, field.register)
  }
  return steps.slice(0, steps.at(-1) === register.title && steps.length > 1 ? -2 : -1)
}

/** The condition that the record which the steps lead to can be read, or is none; null when the actor reaches every one. */
export function reached(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  [first, ...rest]: readonly string[],
): RawBuilder<unknown> | null {
  const field = first === undefined ? undefined : register.fields[first]
  if (first === undefined || field?.kind !== 'reference') return null
  const target = getRegister(engine, field.register)
  const reach = reachOf(target, actor, 'read')
  const further = reached(engine, tx, actor, target, rest)
  if (reach.all && !further) return null
  return sql`(${column(first)} IS NULL OR ${column(first)} IN (SELECT id FROM ${tableSql(target)} WHERE college_id = ${tx.collegeId} AND ${reachSql(reach, actor)}
    ${further ? sql`AND ${further}` : sql``}))`
}

/**
 * The condition on a table of remarks about columns of records (`f`: table_name, record_id, column_name) that the actor
 * may read them, whose words repeat the value: the record is within reach, the fields are open, and so are the records
 * that the value comes from. A remark about no column, or one that the table has not, is for whoever may read them all.
 * @returns null when the actor reaches no record of the register at all
 */
export function remarksInReach(engine: Engine, tx: Tx, actor: Actor, own: StandardTable): RawBuilder<unknown> | null {
  const register = getRegister(engine, own.register)
  const reach = reachOf(register, actor, 'read')
  if (reachesNothing(reach)) return null
  const parts = [sql`f.table_name = ${own.name}`]
  const records = (condition: RawBuilder<unknown>) =>
    sql`f.record_id IN (SELECT id FROM ${tableSql(register)} WHERE college_id = ${tx.collegeId} AND ${condition})`
  if (!reach.all) parts.push(records(reachSql(reach, actor)))
  const open: string[] = []
  const partly = new Map<string, { readonly columns: string[]; readonly condition: RawBuilder<unknown> }>()
  for (const [, name, , , , source] of own.columns) {
    const ways = pathsOf(source).map((path) => stepsOf(engine, actor, register, path))
    const conditions = ways.flatMap((steps) =>
      steps === 'hidden' ? [] : (reached(engine, tx, actor, register, steps) ?? []),
    )
    if (ways.includes('hidden')) continue
    if (conditions.length === 0) {
      open.push(name)
      continue
    }
    const key = ways.join('\n')
    const known = partly.get(key)
    if (known) known.columns.push(name)
    else partly.set(key, { columns: [name], condition: sql.join(conditions, sql` AND `) })
  }
  if (open.length < own.columns.length)
    parts.push(
      sql`(${sql.join(
        [
          sql`f.column_name = ANY(${open}::text[])`,
          ...[...partly.values()].map(
            ({ columns, condition }) => sql`f.column_name = ANY(${columns}::text[]) AND ${records(condition)}`,
          ),
        ],
        sql` OR `,
      )})`,
    )
  return sql`(${sql.join(parts, sql` AND `)})`
}
