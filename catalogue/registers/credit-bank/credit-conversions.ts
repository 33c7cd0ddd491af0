import { choice, date, decimal, defineRegister, longText, reference, text, unit } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { creditRecordAccess } from './access.ts'
import { creditCategories } from './outcome-words.ts'

const deciders = ['reviewer', 'quality-office', 'unit-head'] as const
const learners = ['learner', 'student', 'teacher', 'unit-filler', 'quality-office'] as const

/** Applied for, decided once, and reversed by an entry of its own: what was decided is never rewritten. */
const conversionSteps = {
  submitted: {
    approve: { to: 'approved', by: deciders, label: { zh: '同意转换', en: 'Approve' }, withinDays: 10 },
    refuse: { to: 'refused', by: deciders, label: { zh: '不同意', en: 'Refuse' }, comment: 'required' },
    withdraw: { to: 'withdrawn', by: learners },
  },
  approved: {
    reverse: { to: 'reversed', by: deciders, label: { zh: '冲销转换', en: 'Reverse' }, comment: 'required' },
  },
  refused: {
    appeal: { to: 'submitted', by: learners, label: { zh: '申诉', en: 'Appeal' }, comment: 'required' },
  },
  withdrawn: {},
  reversed: {},
} as const satisfies Lifecycle<'submitted' | 'approved' | 'refused' | 'withdrawn' | 'reversed'>

/** Applications to take an outcome for a course; an approved one is in the ledger of the learner. */
export const creditConversions = defineRegister({
  name: 'credit-conversions',
  label: { zh: '学分转换', en: 'Conversions' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '宜在“学分银行”页申请：那里列出每项成果能转换成什么、为什么不能。转换内容须与规则一致。',
    en: 'Easiest on the page “Credit bank”, which shows what each outcome could become and why not otherwise. What is converted must be what the rule says.',
  },
  title: 'target',
  unit: 'unit',
  fields: {
    number: text({ zh: '申请编号', en: 'Number' }, { required: true, maxLength: 40 }),
    learner: reference({ zh: '学习者', en: 'Learner' }, 'credit-learners', { required: true, indexed: true }),
    outcome: reference({ zh: '学习成果', en: 'Outcome' }, 'learning-outcomes', { required: true, indexed: true }),
    rule: reference({ zh: '转换规则', en: 'Rule' }, 'conversion-rules', { required: true, indexed: true }),
    institution: reference({ zh: '转换机构', en: 'Converted at' }, 'credit-institutions', {
      required: true,
      indexed: true,
    }),
    unit: unit({ zh: '受理单位', en: 'Decided by' }),
    target: text({ zh: '目标课程或单元', en: 'Course or unit' }, { required: true, maxLength: 100 }),
    category: choice({ zh: '课程类别', en: 'Category' }, creditCategories, { required: true }),
    credits: decimal(
      { zh: '转换学分', en: 'Credits' },
      { decimals: 1, min: '0.5', max: '60', required: true, unit: { zh: '学分', en: 'credits' } },
    ),
    grade: text({ zh: '转换成绩', en: 'Grade' }, { required: true, maxLength: 20 }),
    appliedOn: date({ zh: '申请日期', en: 'Applied on' }, { required: true }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 1000, secondary: true }),
  },
  unique: [['number']],
  lifecycle: conversionSteps,
  counts: ['approved'],
  access: creditRecordAccess,
  order: '-number',
  statistics: [
    { count: 'all', by: 'institution' },
    { sum: 'credits', by: 'category' },
  ],
})
