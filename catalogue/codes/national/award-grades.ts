import { defineCodes } from '../../../src/language/codes.ts'

export const awardGrades = defineCodes({
  name: 'award-grades',
  label: { zh: '奖励等级', en: 'Grade of award' },
  officialName: 'JLDJDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    special: { zh: '特等', en: 'Special prize' },
    first: { zh: '一等', en: 'First prize' },
    second: { zh: '二等', en: 'Second prize' },
    third: { zh: '三等', en: 'Third prize' },
    fourth: { zh: '四等', en: 'Fourth prize' },
    ungraded: { zh: '未评等级', en: 'Not graded' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    special: '1',
    first: '2',
    second: '3',
    third: '4',
    fourth: '5',
    ungraded: '6',
    other: '9',
  },
})
