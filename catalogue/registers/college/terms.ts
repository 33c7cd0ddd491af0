import { choice, date, defineRegister, integer, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { semesters } from '../../codes/national/semesters.ts'

/** Terms of the school year, with the days between which they teach. */
export const terms = defineRegister({
  name: 'terms',
  label: { zh: '学期', en: 'Terms' },
  area: 'college',
  owner: 'academic-affairs',
  title: 'code',
  fields: {
    code: text(
      { zh: '学期代码', en: 'Code' },
      {
        required: true,
        maxLength: 11,
        pattern: '[0-9]{4}-[0-9]{4}-[1239]',
        help: { zh: '如 2023-2024-1', en: 'Such as 2023-2024-1' },
      },
    ),
    schoolYear: text({ zh: '学年', en: 'School year' }, { derived: true, maxLength: 9 }),
    season: choice({ zh: '学期', en: 'Term' }, semesters, { derived: true }),
    from: date({ zh: '开始日期', en: 'From' }, { required: true }),
    to: date({ zh: '结束日期', en: 'To' }, { required: true }),
    weeks: integer({ zh: '教学周数', en: 'Teaching weeks' }, { min: 1, max: 30, unit: { zh: '周', en: 'weeks' } }),
  },
  unique: [['code']],
  access: openToMembers,
  order: '-code',
  derive: ({ code }) => ({
    schoolYear: code.slice(0, 9),
    season: ({ '1': 'autumn', '2': 'spring', '3': 'summer' } as const)[code.slice(10)] ?? 'other',
  }),
  check: (term) =>
    term.from > term.to
      ? [{ field: 'to', message: { zh: '学期的结束早于开始', en: 'The term ends before it begins' } }]
      : [],
})
