import { defineCodes } from '../../../src/language/codes.ts'

export const personKinds = defineCodes({
  name: 'person-kinds',
  label: { zh: '人员类型', en: 'Kind of person' },
  officialName: 'RYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    staff: { zh: '教职工', en: 'Staff' },
    student: { zh: '学生', en: 'Student' },
    external: { zh: '校外人员', en: 'External' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    staff: '1',
    student: '2',
    external: '3',
    other: '9',
  },
})
