import { defineRegister, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** What the college is: one record, kept up to date. */
export const collegeProfiles = defineRegister({
  name: 'college-profiles',
  label: { zh: '学校基本情况', en: 'College profile' },
  area: 'college',
  owner: 'college-office',
  title: 'name',
  fields: {
    code: text({ zh: '学校代码', en: 'College code' }, { required: true, maxLength: 10, pattern: '[0-9]{10}' }),
    name: text({ zh: '学校名称', en: 'Name' }, { required: true, maxLength: 60 }),
  },
  unique: [['code']],
  access: openToMembers,
})
