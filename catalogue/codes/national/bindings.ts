import { defineCodes } from '../../../src/language/codes.ts'

export const bindings = defineCodes({
  name: 'bindings',
  label: { zh: '刊物装订', en: 'Binding' },
  officialName: 'KWZDDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    paperback: { zh: '平装', en: 'Paperback' },
    hardback: { zh: '精装', en: 'Hardback' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    paperback: '1',
    hardback: '2',
    other: '9',
  },
})
