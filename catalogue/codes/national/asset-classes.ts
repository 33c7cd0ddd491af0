import { defineCodes } from '../../../src/language/codes.ts'

/** The classes of GB/T 14885 below these are chosen by the college; the standard lists the first digit only. */
export const assetClasses = defineCodes({
  name: 'asset-classes',
  label: { zh: '资产基础分类', en: 'Basic class of assets' },
  officialName: 'GDZCDZCJCFLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    buildings: { zh: '房屋和构筑物', en: 'Buildings and structures' },
    equipment: { zh: '设备', en: 'Equipment' },
    'relics-and-exhibits': { zh: '文物与陈列品', en: 'Relics and exhibits' },
    'books-and-archives': { zh: '图书和档案', en: 'Books and archives' },
    furniture: { zh: '家具和用具', en: 'Furniture and utensils' },
    'special-animals-and-plants': { zh: '特种动植物', en: 'Special animals and plants' },
    materials: { zh: '物资', en: 'Materials' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    buildings: '1',
    equipment: '2',
    'relics-and-exhibits': '3',
    'books-and-archives': '4',
    furniture: '5',
    'special-animals-and-plants': '6',
    materials: '7',
    other: '9',
  },
})
