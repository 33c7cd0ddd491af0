import { choice, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** A register of its own, because a major may be a backbone of several groups. */
export const majorGroupMembers = defineRegister({
  name: 'major-group-members',
  label: { zh: '专业群骨干专业', en: 'Backbone majors of groups' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  fields: {
    group: reference({ zh: '专业群', en: 'Group' }, 'major-groups', { required: true, indexed: true }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { indexed: true }),
    name: text({ zh: '立项书中的专业名称', en: 'Name in the plan' }, { required: true, maxLength: 60 }),
    role: choice(
      { zh: '地位', en: 'Role' },
      { core: { zh: '核心专业', en: 'Core' }, backbone: { zh: '骨干专业', en: 'Backbone' } },
      { required: true },
    ),
    from: date({ zh: '入群日期', en: 'From' }),
    to: date({ zh: '退群日期', en: 'Until' }),
  },
  unique: [['group', 'name']],
  access: openToMembers,
  order: 'name',
  check: (member) =>
    member.from && member.to && member.from > member.to
      ? [{ field: 'to', message: { zh: '退群日期早于入群日期', en: 'The membership ends before it begins' } }]
      : [],
})
