import { chart, doc, recordTable } from '../../../language/document.ts'
import { shareOf } from '../inside/share.ts'
import type { Facts } from './facts.ts'
import { cell, chartAdded, column, type Maker, p, SHARE, shareAdded, tableAdded } from './maker.ts'
import { monthWords, namesOf, narrowed } from './said.ts'

/** Skills drawn month by month. */
const DRAWN = 4

/** How the shares of skills change: two spans of months with their intervals, and the first skills month by month. */
export function changeSection(maker: Maker, facts: Facts) {
  const { halves, demand } = facts
  if (halves === null)
    return doc(
      demand.from === null
        ? p`招聘信息没有写明发布日期，说不出能力要求的变化。`
        : p`写明日期的招聘信息不足两个月，或每月的条数太少，说不出能力要求的变化。`,
    )
  const { earlier, later } = halves
  const compared = halves.skills.map(({ skill, before, after }) => {
    const one = (span: typeof earlier, n: number, code: string, words: string) => {
      const among = narrowed(facts, { from: span.from, to: span.to })
      const label = `${words}要求“${skill}”的招聘信息`
      return shareAdded(maker, `${code}.${skill}`, label, { ...among, skills: [skill] }, among, n, span.n)
    }
    const [was, is] = [shareOf(before, earlier.n), shareOf(after, later.n)]
    return {
      skill,
      before: one(earlier, before, 'earlier', '前段'),
      after: one(later, after, 'later', '后段'),
      // Only where the two intervals do not touch.
      verdict: Number(is.low) > Number(was.high) ? '上升' : Number(is.high) < Number(was.low) ? '下降' : '看不出变化',
    }
  })
  const with_ = (verdict: string) => compared.filter((one) => one.verdict === verdict).map(({ skill }) => skill)
  const [more, fewer] = [with_('上升'), with_('下降')]
  const span = (of: typeof earlier) =>
    of.from === of.to ? monthWords(of.from) : `${monthWords(of.from)}至${monthWords(of.to)}`
  const was = { zh: `前段（${span(earlier)}）`, en: `${earlier.from} to ${earlier.to}` }
  const is = { zh: `后段（${span(later)}）`, en: `${later.from} to ${later.to}` }
  const table = tableAdded(
    maker,
    'change',
    { zh: '能力要求占比的前后比较', en: 'Change of shares' },
    [
      column('skill', '能力', 'Skill'),
      column('before', '占比', 'Share', { ...SHARE, group: was }),
      column('before-low', '下限', 'Low', { ...SHARE, group: was }),
      column('before-high', '上限', 'High', { ...SHARE, group: was }),
      column('after', '占比', 'Share', { ...SHARE, group: is }),
      column('after-low', '下限', 'Low', { ...SHARE, group: is }),
      column('after-high', '上限', 'High', { ...SHARE, group: is }),
      column('verdict', '变化', 'Change', { align: 'center' }),
    ],
    compared.map(({ skill, before, after, verdict }) => [
      skill,
      ...[before.percent, before.low, before.high, after.percent, after.low, after.high].map((code) =>
        cell(maker, code),
      ),
      verdict,
    ]),
    [
      {
        zh: '前后两段的置信区间不相交时，才写“上升”或“下降”；其余写“看不出变化”，不等于没有变化。',
        en: 'Up or down only where the two intervals do not touch.',
      },
    ],
  )
  const months = demand.months.filter(({ month }) => month >= earlier.from && month <= later.to)
  const drawn = halves.skills.slice(0, DRAWN).map(({ skill }) => ({
    label: { zh: skill },
    codes: months.map(({ month, n }) => {
      const among = narrowed(facts, { from: month, to: month })
      const k = facts.byMonth.get(month)?.get(skill) ?? 0
      const label = `${monthWords(month)}要求“${skill}”的招聘信息`
      return shareAdded(maker, `month.${month}.${skill}`, label, { ...among, skills: [skill] }, among, k, n)
    }),
  }))
  const monthly = tableAdded(
    maker,
    'monthly',
    { zh: '要求最多的能力各月的占比与置信区间', en: 'Shares by month' },
    [
      column('month', '月份', 'Month'),
      ...drawn.flatMap(({ label }) => [
        column(`${label.zh}-share`, '占比', 'Share', { ...SHARE, group: label }),
        column(`${label.zh}-low`, '下限', 'Low', { ...SHARE, group: label }),
        column(`${label.zh}-high`, '上限', 'High', { ...SHARE, group: label }),
      ]),
    ],
    months.map(({ month }, at) => [
      monthWords(month),
      ...drawn.flatMap(({ codes }) => {
        const { percent, low, high } = codes[at]!
        return [percent, low, high].map((code) => cell(maker, code))
      }),
    ]),
  )
  const lines = chartAdded(maker, 'monthly-chart', {
    caption: { zh: '要求最多的能力各月的占比', en: 'Shares by month' },
    kind: months.length > 2 ? 'line' : 'bar',
    categories: months.map(({ month }) => ({ zh: monthWords(month), en: month })),
    series: drawn.map(({ label, codes }) => ({ label, codes: codes.map(({ percent }) => percent) })),
    unit: { zh: '%', en: '%' },
  })
  return doc(
    p`把写明日期的月份分成前后两段，比较要求各项能力的占比。${[more.length === 0 ? '没有一项能力的占比明显上升' : `占比上升的有${namesOf(more)}`]}；${[fewer.length === 0 ? '没有一项明显下降' : `下降的有${namesOf(fewer)}`]}。各段收集的招聘信息若来自不同的网站或职位类别，占比的差别也可能由此而来。`,
    recordTable(table),
    chart(lines),
    recordTable(monthly),
  )
}
