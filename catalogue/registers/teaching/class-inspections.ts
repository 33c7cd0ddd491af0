import { choice, defineRegister, integer, longText, reference, text, time, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { classInteraction } from '../../codes/national/class-interaction.ts'
import { teacherAttendanceStates } from '../../codes/national/teacher-attendance-states.ts'
import { teachingConditions } from '../../codes/national/teaching-conditions.ts'

const heads = { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'students' } } as const

/** What somebody saw who looked into a lesson. */
export const classInspections = defineRegister({
  name: 'class-inspections',
  label: { zh: '巡课', en: 'Class inspections' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'inspector',
  unit: 'unit',
  fields: {
    lesson: reference({ zh: '排课', en: 'Lesson' }, 'lessons', { required: true }),
    unit: unit({ zh: '开课单位', en: 'Taught by unit' }),
    inspector: text(
      { zh: '巡课人', en: 'Inspector' },
      { required: true, maxLength: 36, help: { zh: '巡课人姓名，可以是校外督导', en: 'May be from outside' } },
    ),
    inspectedAt: time({ zh: '巡课时间', en: 'Inspected at' }),
    expected: integer({ zh: '应到学生人数', en: 'Students expected' }, heads),
    present: integer({ zh: '实到学生人数', en: 'Students present' }, heads),
    teacherAttendance: choice({ zh: '教师到课情况', en: 'The teacher' }, teacherAttendanceStates, {
      required: true,
      indexed: true,
    }),
    interaction: choice({ zh: '课堂互动情况', en: 'Interaction' }, classInteraction, { required: true }),
    conditions: choice({ zh: '教学条件', en: 'Conditions' }, teachingConditions, { required: true }),
    remarks: longText({ zh: '异常说明', en: 'Remarks' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['lesson', 'inspector']],
  access: byUnit,
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'teacherAttendance' },
    { count: 'all', by: 'interaction' },
  ],
  check: (inspection) =>
    inspection.present > inspection.expected
      ? [{ field: 'present', message: { zh: '实到多于应到', en: 'More are present than expected' } }]
      : [],
})
