import { Exact } from '../../../engine/indicators/exact.ts'
import type { Sheet } from '../understanding/sheet.ts'
import { agrees, isTruncated, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * The row called 平均 is the mean of the rows above it; for rates, which may be weighed, it lies at least between the
 * lowest and the highest of them.
 * Example: 80, 90 and 100 with 平均 95.
 */
export const tableAverages: AuditRule = {
  name: 'table-averages',
  kind: 'average',
  reason: { zh: '平均行应为各行的平均数', en: 'A row of averages is the mean of the rows' },
  wrong: '| 学院 | 场次 |\n|---|---|\n| 甲 | 80 |\n| 乙 | 90 |\n| 丙 | 100 |\n| 平均 | 95 |\n',
  right: '| 学院 | 场次 |\n|---|---|\n| 甲 | 80 |\n| 乙 | 90 |\n| 丙 | 100 |\n| 平均 | 90 |\n',
  check: ({ sheets }) => sheets.flatMap(judge),
}

const isMean = (label: string) => /^(.{0,8}平\s*均值?|均值|平均数|average|mean)$/i.test(label.trim())

function judge(sheet: Sheet) {
  const rows = sheet.grid.map((_, row) => row).filter((row) => row >= sheet.headRows)
  const meanRow = rows.find((row) => isMean(sheet.rowLabels[row] ?? ''))
  if (meanRow === undefined) return []
  return sheet.valueColumns.flatMap((column) => {
    const mean = sheet.at(meanRow, column)
    const figures = rows
      .filter((row) => row < meanRow && !/计$|平均/.test((sheet.rowLabels[row] ?? '').trim()))
      .flatMap((row) => sheet.at(row, column) ?? [])
    if (!mean || figures.length < 2 || figures.some((f) => f.closeness !== 'exact' || f.unitClass !== mean.unitClass))
      return []
    const values = figures.map((f) => f.value)
    const exact = sum(values).div(values.length)
    if (agrees(exact, mean)) return []
    const isWeighed = mean.unitClass === '%' || /率|比|均|分/.test(mean.columnLabel)
    if (isWeighed && mean.value.gte(Exact.min(...values)) && mean.value.lte(Exact.max(...values))) return []
    const cut = isTruncated(exact, mean)
    return [
      finding({
        kind: cut ? 'truncation' : 'average',
        severity: cut ? 'minor' : 'serious',
        confidence: cut ? 0.75 : 0.85,
        zh: `“${mean.columnLabel}”的平均数印为 ${mean.printed}，各行平均为 ${shown(exact, mean.step)}`,
        en: `The average of "${mean.columnLabel}" is printed as ${mean.printed}; the mean of its rows is ${shown(exact, mean.step)}`,
        arithmetic: `${shown(sum(values), mean.step)} ÷ ${values.length} = ${shown(exact, mean.step)} ≠ ${mean.printed}`,
        values: [mean.printed],
        places: [mean.place, ...figures.slice(0, 8).map((f) => f.place)],
        explanations: [EXPLANATIONS.definition],
      }),
    ]
  })
}
