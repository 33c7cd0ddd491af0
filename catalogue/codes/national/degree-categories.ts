import { defineCodes } from '../../../src/language/codes.ts'

export const degreeCategories = defineCodes({
  name: 'degree-categories',
  label: { zh: '授予学位类别', en: 'Category of degree conferred' },
  officialName: 'SYXWLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'academic-bachelor': { zh: '学术型学士', en: 'Academic bachelor' },
    'professional-bachelor': { zh: '专业学位学士', en: 'Professional bachelor' },
  },
  official: {
    'academic-bachelor': '11',
    'professional-bachelor': '12',
  },
})
