import { defineCodes } from '../../../src/language/codes.ts'

export const staffAppraisalKinds = defineCodes({
  name: 'staff-appraisal-kinds',
  label: { zh: '教职工考核类别', en: 'Kind of staff appraisal' },
  officialName: 'JZGKHLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    regular: { zh: '平时考核', en: 'Regular appraisal' },
    annual: { zh: '年度考核', en: 'Annual appraisal' },
    special: { zh: '特定考核', en: 'Special appraisal' },
  },
  official: {
    regular: '1',
    annual: '2',
    special: '3',
  },
})
