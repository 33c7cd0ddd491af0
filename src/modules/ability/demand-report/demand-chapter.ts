import { chart, doc, recordTable } from '../../../language/document.ts'
import type { AdFilter } from './behind.ts'
import type { Facts, PaidGroup } from './facts.ts'
import {
  cell,
  chartAdded,
  column,
  COUNT,
  countAdded,
  type Maker,
  p,
  PAY,
  payAdded,
  type PayCodes,
  SHARE,
  shareAdded,
  tableAdded,
} from './maker.ts'
import { monthWords, narrowed, orUnsaid, type Texts, wholeAdded } from './said.ts'

const CITIES = 15
const LEVELS = 12
/** Fewer advertisements that say their pay are in the table, with their margin, and not in a chart. */
const ENOUGH_PAID = 20

interface GroupCodes {
  readonly name: string
  readonly n: string
  readonly share: string
  readonly low: string
  readonly high: string
  readonly pay: PayCodes | null
  /** How many say their pay. */
  readonly paid: number
}

/** Occupations, places, schooling, months and pay of what is asked. */
export function demandChapter(maker: Maker, facts: Facts): Texts {
  const { demand } = facts
  const all = wholeAdded(maker, facts)
  const group = (of: PaidGroup, code: string, name: string, filter: AdFilter): GroupCodes => {
    const meant = narrowed(facts, filter)
    const { percent, low, high } = shareAdded(
      maker,
      code,
      `${name}的招聘信息`,
      meant,
      narrowed(facts),
      of.n,
      facts.demand.n,
    )
    return {
      name,
      n: countAdded(maker, `${code}.n`, `${name}的招聘信息`, meant, of.n),
      share: percent,
      low,
      high,
      pay: payAdded(maker, code, `${name}的招聘信息`, meant, of.pay),
      paid: of.pay?.n ?? 0,
    }
  }
  const classes = facts.classes.map((one) => group(one, `class.${one.key}`, one.name, { classes: [one.key] }))
  const cities = facts.cities
    .slice(0, CITIES)
    .map((one) => group(one, `city.${one.key}`, orUnsaid(one.key === '' ? '' : one.name), { city: one.key }))
  const rest = facts.cities.slice(CITIES)
  const elsewhere =
    rest.length === 0
      ? []
      : [
          group(
            {
              key: 'elsewhere',
              name: '其他地区',
              n: rest.reduce((sum, { n }) => sum + n, 0),
              pay: null,
            },
            'city.elsewhere',
            '其他地区',
            { elsewhere: facts.cities.slice(0, CITIES).map(({ key }) => key) },
          ),
        ]
  const levels = facts.educations
    .slice(0, LEVELS)
    .map((one) => group(one, `level.${one.key}`, orUnsaid(one.key), { education: one.key }))
  const overall = payAdded(maker, 'all', '面向职业的招聘信息', narrowed(facts), demand.pay)
  const named = levels.filter(({ name }) => name !== '未写明')
  const placed = cities.filter(({ name }) => name !== '未写明')
  return {
    'demand.occupations': doc(
      p`${all}招聘信息分布在下列职业小类。一条招聘信息只归入一个最可能的职业；程序给出三个候选和理由，可在“职业能力分析”页面查看。`,
      recordTable(table(maker, 'occupations', '面向职业的招聘信息', 'By occupation', '职业小类', classes)),
      ...(overall === null
        ? []
        : [
            p`其中写明薪酬的有${overall.n}，平均月薪${overall.mean}${[overall.margin === null ? '' : '，误差']}${overall.margin ?? ['']}。`,
          ]),
    ),
    'demand.places': doc(
      ...(placed.length === 0
        ? [p`这些招聘信息没有写明工作地点。`]
        : [
            p`招聘信息最多的地区是${[placed[0]!.name]}，有${placed[0]!.n}，占${placed[0]!.share}。下表列出条数最多的地区；地区以招聘信息中写明的工作地点为准，按《行政区划代码》归到地级市。`,
            chart(groupChart(maker, 'cities-chart', '各地区的招聘信息', 'By place', placed)),
          ]),
      recordTable(table(maker, 'cities', '各地区的招聘信息与薪酬', 'By place', '地区', [...cities, ...elsewhere])),
    ),
    'demand.schooling': doc(
      ...(named.length === 0
        ? [p`这些招聘信息没有写明学历要求。`]
        : [
            p`写明学历的招聘信息中，要求最多的是“${[named[0]!.name]}”，有${named[0]!.n}，占全部的${named[0]!.share}。学历为招聘信息所要求的最低学历：要求大专的岗位，本科毕业生同样可以应聘。`,
            chart(groupChart(maker, 'levels-chart', '各学历要求的招聘信息', 'By schooling', levels)),
          ]),
      recordTable(table(maker, 'levels', '最低学历要求与薪酬', 'Least schooling', '最低学历', levels)),
      recordTable(yearsTable(maker, facts)),
    ),
    'demand.months': monthsSection(maker, facts),
    'demand.pay': doc(
      ...(overall === null
        ? [p`这些招聘信息没有写明可以读出的薪酬。`]
        : [
            p`写明薪酬的招聘信息有${overall.n}。薪酬取区间的中点，折合成每月元；按年、日、小时计的先折算，写“面议”的不计。平均月薪为${overall.mean}。`,
            p`下图比较各学历要求的平均月薪，数值和误差见学历要求表。学历要求不同的岗位，职业、地区和经验要求也不同，差别不能都归到学历上。写明薪酬的不足二十条的，只列入表，不画入图。`,
            ...(levels.some(({ paid }) => paid >= ENOUGH_PAID)
              ? [chart(payChart(maker, 'level-pay-chart', '各学历要求的平均月薪', 'Pay by schooling', levels))]
              : []),
            ...(placed.some(({ paid }) => paid >= ENOUGH_PAID)
              ? [chart(payChart(maker, 'city-pay-chart', '各地区的平均月薪', 'Pay by place', placed.slice(0, 10)))]
              : []),
          ]),
    ),
  }
}

