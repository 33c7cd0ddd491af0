import { defineCodes } from '../../../src/language/codes.ts'

export const useStates = defineCodes({
  name: 'use-states',
  label: { zh: '使用状况', en: 'State of use' },
  officialName: 'SYZKDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'in-use': { zh: '使用', en: 'In use' },
    idle: { zh: '闲置', en: 'Idle' },
    lent: { zh: '被借用', en: 'Lent out' },
    borrowed: { zh: '借用', en: 'Borrowed' },
    rented: { zh: '租用', en: 'Rented' },
    let: { zh: '出租', en: 'Let out' },
    invested: { zh: '对外投资', en: 'Invested elsewhere' },
    pledged: { zh: '担保', en: 'Pledged as security' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'in-use': '1',
    idle: '2',
    lent: '3',
    borrowed: '4',
    rented: '5',
    let: '6',
    invested: '7',
    pledged: '8',
    other: '9',
  },
})
