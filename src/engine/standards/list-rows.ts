import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { pathsOf, type StandardTable } from '../../language/standard.ts'
import type { WireStandardRow, WireStandardRows } from '../../language/wire-standards.ts'
import type { Actor } from '../access/actor.ts'
import { type Engine, getRegister } from '../engine.ts'
import { visibleSql } from '../records/list.ts'
import { table as tableSql } from '../records/stored.ts'
import { reached, stepsOf } from './columns-in-reach.ts'
import { getStandardTable } from './list-tables.ts'
import { type StandardRow, standardRows } from './standard-rows.ts'

const PAGE = 50
/** Records looked at in one go, and how often: a table may want few of its register's records. */
const LOOKED_AT = 200
const LOOKS = 25

/**
 * What would be reported of the records that the actor reaches, page by page, in the official form. Values of fields
 * that the actor may not read, here or in a record referred to that is out of reach, are left out and named in `hidden`.
 * @throws Refusal 403 when the actor reaches no record of the register at all; 404
 */
export async function listStandardRows(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: { readonly standard: string; readonly table: string; readonly q?: string; readonly after?: string },
): Promise<WireStandardRows> {
  const own = getStandardTable(engine, request.standard, request.table)
  const register = getRegister(engine, own.register)
  const visible = visibleSql(register, actor, request.q ? { q: request.q } : {}, tx)
  const found: StandardRow[] = []
  let after = request.after ?? null
  let isEnd = false
  for (let look = 0; look < LOOKS && found.length < PAGE && !isEnd; look++) {
    const ids = await tx.run<{ id: string }>(sql`
      SELECT id FROM ${tableSql(register)} WHERE ${visible} ${after === null ? sql`` : sql`AND id > ${after}`} ORDER BY id LIMIT ${LOOKED_AT}`)
    isEnd = ids.length < LOOKED_AT
    after = ids.at(-1)?.id ?? after
    if (ids.length > 0)
      for await (const rows of standardRows(engine, tx, own, { ids: ids.map(({ id }) => id) })) found.push(...rows)
  }
  const page = found.slice(0, PAGE)
  const isCut = found.length > PAGE
  return {
    rows: await withoutHidden(engine, tx, actor, own, page),
    next: isCut ? page.at(-1)!.id : isEnd ? null : after,
  }
}

/** Takes out of each row what the actor may not read of it. */
async function withoutHidden(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  own: StandardTable,
  rows: readonly StandardRow[],
): Promise<WireStandardRow[]> {
  const register = getRegister(engine, own.register)
  const asked = own.columns.map(([, , , , , source]) =>
    pathsOf(source).map((path) => stepsOf(engine, actor, register, path)),
  )
  const conditions = new Map<string, RawBuilder<unknown>>()
  for (const steps of asked.flat()) {
    if (steps === 'hidden' || conditions.has(steps.join('.'))) continue
    const condition = reached(engine, tx, actor, register, steps)
    if (condition) conditions.set(steps.join('.'), condition)
  }
  const places = [...conditions.keys()]
  const answers =
    places.length === 0 || rows.length === 0
      ? []
      : await tx.run<Record<string, unknown>>(sql`
          SELECT id, ${sql.join([...conditions.values()].map((condition, i) => sql`${condition} AS ${sql.ref(`p${i}`)}`))}
          FROM ${tableSql(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${rows.map(({ id }) => id)}::uuid[])`)
  const answerOf = new Map(answers.map((answer) => [answer['id'], answer]))
  return rows.map(({ id, values }) => {
    const mayRead = (steps: readonly string[] | 'hidden') => {
      if (steps === 'hidden') return false
      const place = places.indexOf(steps.join('.'))
      return place < 0 || answerOf.get(id)?.[`p${place}`] === true
    }
    const hidden = asked.flatMap((paths, i) => (values[i] !== null && !paths.every(mayRead) ? [i] : []))
    return { id, values: values.map((value, i) => (hidden.includes(i) ? null : value)), hidden }
  })
}
