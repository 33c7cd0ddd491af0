import { defineStandardTable } from '../../../../src/language/standard.ts'
import { keyMajorKinds } from '../../../codes/national/key-major-kinds.ts'
import { keyMajorLevels } from '../../../codes/national/key-major-levels.ts'
import { majorHonours } from '../../../registers/teaching/major-honours.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const majorHonoursTable = defineStandardTable(national, majorHonours, {
  name: 'ODS_ZYJSQKSJ',
  number: 12,
  code: 'ZYGJX0301',
  label: { zh: '专业建设情况', en: 'Honours of majors' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['ZYH', 'ZDZYJBM', 'ZDZYLXM']],
  columns: [
    key,
    college(),
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['ZYGJX030102', 'ZDZYJBM', '重点专业级别码', 'C2', 'M', 'level', keyMajorLevels],
    ['ZYGJX030103', 'ZDZYLXM', '重点专业类型码', 'C2', 'M', 'kind', keyMajorKinds],
    ['ZYGJX030104', 'SYRQ', '授予日期', 'C8', 'M', 'awardedOn', 'GB/T 7408'],
    ['JCBX040127', 'BZ', '备注', 'T2000', 'O', 'note'],
    collectedAt(),
  ],
})
