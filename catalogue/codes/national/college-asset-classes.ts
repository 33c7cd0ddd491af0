import { defineCodes } from '../../../src/language/codes.ts'

/** The sixteen-digit classes below these are chosen by the college; the standard lists the first digit only. */
export const collegeAssetClasses = defineCodes({
  name: 'college-asset-classes',
  label: { zh: '高等学校固定资产分类', en: 'Class of college assets' },
  officialName: 'GDXXGDZCFLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'land-and-buildings': { zh: '土地、房屋及构筑物', en: 'Land, buildings and structures' },
    'general-equipment': { zh: '通用设备', en: 'General equipment' },
    'special-equipment': { zh: '专用设备', en: 'Special equipment' },
    'texts-images-and-exhibits': { zh: '文图与陈列品', en: 'Texts, images and exhibits' },
    'books-and-archives': { zh: '图书、档案', en: 'Books and archives' },
    'furniture-animals-and-plants': { zh: '家具、用具、装具及动植物', en: 'Furniture, utensils, animals and plants' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'land-and-buildings': '1',
    'general-equipment': '2',
    'special-equipment': '3',
    'texts-images-and-exhibits': '4',
    'books-and-archives': '5',
    'furniture-animals-and-plants': '6',
    other: '9',
  },
})
