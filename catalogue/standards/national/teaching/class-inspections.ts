import { defineStandardTable } from '../../../../src/language/standard.ts'
import { classInteraction } from '../../../codes/national/class-interaction.ts'
import { teacherAttendanceStates } from '../../../codes/national/teacher-attendance-states.ts'
import { teachingConditions } from '../../../codes/national/teaching-conditions.ts'
import { classInspections } from '../../../registers/teaching/class-inspections.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const classInspectionsTable = defineStandardTable(national, classInspections, {
  name: 'ODS_XKSJ',
  number: 26,
  code: 'ZYGJX0702',
  label: { zh: '巡课', en: 'Inspection of classes' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['PKH', 'XKR']],
  order: [['SDXSRS', 'YDXSRS']],
  columns: [
    key,
    college(),
    ['ZYGJX050102', 'PKH', '排课号', 'C80', 'M', 'lesson.number'],
    ['ZYGJX050108', 'ZC', '周次', 'C4', 'M', 'lesson.week'],
    ['ZYGJX050109', 'XQJ', '星期几', 'C3', 'M', { from: 'lesson.weekday', as: 'name' }],
    ['ZYGJX050110', 'SKJC', '上课节次', 'C5', 'M', 'lesson.sections'],
    ['ZYGJX070201', 'YDXSRS', '应到学生人数', 'N5', 'M', 'expected'],
    ['ZYGJX070202', 'SDXSRS', '实到学生人数', 'N5', 'M', 'present'],
    ['ZYGJX070203', 'JSDKQKM', '教师到课情况码', 'C1', 'M', 'teacherAttendance', teacherAttendanceStates],
    ['ZYGJX070204', 'KTHDQKM', '课堂互动情况码', 'C2', 'M', 'interaction', classInteraction],
    ['ZYGJX070205', 'XKR', '巡课人', 'C36', 'M', 'inspector'],
    ['ZYGJX070206', 'JXTJM', '教学条件码', 'C1', 'M', 'conditions', teachingConditions],
    ['ZYGJX070207', 'YCSM', '异常说明', 'T2000', 'O', 'remarks'],
    ['ZYGJX070208', 'XKSJ', '巡课时间', 'C6', 'O', 'inspectedAt', 'GB/T 7408'],
    collectedAt(),
  ],
})
