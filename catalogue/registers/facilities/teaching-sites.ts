import {
  choice,
  date,
  decimal,
  defineRegister,
  integer,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Where practice is taught: training rooms, the bases on campus to which rooms belong, and bases outside. */
export const teachingSites = defineRegister({
  name: 'teaching-sites',
  label: { zh: '实践教学场所', en: 'Practice sites' },
  area: 'facilities',
  owner: 'assets',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '场所编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '场所名称', en: 'Name' }, { required: true, maxLength: 100 }),
    kind: choice(
      { zh: '场所类别', en: 'Kind' },
      {
        'on-campus': { zh: '校内实训室', en: 'On campus' },
        external: { zh: '校外实训基地', en: 'Outside base' },
        'simulation-centre': { zh: '校内虚拟仿真实训中心', en: 'Virtual simulation centre on campus' },
        'production-base': { zh: '校内生产性实训基地', en: 'Production base on campus' },
        'campus-base': { zh: '其他校内实训基地', en: 'Other base on campus' },
      },
      { required: true, indexed: true },
    ),
    unit: unit({ zh: '管理单位', en: 'Unit' }, { required: true, indexed: true }),
    base: reference({ zh: '所属实训基地', en: 'Belongs to base' }, 'teaching-sites', {
      help: { zh: '校内实训室填写', en: 'For training rooms on campus' },
    }),
    host: text(
      { zh: '依托单位', en: 'Host' },
      {
        maxLength: 120,
        secondary: true,
        help: { zh: '为空时即合作企业或管理单位', en: 'When empty: the partner, or else the unit' },
      },
    ),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors'),
    partner: reference({ zh: '合作企业', en: 'Partner enterprise' }, 'partners', { indexed: true }),
    head: person({ zh: '负责人', en: 'Head' }),
    workplaces: integer({ zh: '工位数', en: 'Work places' }, { min: 0, unit: { zh: '个', en: 'places' } }),
    area: decimal({ zh: '面积', en: 'Area' }, { decimals: 2, min: '0', unit: { zh: '㎡', en: 'm²' } }),
    roomNumber: text({ zh: '房间号', en: 'Room number' }, { maxLength: 40, secondary: true }),
    room: text({ zh: '房间或地址', en: 'Room or address' }, { maxLength: 120, secondary: true }),
    level: choice({ zh: '认定级别', en: 'Level' }, levels),
    openedOn: date({ zh: '建立日期', en: 'Opened on' }, { required: true, indexed: true }),
    closedOn: date({ zh: '停用日期', en: 'Closed on' }, { indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
    { sum: 'workplaces', by: 'unit' },
  ],
  check: (site) => [
    ...(site.closedOn && site.closedOn < site.openedOn
      ? [{ field: 'closedOn', message: { zh: '停用日期早于建立日期', en: 'Closed before it opened' } }]
      : []),
    ...(site.kind === 'external' && !site.partner
      ? [{ field: 'partner', message: { zh: '校外基地须填写合作企业', en: 'An outside base needs its partner' } }]
      : []),
    ...(site.kind === 'on-campus' && site.workplaces === null
      ? [
          {
            field: 'workplaces',
            message: { zh: '校内实训室须填写工位数', en: 'A training room needs its work places' },
          },
        ]
      : []),
    ...(site.kind === 'on-campus' && !site.head
      ? [{ field: 'head', message: { zh: '校内实训室须填写负责人', en: 'A training room needs its head' } }]
      : []),
    ...(site.kind !== 'on-campus' && site.base
      ? [{ field: 'base', message: { zh: '只有校内实训室属于实训基地', en: 'Only a training room belongs to a base' } }]
      : []),
  ],
})
