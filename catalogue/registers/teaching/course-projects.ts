import { choice, date, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { courseProjectKinds } from '../../codes/national/course-project-kinds.ts'
import { fundingSources } from '../../codes/national/funding-sources.ts'

/** Projects that build a course: applied for, approved in a year, accepted in the end. */
export const courseProjects = defineRegister({
  name: 'course-projects',
  label: { zh: '课程建设项目', en: 'Course projects' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '项目编号', en: 'Number' }, { required: true, maxLength: 40 }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true, indexed: true }),
    kind: choice({ zh: '课程建设类别', en: 'Kind' }, courseProjectKinds),
    unit: unit({ zh: '所属单位', en: 'Unit' }, { required: true, indexed: true }),
    leader: reference({ zh: '负责人', en: 'Leader' }, 'staff', { required: true, indexed: true }),
    appliedOn: date({ zh: '申请日期', en: 'Applied on' }),
    year: integer({ zh: '立项年度', en: 'Year of approval' }, { required: true, min: 1950, max: 2100 }),
    acceptedOn: date({ zh: '验收日期', en: 'Accepted on' }),
    fundingSource: choice({ zh: '经费来源', en: 'Source of funds' }, fundingSources),
    funds: money({ zh: '立项经费', en: 'Funds' }, { min: '0' }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-year',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
    { sum: 'funds', by: 'fundingSource' },
  ],
  check: (project) =>
    project.appliedOn && project.acceptedOn && project.acceptedOn < project.appliedOn
      ? [{ field: 'acceptedOn', message: { zh: '验收日期早于申请日期', en: 'Accepted before it was applied for' } }]
      : [],
})
