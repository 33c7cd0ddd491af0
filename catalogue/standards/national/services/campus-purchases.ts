import { defineStandardTable } from '../../../../src/language/standard.ts'
import { spendingCategories } from '../../../codes/national/spending-categories.ts'
import { campusPurchases } from '../../../registers/services/campus-purchases.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const campusPurchasesTable = defineStandardTable(national, campusPurchases, {
  name: 'ODS_XSXFSJ',
  number: 84,
  code: 'ZYGFW0101',
  label: { zh: '学生消费', en: 'Spending of students' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XFRQ', 'XFLBM']],
  columns: [
    key,
    college(),
    ['ZYGFW010101', 'XFZE', '消费总额', 'M20', 'M', 'amount'],
    ['ZYGFW010102', 'XFRC', '消费人次', 'N8', 'M', 'purchases'],
    ['ZYGFW010103', 'XFLBM', '消费类别码', 'C2', 'M', 'category', spendingCategories],
    ['ZYGFW010104', 'XFRQ', '消费日期', 'C8', 'M', 'day', 'GB/T 7408'],
    collectedAt(),
  ],
})
