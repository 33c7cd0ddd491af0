import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, integer, text } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** What the university for seniors offered, term by term. */
export const seniorUniversityTerms = defineRegister({
  name: 'senior-university-terms',
  label: { zh: '老年大学办学情况', en: 'Terms of the senior university' },
  area: 'research',
  title: 'name',
  owner: 'continuing-education',
  fields: {
    name: text({ zh: '时间', en: 'Term' }, { required: true, maxLength: 40 }),
    season: choice(
      { zh: '季度', en: 'Season' },
      { spring: { zh: '春季', en: 'Spring' }, autumn: { zh: '秋季', en: 'Autumn' } },
      { required: true },
    ),
    startedOn: date({ zh: '开班日期', en: 'Started on' }, { required: true, indexed: true }),
    endedOn: date({ zh: '结束日期', en: 'Ended on' }),
    classes: integer({ zh: '开设班次', en: 'Classes' }, { required: true, min: 1 }),
    enrolments: integer({ zh: '招生人次', en: 'Enrolments' }, { required: true, min: 1 }),
    courses: integer({ zh: '开设课程门数', en: 'Courses' }, { min: 1 }),
    teachers: integer({ zh: '任课教师数', en: 'Teachers' }, { min: 1 }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (term) =>
    term.endedOn && term.endedOn < term.startedOn
      ? [{ field: 'endedOn', message: { zh: '结束日期早于开班日期', en: 'The term ends before it starts' } }]
      : [],
  order: 'startedOn',
})
