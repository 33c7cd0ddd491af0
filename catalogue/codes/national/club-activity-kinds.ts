import { defineCodes } from '../../../src/language/codes.ts'

export const clubActivityKinds = defineCodes({
  name: 'club-activity-kinds',
  label: { zh: '社团活动类型', en: 'Kind of club activity' },
  officialName: 'STHDLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'public-service': { zh: '公益服务', en: 'Public service' },
    'science-and-technology': { zh: '科学技术', en: 'Science and technology' },
    theory: { zh: '理论学习', en: 'Study of theory' },
    'arts-and-sports': { zh: '文艺体育', en: 'Arts and sports' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'public-service': '1',
    'science-and-technology': '2',
    theory: '3',
    'arts-and-sports': '4',
    other: '9',
  },
})
