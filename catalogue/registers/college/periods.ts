import { defineRegister } from '../../../src/language/register.ts'
import { periodFields } from '../../../src/language/foundation.ts'

export const periods = defineRegister({
  name: 'periods',
  label: { zh: '统计期间', en: 'Reporting periods' },
  area: 'college',
  owner: 'quality',
  title: 'name',
  fields: periodFields,
  unique: [['code']],
  order: '-code',
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'quality-office': { read: 'college', write: 'college' },
    'college-leader': { read: 'college' },
    'unit-head': { read: 'college' },
    'unit-filler': { read: 'college' },
    reviewer: { read: 'college' },
    teacher: { read: 'college' },
    student: { read: 'college' },
    auditor: { read: 'college' },
  },
  check: (period) =>
    period.schoolYearFrom > period.schoolYearTo || period.calendarYearFrom > period.calendarYearTo
      ? [{ field: 'schoolYearTo', message: { zh: '期间的结束早于开始', en: 'The period ends before it begins' } }]
      : [],
})
