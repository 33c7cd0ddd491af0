import type { IndicatorTable, Label } from '../../../language/index.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'

/** Where an indicator stands in a printed table. */
export interface Place {
  readonly table: IndicatorTable
  /** The printed number of the row, or of the row above that it belongs to. */
  readonly no: string
  readonly row: number
}

/** Printed tables come in the order of the number in their names: 表1, 表2 …; those without one follow. */
export const tables: readonly IndicatorTable[] = [...figuresCatalogue.tables.values()].sort(
  (a, b) => numberOf(a.label) - numberOf(b.label),
)

function numberOf(label: Label): number {
  return Number(/\d+/.exec(label.en)?.[0] ?? 99)
}

const places = new Map<string, Place>()
for (const table of tables) {
  let no = ''
  for (const [row, { no: own, indicator }] of table.rows.entries()) {
    no = own ?? no
    if (!places.has(indicator)) places.set(indicator, { table, no, row })
  }
}

/** The first printed table that shows an indicator. */
export const placeOf = (code: string): Place | undefined => places.get(code)

/** Whether a printed table shows an indicator. */
export function isPrintedIn(name: string, code: string): boolean {
  return figuresCatalogue.tables.get(name)?.rows.some((row) => row.indicator === code) ?? false
}
