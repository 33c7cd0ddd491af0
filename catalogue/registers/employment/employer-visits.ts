import {
  choice,
  date,
  defineRegister,
  integer,
  money,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { visitResults } from '../../codes/national/visit-results.ts'

const people = { zh: '人', en: 'people' }

/** Visits to enterprises to find posts for graduates, and what they offered. */
export const employerVisits = defineRegister({
  name: 'employer-visits',
  label: { zh: '访企拓岗', en: 'Visits to employers' },
  area: 'employment',
  owner: 'employment',
  title: 'visitedOn',
  unit: 'unit',
  person: 'visitor',
  fields: {
    partner: reference({ zh: '走访企业', en: 'Enterprise' }, 'partners', { required: true, indexed: true }),
    visitedOn: date({ zh: '拜访日期', en: 'Visited on' }, { required: true, indexed: true }),
    unit: unit({ zh: '走访部门', en: 'Unit' }, { required: true, indexed: true }),
    visitor: person({ zh: '牵头拜访人', en: 'Led by' }),
    visitorPost: text({ zh: '牵头拜访人职务', en: 'Post of the visitor' }, { maxLength: 60, secondary: true }),
    host: text({ zh: '企业接待人', en: 'Received by' }, { maxLength: 36, secondary: true }),
    hostPost: text({ zh: '接待人职务', en: 'Post of the host' }, { maxLength: 30, secondary: true }),
    outcome: choice({ zh: '访谈成果主要形式', en: 'Outcome' }, visitResults, { required: true, indexed: true }),
    wantedMajor: reference({ zh: '需求专业', en: 'Major in demand' }, 'majors', { required: true, indexed: true }),
    posts: integer(
      { zh: '可提供岗位数', en: 'Posts offered' },
      { required: true, min: 0, unit: { zh: '个', en: 'posts' } },
    ),
    averagePay: money({ zh: '平均薪酬', en: 'Average pay' }, { required: true, min: '0' }),
    internMajor: reference({ zh: '接受实习生专业', en: 'Major of interns' }, 'majors', {
      required: true,
      secondary: true,
    }),
    interns: integer({ zh: '接受实习生人数', en: 'Interns taken' }, { required: true, min: 0, unit: people }),
    internPay: money({ zh: '实习报酬', en: 'Pay of interns' }, { required: true, min: '0', secondary: true }),
    hireMajor: reference({ zh: '接受就业专业', en: 'Major of those hired' }, 'majors', {
      required: true,
      secondary: true,
    }),
    hires: integer({ zh: '接受就业人数', en: 'Graduates taken' }, { required: true, min: 0, unit: people }),
    startingPay: money({ zh: '就业起薪线', en: 'Starting pay' }, { required: true, min: '0', secondary: true }),
    otherCooperation: text({ zh: '其他合作意向', en: 'Other cooperation' }, { maxLength: 200, secondary: true }),
  },
  unique: [['partner', 'visitedOn', 'wantedMajor']],
  access: byUnit,
  order: '-visitedOn',
  statistics: [
    { count: 'all', by: 'outcome' },
    { sum: 'posts', by: 'unit' },
    { sum: 'hires', by: 'unit' },
  ],
})
