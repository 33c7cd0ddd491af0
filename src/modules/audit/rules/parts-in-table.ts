import { familyOf, isComplete } from '../understanding/families.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import { roundingRoom, shown, sum } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * Rows below "其中" are parts of the row above. Parts that exclude each other (levels, sexes, sectors) cannot come to more
 * than their whole, and must come to it when together they leave nothing over.
 * Example: 精品课程 137，其中国家级 6、省级 29、校级 110: 6 + 29 + 110 = 145 ≠ 137.
 */
export const partsInTable: AuditRule = {
  name: 'parts-in-table',
  kind: 'parts-and-whole',
  reason: { zh: '互斥的分项之和应等于总项', en: 'Parts that exclude each other add up to their whole' },
  wrong:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 课程总数 | 门 | 137 |\n| 其中：国家级 | 门 | 6 |\n| 省级 | 门 | 29 |\n| 校级 | 门 | 110 |\n',
  right:
    '| 指标 | 单位 | 数值 |\n|---|---|---|\n| 课程总数 | 门 | 145 |\n| 其中：国家级 | 门 | 6 |\n| 省级 | 门 | 29 |\n| 校级 | 门 | 110 |\n',
  check: ({ sheets }) =>
    sheets.flatMap((sheet) =>
      groupsOf(sheet).flatMap(({ whole, parts, goesOn }) => {
        const known = familyOf(parts.map((part) => part.rowLabel.split(' ').at(-1)!))
        // The table says itself that its parts overlap.
        if (sheet.table.notes?.some((note) => /可同时|分别计|重复|兼有|多个级别|不重复计/.test(note))) return []
        if (!known || parts.length < 2) return []
        if ([whole, ...parts].some((f) => f.closeness !== 'exact')) return []
        const total = sum(parts.map((part) => part.value))
        const difference = total.minus(whole.value)
        const complete = isComplete(known.family, known.members)
        if (difference.abs().lte(roundingRoom([whole, ...parts])) || (difference.lt(0) && (!complete || goesOn)))
          return []
        const arithmetic = `${whole.printed} ≠ ${parts.map((part) => part.printed).join(' + ')} = ${shown(total.div(whole.scale), whole.step.div(whole.scale))}`
        const name = plain(whole.rowLabel)
        return [
          finding({
            kind: 'parts-and-whole',
            severity: 'serious',
            confidence: difference.gt(0) ? 0.95 : 0.75,
            zh: `“${name}”为 ${whole.printed}，各分项合计为 ${shown(total.div(whole.scale), whole.step.div(whole.scale))}`,
            en: `"${name}" is ${whole.printed}, but its parts come to ${shown(total.div(whole.scale), whole.step.div(whole.scale))}`,
            arithmetic,
            values: [whole.printed, ...parts.map((part) => part.printed)],
            places: [whole.place, ...parts.map((part) => part.place)],
            explanations: [difference.gt(0) ? EXPLANATIONS.several : EXPLANATIONS.other],
          }),
        ]
      }),
    ),
}

const plain = (label: string) => label.replace(/^(其中|包括)[：:]?\s*/, '')

interface Group {
  readonly whole: Figure
  readonly parts: readonly Figure[]
  /** More rows without a number of their own follow: they may be parts too. */
  readonly goesOn: boolean
}

/** A row and the rows of one kind below its 其中, in every value column. */
export function groupsOf(sheet: Sheet): Group[] {
  const groups: Group[] = []
  for (let row = sheet.headRows; row < sheet.grid.length; row += 1) {
    if (!/^(其中|包括)/.test(lastLabel(sheet, row))) continue
    const wholeRow = wholeAbove(sheet, row)
    if (wholeRow === null) continue
    const rows = partRows(sheet, row)
    const below = sheet.grid[rows.at(-1)! + 1]
    const goesOn = sheet.serialColumn !== null && below !== undefined && (below[sheet.serialColumn] ?? '') === ''
    for (const column of sheet.valueColumns) {
      const whole = sheet.at(wholeRow, column)
      const parts = rows.flatMap((r) => sheet.at(r, column) ?? [])
      if (whole && parts.length === rows.length && parts.every((part) => part.unitClass === whole.unitClass))
        groups.push({ whole, parts, goesOn })
    }
  }
  return groups
}

const lastLabel = (sheet: Sheet, row: number): string =>
  (sheet.rowLabels[row] ?? '').split(' ').findLast((part) => part !== '') ?? ''

/** The row the 其中 belongs to: the nearest above that is no part itself, with the same unit where rows of hours lie between. */
function wholeAbove(sheet: Sheet, row: number): number | null {
  const figure = sheet.valueColumns.map((column) => sheet.at(row, column)).find((f) => f !== undefined)
  for (let above = row - 1; above >= sheet.headRows; above -= 1) {
    const candidate = figure && sheet.at(above, figure.column)
    const starts = sheet.serialColumn === null || (sheet.grid[above]![sheet.serialColumn] ?? '') !== ''
    if (
      candidate &&
      candidate.unitClass === figure.unitClass &&
      starts &&
      !/^(其中|包括)/.test(lastLabel(sheet, above))
    )
      return above
    if (starts && sheet.serialColumn !== null)
      return candidate?.unitClass === figure?.unitClass && candidate ? above : null
  }
  return null
}

/** Rows of the same family as the first, up to the next numbered row or the next 其中. */
function partRows(sheet: Sheet, first: number): number[] {
  const rows = [first]
  for (let row = first + 1; row < sheet.grid.length; row += 1) {
    const label = lastLabel(sheet, row)
    if (/^(其中|包括)/.test(label) && sheet.serialColumn !== null) break
    if (sheet.serialColumn !== null && (sheet.grid[row]![sheet.serialColumn] ?? '') !== '') break
    if (familyOf([...rows.map((r) => lastLabel(sheet, r)), label])) rows.push(row)
    else if (sheet.serialColumn === null && !/^(其中|接入|\s)/.test(label)) break
  }
  return rows
}
