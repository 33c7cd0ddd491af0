import { defineStandardTable } from '../../../../src/language/standard.ts'
import { researchActivities } from '../../../codes/research-activities.ts'
import { researchExpenses } from '../../../registers/research/research-expenses.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const researchExpensesTable = defineStandardTable(national, researchExpenses, {
  name: 'ODS_KYJFZCSJ',
  number: 79,
  // Printed as ZYGKY0102, which another table has; its columns say ZYGKY0103.
  code: 'ZYGKY0103',
  label: { zh: '科研经费支出', en: 'Research expenses' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  columns: [
    key,
    college(),
    ['ZYGKY010101', 'KYXMBH', '科研项目编号', 'C32', 'M', 'project.number'],
    ['ZYGKY010301', 'JFZCKYXMMC', '经费支出科研项目名称', 'C150', 'M', 'project.name'],
    ['ZYGKY010302', 'JFZCKYXMLBM', '经费支出科研项目类别码', 'C2', 'M', 'project.activity', researchActivities],
    ['ZYGKY010303', 'ZCJE', '支出金额', 'M20', 'M', 'amount'],
    ['ZYGKY010304', 'ZCSJ', '支出时间', 'C15', 'M', 'paidAt', 'GB/T 7408'],
    ['ZYGKY010305', 'ZCYT', '支出用途', 'T2000', 'M', 'purpose'],
    collectedAt(),
  ],
})
