import type { ResolvedReport, ResolvedRow } from '../../../../language/document.ts'
import { bulletList, dataTable, doc, paragraph } from '../../../../language/document.ts'
import type { Lang } from '../../../../language/label.ts'
import type { WireCircular } from '../../wire-money.ts'
import { tenThousand } from '../../screens/ten-thousand.ts'

const TABLE = 'circular'

/** The circular as a report for the Word file, in one language: one table of units, and under it what each rate divides. */
export function circularReport(
  found: WireCircular,
  college: { readonly name: string; readonly englishName: string | null },
  lang: Lang,
): ResolvedReport {
  const { plan, month, total } = found
  const row = (name: string, line: WireCircular['total'], rank: string, kind: ResolvedRow['kind']): ResolvedRow => ({
    cells: [
      rank,
      name,
      tenThousand(line.budget),
      tenThousand(line.arrived),
      tenThousand(line.spent),
      tenThousand(line.spentInMonth),
      ...line.rates.map(({ value }) => value ?? '—'),
    ],
    level: 0,
    kind,
  })
  const say = (words: { readonly zh: string; readonly en: string }) => words[lang]
  const amount = (key: string, zh: string, en: string) =>
    ({ key, label: { zh, en }, align: 'decimal', width: 2.3 }) as const
  return {
    report: {
      title: { zh: `${plan.name}资金通报`, en: `${plan.code}: circular on money` },
      subtitle: { zh: `${month}（截至 ${plan.asOf}）`, en: `${month} (up to ${plan.asOf})` },
      college: { zh: college.name, en: college.englishName ?? college.name },
      period: month,
      cover: { date: { zh: plan.asOf, en: plan.asOf } },
      sections: [
        {
          id: 'units',
          title: { zh: '各单位资金执行情况', en: 'Money of the units' },
          text: doc(
            paragraph(
              say({
                zh: `截至 ${plan.asOf}，预算 ${tenThousand(total.budget)} 万元，到位 ${tenThousand(total.arrived)} 万元，支出 ${tenThousand(total.spent)} 万元，其中本月支出 ${tenThousand(total.spentInMonth)} 万元。`,
                en: `Up to ${plan.asOf}, in 10,000 yuan: budget ${tenThousand(total.budget)}, arrived ${tenThousand(total.arrived)}, spent ${tenThousand(total.spent)}, of which ${tenThousand(total.spentInMonth)} in this month.`,
              }),
            ),
            dataTable(TABLE),
          ),
        },
        {
          id: 'definitions',
          title: { zh: '口径说明', en: 'Definitions' },
          text: doc(
            bulletList(
              ...total.rates.map(({ label, definition }) =>
                say({ zh: `${label.zh}：${definition.zh}`, en: `${label.en}: ${definition.en}` }),
              ),
              say({
                zh: '排名按资金使用率（按预算）由高到低，相同者并列',
                en: 'Units are ranked by the use of their budgets, the highest first; equal ones share a rank',
              }),
            ),
          ),
        },
      ],
      annexTables: [],
    },
    figures: {},
    tables: {
      [TABLE]: {
        caption: {
          zh: `${month} 各单位资金执行情况（金额：万元；比率：%）`,
          en: `Money of the units, ${month} (10,000 yuan; rates in %)`,
        },
        columns: [
          { key: 'rank', label: { zh: '排名', en: 'Rank' }, align: 'center', width: 1.8 },
          { key: 'unit', label: { zh: '单位', en: 'Unit' }, align: 'left', width: 2.9 },
          amount('budget', '预算', 'Budget'),
          amount('arrived', '到位', 'Arrived'),
          amount('spent', '支出', 'Spent'),
          amount('month', '本月支出', 'This month'),
          ...total.rates.map(({ name, label }) => ({ key: name, label, align: 'decimal', width: 2.3 }) as const),
        ],
        rows: [
          ...found.lines.map((line) => row(line.part.name, line, line.rank === null ? '—' : String(line.rank), 'data')),
          row(say({ zh: '合计', en: 'Total' }), total, '', 'total'),
        ],
      },
    },
    charts: {},
    images: {},
  }
}
