import { defineCodes } from '../../../src/language/codes.ts'

export const textbookKinds = defineCodes({
  name: 'textbook-kinds',
  label: { zh: '教材类型', en: 'Kind of textbook' },
  officialName: 'JCLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    printed: { zh: '纸质教材', en: 'Printed' },
    digital: { zh: '数字教材', en: 'Digital' },
    combined: { zh: '纸质与数字资源结合教材', en: 'Printed with digital resources' },
  },
  official: {
    printed: '1',
    digital: '2',
    combined: '3',
  },
})
