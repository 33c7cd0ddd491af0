import { date, defineRegister, longText, person, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Courses developed together with an enterprise. */
export const jointCourses = defineRegister({
  name: 'joint-courses',
  label: { zh: '校企共同开发课程', en: 'Courses developed with enterprises' },
  area: 'partnership',
  owner: 'industry-partnership',
  title: 'startsOn',
  unit: 'unit',
  person: 'leader',
  fields: {
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true, indexed: true }),
    partner: reference({ zh: '合作企业', en: 'Enterprise' }, 'partners', { required: true, indexed: true }),
    unit: unit({ zh: '开发部门', en: 'Unit' }, { required: true, indexed: true }),
    startsOn: date({ zh: '开始日期', en: 'From' }, { required: true, indexed: true }),
    endsOn: date({ zh: '结束日期', en: 'Until' }, { required: true }),
    leader: person({ zh: '学校负责人', en: 'Leader at the college' }, { required: true }),
    partnerLeader: text({ zh: '企业负责人', en: 'Leader at the enterprise' }, { required: true, maxLength: 36 }),
    about: longText({ zh: '课程简介', en: 'About it' }, { required: true, maxLength: 600, secondary: true }),
  },
  unique: [['course', 'partner']],
  access: openToMembers,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'partner' },
  ],
  check: (joint) =>
    joint.endsOn < joint.startsOn
      ? [{ field: 'endsOn', message: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } }]
      : [],
})
