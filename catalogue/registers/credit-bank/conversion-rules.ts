import { choice, date, decimal, defineRegister, reference, text, unit } from '../../../src/language/index.ts'
import { inOrder } from '../../checks.ts'
import { creditRuleAccess } from './access.ts'
import { ruleSteps } from './rule-steps.ts'
import { creditCategories, outcomeGrades, outcomeKinds, outcomeLevels } from './outcome-words.ts'

/** What an institution takes which outcome for, from a day to a day. Decisions keep the version they were made by. */
export const conversionRules = defineRegister({
  name: 'conversion-rules',
  label: { zh: '学分转换规则', en: 'Conversion rules' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '一条规则把一种学习成果对应到一门课程、一个单元或一类学分。批准后生效；修改须重新打开并再次批准，以往的决定仍按当时的版本解释。',
    en: 'A rule takes one kind of outcome for one course, unit or category. It applies once approved; to change it, reopen and approve it again. Earlier decisions keep the version of their day.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '规则编号', en: 'Number' }, { required: true, maxLength: 40 }),
    name: text({ zh: '规则名称', en: 'Name' }, { required: true, maxLength: 120 }),
    institution: reference({ zh: '转换机构', en: 'Converted at' }, 'credit-institutions', {
      required: true,
      indexed: true,
    }),
    unit: unit({ zh: '维护单位', en: 'Unit that keeps it' }, { secondary: true }),
    outcomeKind: choice({ zh: '成果类型', en: 'Kind of outcome' }, outcomeKinds, { required: true, indexed: true }),
    outcomeName: text({ zh: '成果名称', en: 'Name of the outcome' }, { required: true, maxLength: 100, indexed: true }),
    level: choice({ zh: '等级', en: 'Level' }, outcomeLevels, {
      help: { zh: '为空则各等级均可', en: 'Any level when empty' },
    }),
    leastGrade: choice({ zh: '最低成绩', en: 'Least grade' }, outcomeGrades, { required: true, default: 'pass' }),
    issuer: reference({ zh: '颁发机构', en: 'Issuer' }, 'credit-institutions', {
      help: { zh: '为空则不限颁发机构', en: 'Any issuer when empty' },
    }),
    targetKind: choice(
      { zh: '转换为', en: 'Becomes a' },
      {
        course: { zh: '课程', en: 'Course' },
        unit: { zh: '课程单元', en: 'Unit of a course' },
        category: { zh: '类别学分', en: 'Credits of a category' },
      },
      { required: true, default: 'course' },
    ),
    target: text({ zh: '目标课程或单元', en: 'Course or unit' }, { required: true, maxLength: 100 }),
    category: choice({ zh: '课程类别', en: 'Category' }, creditCategories, { required: true }),
    credits: decimal(
      { zh: '转换学分', en: 'Credits given' },
      { decimals: 1, min: '0.5', max: '60', required: true, unit: { zh: '学分', en: 'credits' } },
    ),
    gradeForPass: text({ zh: '合格记为', en: 'Pass becomes' }, { required: true, maxLength: 20 }),
    gradeForGood: text({ zh: '良好记为', en: 'Good becomes' }, { maxLength: 20 }),
    gradeForExcellent: text({ zh: '优秀记为', en: 'Excellent becomes' }, { maxLength: 20 }),
    from: date({ zh: '生效日期', en: 'In force from' }, { required: true }),
    until: date({ zh: '失效日期', en: 'In force until' }),
    excludedBy: reference({ zh: '互斥规则', en: 'Excluded by' }, 'conversion-rules', {
      secondary: true,
      help: {
        zh: '学习者已按该规则转换过，就不能再用本规则',
        en: 'Who has converted by that rule cannot use this one',
      },
    }),
    supersedes: reference({ zh: '接替规则', en: 'Takes over from' }, 'conversion-rules', {
      secondary: true,
      help: {
        zh: '本规则批准后，被接替的规则到前一日为止',
        en: 'Once this one is approved, the other one ends the day before it begins',
      },
    }),
    basis: text({ zh: '依据', en: 'Basis' }, { maxLength: 200, secondary: true }),
  },
  unique: [['number']],
  lifecycle: ruleSteps,
  counts: ['approved'],
  access: creditRuleAccess,
  order: 'number',
  statistics: [
    { count: 'all', by: 'institution' },
    { count: 'all', by: 'outcomeKind' },
  ],
  check: (rule) => inOrder(rule.from, rule.until, 'until'),
})
