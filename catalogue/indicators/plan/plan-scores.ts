import { count, defineIndicator, ratio, sum, times } from '../../../src/language/index.ts'
import { planLevels } from '../../registers/plan/plan-levels.ts'
import { common, ofPlan, UP_TO } from './in-plan.ts'

const scores = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（一）；层面权重见教职成厅函〔2024〕1号',
  owner: 'quality',
  decimals: 2,
  unit: { zh: '分', en: 'points' },
} as const
const SHEET = {
  zh: '学校轮次最后确认的评分表的得分。',
  en: 'From the sheet of the school’s round that was confirmed last.',
}

/** A level without a score has no value, which is not nought. */
const scored = { score: { not: null }, ...ofPlan } as const
const mean = (kind: 'school' | 'group') =>
  ratio(sum(planLevels, 'score', { kind, ...scored }), count(planLevels, { kind, ...scored }))

export const schoolScore = defineIndicator({
  ...scores,
  code: 'plan.school-score',
  label: { zh: '学校层面自评得分', en: 'Self-evaluation: school' },
  definition: { zh: `${SHEET.zh}${UP_TO.zh}`, en: `${SHEET.en} ${UP_TO.en}` },
  ...mean('school'),
})
export const groupScore = defineIndicator({
  ...scores,
  code: 'plan.group-score',
  label: { zh: '专业群层面自评得分', en: 'Self-evaluation: group of majors' },
  definition: {
    zh: `${SHEET.zh}有两个专业群时为平均值。${UP_TO.zh}`,
    en: `${SHEET.en} The mean where there are two groups. ${UP_TO.en}`,
  },
  ...mean('group'),
})
export const totalScore = defineIndicator({
  ...scores,
  code: 'plan.score',
  label: { zh: '综合自评得分', en: 'Self-evaluation' },
  definition: {
    zh: `已有得分的各层面：得分 × 权重之和 ÷ 权重之和，只在最后四舍五入一次。${SHEET.zh}${UP_TO.zh}`,
    en: `Of the levels that have a score: the mean by their weights, rounded once, at the end. ${SHEET.en} ${UP_TO.en}`,
  },
  ...ratio(times(sum(planLevels, 'weighted', scored), '100'), sum(planLevels, 'weight', scored)),
})
