import { choice, date, defineRegister, longText, reference } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { keyMajorKinds } from '../../codes/national/key-major-kinds.ts'
import { keyMajorLevels } from '../../codes/national/key-major-levels.ts'

/** When a major was named a key major, of which kind and by which level. The highest one held stands in majors too. */
export const majorHonours = defineRegister({
  name: 'major-honours',
  label: { zh: '专业建设情况', en: 'Honours of majors' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'awardedOn',
  fields: {
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    level: choice({ zh: '重点专业级别', en: 'Level' }, keyMajorLevels, { required: true }),
    kind: choice({ zh: '重点专业类型', en: 'Kind' }, keyMajorKinds, { required: true }),
    awardedOn: date({ zh: '授予日期', en: 'Awarded on' }, { required: true, indexed: true }),
    note: longText({ zh: '备注', en: 'Note' }, { maxLength: 2000 }),
  },
  unique: [['major', 'level', 'kind']],
  access: openToMembers,
  order: '-awardedOn',
  statistics: [
    { count: 'all', by: 'level' },
    { count: 'all', by: 'kind' },
  ],
})
