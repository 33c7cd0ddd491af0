import {
  choice,
  date,
  decimal,
  defineCodes,
  defineRegister,
  integer,
  reference,
  text,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** The first six together are 教学行政用房 in the sense of 教发〔2004〕2号. */
const uses = defineCodes({
  name: 'building-uses',
  label: { zh: '用途', en: 'Use' },
  source: '普通高等学校建筑面积指标（建标191-2018）',
  values: {
    classroom: { zh: '教室', en: 'Classrooms' },
    laboratory: { zh: '实验实习实训用房', en: 'Laboratories and workshops' },
    library: { zh: '图书馆', en: 'Library' },
    gymnasium: { zh: '室内体育用房', en: 'Gymnasium' },
    hall: { zh: '会堂', en: 'Hall' },
    office: { zh: '校系行政办公用房', en: 'Offices' },
    dormitory: { zh: '学生宿舍（公寓）', en: 'Student rooms' },
    canteen: { zh: '食堂', en: 'Canteen' },
    'staff-housing': { zh: '教工宿舍', en: 'Staff rooms' },
    other: { zh: '其他用房', en: 'Other' },
  },
})

/** Buildings by use; a building of mixed use has one row per use. */
export const buildings = defineRegister({
  name: 'buildings',
  label: { zh: '校舍', en: 'Buildings' },
  area: 'facilities',
  owner: 'logistics',
  title: 'name',
  fields: {
    name: text({ zh: '建筑名称', en: 'Name' }, { required: true, maxLength: 60 }),
    use: choice({ zh: '用途', en: 'Use' }, uses, { required: true, indexed: true }),
    land: reference({ zh: '所在地块', en: 'On land' }, 'land-parcels', { required: true }),
    area: decimal(
      { zh: '建筑面积', en: 'Floor area' },
      { required: true, decimals: 2, min: '0', unit: { zh: '㎡', en: 'm²' } },
    ),
    floors: integer({ zh: '层数', en: 'Floors' }, { min: 1, max: 100 }),
    ownership: choice(
      { zh: '产权', en: 'Ownership' },
      {
        owned: { zh: '学校产权', en: 'Owned' },
        used: { zh: '非学校产权独立使用', en: 'Used alone, not owned' },
        shared: { zh: '非学校产权共同使用', en: 'Shared, not owned' },
      },
      { required: true },
    ),
    completedOn: date({ zh: '竣工日期', en: 'Completed on' }, { required: true, indexed: true }),
    takenDownOn: date({ zh: '拆除或退出日期', en: 'Taken down on' }),
  },
  unique: [['name', 'use']],
  access: openToMembers,
  statistics: [{ sum: 'area', by: 'use' }],
  check: (building) =>
    building.takenDownOn && building.takenDownOn < building.completedOn
      ? [{ field: 'takenDownOn', message: { zh: '拆除日期早于竣工日期', en: 'Taken down before it was completed' } }]
      : [],
})
