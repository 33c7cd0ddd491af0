import { defineCodes } from '../../../src/language/codes.ts'

export const teachingWays = defineCodes({
  name: 'teaching-ways',
  label: { zh: '主要授课方式', en: 'Main way of teaching' },
  officialName: 'ZYSKFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    lecture: { zh: '讲授', en: 'Lecture' },
    'lecture-and-demonstration': { zh: '讲授+演示', en: 'Lecture and demonstration' },
    'guided-practice': { zh: '实践操作指导', en: 'Guided practice' },
  },
  official: {
    lecture: '1',
    'lecture-and-demonstration': '2',
    'guided-practice': '3',
  },
})
