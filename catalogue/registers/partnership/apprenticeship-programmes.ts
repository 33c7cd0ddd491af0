import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, integer, reference, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Majors taught as an apprenticeship with an enterprise. */
export const apprenticeshipProgrammes = defineRegister({
  name: 'apprenticeship-programmes',
  label: { zh: '现代学徒制项目', en: 'Apprenticeship programmes' },
  area: 'partnership',
  title: 'name',
  unit: 'unit',
  owner: 'industry-partnership',
  fields: {
    name: text({ zh: '项目名称', en: 'Name' }, { required: true, maxLength: 100 }),
    major: reference({ zh: '实施专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    partner: reference({ zh: '合作企业', en: 'Enterprise' }, 'partners', { required: true, indexed: true }),
    unit: unit({ zh: '承办学院', en: 'Faculty' }, { required: true, indexed: true }),
    level: choice({ zh: '试点级别', en: 'Level' }, levels, { required: true }),
    mode: text({ zh: '培养模式', en: 'Mode' }, { maxLength: 40 }),
    startedOn: date({ zh: '开始日期', en: 'Started on' }, { required: true, indexed: true }),
    endedOn: date({ zh: '结束日期', en: 'Ended on' }, { indexed: true }),
    apprentices: integer({ zh: '学徒人数', en: 'Apprentices' }, { required: true, min: 1 }),
    masters: integer({ zh: '企业师傅人数', en: 'Masters of the enterprise' }, { min: 0 }),
    tutors: integer({ zh: '学校导师人数', en: 'Tutors of the college' }, { min: 0 }),
    agreement: reference({ zh: '合作协议', en: 'Agreement' }, 'partnership-agreements', { secondary: true }),
  },
  unique: [['name', 'startedOn']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (programme) =>
    programme.endedOn && programme.endedOn < programme.startedOn
      ? [{ field: 'endedOn', message: { zh: '结束日期早于开始日期', en: 'The programme ends before it starts' } }]
      : [],
  statistics: [
    { sum: 'apprentices', by: 'unit' },
    { count: 'all', by: 'level' },
  ],
  order: '-startedOn',
})
