import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { formulasOf, measuresOf, statesOf } from '../../language/catalogue.ts'
import type { Formula } from '../../language/indicator.ts'
import type { WirePage } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { filterSql } from '../records/filter.ts'
import { listRecords } from '../records/list.ts'
import { unitTree } from '../units.ts'
import { usedCodes } from './compute.ts'
import { getIndicator, seeFigure } from './figures.ts'
import { countedStates } from './measure-records.ts'
import { getPeriod, type Period, windowOf } from './periods.ts'

export type Part = 'value' | 'numerator' | 'denominator'

/** The records of one register behind a figure: `counted` of them, of which the actor may see `page`. */
export interface RowsBehind {
  readonly register: string
  readonly counted: number
  readonly page: WirePage | null
}

/** For each register behind a part of an indicator, the condition that counted its rows: the very one, not a copy. */
export async function conditionsBehind(
  engine: Engine,
  tx: Tx,
  code: string,
  periodCode: string,
  part: Part,
  unitId?: string,
): Promise<Map<string, RawBuilder<unknown>>> {
  const indicator = getIndicator(engine, code)
  const period = await getPeriod(tx, periodCode)
  const tree = await unitTree(engine.database, tx)
  const formula = formulaOf(engine, code, part)
  const found = new Map<string, RawBuilder<unknown>[]>()
  if (formula) collect(engine, formula, period, indicator.code, found)
  const unit = unitId && unitId !== tree.root.id ? sql`unit_id = ANY(${[...tree.below(unitId)]}::uuid[])` : sql`true`
  return new Map(
    [...found].map(([name, filters]) => {
      const register = engine.catalogue.registers.get(name)!
      const states = [...countedStates(register, statesOf(register))]
      return [name, sql`(${sql.join(filters, sql` OR `)}) AND state = ANY(${states}::text[]) AND ${unit}`]
    }),
  )
}

function formulaOf(engine: Engine, code: string, part: Part): Formula | null {
  const indicator = getIndicator(engine, code)
  if ('entered' in indicator) return null
  if ('value' in indicator) return indicator.value
  return part === 'denominator' ? indicator.denominator : indicator.numerator
}

function collect(
  engine: Engine,
  formula: Formula,
  period: Period,
  code: string,
  found: Map<string, RawBuilder<unknown>[]>,
): void {
  const window = windowOf(period, getIndicator(engine, code).period)
  for (const measure of measuresOf(formula)) {
    const register = engine.catalogue.registers.get(measure.register)!
    found.set(register.name, [
      ...(found.get(register.name) ?? []),
      filterSql(measure.where, register, engine.catalogue.registers, window),
    ])
  }
  for (const used of usedCodes(formula))
    for (const inner of formulasOf(getIndicator(engine, used))) collect(engine, inner, period, used, found)
}

/** Rows behind a figure, within what the actor may see of their registers. */
export async function rowsBehind(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  query: {
    code: string
    period: string
    unitId?: string
    part: Part
    register?: string
    after?: string
    limit?: number
  },
): Promise<RowsBehind[]> {
  await seeFigure(
    engine,
    tx,
    actor,
    query.code,
    query.period,
    query.unitId ?? (await unitTree(engine.database, tx)).root.id,
  )
  const conditions = await conditionsBehind(engine, tx, query.code, query.period, query.part, query.unitId)
  const answers: RowsBehind[] = []
  for (const [name, also] of conditions) {
    if (query.register && query.register !== name) continue
    const register = engine.catalogue.registers.get(name)!
    const [row] = await tx.run<{ n: number }>(
      sql`SELECT count(*) AS n FROM ${sql.table(`records.${register.name.replaceAll('-', '_')}`)} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ${also}`,
    )
    const hidden = reachesNothing(reachOf(register, actor, 'read'))
    answers.push({
      register: name,
      counted: row?.n ?? 0,
      page: hidden
        ? null
        : await listRecords(engine, tx, actor, {
            register: name,
            also,
            limit: query.limit ?? 50,
            ...(query.after ? { after: query.after } : {}),
          }),
    })
  }
  return answers
}
