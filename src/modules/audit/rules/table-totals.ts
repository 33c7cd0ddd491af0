import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { nestedRows } from './nested-rows.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { NOT_ADDED, TOTAL } from './table-heads.ts'

/**
 * The row or column called 合计 is the sum of the others. Rates and averages are no addends; rows below 其中 are in their
 * whole already; where there are sub-totals, the total is their sum.
 * Example: 春季 61，秋季 67，合计 130: 61 + 67 = 128 ≠ 130.
 */
export const tableTotals: AuditRule = {
  name: 'table-totals',
  kind: 'total',
  reason: { zh: '合计应等于各行（列）之和', en: 'A total is the sum of its rows or columns' },
  wrong:
    '| 学期 | 班次 | 人次 |\n|---|---|---|\n| 春季 | 61 | 2234 |\n| 秋季 | 67 | 2458 |\n| 冬季 | 20 | 100 |\n| 合计 | 150 | 4792 |\n',
  right:
    '| 学期 | 班次 | 人次 |\n|---|---|---|\n| 春季 | 61 | 2234 |\n| 秋季 | 67 | 2458 |\n| 冬季 | 20 | 100 |\n| 合计 | 148 | 4792 |\n',
  check: ({ sheets }) => sheets.flatMap((sheet) => [...rowTotals(sheet), ...subtotals(sheet), ...columnTotals(sheet)]),
}

