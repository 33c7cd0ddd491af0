import { choice, date, defineRegister, person, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'

export const majorGroups = defineRegister({
  name: 'major-groups',
  label: { zh: '专业群', en: 'Groups of majors' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    code: text({ zh: '专业群号', en: 'Code' }, { required: true, maxLength: 20 }),
    name: text({ zh: '专业群名称', en: 'Group' }, { required: true, maxLength: 60 }),
    approvedName: text({ zh: '立项时名称', en: 'Name when approved' }, { maxLength: 80 }),
    level: choice({ zh: '级别', en: 'Level' }, levels, { required: true, indexed: true }),
    unit: unit({ zh: '牵头院系', en: 'Leading faculty' }, { required: true }),
    leader: person({ zh: '负责人', en: 'Leader' }),
    openedOn: date({ zh: '组建日期', en: 'Formed on' }, { required: true }),
    endedOn: date({ zh: '撤销日期', en: 'Ended on' }),
  },
  unique: [['code']],
  access: openToMembers,
  order: 'code',
  statistics: [{ count: 'all', by: 'level' }],
  check: (group) =>
    group.endedOn && group.endedOn < group.openedOn
      ? [{ field: 'endedOn', message: { zh: '撤销日期早于组建日期', en: 'The group ends before it is formed' } }]
      : [],
})
