import { defineCodes } from '../../../src/language/codes.ts'

export const updateFrequencies = defineCodes({
  name: 'update-frequencies',
  label: { zh: '数据表更新频率', en: 'Frequency of update' },
  officialName: 'SJBGXPLDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    year: { zh: '年', en: 'Every year' },
    semester: { zh: '学期', en: 'Every semester' },
    month: { zh: '月', en: 'Every month' },
    week: { zh: '周', en: 'Every week' },
    day: { zh: '天', en: 'Every day' },
    hour: { zh: '小时', en: 'Every hour' },
    minute: { zh: '分钟', en: 'Every minute' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    year: '1',
    semester: '2',
    month: '3',
    week: '4',
    day: '5',
    hour: '6',
    minute: '7',
    other: '9',
  },
})
