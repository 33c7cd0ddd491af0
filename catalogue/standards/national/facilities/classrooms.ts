import { defineStandardTable } from '../../../../src/language/standard.ts'
import { teachingPlaceKinds } from '../../../codes/national/teaching-place-kinds.ts'
import { classrooms } from '../../../registers/facilities/classrooms.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const classroomsTable = defineStandardTable(national, classrooms, {
  name: 'ODS_JSJBSJ',
  number: 33,
  code: 'ZYGJX1101',
  label: { zh: '教室基本', en: 'Classrooms' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  unique: [['JSH']],
  columns: [
    key,
    college(),
    ['ZYGJX110101', 'JSH', '教室号', 'C80', 'M', 'number'],
    ['ZYGJX110102', 'JSMC', '教室名称', 'C100', 'M', 'name'],
    ['ZYGJX110103', 'ZWS', '座位数', 'N8', 'M', 'seats'],
    ['ZYGJX110104', 'JSLXM', '教室类型码', 'C2', 'M', 'kind', teachingPlaceKinds],
    ['ZYGJX110105', 'JSMS', '教室描述', 'T2000', 'O', 'description'],
    collectedAt(),
  ],
})
