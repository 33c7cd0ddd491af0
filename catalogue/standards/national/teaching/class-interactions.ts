import { defineStandardTable } from '../../../../src/language/standard.ts'
import { classInteractions } from '../../../registers/teaching/class-interactions.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

// The standard prints ZYGJX0601, which is another table’s; its columns say ZYGJX0603.
export const classInteractionsTable = defineStandardTable(national, classInteractions, {
  name: 'ODS_KTHDSJ',
  number: 23,
  code: 'ZYGJX0603',
  label: { zh: '课堂互动', en: 'Interaction in class' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['PKH']],
  columns: [
    key,
    college(),
    ['ZYGJX050102', 'PKH', '排课号', 'C80', 'M', 'lesson.number'],
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'lesson.course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'lesson.course.name'],
    ['ZYGJX060301', 'ZC', '周次', 'C2', 'M', 'lesson.week'],
    ['ZYGJX060302', 'XQJ', '星期几', 'C3', 'M', { from: 'lesson.weekday', as: 'name' }],
    ['ZYGJX060303', 'SKJC', '上课节次', 'C5', 'M', 'lesson.sections'],
    ['ZYGJX060304', 'SKRQ', '上课日期', 'C8', 'M', { from: 'heldAt', as: 'date' }, 'GB/T 7408'],
    ['ZYGJX060305', 'SKSJ', '上课时间', 'C6', 'M', { from: 'heldAt', as: 'time' }, 'GB/T 7408'],
    ['ZYGJX060306', 'KTHDFQZCS', '课堂互动发起总次数', 'N5', 'M', 'started'],
    ['ZYGJX060307', 'XSCYZCS', '学生参与总次数', 'N5', 'M', 'joined'],
    ['ZYGJX060308', 'XSCYL', '学生参与率', 'N20,2', 'M', 'participation'],
    ['ZYGJX060309', 'CQL', '出勤率', 'N20,2', 'M', 'attendance'],
    collectedAt(),
  ],
})
