import { defineStandardTable } from '../../../../src/language/standard.ts'
import { accessChannels } from '../../../codes/national/access-channels.ts'
import { systemVisits } from '../../../registers/network/system-visits.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const systemVisitsTable = defineStandardTable(national, systemVisits, {
  name: 'ODS_XXHXTFWJLSJ',
  number: 3,
  code: 'ZYGXX0103',
  label: { zh: '信息化系统访问记录', en: 'Visits of information systems' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XXHXTBH', 'FWFSM', 'XXHXTFWRQ']],
  columns: [
    key,
    college(),
    ['ZYGXX010202', 'XXHXTBH', '信息化系统编号', 'C60', 'M', 'system.number'],
    ['ZYGXX010205', 'XXHXTQC', '信息化系统全称', 'C200', 'M', 'system.name'],
    ['ZYGXX010301', 'FWFSM', '访问方式码', 'C2', 'M', 'channel', accessChannels],
    ['ZYGXX010302', 'JSFWCS', '教师访问次数', 'N10', 'M', 'teacherVisits'],
    ['ZYGXX010303', 'XSFWCS', '学生访问次数', 'N10', 'M', 'studentVisits'],
    ['ZYGXX010304', 'XXHXTFWRQ', '信息化系统访问日期', 'C8', 'M', 'day', 'GB/T 7408'],
    collectedAt('ZYGXX010130'),
  ],
})
