import type { Table } from '../document.ts'
import { gridOf, readCell, type Sheet, sheetOf } from './sheet.ts'

const NAMES = /^(项目|名称|指标|类别|科目|资产|负债|用途|内容)|(项目|名称|科目|收入|支出|指标)$/

/**
 * A table that is two beside each other, 收入项目 | 预算数 | 支出项目 | 预算数, as its two halves; any other as it is. Places stay
 * those of the file.
 */
export function sheetsOf(table: Table, block: number, unit: string): Sheet[] {
  const grid = gridOf(table)
  const [heads = [], ...body] = grid
  const isNamed = heads.filter((head) => NAMES.test(head.replace(/\s/g, ''))).length >= 2
  if (!isNamed) return [sheetOf(table, block, unit)]
  const isText = (column: number): boolean => {
    const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.every((cell) => readCell(cell) === null)
  }
  const cuts = heads.flatMap((head, column) =>
    column >= 2 &&
    column < heads.length - 1 &&
    NAMES.test(head.replace(/\s/g, '')) &&
    isText(column) &&
    !isText(column - 1) &&
    !isText(column + 1) &&
    isText(0) &&
    NAMES.test(heads[0]!.replace(/\s/g, ''))
      ? [column]
      : [],
  )
  if (cuts.length === 0) return [sheetOf(table, block, unit)]
  return [0, ...cuts].map((from, at) => {
    const to = cuts[at] ?? heads.length
    const rows = grid.map((row, nth) => ({
      ...table.rows[nth],
      cells: row.slice(from, to).map((text) => ({ text })),
    }))
    return movedBy(sheetOf({ ...table, rows }, block, unit), from)
  })
}

/** The half of a table with the columns that its figures have in the file. */
function movedBy(sheet: Sheet, columns: number): Sheet {
  const figures = new Map(
    sheet.figures.map((figure) => [
      figure,
      { ...figure, place: { ...figure.place, column: figure.place.column! + columns } },
    ]),
  )
  return {
    ...sheet,
    figures: [...figures.values()],
    at: (row, column) => {
      const figure = sheet.at(row, column)
      return figure && figures.get(figure)
    },
  }
}
