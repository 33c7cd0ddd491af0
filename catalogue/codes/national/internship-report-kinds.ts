import { defineCodes } from '../../../src/language/codes.ts'

export const internshipReportKinds = defineCodes({
  name: 'internship-report-kinds',
  label: { zh: '实习报告类别', en: 'Kind of internship report' },
  officialName: 'SXBGLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    weekly: { zh: '周报', en: 'Weekly report' },
    monthly: { zh: '月报', en: 'Monthly report' },
    final: { zh: '实习综合报告', en: 'Final report' },
  },
  official: {
    weekly: '1',
    monthly: '2',
    final: '3',
  },
})
