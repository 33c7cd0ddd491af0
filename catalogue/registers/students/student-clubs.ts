import { choice, date, defineRegister, longText, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { clubKinds } from '../../codes/national/club-kinds.ts'

/** Student clubs. One that was dissolved keeps its record and gets the day. */
export const studentClubs = defineRegister({
  name: 'student-clubs',
  label: { zh: '学生社团', en: 'Student clubs' },
  area: 'students',
  owner: 'student-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '社团编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '社团名称', en: 'Name' }, { required: true, maxLength: 60 }),
    kind: choice({ zh: '社团类型', en: 'Kind' }, clubKinds, { indexed: true }),
    unit: unit({ zh: '挂靠单位', en: 'Attached to' }, { indexed: true }),
    leader: reference({ zh: '社团负责人', en: 'Leader' }, 'students', {
      help: { zh: '为空时由指导教师负责。', en: 'When empty, the adviser leads it.' },
    }),
    adviser: reference({ zh: '指导教师', en: 'Adviser' }, 'staff', { required: true }),
    foundedOn: date({ zh: '成立日期', en: 'Founded on' }),
    dissolvedOn: date({ zh: '解散日期', en: 'Dissolved on' }, { indexed: true }),
    about: longText({ zh: '社团简介', en: 'About it' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number'], ['name']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  check: (club) =>
    club.foundedOn && club.dissolvedOn && club.dissolvedOn < club.foundedOn
      ? [{ field: 'dissolvedOn', message: { zh: '解散早于成立', en: 'It was dissolved before it was founded' } }]
      : [],
})
