import { defineCodes } from '../../src/language/codes.ts'

/** The way by which a student is admitted. */
export const entryKinds = defineCodes({
  name: 'entry-kinds',
  label: { zh: '招生类型', en: 'Way of admission' },
  values: {
    general: { zh: '普招', en: 'General examination' },
    independent: { zh: '单招', en: 'Examination of the college' },
    special: { zh: '专项', en: 'Special programme' },
    'three-plus-two': { zh: '3+2', en: '3+2 with a secondary school' },
    'five-year': { zh: '五年制', en: 'Five-year programme' },
    'to-bachelor': { zh: '专本贯通', en: 'Through to bachelor' },
    other: { zh: '其他', en: 'Other' },
  },
})
