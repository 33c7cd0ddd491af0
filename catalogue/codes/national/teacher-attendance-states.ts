import { defineCodes } from '../../../src/language/codes.ts'

export const teacherAttendanceStates = defineCodes({
  name: 'teacher-attendance-states',
  label: { zh: '教师到课情况', en: 'Attendance of the teacher' },
  officialName: 'JSDKQKDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    irregular: { zh: '异常', en: 'Irregular' },
    regular: { zh: '正常', en: 'Regular' },
  },
  official: {
    irregular: '0',
    regular: '1',
  },
})
