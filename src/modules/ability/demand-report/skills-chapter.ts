import { chart, doc, heading, recordTable, type BlockNode } from '../../../language/document.ts'
import type { WireSkillDemand } from '../wire.ts'
import { changeSection } from './change-section.ts'
import { type Facts, TOGETHER_OF } from './facts.ts'
import {
  cell,
  chartAdded,
  column,
  COUNT,
  countAdded,
  differenceAdded,
  type Maker,
  p,
  PAY,
  payAdded,
  rowsAdded,
  SHARE,
  tableAdded,
} from './maker.ts'
import { crossedAdded, KIND_WORDS, namesOf, narrowed, orUnsaid, skillAdded, type Texts } from './said.ts'

const CHARTED = 20
const PAID = 25
/** Fewer advertisements that say their pay, on either side, are no comparison. */
const ENOUGH_PAID = 20

const ENOUGH_SHARE = [
  column('n', '招聘信息', 'Advertisements', COUNT),
  column('share', '占比', 'Share', SHARE),
  column('low', '下限', 'Low', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
  column('high', '上限', 'High', { ...SHARE, group: { zh: '占比的置信区间', en: 'Interval' } }),
  column('must', '其中必须具备', 'As a must', COUNT),
]

/** Which skills are asked: most, by kind, schooling and place; how that changes; what stands together; with which pay. */
export function skillsChapter(maker: Maker, facts: Facts): Texts {
  const { skills } = facts.demand
  const hard = skills.filter(({ kind }) => kind !== 'soft')
  if (hard.length === 0) {
    const none = doc(p`这些招聘信息中没有读出专业能力要求。`)
    return Object.fromEntries(
      ['ranking', 'kinds', 'levels', 'places', 'trend', 'together', 'pay', 'soft'].map((key) => [
        `skills.${key}`,
        none,
      ]),
    )
  }
  return {
    'skills.ranking': rankingSection(maker, facts, hard),
    'skills.kinds': doc(...kindBlocks(maker, facts, hard)),
    'skills.levels': crossedSection(maker, facts, 'levels'),
    'skills.places': crossedSection(maker, facts, 'places'),
    'skills.trend': changeSection(maker, facts),
    'skills.together': togetherSection(maker, facts),
    'skills.pay': paySection(maker, facts, hard),
    'skills.soft': softSection(
      maker,
      facts,
      skills.filter(({ kind }) => kind === 'soft'),
    ),
  }
}

const skillRows = (maker: Maker, facts: Facts, skills: readonly WireSkillDemand[]) =>
  skills.map((one) => {
    const { n, percent, low, high, must } = skillAdded(maker, facts, one)
    return [one.skill, ...[n, percent, low, high, must].map((code) => cell(maker, code))]
  })

function rankingSection(maker: Maker, facts: Facts, hard: readonly WireSkillDemand[]) {
  const codes = hard.slice(0, CHARTED).map((one) => ({ one, ...skillAdded(maker, facts, one) }))
  const [first, second, third] = codes
  const listed = rowsAdded(
    maker,
    'skills.listed',
    '本章列出的专业能力',
    '项',
    hard.map(({ skill, kind }) => ({ label: skill, text: KIND_WORDS[kind]?.zh ?? kind })),
  )
  const name = chartAdded(maker, 'ranking-chart', {
    caption: { zh: '岗位要求最多的专业能力（占招聘信息的百分比）', en: 'Skills asked most' },
    kind: 'horizontal-bar',
    categories: codes.map(({ one }) => ({ zh: one.skill })),
    series: [{ label: { zh: '占比', en: 'Share' }, codes: codes.map(({ percent }) => percent) }],
    unit: { zh: '%', en: '%' },
  })
  return doc(
    p`要求最多的是“${[first!.one.skill]}”，${first!.percent}的招聘信息要求它${[second ? `；其次是“${second.one.skill}”，占` : '']}${second?.percent ?? ['']}${[third ? `；再次是“${third.one.skill}”，占` : '']}${third?.percent ?? ['']}。不同写法已归并为一项能力；同一条招聘信息中出现多次只计一次；写明“不要求”的不计。`,
    chart(name),
    p`本章共列出${listed}专业能力，按种类分列于下一节；每项给出条数、占比、占比的置信区间，以及写明“必须具备”而不是“优先”的条数。`,
  )
}

function kindBlocks(maker: Maker, facts: Facts, hard: readonly WireSkillDemand[]): BlockNode[] {
  return Object.entries(KIND_WORDS).flatMap(([kind, words]) => {
    const own = hard.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    const name = tableAdded(
      maker,
      `kind-${kind}`,
      { zh: `${words.zh}：岗位要求`, en: words.en },
      [column('skill', words.zh, words.en), ...ENOUGH_SHARE],
      skillRows(maker, facts, own),
    )
    return [
      heading(1, words.zh),
      p`${[words.zh]}中，要求较多的有${[namesOf(own.map(({ skill }) => skill))]}。`,
      recordTable(name),
    ]
  })
}

/** Skills in groups of advertisements: shares within each group. */
function crossedSection(maker: Maker, facts: Facts, by: 'levels' | 'places') {
  const isLevels = by === 'levels'
  const crossed = isLevels ? facts.byEducation : facts.byCity
  const groups = (isLevels ? facts.educations : facts.cities)
    .filter(({ key }) => key !== '' && crossed.has(key))
    .slice(0, isLevels ? 5 : 6)
  if (groups.length < 2)
    return doc(isLevels ? p`写明学历的招聘信息不足两组，无从比较。` : p`写明地点的招聘信息只有一个地区，无从比较。`)
  const skills = [...new Set(groups.flatMap(({ key }) => [...crossed.get(key)!.keys()]))].toSorted(
    (a, b) => countOf(facts, b) - countOf(facts, a) || (a < b ? -1 : 1),
  )
  const filterOf = (key: string) => narrowed(facts, isLevels ? { education: key } : { city: key })
  const name = tableAdded(
    maker,
    `skills-by-${by}`,
    isLevels
      ? { zh: '不同学历要求的招聘信息中，要求各项能力的占比', en: 'Share by schooling' }
      : { zh: '不同地区的招聘信息中，要求各项能力的占比', en: 'Share by place' },
    [
      column('skill', '能力', 'Skill'),
      ...groups.map(({ key, name: label }) =>
        column(key, isLevels ? orUnsaid(key) : label, key, { align: 'decimal', unit: { zh: '%', en: '%' } }),
      ),
    ],
    skills.map((skill) => [
      skill,
      ...groups.map(({ key, n }) =>
        cell(
          maker,
          crossedAdded(
            maker,
            `${by}.${key}.${skill}`,
            `${key}：要求“${skill}”的招聘信息`,
            { ...filterOf(key), skills: [skill] },
            filterOf(key),
            crossed.get(key)?.get(skill) ?? 0,
            n,
          ),
        ),
      ),
    ]),
    [
      {
        zh: '每一列以该列的招聘信息为全体；列中条数少时占比误差大，打开数字可见条数。',
        en: 'Each column is a whole of its own.',
      },
    ],
  )
  const [first] = groups
  return doc(
    isLevels
      ? p`同一职业中，学历要求不同的岗位，所要的能力也不同。下表以每一种学历要求的招聘信息为全体；高职毕业生首先看“${[orUnsaid(groups.find(({ key }) => key.includes('专'))?.key ?? first!.key)]}”一列。`
      : p`不同地区的企业，所要的能力不尽相同。下表以每个地区的招聘信息为全体，供选择实习基地和确定选修方向时参考。`,
    recordTable(name),
  )
}

const countOf = ({ demand }: Facts, skill: string) => demand.skills.find((one) => one.skill === skill)?.n ?? 0

function togetherSection(maker: Maker, facts: Facts) {
  const { classes } = facts.base
  const rows = facts.together.flatMap(({ skill, of, beside }) =>
    beside.map(({ key, n }, at) => {
      const latest = { skill, most: TOGETHER_OF, classes }
      const among = { classes, skills: [skill], latest }
      const label = `要求“${skill}”的招聘信息中同时要求“${key}”的`
      return [
        at === 0 ? { text: skill, rows: beside.length } : null,
        key,
        cell(maker, countAdded(maker, `with.${skill}.${key}.n`, label, { classes, skills: [skill, key], latest }, n)),
        cell(
          maker,
          crossedAdded(maker, `with.${skill}.${key}`, label, { classes, skills: [skill, key], latest }, among, n, of),
        ),
      ]
    }),
  )
  const name = tableAdded(
    maker,
    'together',
    { zh: '常一起出现的能力', en: 'Asked together' },
    [
      column('skill', '能力', 'Skill'),
      column('beside', '同时要求', 'Asked beside it'),
      column('n', '同时要求的招聘信息', 'Advertisements', COUNT),
      column('share', '占前者的', 'Share', SHARE),
    ],
    rows,
    [
      {
        zh: '取要求前一项能力的最近五千条招聘信息（不足的取全部），不限地区。',
        en: 'Of the latest 5,000 advertisements that ask for the first, of all places.',
      },
    ],
  )
  return doc(
    p`岗位很少只要一项能力。下表列出要求最多的能力常与哪些能力一起出现，可作为设计综合实训项目和确定课程先后的依据：经常一起出现的能力，宜在同一门课程或相邻课程中训练。`,
    recordTable(name),
  )
}

function paySection(maker: Maker, facts: Facts, hard: readonly WireSkillDemand[]) {
  const rows = hard
    .filter(
      ({ payWith, payWithout }) =>
        payWith !== null && payWithout !== null && payWith.n >= ENOUGH_PAID && payWithout.n >= ENOUGH_PAID,
    )
    .slice(0, PAID)
    .map(({ skill, payWith, payWithout }) => {
      const of = narrowed(facts, { skills: [skill] })
      const without = narrowed(facts, { without: skill })
      const one = payAdded(maker, `pay.${skill}.with`, `要求“${skill}”的招聘信息`, of, payWith)!
      const other = payAdded(maker, `pay.${skill}.without`, `不要求“${skill}”的招聘信息`, without, payWithout)!
      const more = differenceAdded(
        maker,
        `pay.${skill}.more`,
        `要求与不要求“${skill}”的平均月薪之差`,
        of,
        without,
        payWith!,
        payWithout!,
      )
      return [skill, ...[one.mean, one.margin, one.n, other.mean, other.margin, more].map((code) => cell(maker, code))]
    })
  if (rows.length === 0)
    return doc(p`写明薪酬的招聘信息太少，各项能力的要求与不要求两边都不足以比较，本报告不作薪酬比较。`)
  const asks = { zh: '要求该能力', en: 'With' }
  const not = { zh: '不要求该能力', en: 'Without' }
  const name = tableAdded(
    maker,
    'pay',
    { zh: '要求与不要求某项能力的招聘信息的平均月薪', en: 'Pay with and without a skill' },
    [
      column('skill', '能力', 'Skill'),
      column('with', '平均月薪', 'Mean', { ...PAY, group: asks }),
      column('with-margin', '误差', 'Margin', { ...PAY, group: asks }),
      column('with-n', '条数', 'Number', { ...COUNT, group: asks }),
      column('without', '平均月薪', 'Mean', { ...PAY, group: not }),
      column('without-margin', '误差', 'Margin', { ...PAY, group: not }),
      column('more', '相差', 'Difference', PAY),
    ],
    rows,
    [
      {
        zh: '误差为平均数的百分之九十五置信区间的半宽；相差小于两个误差之和时，不宜认为有差别。',
        en: 'Margins are half widths of 95 % intervals.',
      },
    ],
  )
  return doc(
    p`下表比较要求与不要求某项能力的招聘信息的平均月薪。这只是关联：要求某项能力的岗位，可能本来就要更多经验、更高学历，或在薪酬更高的城市。不能由此说学会一项能力收入就会增加多少。`,
    recordTable(name),
  )
}

function softSection(maker: Maker, facts: Facts, soft: readonly WireSkillDemand[]) {
  if (soft.length === 0) return doc(p`这些招聘信息中没有读出职业素养方面的要求。`)
  const name = tableAdded(
    maker,
    'soft',
    { zh: '职业素养要求', en: 'Soft skills' },
    [column('skill', '素养', 'Soft skill'), ...ENOUGH_SHARE],
    skillRows(maker, facts, soft),
  )
  return doc(
    p`招聘信息还要求${[namesOf(soft.map(({ skill }) => skill))]}。职业素养不作为课程对照的项目，因为方案通常不把它们列为课程，但应当落实在各门课程、实训和第二课堂中。`,
    recordTable(name),
  )
}
