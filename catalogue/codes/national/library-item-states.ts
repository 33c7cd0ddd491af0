import { defineCodes } from '../../../src/language/codes.ts'

export const libraryItemStates = defineCodes({
  name: 'library-item-states',
  label: { zh: '图书期刊状态', en: 'State of library item' },
  officialName: 'TSQKZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'on-loan': { zh: '在借', en: 'On loan' },
    available: { zh: '在库', en: 'In the library' },
    'reported-lost': { zh: '挂失', en: 'Reported lost' },
    damaged: { zh: '残缺', en: 'Damaged' },
    discarded: { zh: '报废', en: 'Discarded' },
    'on-order': { zh: '已订未到货', en: 'On order' },
    uncatalogued: { zh: '待编目', en: 'To be catalogued' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'on-loan': '1',
    available: '2',
    'reported-lost': '3',
    damaged: '4',
    discarded: '5',
    'on-order': '6',
    uncatalogued: '7',
    other: '9',
  },
})
