import { defineStandardTable } from '../../../../src/language/standard.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { teachingPlaceKinds } from '../../../codes/national/teaching-place-kinds.ts'
import { lessons } from '../../../registers/teaching/lessons.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const lessonsTable = defineStandardTable(national, lessons, {
  name: 'ODS_PKSJ',
  number: 19,
  code: 'ZYGJX0501',
  label: { zh: '排课', en: 'Lessons' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { cancelled: false },
  unique: [['PKH']],
  columns: [
    key,
    college(),
    ['ZYGJX050101', 'JHKCH', '计划课程号', 'C50', 'M', 'plannedCourse.number'],
    ['ZYGJX050102', 'PKH', '排课号', 'C80', 'M', 'number'],
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'course.name'],
    ['ZYGJX030201', 'ZYSSYXBMC', '专业所属院系部名称', 'C60', 'M', 'major.unit.name'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'M', 'major.name'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['ZYGJX050104', 'NJ', '年级', 'C4', 'M', 'grade'],
    ['ZYGJX050105', 'BJMC', '班级名称', 'C60', 'M', 'className'],
    ['ZYGJX050106', 'KKXND', '开课学年度', 'C9', 'M', 'term.schoolYear'],
    ['ZYGJX050107', 'KKXQM', '开课学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGJX050108', 'ZC', '周次', 'C10', 'M', 'week'],
    ['ZYGJX050109', 'XQJ', '星期几', 'C3', 'M', { from: 'weekday', as: 'name' }],
    ['ZYGJX050110', 'SKJC', '上课节次', 'C5', 'M', 'sections'],
    ['ZYGJX050111', 'SKRQ', '上课日期', 'C8', 'M', 'heldOn', 'GB/T 7408'],
    ['ZYGJX050112', 'SKSJ', '上课时间', 'C6', 'M', 'startsAt', 'GB/T 7408'],
    ['ZYGJG010101', 'JGH', '教工号', 'C200', 'M', 'teacher.number'],
    ['ZYGJX050113', 'JXBRS', '教学班人数', 'N5', 'M', 'size'],
    ['ZYGJX050114', 'SKDD', '上课地点', 'C180', 'M', { first: ['place', 'room.name'] }],
    ['ZYGJX110101', 'JSH', '教室号', 'C80', 'M', 'room.number'],
    ['ZYGJX050115', 'SKDDLBM', '授课地点类别码', 'C2', 'M', 'room.kind', teachingPlaceKinds],
    ['ZYGJX050116', 'XYJCCBH', '选用教材出版号', 'T64', 'O', 'textbook.isbn'],
    collectedAt(),
  ],
})
