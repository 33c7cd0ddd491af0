import { defineCodes } from '../../../src/language/codes.ts'

export const cardPlaceKinds = defineCodes({
  name: 'card-place-kinds',
  label: { zh: '一卡通认证场所类型', en: 'Kind of place where the card is used' },
  officialName: 'YKTRZCSLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    canteen: { zh: '食堂', en: 'Canteen' },
    dormitory: { zh: '宿舍', en: 'Dormitory' },
    classroom: { zh: '教室', en: 'Classroom' },
    gate: { zh: '校门', en: 'Gate' },
    library: { zh: '图书馆', en: 'Library' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    canteen: '1',
    dormitory: '2',
    classroom: '3',
    gate: '4',
    library: '5',
    other: '9',
  },
})
