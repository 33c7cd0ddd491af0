import { defineCodes } from '../../../src/language/codes.ts'

export const leaveKinds = defineCodes({
  name: 'leave-kinds',
  label: { zh: '请假类型', en: 'Kind of leave' },
  officialName: 'QJLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    sick: { zh: '病假', en: 'Sick leave' },
    personal: { zh: '事假', en: 'Personal leave' },
    official: { zh: '公假', en: 'Official leave' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    sick: '1',
    personal: '2',
    official: '3',
    other: '9',
  },
})
