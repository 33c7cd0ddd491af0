import type { Tx } from '../../database/connection.ts'
import { type Catalogue, formulasOf, measuresOf } from '../../language/catalogue.ts'
import type { Formula, Indicator, Measure, PeriodRule } from '../../language/indicator.ts'
import type { UnitTree } from '../units.ts'
import { Exact } from './exact.ts'
import { measureRecords, type Wanted } from './measure-records.ts'
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

const ZERO = new Exact(0)

/** Keys of each declared measure: asked for once per figure and unit, so the very same text must come back. */
const keys = new WeakMap<Measure, Partial<Record<PeriodRule, string>>>()
function keyOf(measure: Measure, rule: PeriodRule): string {
  const known = keys.get(measure) ?? {}
  keys.set(measure, known)
  return (known[rule] ??= `${rule} ${JSON.stringify(measure)}`)
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
  for (const indicator of needed.values())
    for (const measure of formulasOf(indicator).flatMap(measuresOf)) {
      const key = keyOf(measure, indicator.period)
      if (!wanted.has(key)) wanted.set(key, { key, measure, window: windowOf(period, indicator.period) })
    }
  const cells = await measureRecords(tx, catalogue, tree, wanted.values())

  const evaluate = (formula: Formula, unitId: string, rule: PeriodRule): Exact | null => {
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
      case 'divide':
      case 'least': {
        const terms = formula.terms.map((t) => evaluate(t, unitId, rule))
        const known = terms.filter((t) => t !== null)
        if (known.length < terms.length || known.length === 0) return null
        return known.slice(1).reduce<Exact | null>((sum, term) => {
          if (sum === null) return null
          if (formula.of === 'plus') return sum.plus(term)
          if (formula.of === 'minus') return sum.minus(term)
          if (formula.of === 'times') return sum.times(term)
          if (formula.of === 'least') return Exact.min(sum, term)
          return term.isZero() ? null : sum.div(term)
        }, known[0]!)
      }
      default:
        return cells.get(keyOf(formula, rule))?.get(unitId)?.value ?? ZERO
    }
  }
  const rowsOf = (formula: Formula, unitId: string, rule: PeriodRule): number =>
    measuresOf(formula).reduce((n, m) => n + (cells.get(keyOf(m, rule))?.get(unitId)?.rows ?? 0), 0) +
    usedCodes(formula).reduce((n, code) => n + valueOf(catalogue.indicators.get(code)!, unitId).rows, 0)
  const valueOf = (indicator: Indicator, unitId: string): Computed => {
    const rule = indicator.period
    const base = { code: indicator.code, unitId }
    if ('entered' in indicator) return { ...base, value: null, numerator: null, denominator: null, rows: 0 }
    if ('value' in indicator) {
      const value = evaluate(indicator.value, unitId, rule)
      return { ...base, value, numerator: null, denominator: null, rows: rowsOf(indicator.value, unitId, rule) }
    }
    const numerator = evaluate(indicator.numerator, unitId, rule)
    const denominator = evaluate(indicator.denominator, unitId, rule)
    // Nothing to divide by: there is no value, which is not the same as zero.
    const value =
      numerator === null || denominator === null || denominator.isZero()
        ? null
        : numerator.times(indicator.scale ?? '1').div(denominator)
    return { ...base, value, numerator, denominator, rows: rowsOf(indicator.numerator, unitId, rule) }
  }
  const unitsOf = (indicator: Indicator): Set<string> => {
    const found = new Set([tree.root.id])
    for (const measure of formulasOf(indicator).flatMap(measuresOf))
      for (const [unitId, cell] of cells.get(keyOf(measure, indicator.period)) ?? [])
        if (cell.rows > 0) found.add(unitId)
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
          let at = register
          for (const step of name.split('.').slice(0, -1)) {
            const field = at.fields[step]
            if (field?.kind !== 'reference') break
            found.add(field.register)
            at = catalogue.registers.get(field.register)!
          }
        }
      }
      through(measure.where)
    }
    for (const code of usedCodes(formula))
      for (const name of registersBehind(catalogue, catalogue.indicators.get(code)!, seen)) found.add(name)
  }
  return found
}
