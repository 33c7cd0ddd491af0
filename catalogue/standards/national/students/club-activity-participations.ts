import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authorityLevels } from '../../../codes/national/authority-levels.ts'
import { clubActivityKinds } from '../../../codes/national/club-activity-kinds.ts'
import { clubActivityParticipations } from '../../../registers/students/club-activity-participations.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const clubActivityParticipationsTable = defineStandardTable(national, clubActivityParticipations, {
  name: 'ODS_CJSTHDSJ',
  number: 51,
  code: 'ZYGXS0304',
  label: { zh: '参加社团活动', en: 'Taking part in club activities' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'STHDBH']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGXS030301', 'STHDBH', '社团活动编号', 'C32', 'M', 'activity.number'],
    ['ZYGXS030302', 'STHDMC', '社团活动名称', 'C150', 'M', 'activity.name'],
    ['ZYGXS030309', 'STHDLXM', '社团活动类型码', 'C2', 'M', 'activity.kind', clubActivityKinds],
    ['ZYGXS030401', 'CJSTHDSJ', '参加社团活动时间', 'C15', 'M', 'attendedAt', 'GB/T 7408'],
    ['JCBX030811', 'HJJBM', '获奖级别码', 'C2', 'O', 'awardLevel', authorityLevels],
    ['JCJG011011', 'HJRQ', '获奖日期', 'C8', 'O', 'awardedOn', 'GB/T 7408'],
    ['JCXS020409', 'BJDW', '颁奖单位', 'C60', 'O', 'awardedBy'],
    ['ZYGXS030402', 'ZDJSXM', '指导教师姓名', 'C150', 'O', 'advisers'],
    collectedAt(),
  ],
})
