import { defineStandardTable } from '../../../../src/language/standard.ts'
import { textbookKinds } from '../../../codes/national/textbook-kinds.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { textbooks } from '../../../registers/teaching/textbooks.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const textbooksTable = defineStandardTable(national, textbooks, {
  name: 'ODS_JCJBSJ',
  number: 31,
  code: 'ZYGJX1001',
  label: { zh: '教材基本', en: 'Textbooks' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JCBH']],
  columns: [
    key,
    college('ZYGJX100101'),
    ['ZYGJX100102', 'CBH', '出版号', 'C30', 'M', 'isbn'],
    ['ZYGJX100103', 'JCBH', '教材编号', 'C60', 'M', 'number'],
    ['ZYGJX100104', 'JCMC', '教材名称', 'C80', 'M', 'name'],
    ['ZYGJX100105', 'JCLXM', '教材类型码', 'C2', 'M', 'kind', textbookKinds],
    ['JCBX040118', 'BC', '版次', 'C30', 'O', 'edition'],
    ['JCBX040122', 'CBS', '出版社', 'C180', 'O', 'publisher'],
    ['ZYGJX100106', 'BZZZS', '编著者总数', 'N8', 'O', 'authorCount'],
    ['JCBX040125', 'CBRQ', '出版日期', 'C8', 'O', 'publishedOn', 'GB/T 7408'],
    ['ZYGJX100107', 'ZZ', '作者', 'C100', 'M', 'authors'],
    ['JCBX040113', 'FLH', '分类号', 'C32', 'O', 'classNumber'],
    ['ZYGJX100108', 'DJ', '定价', 'M20', 'O', 'price'],
    [
      'ZYGJX100109',
      'SFGJGHJC',
      '是否国家规划教材',
      'C1',
      'O',
      { from: 'plan', to: { national: '1', provincial: '0', ministry: '0' } },
      yesOrNo,
    ],
    ['ZYGJX100110', 'GHJCPC', '规划教材批次', 'C60', 'O', 'planRound'],
    ['ZYGJX100111', 'SFXQHZKFJC', '是否校企合作开发教材', 'C1', 'M', 'withEnterprise', yesOrNo],
    collectedAt(),
  ],
})
