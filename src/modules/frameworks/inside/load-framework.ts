import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { columns, type Row, type Stored, stored, table } from '../../../engine/records/stored.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { SourceRow } from './case-rows.ts'
import { caseIdentifier, type KeptFramework } from './write-package.ts'

export const tableOf = (engine: Engine, register: string): RawBuilder<unknown> => table(getRegister(engine, register))

/** A framework that the actor may see. @throws Refusal 404 */
export async function openFramework(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Stored> {
  const record = await getRecord(tx, actor, await collegeRegister(engine, tx, 'frameworks'), id)
  if (record.deletedAt !== null) throw unknownRecord()
  return record
}

/** All records of a framework in one register, in the order of the tree. */
export async function recordsOf(
  engine: Engine,
  tx: Tx,
  register: 'framework-items' | 'framework-links',
  framework: string,
): Promise<Stored[]> {
  const declared = getRegister(engine, register)
  const order =
    register === 'framework-items' ? sql`"order" NULLS LAST, code NULLS LAST, number` : sql`"order" NULLS LAST, number`
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(declared)} FROM ${table(declared)}
    WHERE college_id = ${tx.collegeId} AND framework = ${framework} AND deleted_at IS NULL ORDER BY ${order}`)
  return rows.map((row) => stored(declared, row))
}

/** Items by id with the identifier under which others know them, wherever they stand. */
export async function itemNames(
  engine: Engine,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { identifier: string; title: string; framework: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.run<{ id: string; number: string; name: string; framework: string; came: boolean }>(sql`
    SELECT i.id, i.number, i.name, i.framework, s.record_id IS NOT NULL AS came
    FROM ${tableOf(engine, 'framework-items')} AS i
      LEFT JOIN case_sources AS s ON s.college_id = i.college_id AND s.record_id = i.id AND s.kind = 'item'
    WHERE i.college_id = ${tx.collegeId} AND i.id = ANY(${[...new Set(ids)]}::uuid[])`)
  return new Map(
    rows.map(({ id, number, name, framework, came }) => [
      id,
      { identifier: caseIdentifier(id, number, came), title: name, framework },
    ]),
  )
}

/** Everything that a package of a framework says. Whether the actor may see it was asked before. */
export async function keptFramework(engine: Engine, tx: Tx, framework: Stored): Promise<KeptFramework> {
  const items = await recordsOf(engine, tx, 'framework-items', framework.id)
  const links = await recordsOf(engine, tx, 'framework-links', framework.id)
  const sources = await tx.run<SourceRow & Record<string, unknown>>(sql`
    SELECT kind, position, record_id AS record, members, identifier FROM case_sources
    WHERE college_id = ${tx.collegeId} AND framework_id = ${framework.id}`)
  const own = new Set(items.map(({ id }) => id))
  const ends = links.flatMap(({ values }) =>
    [values['from'], values['to']].filter((id): id is string => typeof id === 'string' && !own.has(id)),
  )
  return { framework, items, links, sources, elsewhere: await itemNames(engine, tx, ends) }
}
