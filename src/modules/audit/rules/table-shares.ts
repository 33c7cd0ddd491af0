import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import { agrees, isTruncated, percentOf, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * A column of shares (比例, 占比) beside a column of counts has one whole for all its rows: the total row, the sum of the
 * rows, or a whole that most of the rows agree on. Rows that do not follow are wrong.
 * Example: 升学 2469 of 6393 printed as 36.82% beside 签协议 2924 (45.74%) and 待就业 176 (2.75%).
 */
export const tableShares: AuditRule = {
  name: 'table-shares',
  kind: 'percentage',
  reason: { zh: '占比应等于人数除以总数', en: 'A share is its count divided by the whole' },
  wrong:
    '| 去向 | 人数 | 比例 |\n|---|---|---|\n| 就业 | 300 | 60.00% |\n| 升学 | 150 | 35.00% |\n| 待业 | 50 | 10.00% |\n| 合计 | 500 | 100% |\n',
  right:
    '| 去向 | 人数 | 比例 |\n|---|---|---|\n| 就业 | 300 | 60.00% |\n| 升学 | 150 | 30.00% |\n| 待业 | 50 | 10.00% |\n| 合计 | 500 | 100% |\n',
  check: ({ sheets, turned }) =>
    [...sheets, ...turned].flatMap((sheet) => sheet.valueColumns.flatMap((column) => broken(sheet, column))),
}

/** Bounds of an interval around a share are no shares. */
const BOUNDS = /置信区间|上限|下限|误差|interval|margin of error/i

function broken(sheet: Sheet, column: number) {
  const shares = sheet.figures.filter((f) => f.column === column && f.closeness === 'exact')
  if (
    shares.length < 3 ||
    !/占|比例|比重|百分比|构成|份额|share|per ?cent|proportion|%/i.test(shares[0]!.columnLabel.split('/').at(-1)!) ||
    BOUNDS.test(shares[0]!.columnLabel)
  )
    return []
  for (const counts of sheet.valueColumns) {
    if (counts === column) continue
    const rows = shares.flatMap((share) => {
      const count = sheet.at(share.row, counts)
      return count && count.unitClass !== '%' && count.closeness === 'exact' ? [{ share, count }] : []
    })
    if (rows.length < 3) continue
    const found = wholeOf(rows)
    if (!found) continue
    const { whole, isPrinted } = found
    return rows.flatMap(({ share, count }) => {
      const exact = percentOf(count.value, whole)!
      if (agrees(exact, share)) return []
      const cut = isTruncated(exact, share)
      // A whole that was itself computed from rounded shares is no measure for a last digit.
      if (cut && !isPrinted) return []
      return [
        finding({
          kind: cut ? 'truncation' : 'percentage',
          severity: cut ? 'minor' : 'serious',
          confidence: cut ? 0.85 : 0.92,
          zh: `“${share.rowLabel}”的${share.columnLabel}印为 ${share.printed}，按 ${count.printed} ÷ ${shown(whole)} 计算为 ${shown(exact, share.step)}%`,
          en: `${share.columnLabel} of "${share.rowLabel}" is printed as ${share.printed}; ${count.printed} ÷ ${shown(whole)} is ${shown(exact, share.step)} %`,
          arithmetic: `${count.printed} ÷ ${shown(whole)} × 100 = ${shown(exact, share.step)} ≠ ${share.printed}`,
          values: [share.printed, count.printed],
          places: [share.place, count.place],
          explanations: [EXPLANATIONS.rounding, EXPLANATIONS.base],
        }),
      ]
    })
  }
  return []
}

/** The whole under which the most rows are right, if those are most of them. */
function wholeOf(rows: readonly { share: Figure; count: Figure }[]): { whole: Exact; isPrinted: boolean } | null {
  const counts = rows.map(({ count }) => count.value)
  const most = Math.max(2, Math.ceil(rows.length * 0.6))
  // The total row may be the one that is wrong: the others make it.
  const others = rows.filter(({ count }) => !/计|total/i.test(count.rowLabel)).map(({ count }) => count.value)
  const printed = bestOf([sum(counts), sum(others), ...counts], rows)
  if (printed && printed.right >= most) return { whole: printed.whole, isPrinted: true }
  // A whole that is printed nowhere, or wrong.
  const derived = rows
    .filter(({ share }) => share.value.gt(0))
    .map(({ share, count }) => count.value.div(share.value).times(100).div(count.scale).round().times(count.scale))
  const best = bestOf(derived, rows)
  return best && best.right >= most ? { whole: best.whole, isPrinted: false } : null
}

function bestOf(
  candidates: readonly Exact[],
  rows: readonly { share: Figure; count: Figure }[],
): { whole: Exact; right: number } | null {
  let best: { whole: Exact; right: number } | null = null
  for (const whole of candidates) {
    if (whole.lte(0)) continue
    const right = rows.filter(({ share, count }) => {
      const exact = percentOf(count.value, whole)!
      return agrees(exact, share) || isTruncated(exact, share)
    }).length
    if (!best || right > best.right) best = { whole, right }
  }
  return best
}
