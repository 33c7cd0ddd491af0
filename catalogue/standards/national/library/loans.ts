import { defineStandardTable } from '../../../../src/language/standard.ts'
import { personKinds } from '../../../codes/national/person-kinds.ts'
import { loans } from '../../../registers/library/loans.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** SJGHRQ must be filled: a book that is not back yet has the day on which it is due. */
export const loansTable = defineStandardTable(national, loans, {
  name: 'ODS_TSJYSJ',
  number: 75,
  code: 'ZYGZC0202',
  label: { zh: '图书借阅', en: 'Loans' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [
    ['JYRQ', 'YJGHRQ'],
    ['JYRQ', 'SJGHRQ'],
  ],
  columns: [
    key,
    college(),
    ['ZYGZC020201', 'JYZBH', '借阅者编号', 'C20', 'M', { first: ['student.number', 'staff.number'] }],
    ['ZYGZC020202', 'JYZXM', '借阅者姓名', 'C36', 'O', { first: ['student.name', 'staff.name'] }],
    ['ZYGZC020203', 'JYRYLBM', '借阅人员类别码', 'C2', 'M', 'borrower', personKinds],
    ['JCBX040101', 'TSBH', '图书编号', 'C50', 'M', 'book.number'],
    ['ZYGZC020204', 'JYRQ', '借阅日期', 'C8', 'M', 'borrowedOn', 'GB/T 7408'],
    ['ZYGZC020205', 'YJGHRQ', '预计归还日期', 'C8', 'M', 'dueOn', 'GB/T 7408'],
    ['ZYGZC020206', 'SJGHRQ', '实际归还日期', 'C8', 'M', { first: ['returnedOn', 'dueOn'] }, 'GB/T 7408'],
    collectedAt(),
  ],
})
