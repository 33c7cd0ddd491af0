import { defineTable } from '../../src/language/indicator.ts'

/** Tasks and scores by level. */
export const planScoresTable = defineTable({
  name: 'plan-scores',
  label: { zh: '任务完成与绩效自评情况', en: 'Tasks and self-evaluation' },
  rows: [
    { no: '1', label: { zh: '任务完成率', en: 'Completion' }, level: 0, indicator: 'plan.completion' },
    { label: { zh: '学校层面', en: 'School' }, level: 1, indicator: 'plan.school-completion' },
    { label: { zh: '专业群层面', en: 'Group of majors' }, level: 1, indicator: 'plan.group-completion' },
    { no: '2', label: { zh: '综合自评得分', en: 'Self-evaluation' }, level: 0, indicator: 'plan.score' },
    { label: { zh: '学校层面', en: 'School' }, level: 1, indicator: 'plan.school-score' },
    { label: { zh: '专业群层面', en: 'Group of majors' }, level: 1, indicator: 'plan.group-score' },
    {
      no: '3',
      label: { zh: '省级及以上成果', en: 'Results of provincial level or above' },
      level: 0,
      indicator: 'plan.results',
    },
    {
      label: { zh: '国家级（国际）', en: 'National and international' },
      level: 1,
      indicator: 'plan.results-national',
    },
  ],
})