function table(
  maker: Maker,
  name: string,
  zh: string,
  en: string,
  first: string,
  groups: readonly GroupCodes[],
): string {
  return tableAdded(
    maker,
    name,
    { zh, en },
    [
      column('name', first, en),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('share', '占比', 'Share', SHARE),
      column('low', '下限', 'Low', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
      column('high', '上限', 'High', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
      column('pay', '平均月薪', 'Mean pay', PAY),
      column('margin', '误差', 'Margin', PAY),
      column('paid', '写明薪酬', 'Say their pay', COUNT),
    ],
    groups.map(({ name: label, n, share, low, high, pay }) => [
      label,
      ...[n, share, low, high, pay?.mean, pay?.margin, pay?.n].map((code) => cell(maker, code)),
    ]),
  )
}

const groupChart = (maker: Maker, name: string, zh: string, en: string, groups: readonly GroupCodes[]): string =>
  chartAdded(maker, name, {
    caption: { zh, en },
    kind: groups.length > 5 ? 'horizontal-bar' : 'bar',
    categories: groups.map((one) => ({ zh: one.name })),
    series: [{ label: { zh: '招聘信息', en: 'Advertisements' }, codes: groups.map(({ n }) => n) }],
    unit: { zh: '条', en: 'advertisements' },
  })

function payChart(maker: Maker, name: string, zh: string, en: string, groups: readonly GroupCodes[]): string {
  const paid = groups.filter(({ paid: n }) => n >= ENOUGH_PAID)
  return chartAdded(maker, name, {
    caption: { zh, en },
    kind: paid.length > 5 ? 'horizontal-bar' : 'bar',
    categories: paid.map((one) => ({ zh: one.name })),
    series: [{ label: { zh: '平均月薪', en: 'Mean pay' }, codes: paid.map(({ pay }) => pay!.mean) }],
    unit: { zh: '元/月', en: 'yuan a month' },
  })
}

function yearsTable(maker: Maker, facts: Facts): string {
  const words = (years: number | null) => (years === null ? '未写明' : years === 0 ? '不限或应届' : `${years} 年及以上`)
  return tableAdded(
    maker,
    'years',
    { zh: '最低工作经验要求', en: 'Least experience' },
    [
      column('years', '工作经验', 'Experience'),
      column('n', '招聘信息', 'Advertisements', COUNT),
      column('share', '占比', 'Share', SHARE),
      column('low', '下限', 'Low', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
      column('high', '上限', 'High', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
    ],
    facts.years.map(({ years, n }) => {
      const of = narrowed(facts, { years })
      const code = `years.${years ?? 'unsaid'}`
      const label = `工作经验“${words(years)}”的招聘信息`
      const { percent, low, high } = shareAdded(maker, code, label, of, narrowed(facts), n, facts.demand.n)
      return [
        words(years),
        ...[countAdded(maker, `${code}.n`, label, of, n), percent, low, high].map((one) => cell(maker, one)),
      ]
    }),
  )
}

function monthsSection(maker: Maker, facts: Facts) {
  const { months, undated } = facts.demand
  const without = countAdded(maker, 'undated.n', '没有日期的招聘信息', narrowed(facts, { undated: true }), undated.n)
  if (months.length === 0)
    return doc(
      p`${without}招聘信息都没有写明发布日期，说不出随月份的变化。导入带有发布日期的文件后，重新生成本报告即可。`,
    )
  const counted = months.map(({ month, n }) => ({
    month,
    n: countAdded(
      maker,
      `month.${month}.n`,
      `${monthWords(month)}首次发布的招聘信息`,
      narrowed(facts, { from: month, to: month }),
      n,
    ),
  }))
  const most = months.reduce((a, b) => (b.n > a.n ? b : a))
  const name = chartAdded(maker, 'months-chart', {
    caption: { zh: '各月首次发布的招聘信息', en: 'By month of the first posting' },
    kind: counted.length > 2 ? 'line' : 'bar',
    categories: counted.map(({ month }) => ({ zh: monthWords(month), en: month })),
    series: [{ label: { zh: '招聘信息', en: 'Advertisements' }, codes: counted.map(({ n }) => n) }],
    unit: { zh: '条', en: 'advertisements' },
  })
  const rows = tableAdded(
    maker,
    'months',
    { zh: '各月首次发布的招聘信息', en: 'By month' },
    [column('month', '月份', 'Month'), column('n', '招聘信息', 'Advertisements', COUNT)],
    counted.map(({ month, n }) => [monthWords(month), cell(maker, n)]),
  )
  return doc(
    p`首次发布最多的月份是${[monthWords(most.month)]}，有${`month.${most.month}.n`}。条数的多少既取决于企业的需求，也取决于收集了哪些招聘信息：收集的范围变了，条数也会变，因此下文比较能力的变化时只用占比，不用条数。另有${without}没有日期，不在图中。`,
    chart(name),
    recordTable(rows),
  )
}
