import type { Figure, Sheet } from '../understanding/sheet.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'
import { NOT_ADDED, TOTAL } from './table-heads.ts'

/**
 * Rows that are parts of the row above without saying so: 工资福利支出 18462.75, below it 基本工资, 津贴补贴 … that come to it; or
 * accounts, 205 above 20501 and 20502. One column shows it, so that it must hold in the others.
 * Example: 205 教育支出 24456.67 above parts that come to it last year, but to 24465.67 this year.
 */
export const nestedRowsRule: AuditRule = {
  name: 'nested-rows',
  kind: 'parts-and-whole',
  reason: { zh: '下级各行之和应等于上级行', en: 'Rows below a row that they make up come to it in every column' },
  wrong:
    '| 编码 | 科目 | 上年数 | 本年数 |\n|---|---|---|---|\n| 205 | 教育支出 | 2386.40 | 2465.67 |\n| 20501 | 管理事务 | 186.25 | 192.33 |\n| 20502 | 普通教育 | 2200.15 | 2253.34 |\n| 208 | 社会保障支出 | 239.86 | 248.63 |\n',
  right:
    '| 编码 | 科目 | 上年数 | 本年数 |\n|---|---|---|---|\n| 205 | 教育支出 | 2386.40 | 2445.67 |\n| 20501 | 管理事务 | 186.25 | 192.33 |\n| 20502 | 普通教育 | 2200.15 | 2253.34 |\n| 208 | 社会保障支出 | 239.86 | 248.63 |\n',
  check: ({ sheets }) => sheets.flatMap(judge),
}

const MOST_PARTS = 20

/** Columns whose figures may be added, in a row. */
const figuresOf = (sheet: Sheet, row: number): Figure[] =>
  sheet.valueColumns.flatMap((column) => {
    const figure = sheet.at(row, column)
    return figure && figure.unitClass !== '%' && figure.closeness === 'exact' && !NOT_ADDED.test(figure.columnLabel)
      ? [figure]
      : []
  })

const isSum = (whole: Figure, parts: readonly Figure[]): boolean =>
  sum(parts.map(({ value }) => value))
    .minus(whole.value)
    .abs()
    .lte(roundingRoom([whole, ...parts]))

/** The rows that make up each row above them, by what at least one column shows; sums of few digits show nothing. */
export function nestedRows(sheet: Sheet): Map<number, readonly number[]> {
  const nested = new Map<number, readonly number[]>()
  const isTotal = (row: number): boolean => TOTAL.test((sheet.rowLabels[row] ?? '').trim())
  for (let row = sheet.headRows; row < sheet.grid.length; row += 1) {
    if (isTotal(row)) continue
    const coded = codedBelow(sheet, row)
    const rows = coded.length >= 2 ? coded : summedBelow(sheet, row, isTotal)
    if (rows.length >= 2) nested.set(row, rows)
  }
  return nested
}

const codeOf = ({ codeColumn, grid }: Sheet, row: number): string => {
  const cell = codeColumn === null ? '' : (grid[row]![codeColumn] ?? '').trim()
  return /^\d{3,9}$/.test(cell) ? cell : ''
}

/** 20501, 20502 below 205: the codes of the next level that follow. */
function codedBelow(sheet: Sheet, row: number): number[] {
  const own = codeOf(sheet, row)
  if (own === '') return []
  const below: number[] = []
  for (let next = row + 1; next < sheet.grid.length; next += 1) {
    const code = codeOf(sheet, next)
    if (!code.startsWith(own) || code.length <= own.length) break
    below.push(next)
  }
  const least = Math.min(...below.map((next) => codeOf(sheet, next).length))
  return below.filter((next) => codeOf(sheet, next).length === least)
}

function summedBelow(sheet: Sheet, row: number, isTotal: (row: number) => boolean): number[] {
  const wholes = figuresOf(sheet, row)
  for (const whole of wholes) {
    if (digitsOf(whole.printed) < 4) continue
    const parts: Figure[] = []
    for (let next = row + 1; next < Math.min(sheet.grid.length, row + 1 + MOST_PARTS); next += 1) {
      const part = sheet.at(next, whole.column)
      if (!part || part.unitClass !== whole.unitClass || isTotal(next) || part.value.gt(whole.value)) break
      parts.push(part)
      if (parts.length < 2 || !isSum(whole, parts)) continue
      const rows = parts.map((figure) => figure.row)
      // Four digits come together by chance in a long column, five or two columns hardly.
      const isSure =
        digitsOf(whole.printed) >= 5 || wholes.some((other) => other !== whole && isSumIn(sheet, other, rows))
      if (isSure && rows.every((below) => (sheet.rowLabels[below] ?? '') !== '')) return rows
      break
    }
  }
  return []
}

const isSumIn = (sheet: Sheet, whole: Figure, rows: readonly number[]): boolean => {
  const parts = rows.flatMap((row) => sheet.at(row, whole.column) ?? [])
  return parts.length >= 2 && digitsOf(whole.printed) >= 3 && isSum(whole, parts)
}

function judge(sheet: Sheet) {
  return [...nestedRows(sheet)].flatMap(([row, rows]) => {
    const columns = figuresOf(sheet, row).flatMap((whole) => {
      const parts = rows.flatMap((below) => sheet.at(below, whole.column) ?? [])
      return parts.length >= 2 ? [{ whole, parts, isRight: isSum(whole, parts) }] : []
    })
    const isShown = columns.some(({ whole, isRight }) => isRight && digitsOf(whole.printed) >= 3)
    return columns.flatMap(({ whole, parts, isRight }) => {
      if (isRight || parts.some(({ unitClass, closeness }) => unitClass !== whole.unitClass || closeness !== 'exact'))
        return []
      const isSlip =
        digitsOf(whole.printed) >= 4 &&
        isOneSlipAway([whole, ...parts], ([total, ...rest]) =>
          sum(rest)
            .minus(total!)
            .abs()
            .lte(roundingRoom([whole, ...parts])),
        )
      const isCoded = codeOf(sheet, row) !== ''
      if (!isSlip && !(isCoded && isShown && parts.length === rows.length)) return []
      const exact = shown(sum(parts.map(({ value }) => value)).div(whole.scale), whole.step.div(whole.scale))
      return [
        finding({
          kind: 'parts-and-whole',
          severity: 'serious',
          confidence: isSlip ? 0.9 : 0.75,
          zh: `“${whole.rowLabel}”的${whole.columnLabel}为 ${whole.printed}，其下各行相加为 ${exact}`,
          en: `${whole.columnLabel} of "${whole.rowLabel}" is ${whole.printed}, but the rows below it come to ${exact}`,
          arithmetic: `${whole.printed} ≠ ${parts.map(({ printed }) => printed).join(' + ')} = ${exact}`,
          values: [whole.printed, ...parts.map(({ printed }) => printed)],
          places: [whole.place, ...parts.map(({ place }) => place)],
          explanations: [EXPLANATIONS.other],
        }),
      ]
    })
  })
}
