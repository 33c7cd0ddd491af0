import { defineStandardTable } from '../../../../src/language/standard.ts'
import { digitalLibraryVisits } from '../../../registers/library/digital-library-visits.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const digitalLibraryVisitsTable = defineStandardTable(national, digitalLibraryVisits, {
  name: 'ODS_FWSZTSGZYSJ',
  number: 24,
  code: 'ZYGJX0604',
  label: { zh: '访问数字图书馆资源', en: 'Visits of the digital library' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['FWRQ']],
  columns: [
    key,
    college(),
    ['ZYGJX060401', 'DZQKFWCS', '电子期刊访问次数', 'N8', 'M', 'journalVisits'],
    ['ZYGJX060402', 'DZTSFWCS', '电子图书访问次数', 'N8', 'M', 'bookVisits'],
    ['ZYGJX060403', 'FWRQ', '访问日期', 'C8', 'M', 'day', 'GB/T 7408'],
    collectedAt(),
  ],
})
