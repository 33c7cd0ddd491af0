import { defineCodes } from '../../../src/language/codes.ts'

export const submissionWays = defineCodes({
  name: 'submission-ways',
  label: { zh: '提交类型', en: 'Way of submission' },
  officialName: 'TJLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    online: { zh: '线上', en: 'Online' },
    offline: { zh: '线下', en: 'Offline' },
  },
  official: {
    online: '1',
    offline: '2',
  },
})
