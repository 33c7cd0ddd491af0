import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import { pathsOf, type StandardTable } from '../../language/standard.ts'
import type { WireStandardRow, WireStandardRows } from '../../language/wire-standards.ts'
import type { Actor } from '../access/actor.ts'
import { reachOf, reachSql } from '../access/reach.ts'
import { type Engine, getRegister } from '../engine.ts'
import { mayReadField } from '../records/allowed.ts'
import { visibleSql } from '../records/list.ts'
import { column, table as tableSql } from '../records/stored.ts'
import { getStandardTable } from './list-tables.ts'
import { type StandardRow, standardRows, throughTitle } from './standard-rows.ts'

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

/**
 * The references on the way to a value, whose records must be within reach. What a record referred to is called is
 * shown to whoever sees the reference, as in lists.
 */
function stepsOf(engine: Engine, actor: Actor, from: AnyRegister, path: string): readonly string[] | 'hidden' {
  const steps = throughTitle(path, from, engine.catalogue.registers).split('.')
  let register = from
  for (const [i, name] of steps.entries()) {
    if (!mayReadField(register, actor, name)) return 'hidden'
    const field = register.fields[name]
    if (i < steps.length - 1 && field?.kind === 'reference') register = getRegister(engine, field.register)
  }
  return steps.slice(0, steps.at(-1) === register.title && steps.length > 1 ? -2 : -1)
}

/** The condition that the record which the steps lead to can be read; null when the actor reaches every one. */
function reached(
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
  return sql`${column(first)} IN (SELECT id FROM ${tableSql(target)} WHERE college_id = ${tx.collegeId} AND ${reachSql(reach, actor)}
    ${further ? sql`AND ${further}` : sql``})`
}
