import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, integer, money, reference, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Colleges run together with enterprises. */
export const industryColleges = defineRegister({
  name: 'industry-colleges',
  label: { zh: '产业学院', en: 'Industry colleges' },
  area: 'partnership',
  title: 'name',
  unit: 'unit',
  owner: 'industry-partnership',
  fields: {
    name: text({ zh: '产业学院名称', en: 'Name' }, { required: true, maxLength: 100 }),
    partner: reference({ zh: '牵头企业', en: 'Leading enterprise' }, 'partners', { required: true, indexed: true }),
    ownership: choice(
      { zh: '办学体制', en: 'Ownership' },
      { mixed: { zh: '混合所有制', en: 'Mixed ownership' }, agreement: { zh: '协议共建', en: 'By agreement' } },
      { required: true },
    ),
    level: choice({ zh: '认定级别', en: 'Recognised level' }, levels, { required: true, indexed: true }),
    unit: unit({ zh: '依托学院', en: 'Faculty' }, { required: true, indexed: true }),
    major: reference({ zh: '主干专业', en: 'Main major' }, 'majors'),
    foundedOn: date({ zh: '成立日期', en: 'Founded on' }, { required: true, indexed: true }),
    closedOn: date({ zh: '终止日期', en: 'Closed on' }, { indexed: true }),
    students: integer({ zh: '在读学生数', en: 'Students' }, { min: 0 }),
    enterpriseInvestment: money({ zh: '企业投入', en: 'Invested by the enterprise' }, { min: '0' }),
    agreement: reference({ zh: '合作协议', en: 'Agreement' }, 'partnership-agreements', { secondary: true }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (college) =>
    college.closedOn && college.closedOn < college.foundedOn
      ? [{ field: 'closedOn', message: { zh: '终止日期早于成立日期', en: 'It closed before it was founded' } }]
      : [],
  statistics: [
    { count: 'all', by: 'level' },
    { count: 'all', by: 'unit' },
  ],
  order: '-foundedOn',
})
