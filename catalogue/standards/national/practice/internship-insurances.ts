import { defineStandardTable } from '../../../../src/language/standard.ts'
import { insuranceBuyers } from '../../../codes/national/insurance-buyers.ts'
import { insuranceKinds } from '../../../codes/national/insurance-kinds.ts'
import { internshipInsurances } from '../../../registers/practice/internship-insurances.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const internshipInsurancesTable = defineStandardTable(national, internshipInsurances, {
  name: 'ODS_SXBXGMQKSJ',
  number: 10,
  code: 'ZYGJX0202',
  label: { zh: '实习保险购买情况', en: 'Insurance of internships' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'BDH']],
  refers: { XH: 'ODS_SXJCSJ.XH' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'M', 'student.name'],
    ['ZYGJX020201', 'BXXZMC', '保险险种名称', 'C120', 'M', 'name'],
    ['ZYGJX020202', 'BDH', '保单号', 'C64', 'M', 'policyNumber'],
    ['ZYGJX020203', 'BXFCZFMC', '保险费出资方名称', 'C200', 'M', 'payer'],
    ['ZYGJX020204', 'BXGMRQ', '保险购买日期', 'C8', 'M', 'boughtOn', 'GB/T 7408'],
    ['ZYGJX020205', 'BXGMFM', '保险购买方码', 'C2', 'O', 'buyer', insuranceBuyers],
    ['ZYGJX020206', 'GMBXZLM', '购买保险种类码', 'C2', 'O', 'kind', insuranceKinds],
    collectedAt(),
  ],
})
