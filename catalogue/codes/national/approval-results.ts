import { defineCodes } from '../../../src/language/codes.ts'

export const approvalResults = defineCodes({
  name: 'approval-results',
  label: { zh: '审批状态', en: 'Result of approval' },
  officialName: 'SPZTDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    approved: { zh: '通过', en: 'Approved' },
    refused: { zh: '未通过', en: 'Refused' },
  },
  official: {
    approved: '1',
    refused: '2',
  },
})
