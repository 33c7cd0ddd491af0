import { choice, choices, date, defineRegister, reference, text, yesNo } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { certificateLevels } from '../../codes/national/certificate-levels.ts'

/** Vocational certificates that the college's courses lead to. Who gained one stands in certificates. */
export const certificateSchemes = defineRegister({
  name: 'certificate-schemes',
  label: { zh: '职业技能等级证书目录', en: 'Certificate schemes' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  fields: {
    number: text({ zh: '证书号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '证书名称', en: 'Certificate' }, { required: true, maxLength: 80 }),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors', { indexed: true }),
    kind: choice(
      { zh: '证书类型', en: 'Kind' },
      {
        'vocational-qualification': { zh: '职业资格证书', en: 'Vocational qualification' },
        'skill-level': { zh: '职业技能等级证书', en: 'Vocational skill level' },
        'one-plus-x': { zh: '1+X 职业技能等级证书', en: '1+X skill level' },
      },
      { required: true, indexed: true },
    ),
    levels: choices(
      { zh: '等级', en: 'Levels' },
      {
        elementary: { zh: '初级', en: 'Elementary' },
        intermediate: { zh: '中级', en: 'Intermediate' },
        advanced: { zh: '高级', en: 'Advanced' },
      },
    ),
    topLevel: choice({ zh: '最高等级', en: 'Highest level' }, certificateLevels, {
      required: true,
      help: {
        zh: '学生在本校能取得的最高等级，上报用。',
        en: 'The highest that students gain here, as it is reported.',
      },
    }),
    issuer: text({ zh: '培训评价组织', en: 'Assessing organisation' }, { required: true, maxLength: 120 }),
    issuerCode: text(
      { zh: '发证机构编码', en: 'Code of the issuer' },
      { required: true, maxLength: 60, secondary: true },
    ),
    assessedHere: yesNo({ zh: '本校为考核站点', en: 'Assessed at the college' }, { required: true, default: false }),
    from: date({ zh: '开始试点日期', en: 'From' }, { required: true }),
    until: date({ zh: '结束日期', en: 'Until' }),
  },
  unique: [['name'], ['number']],
  access: openToMembers,
  order: 'name',
  statistics: [{ count: 'all', by: 'kind' }],
  check: (scheme) =>
    scheme.until && scheme.until < scheme.from
      ? [{ field: 'until', message: { zh: '结束日期早于开始日期', en: 'Ends before it begins' } }]
      : [],
})
