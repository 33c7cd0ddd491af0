import type { Exact } from '../../../engine/indicators/exact.ts'
import { isChange } from '../understanding/other-time.ts'
import type { Figure, Sheet } from '../understanding/sheet.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { ARRIVED, DOWN, pairsOf, UP } from './growth-pairs.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * "录取 4186 人，同比增长 10.27%": the base is not in the text, but a table by years prints the same figure, and the one of
 * the year before beside it.
 * Example: 报到率 95.51%，比 2021 年高 1.36 个百分点 beside rows 2021 年 95.15% and 2022 年 95.51%.
 */
export const growthFromTable: AuditRule = {
  name: 'growth-from-table',
  kind: 'growth',
  reason: { zh: '正文的增减应与表中两年之数相符', en: 'A change told in the text follows from the years of a table' },
  wrong:
    '| 年度 | 录取数（人） | 报到数（人） |\n|---|---|---|\n| 2021年 | 3796 | 3612 |\n| 2022年 | 4186 | 3998 |\n\n2022年学校录取新生4186人，同比增长12.07%。\n',
  right:
    '| 年度 | 录取数（人） | 报到数（人） |\n|---|---|---|\n| 2021年 | 3796 | 3612 |\n| 2022年 | 4186 | 3998 |\n\n2022年学校录取新生4186人，同比增长10.27%。\n',
  check: (understood) => understood.mentions.flatMap((change) => judge(understood, change)),
}

const COMPARED = /同比|[比较](?:上年|去年|上一年|20\d{2}\s*年)/

function judge(understood: Understood, change: Mention) {
  const lead = change.lead.replace(/\s/g, '')
  const last = change.sentence.mentions[change.index - 1]
  // 比 2022 年增加 214 万元，增长 33%: the second goes on.
  const isOwn = COMPARED.test(lead) || /[比较]20\d{2}/.test(lead)
  const first = !isOwn && last && isChange(last) && COMPARED.test(last.lead.replace(/\s/g, '')) ? last : change
  const words = first.lead.replace(/\s/g, '')
  if (!COMPARED.test(words) || !isChange(change) || ARRIVED.test(lead)) return []
  if (change.closeness !== 'exact' || change.isRange || digitsOf(change.printed) < 2) return []
  // A base in the sentence is the business of another rule.
  if (pairsOf(change.sentence).some(({ rest }) => rest.includes(change))) return []
  const pairs = pairsFor(understood, first, Number(/[比较](20\d{2})/.exec(words)?.[1] ?? 0))
  if (pairs.length === 0) return []
  const sign = DOWN.test(lead) && !UP.test(lead) ? -1 : 1
  const said = { value: change.value.times(sign), step: change.step }
  const judged = pairs.flatMap((pair) => {
    const exact = changeOf(pair.before.value, pair.after.value, change, pair.after)
    return exact === null ? [] : [{ ...pair, exact }]
  })
  const [best] = judged
  if (!best || judged.some(({ exact }) => agrees(exact, said)) || judged.some((one) => !one.exact.eq(best.exact)))
    return []
  const { before, after, exact } = best
  if (!best.isSaid && !isSlip(best, change, said.value)) return []
  const cut = isTruncated(exact, said)
  const scale = change.unitClass === '%' ? 1 : change.scale
  const right = shown(exact.div(scale), change.step.div(scale))
  return [
    finding({
      kind: cut ? 'truncation' : 'growth',
      severity: cut ? 'minor' : 'serious',
      confidence: 0.8,
      zh: `表中由 ${before.printed} 到 ${after.printed}，变化为 ${right}，正文写作 ${change.printed}`,
      en: `The table goes from ${before.printed} to ${after.printed}, a change of ${right}; the text says ${change.printed}`,
      arithmetic: `${before.printed} → ${after.printed}: ${right} ≠ ${change.printed}`,
      values: [change.printed, before.printed, after.printed],
      places: [change.place, before.place, after.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.rounding],
    }),
  ]
}

interface Years {
  readonly before: Figure
  readonly after: Figure
  /** The text prints the later figure itself. */
  readonly isSaid: boolean
}

/** The figure told before the change, as a table prints it, and that of the year before; else the totals of a table near by. */
function pairsFor(understood: Understood, change: Mention, year: number): Years[] {
  const told = change.sentence.mentions[change.index - 1]
  const isValue = told && !isChange(told) && told.closeness === 'exact' && digitsOf(told.printed) >= 3
  return understood.sheets.flatMap((sheet) => {
    const figures = isValue
      ? sheet.figures.filter((f) => f.value.eq(told.value) && f.step.eq(told.step) && isOneClass(f, told))
      : change.sentence.block > sheet.block && change.sentence.block - sheet.block <= 2
        ? sheet.figures.filter((f) => /^(合\s*计|总\s*计)/.test(f.rowLabel.trim()))
        : []
    return figures.flatMap((after) => {
      const own = yearOf(after.rowLabel) ?? yearOf(after.columnLabel)
      if (own === null || (!isValue && own !== understood.year)) return []
      const before = sameOf(sheet, after, year || own - 1)
      return before ? [{ before, after, isSaid: Boolean(isValue) }] : []
    })
  })
}

const isOneClass = (f: Figure, m: Mention): boolean => f.unitClass === m.unitClass || f.unitClass === ''

const yearOf = (label: string): number | null => {
  const year = /^\s*(20\d{2})\s*(?:年度?|学年|届)?/.exec(label.split('/').at(-1) ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** The same quantity of another year: another row of its column, or another column of its row. */
function sameOf(sheet: Sheet, { row, column, rowLabel }: Figure, year: number): Figure | undefined {
  return yearOf(rowLabel) === null
    ? sheet.figures.find((f) => f.row === row && f.column !== column && yearOf(f.columnLabel) === year)
    : sheet.figures.find((f) => f.column === column && f.row !== row && yearOf(f.rowLabel) === year)
}

function changeOf(before: Exact, after: Exact, change: Mention, { unitClass }: Figure): Exact | null {
  const difference = after.minus(before)
  if (change.unitClass === '%' && unitClass !== '%') return before.isZero() ? null : difference.div(before).times(100)
  return change.unitClass === 'points' || change.unitClass === unitClass ? difference : null
}

const isSlip = ({ exact }: { exact: Exact }, change: Mention, said: Exact): boolean =>
  digitsOf(change.printed) >= 3 &&
  isOneSlipAway([{ ...change, value: said }], ([value]) => agrees(exact, { value: value!, step: change.step }))
