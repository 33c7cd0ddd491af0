import { defineCodes } from '../../../src/language/codes.ts'

export const spendingCategories = defineCodes({
  name: 'spending-categories',
  label: { zh: '消费类别', en: 'Category of spending' },
  officialName: 'XFLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    canteen: { zh: '食堂', en: 'Canteen' },
    shop: { zh: '超市', en: 'Shop' },
    library: { zh: '图书馆', en: 'Library' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    canteen: '1',
    shop: '2',
    library: '3',
    other: '9',
  },
})
