import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authorityLevels } from '../../../codes/national/authority-levels.ts'
import { awardGrades } from '../../../codes/national/award-grades.ts'
import { textbookAwards } from '../../../registers/teaching/textbook-awards.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const textbookAwardsTable = defineStandardTable(national, textbookAwards, {
  name: 'ODS_HJJCSJ',
  number: 32,
  code: 'ZYGJX1002',
  label: { zh: '获奖教材', en: 'Prizes of textbooks' },
  every: 'year',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['HJJCBH', 'JLMC', 'HJRQ']],
  refers: { HJJCBH: 'ODS_JCJBSJ.JCBH' },
  columns: [
    key,
    college(),
    ['ZYGJX100201', 'HJJCBH', '获奖教材编号', 'C60', 'M', 'textbook.number'],
    ['JCJG010001', 'HJXM', '获奖项目', 'C60', 'O', 'project'],
    ['ZYGJX100202', 'HJJC', '获奖届次', 'C20', 'O', 'round'],
    ['JCJG011011', 'HJRQ', '获奖日期', 'C8', 'M', 'awardedOn', 'GB/T 7408'],
    ['JCJG010006', 'JLMC', '奖励名称', 'C60', 'M', 'prize'],
    ['JCJG010002', 'JLJBM', '奖励级别码', 'C2', 'M', 'level', authorityLevels],
    ['JCJG011003', 'JLDJM', '奖励等级码', 'C1', 'M', 'grade', awardGrades],
    ['JCJG011010', 'BJDW', '颁奖单位', 'C60', 'O', 'awardedBy'],
    ['ZYGJX100203', 'CBH', '出版号', 'C30', 'M', 'textbook.isbn'],
    collectedAt(),
  ],
})
