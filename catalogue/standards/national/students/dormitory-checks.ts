import { defineStandardTable } from '../../../../src/language/standard.ts'
import { dormitoryPresence } from '../../../codes/national/dormitory-presence.ts'
import { dormitoryChecks } from '../../../registers/students/dormitory-checks.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const dormitoryChecksTable = defineStandardTable(national, dormitoryChecks, {
  name: 'ODS_XSZSCQSJ',
  number: 63,
  code: 'ZYGXS0801',
  label: { zh: '学生住宿查寝', en: 'Dormitory checks' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'CQSJ']],
  columns: [
    key,
    college('ZYGG030103'),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020103', 'BJMC', '班级名称', 'C60', 'M', 'student.className'],
    ['ZYGXS080101', 'SSBH', '宿舍编号', 'C60', 'M', 'room'],
    ['ZYGXS080102', 'CQSJ', '查寝时间', 'C15', 'M', 'checkedAt', 'GB/T 7408'],
    ['ZYGJG010101', 'CQR', '查寝人', 'C20', 'M', 'checkedBy.number'],
    ['ZYGXS080103', 'ZQZT', '在寝状态', 'C1', 'M', 'presence', dormitoryPresence],
    ['ZYGXS080104', 'QKSM', '情况说明', 'C500', 'O', 'note'],
    collectedAt(),
  ],
})
