import { defineStandardTable } from '../../../../src/language/standard.ts'
import { departureClearances } from '../../../registers/students/departure-clearances.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const departureClearancesTable = defineStandardTable(national, departureClearances, {
  name: 'ODS_LXSXBLSJ',
  number: 54,
  code: 'ZYGXS0501',
  label: { zh: '离校手续办理', en: 'Clearance before leaving' },
  every: 'term',
  covers: { zh: '离校学生', en: 'Students who have left' },
  unique: [['XH']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGXS050101', 'JFQKQRRQ', '结费情况确认日期', 'C8', 'M', 'feesSettledOn', 'GB/T 7408'],
    ['ZYGXS050102', 'XFQRRQ', '学分确认日期', 'C8', 'M', 'creditsConfirmedOn', 'GB/T 7408'],
    ['ZYGXS050103', 'TSGHQRRQ', '图书归还确认日期', 'C8', 'M', 'booksReturnedOn', 'GB/T 7408'],
    ['ZYGXS050104', 'SSTSQRRQ', '宿舍退宿确认日期', 'C8', 'M', 'leftDormitoryOn', 'GB/T 7408'],
    ['ZYGXS050105', 'BYZLQRQ', '毕业证领取日期', 'C8', 'O', 'diplomaOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
