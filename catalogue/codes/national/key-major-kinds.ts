import { defineCodes } from '../../../src/language/codes.ts'

export const keyMajorKinds = defineCodes({
  name: 'key-major-kinds',
  label: { zh: '重点专业类型', en: 'Kind of key major' },
  officialName: 'ZDZYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    brand: { zh: '品牌', en: 'Brand major' },
    distinctive: { zh: '特色', en: 'Distinctive major' },
    'high-level': { zh: '高水平', en: 'High-level major' },
    strong: { zh: '优势', en: 'Strong major' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    brand: '1',
    distinctive: '2',
    'high-level': '3',
    strong: '4',
    other: '9',
  },
})
