import { defineCodes } from '../../../src/language/codes.ts'

export const clubAdmissionWays = defineCodes({
  name: 'club-admission-ways',
  label: { zh: '社团活动录取方式', en: 'Way of admission to club activities' },
  officialName: 'STHDLQFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    registration: { zh: '报名制', en: 'By registration' },
    lottery: { zh: '中签制', en: 'By lot' },
    selection: { zh: '评审制', en: 'By selection' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    registration: '1',
    lottery: '2',
    selection: '3',
    other: '9',
  },
})
