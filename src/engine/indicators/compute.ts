import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { snake, tableOf } from '../../database/plan.ts'
import { type Catalogue, formulasOf, measuresOf, statesOf } from '../../language/catalogue.ts'
import type { Formula, Indicator, Measure } from '../../language/indicator.ts'
import { filterSql, type Window } from '../records/filter.ts'
import type { UnitTree } from '../units.ts'
import { Exact } from './exact.ts'
import { type Period, windowOf } from './periods.ts'

/** What records give for one indicator in one unit. The root unit stands for the whole college. */
export interface Computed {
  readonly code: string
  readonly unitId: string
  readonly value: Exact | null
  readonly numerator: Exact | null
  readonly denominator: Exact | null
  /** Records behind the value (of the numerator, where there is a denominator). */
  readonly rows: number
}

/** One measure of one register over one window, once however many indicators use it. */
interface Wanted {
  readonly key: string
  readonly measure: Measure
  readonly window: Window
}

const keyOf = (measure: Measure, window: Window) => JSON.stringify([measure, window.start, window.end])

/** States whose records count. */
export const countedStates = (register: { counts?: readonly string[]; lifecycle?: object }, all: readonly string[]) =>
  register.counts ?? all

function aggregate(measure: Measure): RawBuilder<unknown> {
  if (measure.of === 'count') return sql`count(*)`
  const ref = sql.ref(snake(measure.field))
  switch (measure.of) {
    case 'distinct':
      return sql`count(DISTINCT ${ref})`
    case 'sum':
      return sql`sum(${ref})`
    case 'max':
      return sql`max(${ref})`
    case 'average':
      return sql`avg(${ref})`
  }
}

/**
 * One statement per register: every measure of it, per unit and for the college as a whole.
 * Rows behind each measure are counted beside it.
 */
export function familySql(
  catalogue: Catalogue,
  collegeId: string,
  registerName: string,
  wanted: readonly Wanted[],
  units?: readonly string[],
): RawBuilder<unknown> {
  const register = catalogue.registers.get(registerName)!
  const cells = wanted.flatMap(({ measure, window }, i) => {
    const where = filterSql(measure.where, register, catalogue.registers, window)
    const value = sql`${aggregate(measure)} FILTER (WHERE ${where}) AS ${sql.ref(`m${i}`)}`
    return measure.of === 'count' ? [value] : [value, sql`count(*) FILTER (WHERE ${where}) AS ${sql.ref(`n${i}`)}`]
  })
  const from = sql`FROM ${sql.table(`records.${tableOf(register)}`)} WHERE college_id = ${collegeId} AND deleted_at IS NULL AND state = ANY(${[...countedStates(register, statesOf(register))]}::text[])`
  return units
    ? sql`SELECT ${sql.join(cells)} ${from} AND unit_id = ANY(${units}::uuid[])`
    : sql`SELECT unit_id, grouping(unit_id) AS whole, ${sql.join(cells)} ${from} GROUP BY GROUPING SETS ((unit_id), ())`
}

interface Cell {
  readonly value: Exact
  readonly rows: number
}
type Cells = Map<string, Map<string, Cell>> // measure key → unit → cell

const additive = (measure: Measure) => measure.of === 'count' || measure.of === 'sum'

function readCell(row: Record<string, unknown>, i: number, measure: Measure): Cell {
  const value = new Exact((row[`m${i}`] as string | number | null) ?? 0)
  return { value, rows: Number(measure.of === 'count' ? row[`m${i}`] : row[`n${i}`]) }
}

async function measureAll(tx: Tx, catalogue: Catalogue, tree: UnitTree, wanted: readonly Wanted[]): Promise<Cells> {
  const cells: Cells = new Map(wanted.map((w) => [w.key, new Map()]))
  const families = new Map<string, Wanted[]>()
  for (const w of wanted) families.set(w.measure.register, [...(families.get(w.measure.register) ?? []), w])
  for (const [registerName, family] of families) {
    const rows = await tx.run(familySql(catalogue, tx.collegeId, registerName, family))
    const touched = new Set<string>()
    for (const row of rows)
      for (const [i, { key, measure }] of family.entries()) {
        const cell = readCell(row, i, measure)
        const byUnit = cells.get(key)!
        if (row['whole'] === 1) byUnit.set(tree.root.id, cell)
        else if (cell.rows > 0)
          for (const unit of tree.above(row['unit_id'] as string)) {
            touched.add(unit)
            if (unit === tree.root.id) continue
            const before = byUnit.get(unit)
            byUnit.set(unit, before ? { value: before.value.plus(cell.value), rows: before.rows + cell.rows } : cell)
          }
      }
    // Counts of different values, averages and maxima do not add up: units with units below are asked again.
    const others = family.filter((w) => !additive(w.measure))
    if (others.length > 0)
      for (const unit of touched) {
        const below = tree.below(unit)
        if (unit === tree.root.id || below.length === 1) continue
        const [row] = await tx.run(familySql(catalogue, tx.collegeId, registerName, others, below))
        if (row)
          for (const [i, { key, measure }] of others.entries()) cells.get(key)!.set(unit, readCell(row, i, measure))
      }
  }
  return cells
}

/**
 * Computes indicators from records, for the college and every unit that contributes.
 * @param entered values that people typed in, by code and unit: formulas may use them
 */
