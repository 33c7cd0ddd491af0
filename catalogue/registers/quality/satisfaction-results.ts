import { choice, defineRegister, integer, period, reference, text, type Problem } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

const answers = { min: 0, required: true, unit: { zh: '人次', en: 'answers' } } as const

export const satisfactionResults = defineRegister({
  name: 'satisfaction-results',
  label: { zh: '满意度调查结果', en: 'Results of satisfaction surveys' },
  area: 'quality',
  owner: 'quality',
  help: {
    zh: '每个调查的每个维度、每个群体一行，填各档的人数。',
    en: 'One row for each dimension and group of a survey, with the answers at each step.',
  },
  title: 'name',
  fields: {
    period: period({ zh: '年度', en: 'Year' }, { required: true, indexed: true }),
    survey: reference({ zh: '调查', en: 'Survey' }, 'satisfaction-surveys', { required: true, indexed: true }),
    name: text({ zh: '题目', en: 'Question' }, { required: true, maxLength: 100 }),
    group: choice(
      { zh: '调查对象', en: 'Group asked' },
      {
        student: { zh: '在校生', en: 'Students' },
        'fresh-graduate': { zh: '应届毕业生', en: 'Graduates of the year' },
        'recent-graduate': { zh: '毕业三年内毕业生', en: 'Graduates within three years' },
        staff: { zh: '教职工', en: 'Staff' },
        employer: { zh: '用人单位', en: 'Employers' },
        parent: { zh: '家长', en: 'Parents' },
      },
      { required: true, indexed: true },
    ),
    dimension: choice(
      { zh: '维度', en: 'Dimension' },
      {
        overall: { zh: '总体', en: 'Overall' },
        classroom: { zh: '课堂育人', en: 'Education in class' },
        'outside-class': { zh: '课外育人', en: 'Education outside class' },
        ideology: { zh: '思想政治课教学', en: 'Ideological and political courses' },
        general: { zh: '公共基础课（不含思想政治课）教学', en: 'General courses' },
        professional: { zh: '专业课教学', en: 'Professional courses' },
        logistics: { zh: '后勤服务', en: 'Campus services' },
      },
      { required: true, indexed: true },
    ),
    grade: integer({ zh: '年级', en: 'Year of entry' }, { min: 1950, max: 2100 }),
    answered: integer({ zh: '有效人次', en: 'Answers' }, answers),
    verySatisfied: integer({ zh: '非常满意', en: 'Very satisfied' }, answers),
    satisfied: integer({ zh: '比较满意', en: 'Satisfied' }, answers),
    fair: integer({ zh: '基本满意', en: 'Fair' }, answers),
    dissatisfied: integer({ zh: '不满意', en: 'Not satisfied' }, answers),
  },
  unique: [['survey', 'name', 'group', 'grade']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  order: 'name',
  statistics: [{ sum: 'answered', by: 'group' }],
  check: (row) => {
    const problems: Problem[] = []
    if (row.verySatisfied + row.satisfied + row.fair + row.dissatisfied !== row.answered)
      problems.push({
        field: 'answered',
        message: { zh: '各档之和不等于有效人次', en: 'The steps do not add up to the answers' },
      })
    return problems
  },
})
