import { date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofStudent } from './whose-record.ts'

export const clubMemberships = defineRegister({
  name: 'club-memberships',
  label: { zh: '社团成员', en: 'Members of clubs' },
  area: 'students',
  owner: 'student-affairs',
  title: 'joinedOn',
  unit: 'unit',
  person: 'person',
  fields: {
    club: reference({ zh: '社团', en: 'Club' }, 'student-clubs', { required: true, indexed: true }),
    ...ofStudent,
    joinedOn: date({ zh: '参加日期', en: 'Joined on' }, { required: true, indexed: true }),
    leftOn: date({ zh: '退出日期', en: 'Left on' }),
    post: text({ zh: '社团职务', en: 'Post in the club' }, { maxLength: 60 }),
  },
  unique: [['club', 'student', 'joinedOn']],
  access: aboutPersons,
  order: '-joinedOn',
  statistics: [
    { count: 'all', by: 'club' },
    { count: 'all', by: 'unit' },
  ],
  check: (member) =>
    member.leftOn && member.leftOn < member.joinedOn
      ? [{ field: 'leftOn', message: { zh: '退出日期早于参加日期', en: 'Left before joining' } }]
      : [],
})
