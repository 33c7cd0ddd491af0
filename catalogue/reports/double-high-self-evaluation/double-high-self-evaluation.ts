import { defineReport } from '../../../src/language/report.ts'
import { outline } from './outline.ts'
import { recordTables } from './record-tables.ts'

/** The self-evaluation of a stage of a Double-High plan: plan, money, scores, results and cases, every number bound. */
export const doubleHighSelfEvaluation = defineReport({
  name: 'double-high-self-evaluation',
  label: { zh: '双高计划绩效评价自评报告', en: 'Self-evaluation of the Double-High plan' },
  cover: {
    publicForm: { zh: '报送主管部门，并在学校网站公开', en: 'Handed in, and published on the college’s site' },
    declaration: [
      {
        zh: '学校对本报告内容和佐证材料的真实性负责，所用数据来自建设计划的审定记录。',
        en: 'The college answers for the truth of this report and its evidence. Figures come from approved records of the plan.',
      },
    ],
  },
  sections: outline,
  charts: [
    {
      name: 'budget-by-source',
      caption: { zh: '预算资金来源构成', en: 'Budget by source' },
      kind: 'pie',
      data: {
        indicators: ['plan.budget-central', 'plan.budget-local', 'plan.budget-industry', 'plan.budget-own'],
      },
    },
  ],
  recordTables,
  annex: [],
})
