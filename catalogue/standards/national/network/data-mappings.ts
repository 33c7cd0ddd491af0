import { defineStandardTable } from '../../../../src/language/standard.ts'
import { dataMappings } from '../../../registers/network/data-mappings.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const dataMappingsTable = defineStandardTable(national, dataMappings, {
  name: 'ODS_SJBZYXXXTYSGXSJ',
  number: 90,
  code: 'ZYGFW0502',
  label: { zh: '数据标准与信息系统映射关系', en: 'Sources of the tables' },
  every: 'year',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SJZLYWMC', 'XXHXTBH']],
  columns: [
    key,
    college(),
    ['ZYGFW050201', 'SJZLYWMC', '数据子类英文名称', 'C60', 'M', 'tableName'],
    ['ZYGFW050202', 'SJZLZWMC', '数据子类中文名称', 'C60', 'M', 'tableLabel'],
    ['ZYGXX010202', 'XXHXTBH', '信息化系统编号', 'C60', 'M', 'system.number'],
    ['ZYGXX010205', 'XXHXTQC', '信息化系统全称', 'C200', 'M', 'system.name'],
    collectedAt(),
  ],
})
