import { defineTable } from '../../src/language/index.ts'

export const satisfactionTable = defineTable({
  name: 'satisfaction',
  label: { zh: '表2：满意度调查表', en: 'Table 2: Satisfaction' },
  rows: [
    { no: '1', label: { zh: '在校生满意度', en: 'Satisfaction of students' }, level: 0, indicator: 'q2.students' },
    {
      label: { zh: '其中：课堂育人满意度', en: 'Of which with education in class' },
      level: 1,
      indicator: 'q2.students-classroom',
    },
    {
      label: { zh: '课外育人满意度', en: 'With education outside class' },
      level: 1,
      indicator: 'q2.students-outside-class',
    },
    {
      label: { zh: '思想政治课教学满意度', en: 'With ideological and political courses' },
      level: 1,
      indicator: 'q2.students-ideology',
    },
    {
      label: { zh: '公共基础课（不含思想政治课）教学满意度', en: 'With general courses' },
      level: 1,
      indicator: 'q2.students-general',
    },
    {
      label: { zh: '专业课教学满意度', en: 'With professional courses' },
      level: 1,
      indicator: 'q2.students-professional',
    },
    { no: '2', label: { zh: '毕业生满意度', en: 'Satisfaction of graduates' }, level: 0, indicator: 'q2.graduates' },
    {
      label: { zh: '其中：应届毕业生满意度', en: 'Of which graduates of the year' },
      level: 1,
      indicator: 'q2.graduates-fresh',
    },
    {
      label: { zh: '毕业三年内毕业生满意度', en: 'Graduates within three years' },
      level: 1,
      indicator: 'q2.graduates-recent',
    },
    { no: '3', label: { zh: '教职工满意度', en: 'Satisfaction of staff' }, level: 0, indicator: 'q2.staff' },
    { no: '4', label: { zh: '用人单位满意度', en: 'Satisfaction of employers' }, level: 0, indicator: 'q2.employers' },
    { no: '5', label: { zh: '家长满意度', en: 'Satisfaction of parents' }, level: 0, indicator: 'q2.parents' },
  ],
  notes: {
    zh: '满意度 =（非常满意×100 + 比较满意×80 + 基本满意×60）÷ 有效人次。',
    en: 'Satisfaction = (very satisfied × 100 + satisfied × 80 + fair × 60) ÷ answers.',
  },
})
