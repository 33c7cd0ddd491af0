import { defineCodes } from '../../../src/language/codes.ts'

export const newPartyMemberKinds = defineCodes({
  name: 'new-party-member-kinds',
  label: { zh: '新党员类型', en: 'Kind of new party member' },
  officialName: 'XDYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    staff: { zh: '教职工', en: 'Staff' },
    student: { zh: '学生', en: 'Student' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    staff: '1',
    student: '2',
    other: '9',
  },
})
