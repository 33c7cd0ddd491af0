import { defineStandardTable } from '../../../../src/language/standard.ts'
import { counsellingDays } from '../../../registers/students/counselling-days.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const counsellingDaysTable = defineStandardTable(national, counsellingDays, {
  name: 'ODS_XLZXJLSJ',
  number: 52,
  code: 'ZYGXS0401',
  label: { zh: '心理咨询记录', en: 'Psychological counselling' },
  every: 'week',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['ZXRQ']],
  columns: [
    key,
    college(),
    ['ZYGXS040101', 'ZXRQ', '咨询日期', 'C8', 'M', 'day', 'GB/T 7408'],
    ['ZYGXS040102', 'ZXRC', '咨询人次', 'N8', 'M', 'sessions'],
    ['ZYGXS040103', 'GJC', '关键词', 'T2000', 'M', 'topics'],
    ['ZYGXS040104', 'YYRC', '预约人次', 'N8', 'O', 'appointments'],
    collectedAt(),
  ],
})
