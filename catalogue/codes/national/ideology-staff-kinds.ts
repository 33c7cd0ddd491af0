import { defineCodes } from '../../../src/language/codes.ts'

export const ideologyStaffKinds = defineCodes({
  name: 'ideology-staff-kinds',
  label: { zh: '思政教职工人员类型', en: 'Kind of ideological education staff' },
  officialName: 'SZJZGRYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'ideology-teacher': { zh: '思政课教师', en: 'Teacher of ideology and politics' },
    'class-teacher': { zh: '班主任', en: 'Class teacher' },
    counsellor: { zh: '辅导员', en: 'Counsellor' },
  },
  official: {
    'ideology-teacher': '1',
    'class-teacher': '2',
    counsellor: '3',
  },
})
