import { defineCodes } from '../../../src/language/codes.ts'

export const recognitionStates = defineCodes({
  name: 'recognition-states',
  label: { zh: '认定状态', en: 'State of recognition' },
  officialName: 'RDZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    pending: { zh: '待认定', en: 'To be recognised' },
    'under-review': { zh: '复审中', en: 'Under review' },
    recognised: { zh: '已认定', en: 'Recognised' },
    'not-recognised': { zh: '未认定', en: 'Not recognised' },
  },
  official: {
    pending: '1',
    'under-review': '2',
    recognised: '3',
    'not-recognised': '9',
  },
})
