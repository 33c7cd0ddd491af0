import type { Label, WireFigure } from '../../../language/index.ts'

/** What the rows or the columns of a comparison are. */
export interface Head {
  readonly key: string
  readonly text: string
  /** What stands behind the values, on the side of the indicators. */
  readonly unit: string
}

export interface PivotGrid {
  readonly rows: readonly Head[]
  readonly columns: readonly Head[]
  readonly cell: (row: Head, column: Head) => WireFigure | undefined
}

export interface PivotWords {
  readonly label: (code: string) => Label | undefined
  readonly lang: keyof Label
  /** Units are named only when there is more than one. */
  readonly unitName: (id: string) => string
}

/** Lays figures out with indicators on one side, editions and units on the other. */
export function pivotGrid(
  figures: readonly WireFigure[],
  codes: readonly string[],
  isSwapped: boolean,
  words: PivotWords,
): PivotGrid {
  const places = [...new Set(figures.map((one) => `${one.period}/${one.unitId}`))].toSorted()
  const isManyUnits = new Set(figures.map((one) => one.unitId)).size > 1
  const byKey = new Map(figures.map((one) => [`${one.code} ${one.period}/${one.unitId}`, one]))
  const indicators: Head[] = codes.map((code) => {
    const unit = figures.find((one) => one.code === code)?.unit[words.lang] ?? ''
    return { key: code, text: words.label(code)?.[words.lang] ?? code, unit }
  })
  const others: Head[] = places.map((place) => {
    const [period = '', unitId = ''] = place.split('/')
    return { key: place, text: isManyUnits ? `${words.unitName(unitId)} ${period}` : period, unit: '' }
  })
  const find = (code: Head, place: Head) => byKey.get(`${code.key} ${place.key}`)
  return isSwapped
    ? { rows: others, columns: indicators, cell: (row, column) => find(column, row) }
    : { rows: indicators, columns: others, cell: find }
}

/** The comparison as text that a spreadsheet takes: tabs between cells, lines between rows. */
export function pivotText({ rows, columns, cell }: PivotGrid): string {
  const clean = (text: string) => text.replace(/[\t\n]/g, ' ')
  const named = ({ text, unit }: Head) => clean(unit === '' ? text : `${text} (${unit})`)
  const lines = rows.map((row) => [named(row), ...columns.map((column) => cell(row, column)?.text ?? '')])
  return [['', ...columns.map(named)], ...lines].map((line) => line.join('\t')).join('\n')
}
