import { defineCodes } from '../../src/language/codes.ts'

export const sectors = defineCodes({
  name: 'sectors',
  label: { zh: '产业', en: 'Sector' },
  source: '三次产业划分规定（国统字〔2012〕108号，2018年修订）',
  values: {
    primary: { zh: '第一产业', en: 'Primary sector' },
    secondary: { zh: '第二产业', en: 'Secondary sector' },
    tertiary: { zh: '第三产业', en: 'Tertiary sector' },
  },
})
