import { defineCodes } from '../../../src/language/codes.ts'

export const masterKinds = defineCodes({
  name: 'master-kinds',
  label: { zh: '硕士类型', en: "Kind of master's programme" },
  officialName: 'SSLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    academic: { zh: '学术', en: 'Academic' },
    professional: { zh: '专业', en: 'Professional' },
  },
  official: {
    academic: '1',
    professional: '2',
  },
})
