import { defineCodes } from '../../../src/language/codes.ts'

export const equipmentSources = defineCodes({
  name: 'equipment-sources',
  label: { zh: '设备来源', en: 'Source of equipment' },
  officialName: 'SBLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    stocktaking: { zh: '盘盈', en: 'Found at stocktaking' },
    purchase: { zh: '外购', en: 'Purchased' },
    allocation: { zh: '调入', en: 'Allocated' },
    transfer: { zh: '转入', en: 'Transferred' },
    donation: { zh: '捐赠', en: 'Donated' },
    'self-made': { zh: '自制自建', en: 'Self-made' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    stocktaking: '1',
    purchase: '2',
    allocation: '3',
    transfer: '4',
    donation: '5',
    'self-made': '6',
    other: '9',
  },
})
