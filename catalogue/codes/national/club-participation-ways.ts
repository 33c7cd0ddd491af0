import { defineCodes } from '../../../src/language/codes.ts'

export const clubParticipationWays = defineCodes({
  name: 'club-participation-ways',
  label: { zh: '社团活动参与方式', en: 'Way of taking part in club activities' },
  officialName: 'STHDCYFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    group: { zh: '团体', en: 'As a group' },
    individual: { zh: '个人', en: 'As an individual' },
  },
  official: {
    group: '1',
    individual: '2',
  },
})
