import { defineCodes } from '../../../src/language/codes.ts'

export const certificateKinds = defineCodes({
  name: 'certificate-kinds',
  label: { zh: '证书类型', en: 'Kind of certificate' },
  officialName: 'ZSLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'occupational-qualification': { zh: '职业资格证书', en: 'Occupational qualification certificate' },
    'skill-level': { zh: '职业技能等级证书', en: 'Vocational skill level certificate' },
  },
  official: {
    'occupational-qualification': '1',
    'skill-level': '2',
  },
})
