import { defineCodes } from '../../../src/language/codes.ts'

export const examinationForms = defineCodes({
  name: 'examination-forms',
  label: { zh: '考试形式', en: 'Form of examination' },
  officialName: 'KSXSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    examination: { zh: '考试', en: 'Examination' },
    assessment: { zh: '考查', en: 'Assessment' },
  },
  official: {
    examination: '1',
    assessment: '2',
  },
})
