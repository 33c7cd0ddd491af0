import { defineCodes } from '../../../src/language/codes.ts'

export const jointEducationKinds = defineCodes({
  name: 'joint-education-kinds',
  label: { zh: '中外合作办学类别', en: 'Kind of Chinese-foreign education' },
  officialName: 'ZWHZBXLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    institution: { zh: '中外合作办学机构', en: 'Institution run with a foreign partner' },
    programme: { zh: '中外合作办学项目', en: 'Programme run with a foreign partner' },
  },
  official: {
    institution: '1',
    programme: '2',
  },
})
