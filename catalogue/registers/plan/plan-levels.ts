import { choice, decimal, defineRegister, reference, text } from '../../../src/language/index.ts'
import { planHeadAccess } from './access.ts'

/** The levels at which a plan is judged, with their weight in the total: 30/70, 50/25/25. */
export const planLevels = defineRegister({
  name: 'plan-levels',
  label: { zh: '计划层面', en: 'Levels of plans' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '学校层面和各专业群层面；一个计划各层面的权重合计为 100。',
    en: 'The college as a whole and each group of majors; the weights of one plan add up to 100.',
  },
  title: 'name',
  fields: {
    code: text({ zh: '层面代号', en: 'Code' }, { required: true, maxLength: 60 }),
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    kind: choice(
      { zh: '层面', en: 'Level' },
      { school: { zh: '学校层面', en: 'School' }, group: { zh: '专业群层面', en: 'Group of majors' } },
      { required: true },
    ),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 80 }),
    majorGroup: reference({ zh: '专业群', en: 'Group of majors' }, 'major-groups'),
    weight: decimal(
      { zh: '权重', en: 'Weight' },
      { required: true, decimals: 2, min: '0', max: '100', unit: { zh: '%', en: '%' } },
    ),
    score: decimal(
      { zh: '自评得分', en: 'Self-evaluation score' },
      {
        decimals: 2,
        min: '0',
        max: '100',
        unit: { zh: '分', en: 'points' },
        help: {
          zh: '学校轮次的评分表确认后由它写入；没有评分表时可以填写',
          en: 'Written by the school’s score sheet once it is confirmed; typed in while there is none',
        },
      },
    ),
    scoreSheet: text(
      { zh: '得分来自评分表', en: 'Sheet of the score' },
      { maxLength: 80, secondary: true, help: { zh: '评分表编号', en: 'Number of the sheet' } },
    ),
    weighted: decimal(
      { zh: '折算得分', en: 'Weighted score' },
      { decimals: 4, derived: true, unit: { zh: '分', en: 'points' } },
    ),
  },
  unique: [['code']],
  access: planHeadAccess,
  order: 'code',
  derive: (level) => ({ weighted: level.score === null ? null : share(level.score, level.weight) }),
  check: (level) =>
    level.kind === 'school' && level.majorGroup !== null
      ? [
          {
            field: 'majorGroup',
            message: { zh: '学校层面不填写专业群', en: 'The school level names no group of majors' },
          },
        ]
      : [],
})

const hundredths = (number: string) => {
  const [whole = '0', rest = ''] = number.split('.')
  return BigInt(whole + rest.padEnd(2, '0'))
}
/** Score × weight in per cent, exactly: both have two decimals. */
const share = (score: string, weight: string): string => {
  const digits = (hundredths(score) * hundredths(weight)).toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6, -2)}`
}
