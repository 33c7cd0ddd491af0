import type { Exact } from '../../../engine/indicators/exact.ts'
import type { FindingKind } from '../finding.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * Most rows of a table show how one column is computed from two others (报到率 = 报到数 ÷ 录取数); the rows that do not
 * follow are wrong. The table teaches its own rule, so that no names need be known; a heading that names a rate is
 * believed with one row less.
 * Example: 录取 100、报到 92、报到率 92.00% in all rows but one that says 29.00%.
 */
export const tableRelations: AuditRule = {
  name: 'table-relations',
  kind: 'percentage',
  reason: { zh: '同一列应按同一算法得出', en: 'A column is computed in one way' },
  wrong:
    '| 专业 | 录取数 | 报到数 | 报到率 |\n|---|---|---|---|\n| 甲 | 120 | 110 | 91.67% |\n| 乙 | 75 | 68 | 90.67% |\n| 丙 | 200 | 186 | 95.00% |\n| 丁 | 30 | 29 | 96.67% |\n',
  right:
    '| 专业 | 录取数 | 报到数 | 报到率 |\n|---|---|---|---|\n| 甲 | 120 | 110 | 91.67% |\n| 乙 | 75 | 68 | 90.67% |\n| 丙 | 200 | 186 | 93.00% |\n| 丁 | 30 | 29 | 96.67% |\n',
  check: ({ sheets, turned }) => [...sheets, ...turned].flatMap(brokenRelations),
}

interface Relation {
  readonly sign: string
  readonly kind: FindingKind
  readonly of: (a: Exact, b: Exact) => Exact | null
  /** Heads for which the relation makes sense. */
  readonly heads: RegExp
}

const RATE = /率|比例|占比|比重|百分比|%|度$|rate|share|per ?cent/i
const GROWTH = /增|减|同比|环比|涨|降幅|change|growth/i
const RELATIONS: readonly Relation[] = [
  { sign: '÷', kind: 'percentage', heads: RATE, of: (a, b) => (b.isZero() ? null : a.div(b).times(100)) },
  {
    sign: '增幅',
    kind: 'growth',
    heads: /增幅|增长|增减|同比|变化|变动|涨幅|降幅|\b(?:change|growth|increase)\b/i,
    of: (a, b) => (b.isZero() ? null : a.minus(b).div(b.abs()).times(100)),
  },
  {
    sign: '−',
    kind: 'growth',
    heads: /增加|增减|增量|变化|差|净增|结余|余额|\b(?:change|difference|increase|surplus|balance)\b/i,
    of: (a, b) => a.minus(b),
  },
  {
    sign: '÷',
    kind: 'average',
    heads: /均|平均|人均|生均|每|额$|average|per /i,
    of: (a, b) => (b.isZero() ? null : a.div(b)),
  },
  { sign: '÷', kind: 'ratio', heads: /比$|ratio/i, of: (a, b) => (b.isZero() ? null : a.div(b)) },
  { sign: '+', kind: 'total', heads: /计|总|共|\b(?:total|all)\b/i, of: (a, b) => a.plus(b) },
  { sign: '×', kind: 'total', heads: /金额|总价|合计|总额|小计|总学时|总课时/, of: (a, b) => a.times(b) },
]

function brokenRelations(sheet: Sheet) {
  return sheet.valueColumns.flatMap((column) => {
    const results = figuresOf(sheet, column)
    if (results.length < 3) return []
    const name = results[0]!.columnLabel
    for (const relation of RELATIONS) {
      if (!relation.heads.test(name.split('/').at(-1)!)) continue
      for (const a of sheet.valueColumns)
        for (const b of sheet.valueColumns) {
          if (a === b || a === column || b === column || (relation.sign === '+' && a > b)) continue
          const rows = rowsOf(sheet, results, a, b, relation)
          const right = rows.filter((row) => row.isRight)
          const least = relation.heads === RATE && RATE.test(name) ? 2 : 3
          if (right.length < least || right.length < rows.length * 0.6 || !isTelling(right)) continue
          return rows
            .filter(({ exact, figure }) => exact !== null && !agrees(exact, figure))
            .slice(0, MOST_OF_A_COLUMN)
            .map((row) => broken(sheet, row, relation, a, b))
        }
    }
    return []
  })
}

/** So many wrong rows are enough to see that a column is computed in another way. */
const MOST_OF_A_COLUMN = 8

interface Row {
  readonly figure: Figure
  readonly first: Figure
  readonly second: Figure
  readonly exact: Exact | null
  readonly isRight: boolean
}

function rowsOf(sheet: Sheet, results: readonly Figure[], a: number, b: number, relation: Relation): Row[] {
  return results.flatMap((figure) => {
    const first = sheet.at(figure.row, a)
    const second = sheet.at(figure.row, b)
    if (!first || !second || [figure, first, second].some((f) => f.closeness !== 'exact')) return []
    const exact = relation.of(first.value, second.value)
    return [
      { figure, first, second, exact, isRight: exact === null || agrees(exact, figure) || isTruncated(exact, figure) },
    ]
  })
}

/** Rows of zeros, hundreds and equal numbers fit any relation. */
const isTelling = (rows: readonly Row[]) =>
  rows.filter(({ figure, first }) => !figure.value.isZero() && !figure.value.eq(100) && !first.value.isZero()).length >=
  Math.min(2, rows.length)

function broken(sheet: Sheet, { figure, first, second, exact }: Row, relation: Relation, a: number, b: number) {
  const value = shown(exact!, figure.step)
  const percent = relation.kind === 'percentage' || relation.sign === '增幅' ? ' × 100' : ''
  const formula =
    relation.sign === '增幅'
      ? `(${first.printed} − ${second.printed}) ÷ ${second.printed} × 100`
      : `${first.printed} ${relation.sign} ${second.printed}${percent}`
  const names = [a, b].map((column) => sheet.at(figure.row, column)!.columnLabel)
  const cut = isTruncated(exact!, figure)
  return finding({
    // 增减率 = 增减额 ÷ 上年数 is a growth, however it is computed.
    kind: cut ? 'truncation' : GROWTH.test(figure.columnLabel) ? 'growth' : relation.kind,
    severity: cut ? 'minor' : 'serious',
    confidence: cut ? 0.85 : 0.92,
    zh: `“${figure.rowLabel}”的${figure.columnLabel}印为 ${figure.printed}，按${names.join('、')}计算为 ${value}`,
    en: `${figure.columnLabel} of "${figure.rowLabel}" is printed as ${figure.printed}; from ${names.join(' and ')} it is ${value}`,
    arithmetic: `${formula} = ${value} ≠ ${figure.printed}`,
    values: [figure.printed, first.printed, second.printed],
    places: [figure.place, first.place, second.place],
    explanations: [EXPLANATIONS.rounding, EXPLANATIONS.definition],
  })
}

const figuresOf = (sheet: Sheet, column: number) => sheet.figures.filter((f) => f.column === column)