export async function compute(
  tx: Tx,
  catalogue: Catalogue,
  tree: UnitTree,
  period: Period,
  indicators: Iterable<Indicator>,
  entered: (code: string, unitId: string) => string | null = () => null,
): Promise<Computed[]> {
  const chosen = [...indicators].filter((i) => !('entered' in i))
  // Indicators that others are made from are computed with them.
  const needed = new Map<string, Indicator>()
  const need = (indicator: Indicator) => {
    if (needed.has(indicator.code)) return
    needed.set(indicator.code, indicator)
    for (const code of formulasOf(indicator).flatMap(usedCodes)) need(catalogue.indicators.get(code)!)
  }
  chosen.forEach(need)
  const wanted = new Map<string, Wanted>()
  for (const indicator of needed.values()) {
    const window = windowOf(period, indicator.period)
    for (const measure of formulasOf(indicator).flatMap(measuresOf)) {
      const key = keyOf(measure, window)
      wanted.set(key, { key, measure, window })
    }
  }
  const cells = await measureAll(tx, catalogue, tree, [...wanted.values()])

  const evaluate = (formula: Formula, unitId: string, window: Window): Exact | null => {
    switch (formula.of) {
      case 'constant':
        return new Exact(formula.value)
      case 'indicator': {
        const used = catalogue.indicators.get(formula.code)!
        if ('entered' in used) {
          const value = entered(used.code, unitId)
          return value === null ? null : new Exact(value)
        }
        return valueOf(used, unitId).value
      }
      case 'plus':
      case 'minus':
      case 'times':
      case 'divide': {
        const terms = formula.terms.map((t) => evaluate(t, unitId, window))
        const known = terms.filter((t) => t !== null)
        if (known.length < terms.length || known.length === 0) return null
        return known.slice(1).reduce<Exact | null>((sum, term) => {
          if (sum === null) return null
          if (formula.of === 'plus') return sum.plus(term)
          if (formula.of === 'minus') return sum.minus(term)
          if (formula.of === 'times') return sum.times(term)
          return term.isZero() ? null : sum.div(term)
        }, known[0]!)
      }
      default:
        return cells.get(keyOf(formula, window))?.get(unitId)?.value ?? new Exact(0)
    }
  }
  const rowsOf = (formula: Formula, unitId: string, window: Window): number =>
    measuresOf(formula).reduce((n, m) => n + (cells.get(keyOf(m, window))?.get(unitId)?.rows ?? 0), 0) +
    usedCodes(formula).reduce((n, code) => n + valueOf(catalogue.indicators.get(code)!, unitId).rows, 0)
  const valueOf = (indicator: Indicator, unitId: string): Computed => {
    const window = windowOf(period, indicator.period)
    const base = { code: indicator.code, unitId }
    if ('entered' in indicator) return { ...base, value: null, numerator: null, denominator: null, rows: 0 }
    if ('value' in indicator) {
      const value = evaluate(indicator.value, unitId, window)
      return { ...base, value, numerator: null, denominator: null, rows: rowsOf(indicator.value, unitId, window) }
    }
    const numerator = evaluate(indicator.numerator, unitId, window)
    const denominator = evaluate(indicator.denominator, unitId, window)
    // Nothing to divide by: there is no value, which is not the same as zero.
    const value =
      numerator === null || denominator === null || denominator.isZero()
        ? null
        : numerator.times(indicator.scale ?? '1').div(denominator)
    return { ...base, value, numerator, denominator, rows: rowsOf(indicator.numerator, unitId, window) }
  }
  const unitsOf = (indicator: Indicator): Set<string> => {
    const window = windowOf(period, indicator.period)
    const found = new Set([tree.root.id])
    for (const measure of formulasOf(indicator).flatMap(measuresOf))
      for (const [unitId, cell] of cells.get(keyOf(measure, window)) ?? []) if (cell.rows > 0) found.add(unitId)
    for (const code of formulasOf(indicator).flatMap(usedCodes))
      for (const unitId of unitsOf(catalogue.indicators.get(code)!)) found.add(unitId)
    return found
  }
  return chosen.flatMap((indicator) => [...unitsOf(indicator)].map((unitId) => valueOf(indicator, unitId)))
}

/** Codes of the indicators that a formula is made from. */
export function usedCodes(formula: Formula): string[] {
  if (formula.of === 'indicator') return [formula.code]
  return 'terms' in formula ? formula.terms.flatMap(usedCodes) : []
}

/** Registers whose records an indicator's value depends on, also through references and other indicators. */
export function registersBehind(catalogue: Catalogue, indicator: Indicator, seen = new Set<string>()): Set<string> {
  const found = new Set<string>()
  if (seen.has(indicator.code)) return found
  seen.add(indicator.code)
  for (const formula of formulasOf(indicator)) {
    for (const measure of measuresOf(formula)) {
      found.add(measure.register)
      const register = catalogue.registers.get(measure.register)!
      const through = (filter: object) => {
        for (const [name, condition] of Object.entries(filter)) {
          if (name === 'anyOf') (condition as object[]).forEach(through)
          const field = register.fields[name.split('.')[0]!]
          if (name.includes('.') && field?.kind === 'reference') found.add(field.register)
        }
      }
      through(measure.where)
    }
    for (const code of usedCodes(formula))
      for (const name of registersBehind(catalogue, catalogue.indicators.get(code)!, seen)) found.add(name)
  }
  return found
}