const SUBTOTAL = /小\s*计|sub-?total|^本年[收支][入出]合计$/i
/** Names that a total row may bear in a table by places: only where some column comes to it. */
const OF_ALL = /^(全[省市县区国院]|全校|总体|本[省市])(合计|总计)?$/
const PART = /^(其中|包括|[#＃]|of which|including|thereof)/i
function rowTotals(sheet: Sheet) {
  const isTotal = (row: number) => TOTAL.test(label(sheet, row)) || TOTAL.test((sheet.grid[row]?.[0] ?? '').trim())
  const rows = range(sheet.headRows, sheet.grid.length)
  const named = rows.filter(isTotal)
  const totals =
    named.length > 0
      ? named
      : [...new Set([...rows.filter((row) => isSumOfOthers(sheet, row, rows)), ...englishTotals(sheet, rows)])]
  // The rest of a table torn over pages has not all rows of its total.
  const firstSerial = sheet.serialColumn === null ? '' : (sheet.grid[sheet.headRows]?.[sheet.serialColumn] ?? '')
  if (/^\d+$/.test(firstSerial) && Number(firstSerial) > 1) return []
  return totals.flatMap((totalRow, at) => {
    // A total stands below its rows, or first of all above them.
    const isFirst = totalRow === sheet.headRows && totals.length === 1
    const from = at === 0 ? sheet.headRows : totals[at - 1]! + 1
    const own = isFirst ? rows.slice(1) : rows.filter((row) => row >= from && row < totalRow)
    return sheet.valueColumns.flatMap((column) => {
      const total = sheet.at(totalRow, column)
      if (!total || total.unitClass === '%' || NOT_ADDED.test(total.columnLabel)) return []
      return compare(
        sheet,
        total,
        own.map((row) => ({
          name: sheet.rowLabels[row]!,
          cell: sheet.grid[row]![column] ?? '',
          figure: sheet.at(row, column),
        })),
        'row',
      )
    })
  })
}

/** Total income below grants and fees, then Total expenses below staff and supplies: each the sum of its rows in some column. */
function englishTotals(sheet: Sheet, rows: readonly number[]): number[] {
  const totals: number[] = []
  for (const row of rows) {
    if (!/^(?:total|all|sum of) [a-z]/i.test(label(sheet, row))) continue
    const own = rows.filter((other) => other > (totals.at(-1) ?? -1) && other < row)
    const isSum = sheet.valueColumns.some((column) => {
      const parts = own.flatMap((other) => sheet.at(other, column) ?? [])
      const total = sheet.at(row, column)
      return parts.length >= 2 && total?.value.eq(sum(parts.map(({ value }) => value)))
    })
    if (isSum) totals.push(row)
  }
  return totals
}

/** 全省 below 东部, 中部, 西部: in some column of telling digits it is their sum. */
function isSumOfOthers(sheet: Sheet, row: number, rows: readonly number[]): boolean {
  if (!OF_ALL.test(label(sheet, row)) || (row !== rows.at(-1) && row !== rows[0])) return false
  return sheet.valueColumns.some((column) => {
    const total = sheet.at(row, column)
    const others = rows.flatMap((other) => (other === row ? [] : (sheet.at(other, column) ?? [])))
    return (
      total !== undefined &&
      total.unitClass !== '%' &&
      others.length >= 2 &&
      sum(others.map(({ value }) => value)).eq(total.value)
    )
  })
}

/** A 小计 row sums up the rows of its group: those since the last 小计 or 合计, of the same group name where there is one. */
function subtotals(sheet: Sheet) {
  const rows = range(sheet.headRows, sheet.grid.length)
  const isSum = (row: number) => sheet.grid[row]!.some((cell) => SUBTOTAL.test(cell) || TOTAL.test(cell.trim()))
  return rows
    .filter((row) => sheet.grid[row]!.some((cell) => SUBTOTAL.test(cell)))
    .flatMap((row) => {
      const from = rows.findLast((other) => other < row && isSum(other)) ?? sheet.headRows - 1
      const [group] = sheet.labelColumns
      const name = group === undefined ? '' : sheet.grid[row]![group]!
      const isGrouped = name !== '' && !SUBTOTAL.test(name)
      const own = range(from + 1, row).filter(
        (other) => !isGrouped || sheet.grid[other]![group!] === name || sheet.grid[other]![group!] === '',
      )
      return sheet.valueColumns.flatMap((column) => {
        const total = sheet.at(row, column)
        if (!total || total.unitClass === '%' || NOT_ADDED.test(total.columnLabel)) return []
        return compare(
          sheet,
          total,
          own.map((other) => ({
            name: sheet.rowLabels[other]!,
            cell: sheet.grid[other]![column] ?? '',
            figure: sheet.at(other, column),
          })),
          'row',
        )
      })
    })
}

function columnTotals(sheet: Sheet) {
  // 第一季度 … 第四季度 | 全年
  const isYear =
    sheet.valueColumns.filter((column) => /季度|[上下]半年|\d月|学期/.test(headName(sheet, column))).length >= 2
  const totals = sheet.valueColumns.filter(
    (column) =>
      TOTAL.test(headName(sheet, column)) ||
      (isYear && /^(全年|年度|全学年|本年)(合计|累计)?$/.test(headName(sheet, column))),
  )
  return totals.flatMap((totalColumn) => {
    const others = sheet.valueColumns.filter(
      (column) =>
        column !== totalColumn && !NOT_ADDED.test(head(sheet, column)) && isUnderOneHead(sheet, column, totalColumn),
    )
    if (others.length < 2 || totals.length > 1) return []
    return range(sheet.headRows, sheet.grid.length).flatMap((row) => {
      const total = sheet.at(row, totalColumn)
      if (!total || total.unitClass === '%' || NOT_ADDED.test(total.rowLabel)) return []
      return compare(
        sheet,
        total,
        others.map((column) => ({
          name: head(sheet, column),
          cell: sheet.grid[row]![column] ?? '',
          figure: sheet.at(row, column),
        })),
        'column',
      )
    })
  })
}

/** The addends without rows that are, together with a row marked 其中, the whole of the row above; null where none are. */
function withoutParts(sheet: Sheet, column: number, used: readonly Addend[]): Figure[] | null {
  const inner = new Set<number>()
  for (let row = sheet.headRows; row < sheet.grid.length; row += 1) {
    if (!PART.test(label(sheet, row))) continue
    const whole = sheet.at(row - 1, column)
    let total = sheet.at(row, column)?.value
    if (!whole || !total) continue
    for (let next = row + 1; next < Math.min(sheet.grid.length, row + 6) && total.lt(whole.value); next += 1) {
      const figure = sheet.at(next, column)
      if (!figure) break
      total = total.plus(figure.value)
      if (total.eq(whole.value)) for (let at = row + 1; at <= next; at += 1) inner.add(at)
    }
  }
  return inner.size === 0 ? null : used.flatMap(({ figure }) => (figure && !inner.has(figure.row) ? [figure] : []))
}

/** The addends without one, two, three … rows below a row marked 其中: any of them may be its fellow part. */
function readingsBelow(sheet: Sheet, figures: readonly Figure[]): Figure[][] {
  return figures.length === 0
    ? []
    : sheet.rowLabels.flatMap((name, row) =>
        PART.test(name.trim())
          ? [1, 2, 3, 4].map((count) => figures.filter((f) => f.row <= row || f.row > row + count))
          : [],
      )
}

/** A sum as it would be printed beside its total. */
const inUnit = (exact: Exact, { step, scale }: Figure) => shown(exact.div(scale), step.div(scale))

interface Addend {
  readonly name: string
  readonly cell: string
  readonly figure: Figure | undefined
}

function compare(sheet: Sheet, total: Figure, addends: readonly Addend[], by: 'row' | 'column') {
  const used = addends.filter((a) => !PART.test(a.name) && !NOT_ADDED.test(a.name))
  // A cell that is no number (若干, 见附件) may hold anything.
  if (used.some((a) => !a.figure && a.cell !== '' && !/^[-—–/\\无]+$/.test(a.cell))) return []
  const figures = used.flatMap((a) => a.figure ?? [])
  if (figures.length < 2 || [total, ...figures].some((f) => f.closeness !== 'exact' || f.unitClass !== total.unitClass))
    return []
  const subtotals = used.filter((a) => SUBTOTAL.test(a.name)).flatMap((a) => a.figure ?? [])
  const plain = used.filter((a) => !SUBTOTAL.test(a.name)).flatMap((a) => a.figure ?? [])
  // 本年收入合计, 年初结转, 总计: what is summed up already, and what comes after it.
  const lastSum = used.findLastIndex((a) => SUBTOTAL.test(a.name))
  const summedUp = lastSum < 0 ? [] : used.slice(lastSum).flatMap((a) => a.figure ?? [])
  const candidates = [plain, subtotals, summedUp].filter((list) => list.length >= 2)
  const room = roundingRoom([total, ...figures])
  const fits = (list: readonly Figure[]) =>
    sum(list.map((f) => f.value))
      .minus(total.value)
      .abs()
      .lte(room)
  if (candidates.length === 0 || candidates.some(fits)) return []
  // Another reading under which it is right: rows without a serial number are parts of the one before.
  const serial = sheet.serialColumn
  if (by === 'row' && serial !== null) {
    const numbered = plain.filter((f) => (sheet.grid[f.row]![serial] ?? '') !== '')
    if (numbered.length >= 2 && numbered.length < plain.length && fits(numbered)) return []
  }
  // Rows that follow 其中 without saying so are parts of the row above, too: as many as come to it.
  const outer = by === 'row' ? withoutParts(sheet, total.column, used) : null
  if (outer && fits(outer)) return []
  if (by === 'row' && readingsBelow(sheet, plain).some(fits)) return []
  const inner = by === 'row' ? new Set([...nestedRows(sheet).values()].flat()) : new Set<number>()
  const upper = plain.filter(({ row }) => !inner.has(row))
  if (upper.length >= 2 && fits(upper)) return []
  const best = outer ?? (upper.length >= 2 ? upper : candidates[0]!)
  const exact: Exact = sum(best.map((f) => f.value))
  const list =
    best.length <= 8
      ? best.map((f) => f.printed).join(' + ')
      : `${best
          .slice(0, 3)
          .map((f) => f.printed)
          .join(' + ')} + … + ${best.at(-1)!.printed}（${best.length} 项）`
  const name = by === 'row' ? total.columnLabel : total.rowLabel
  const nearness = exact.isZero() ? 1 : Number(exact.minus(total.value).abs().div(exact.abs()).toString())
  return [
    finding({
      kind: 'total',
      severity: 'serious',
      // Far off, the rows may not be all there is, or may overlap.
      confidence: nearness < 0.3 ? 0.93 : nearness < 1 ? 0.8 : 0.6,
      zh: `“${name}”的合计印为 ${total.printed}，各${by === 'row' ? '行' : '列'}相加为 ${inUnit(exact, total)}`,
      en: `The total of "${name}" is printed as ${total.printed}; its ${by === 'row' ? 'rows' : 'columns'} add up to ${inUnit(exact, total)}`,
      arithmetic: `${total.printed} ≠ ${list} = ${inUnit(exact, total)}`,
      values: [total.printed],
      places: [total.place, ...best.slice(0, 12).map((f) => f.place)],
      explanations: [EXPLANATIONS.several, EXPLANATIONS.other],
    }),
  ]
}

/** 男 | 女 | 合计 below 毕业生人数: the total is that of its own head alone. */
const isUnderOneHead = (sheet: Sheet, column: number, total: number): boolean =>
  sheet.headRows < 2 || (sheet.grid[0]![column] ?? '') === (sheet.grid[0]![total] ?? '')

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
const label = (sheet: Sheet, row: number) => (sheet.rowLabels[row] ?? '').trim()
const head = (sheet: Sheet, column: number) =>
  range(0, sheet.headRows)
    .map((row) => sheet.grid[row]![column] ?? '')
    .join('/')
const headName = (sheet: Sheet, column: number) =>
  (sheet.grid[sheet.headRows - 1]![column] ?? '').replace(/[（(].*$/, '').trim()
