import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { reachOf, reachSql } from '../access/reach.ts'
import { type Engine, getRegister } from '../engine.ts'
import { mayReadField } from './allowed.ts'
import { column, table } from './stored.ts'

/** What records of a register are called, by id; those that the actor may not read are left out. */
export async function readableTitles(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const register = getRegister(engine, registerName)
  if (ids.length === 0 || !mayReadField(register, actor, register.title)) return new Map()
  const rows = await tx.run<{ id: string; title: string | null }>(sql`
    SELECT id, ${column(register.title)}::text AS title FROM ${table(register)}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[]) AND ${reachSql(reachOf(register, actor, 'read'), actor)}`)
  return new Map(rows.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const])))
}
