import { defineCodes } from '../../../src/language/codes.ts'

export const unemploymentKinds = defineCodes({
  name: 'unemployment-kinds',
  label: { zh: '未就业类型', en: 'Kind of non-employment' },
  officialName: 'WJYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'seeking-employment': { zh: '待就业', en: 'Seeking employment' },
    'preparing-further-study': { zh: '不就业拟升学', en: 'Preparing for further study' },
    'other-not-seeking': { zh: '其他暂不就业', en: 'Otherwise not seeking employment' },
  },
  official: {
    'seeking-employment': '1',
    'preparing-further-study': '2',
    'other-not-seeking': '3',
  },
})
