import {
  choices,
  date,
  defineRegister,
  integer,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Online courses recognised for their quality (在线精品课程). A course keeps every level it was recognised at. */
export const onlineCourses = defineRegister({
  name: 'online-courses',
  label: { zh: '在线精品课程', en: 'Online courses' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    name: text({ zh: '课程名称', en: 'Name' }, { required: true, maxLength: 100 }),
    unit: unit({ zh: '建设单位', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '负责人', en: 'Leader' }, { required: true }),
    course: reference({ zh: '对应课程', en: 'Course in plans' }, 'courses'),
    levels: choices({ zh: '认定级别', en: 'Levels' }, levels, {
      required: true,
      help: {
        zh: '逐级认定的课程选择全部级别；按级别统计时分别计入，总数只计一次',
        en: 'Choose every level held: it counts once at each level and once in the total',
      },
    }),
    recognisedOn: date({ zh: '首次认定日期', en: 'First recognised on' }, { required: true, indexed: true }),
    hours: integer({ zh: '学时', en: 'Hours' }, { required: true, min: 1, unit: { zh: '学时', en: 'hours' } }),
    platform: text({ zh: '开课平台', en: 'Platform' }, { maxLength: 60 }),
    onNationalPlatform: yesNo({ zh: '接入国家智慧教育平台', en: 'On the national platform' }, { default: false }),
    withdrawnOn: date({ zh: '停开日期', en: 'Withdrawn on' }),
  },
  unique: [['name', 'unit']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  order: 'name',
  statistics: [
    { count: 'all', by: 'levels' },
    { count: 'all', by: 'unit' },
  ],
  check: (course) =>
    course.withdrawnOn && course.withdrawnOn < course.recognisedOn
      ? [{ field: 'withdrawnOn', message: { zh: '停开日期早于认定日期', en: 'Withdrawn before it was recognised' } }]
      : [],
})
