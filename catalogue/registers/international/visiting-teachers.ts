import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, person, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { reviewed } from '../../lifecycles.ts'

/** Teachers of foreign schools who came to study, teach or do research here. */
export const visitingTeachers = defineRegister({
  name: 'visiting-teachers',
  label: { zh: '国外访学教师', en: 'Visiting teachers' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  owner: 'international',
  fields: {
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 100 }),
    country: choice({ zh: '国别', en: 'Country' }, countries, { required: true, indexed: true }),
    school: text({ zh: '派出院校', en: 'Home institution' }, { required: true, maxLength: 200 }),
    post: text({ zh: '职务职称', en: 'Post' }, { maxLength: 60 }),
    field: text({ zh: '专业领域', en: 'Field' }, { maxLength: 100 }),
    unit: unit({ zh: '接收部门', en: 'Host' }, { required: true, indexed: true }),
    host: person({ zh: '合作导师', en: 'Host teacher' }),
    purpose: choice(
      { zh: '访学内容', en: 'Purpose' },
      {
        training: { zh: '专业进修', en: 'Further training' },
        teaching: { zh: '合作授课', en: 'Teaching' },
        research: { zh: '合作研究', en: 'Research' },
      },
      { required: true },
    ),
    startOn: date({ zh: '到校日期', en: 'From' }, { required: true, indexed: true }),
    endOn: date({ zh: '离校日期', en: 'To' }, { indexed: true }),
  },
  unique: [['name', 'school', 'startOn']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (teacher) =>
    teacher.endOn && teacher.endOn < teacher.startOn
      ? [{ field: 'endOn', message: { zh: '离校日期早于到校日期', en: 'The visit ends before it starts' } }]
      : [],
  statistics: [{ count: 'all', by: 'country' }],
  order: '-startOn',
})
