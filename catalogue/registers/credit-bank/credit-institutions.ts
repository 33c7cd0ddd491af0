import { choice, date, defineRegister, region, text, unit } from '../../../src/language/index.ts'
import { inOrder } from '../../checks.ts'
import { creditRuleAccess } from './access.ts'

/** Schools, firms and bodies that issue learning outcomes to the credit bank or convert them. */
export const creditInstitutions = defineRegister({
  name: 'credit-institutions',
  label: { zh: '学分银行机构', en: 'Institutions of the credit bank' },
  area: 'credit-bank',
  owner: 'continuing-education',
  title: 'name',
  unit: 'unit',
  fields: {
    code: text({ zh: '机构代码', en: 'Code' }, { required: true, maxLength: 30 }),
    name: text({ zh: '机构名称', en: 'Name' }, { required: true, maxLength: 100 }),
    kind: choice(
      { zh: '机构类型', en: 'Kind' },
      {
        'secondary-vocational': { zh: '中等职业学校', en: 'Secondary vocational school' },
        'vocational-college': { zh: '高等职业学校', en: 'Vocational college' },
        university: { zh: '本科院校', en: 'University' },
        'open-university': { zh: '开放大学', en: 'Open university' },
        firm: { zh: '企业', en: 'Firm' },
        'assessment-body': { zh: '培训评价组织', en: 'Assessment body' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    region: region({ zh: '所在地', en: 'Region' }, { level: 'county' }),
    unit: unit(
      { zh: '受理单位', en: 'Unit that acts for it' },
      {
        indexed: true,
        help: {
          zh: '受理该机构转换申请的单位；为空由学分银行管理部门受理',
          en: 'Decides on applications to the institution; when empty, the office of the credit bank does',
        },
      },
    ),
    joinedOn: date({ zh: '加入日期', en: 'Joined on' }, { required: true }),
    leftOn: date({ zh: '退出日期', en: 'Left on' }),
  },
  unique: [['code'], ['name']],
  access: creditRuleAccess,
  order: 'code',
  statistics: [{ count: 'all', by: 'kind' }],
  check: (institution) => inOrder(institution.joinedOn, institution.leftOn, 'leftOn'),
})
