import {
  choice,
  defineRegister,
  integer,
  period,
  reference,
  text,
  unit,
  yesNo,
  type Problem,
} from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { entryKinds } from '../../codes/entry-kinds.ts'
import { reviewed } from '../../lifecycles.ts'

const persons = { min: 0, unit: { zh: '人', en: 'persons' } } as const

export const admissions = defineRegister({
  name: 'admissions',
  label: { zh: '招生录取', en: 'Admissions' },
  area: 'students',
  owner: 'admissions',
  help: {
    zh: '每年每个招生专业（或专业大类、招生类型）一行。',
    en: 'One row a year for each major, class of majors or way of admission.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    period: period({ zh: '招生年度', en: 'Year' }, { required: true, indexed: true }),
    order: integer({ zh: '序号', en: 'Order' }, { min: 1, secondary: true }),
    name: text({ zh: '招生专业（类）', en: 'Major or class' }, { required: true, maxLength: 80 }),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true }),
    byClass: yesNo({ zh: '大类招生', en: 'By class of majors' }, { default: false }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', {
      help: { zh: '大类招生为空。', en: 'Empty when admitted by class.' },
    }),
    entryKind: choice({ zh: '招生类型', en: 'Way of admission' }, entryKinds, { required: true, indexed: true }),
    isNew: yesNo({ zh: '当年新增', en: 'New this year' }),
    plan: integer({ zh: '计划数', en: 'Planned' }, { ...persons, required: true }),
    admitted: integer({ zh: '录取数', en: 'Admitted' }, { ...persons, required: true }),
    arrived: integer({ zh: '报到数', en: 'Arrived' }, { ...persons, required: true }),
    male: integer({ zh: '录取男生', en: 'Admitted men' }, persons),
    female: integer({ zh: '录取女生', en: 'Admitted women' }, persons),
    local: integer({ zh: '录取本省生源', en: 'Admitted from the province' }, persons),
    science: integer({ zh: '录取理工/物理类', en: 'Admitted with science or physics' }, persons),
  },
  unique: [['period', 'name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  order: 'order',
  statistics: [
    { sum: 'admitted', by: 'unit', label: { zh: '各院系录取数', en: 'Admitted by faculty' } },
    { sum: 'admitted', by: 'entryKind', label: { zh: '各招生类型录取数', en: 'Admitted by way of admission' } },
  ],
  check: (row) => {
    const problems: Problem[] = []
    if (row.arrived > row.admitted)
      problems.push({ field: 'arrived', message: { zh: '报到数大于录取数', en: 'More arrived than were admitted' } })
    if (row.male !== null && row.female !== null && row.male + row.female !== row.admitted)
      problems.push({
        field: 'female',
        message: { zh: '男生与女生之和不等于录取数', en: 'Men and women do not add up to the admitted' },
      })
    if ((row.local ?? 0) > row.admitted)
      problems.push({
        field: 'local',
        message: { zh: '本省生源大于录取数', en: 'More from the province than were admitted' },
      })
    if ((row.science ?? 0) > row.admitted)
      problems.push({
        field: 'science',
        message: { zh: '理工/物理类大于录取数', en: 'More with science than were admitted' },
      })
    if (row.byClass && row.major)
      problems.push({ field: 'major', message: { zh: '大类招生不填专业', en: 'Admission by class names no major' } })
    return problems
  },
})
