import { defineCodes } from '../../../src/language/codes.ts'

export const reviewStates = defineCodes({
  name: 'review-states',
  label: { zh: '教师批阅状态', en: 'Review by the teacher' },
  officialName: 'JSPYZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    reviewed: { zh: '已阅', en: 'Reviewed' },
    unreviewed: { zh: '未阅', en: 'Not reviewed' },
  },
  official: {
    reviewed: '1',
    unreviewed: '2',
  },
})
