import { defineCodes } from '../../../src/language/codes.ts'

export const dormitoryPresence = defineCodes({
  name: 'dormitory-presence',
  label: { zh: '在寝状态', en: 'Presence in the dormitory' },
  officialName: 'ZQZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    present: { zh: '在寝', en: 'Present' },
    'not-returned': { zh: '未归', en: 'Not returned' },
    'on-leave': { zh: '请假', en: 'On leave' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    present: '1',
    'not-returned': '2',
    'on-leave': '3',
    other: '9',
  },
})
