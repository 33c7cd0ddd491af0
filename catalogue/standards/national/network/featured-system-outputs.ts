import { defineStandardTable } from '../../../../src/language/standard.ts'
import { featuredSystemOutputs } from '../../../registers/network/featured-system-outputs.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const featuredSystemOutputsTable = defineStandardTable(national, featuredSystemOutputs, {
  name: 'ODS_XXTSXXHXTYYSJ',
  number: 4,
  code: 'ZYGXX0104',
  label: { zh: '学校特色信息化系统应用', en: 'Outputs of featured systems' },
  every: 'week',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['TSXXHXTBH', 'CSRQ']],
  columns: [
    key,
    college(),
    ['ZYGXX010401', 'TSXXHXTBH', '特色信息化系统编号', 'C60', 'M', 'system.number'],
    ['ZYGXX010402', 'TSXXHXTQC', '特色信息化系统全称', 'C200', 'M', 'system.name'],
    ['ZYGXX010403', 'NR', '内容', 'T2000', 'M', 'content'],
    ['ZYGXX010404', 'CSRQ', '产生日期', 'C8', 'M', 'producedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
