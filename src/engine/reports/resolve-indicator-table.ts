import { figureKey, type ResolvedTable, type TableCell } from '../../language/document.ts'
import type { IndicatorTable } from '../../language/indicator.ts'
import type { Engine } from '../engine.ts'
import { getIndicator } from '../indicators/figures.ts'
import type { Period } from '../indicators/periods.ts'

/** A table of indicators as it is printed: number, indicator, unit, value; sub-rows indented. */
export function resolveIndicatorTable(engine: Engine, table: IndicatorTable, period: Period): ResolvedTable {
  // A row without a number of its own continues the one above: their numbers share one cell.
  const spans = table.rows.map((row, i) => {
    if (!row.no && i > 0) return 0
    const next = table.rows.findIndex((other, j) => j > i && other.no)
    return (next < 0 ? table.rows.length : next) - i
  })
  return {
    caption: withoutNumber(table.label),
    columns: [
      { key: 'no', label: { zh: '序号', en: 'No.' }, align: 'center', width: 1 },
      { key: 'indicator', label: { zh: '指标', en: 'Indicator' }, align: 'left', width: 6 },
      { key: 'unit', label: { zh: '单位', en: 'Unit' }, align: 'center', width: 1.6 },
      { key: 'value', label: { zh: period.name, en: period.code }, align: 'decimal', width: 2.4 },
    ],
    rows: table.rows.map((row, i) => {
      const number: TableCell = spans[i] === 0 ? null : { text: row.no ?? '', rows: spans[i]! }
      return {
        kind: 'data',
        level: row.level,
        cells: [
          number,
          row.label.zh,
          getIndicator(engine, row.indicator).unit.zh || '—',
          { figure: figureKey({ code: row.indicator }, period.code) },
        ],
      }
    }),
    ...(table.notes ? { notes: [table.notes] } : {}),
  }
}

/** A table that carries its official number in its name ("表1：…") is numbered by its place in the report. */
export function withoutNumber(label: { readonly zh: string; readonly en: string }): { zh: string; en: string } {
  return { zh: label.zh.replace(/^表\s*\d+\s*[：:]\s*/u, ''), en: label.en.replace(/^Table \d+:\s*/u, '') }
}
