import {
  choice,
  date,
  defineRegister,
  integer,
  month,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { degreeCategories } from '../../codes/national/degree-categories.ts'
import { keyMajorKinds } from '../../codes/national/key-major-kinds.ts'
import { levels } from '../../codes/levels.ts'
import { majorCategories } from '../../codes/major-categories.ts'
import { studyLevels } from '../../codes/study-levels.ts'

export const majors = defineRegister({
  name: 'majors',
  label: { zh: '专业', en: 'Majors' },
  area: 'teaching',
  owner: 'academic-affairs',
  help: {
    zh: '学校设置的专业。停办的专业填写停办日期，不删除。',
    en: 'The majors that the college runs. A major that was stopped keeps its record and gets an end.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    code: text(
      { zh: '专业代码', en: 'Catalogue code' },
      { required: true, maxLength: 10, pattern: '^\\d{6}[A-Z0-9]{0,4}$' },
    ),
    name: text({ zh: '专业名称', en: 'Major' }, { required: true, maxLength: 60 }),
    unit: unit({ zh: '所属院系', en: 'Faculty' }, { required: true, indexed: true }),
    category: choice({ zh: '专业大类', en: 'Category' }, majorCategories, { required: true, indexed: true }),
    class: text({ zh: '专业类', en: 'Class' }, { maxLength: 40 }),
    level: choice({ zh: '专业层次', en: 'Level' }, studyLevels, { required: true }),
    years: integer({ zh: '学制', en: 'Years' }, { required: true, min: 2, max: 6, unit: { zh: '年', en: 'years' } }),
    group: reference({ zh: '所属专业群', en: 'Group of majors' }, 'major-groups', { indexed: true }),
    degree: choice({ zh: '授予学位类别', en: 'Degree' }, degreeCategories, { secondary: true }),
    approvedIn: month({ zh: '批准设置年月', en: 'Approved in' }, { required: true }),
    openedOn: date({ zh: '首次招生日期', en: 'First intake' }, { required: true }),
    stoppedOn: date({ zh: '停办日期', en: 'Stopped on' }),
    keyLevel: choice({ zh: '重点专业级别', en: 'Key major at level' }, levels),
    key: yesNo({ zh: '重点专业', en: 'Key major' }, { derived: true, secondary: true }),
    keyKind: choice({ zh: '重点专业类型', en: 'Kind of key major' }, keyMajorKinds, { secondary: true }),
    keySince: date({ zh: '授予日期', en: 'Key major since' }, { secondary: true }),
    leader: person({ zh: '专业带头人', en: 'Leader' }, { secondary: true }),
  },
  unique: [
    ['code', 'openedOn'],
    ['name', 'openedOn'],
  ],
  importKey: ['code'],
  access: openToMembers,
  order: 'code',
  statistics: [
    { count: 'all', by: 'category' },
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'keyLevel' },
  ],
  derive: (major) => ({ key: major.keyLevel !== null }),
  check: (major) => [
    ...(major.stoppedOn && major.stoppedOn < major.openedOn
      ? [
          {
            field: 'stoppedOn',
            message: { zh: '停办日期早于首次招生日期', en: 'The major is stopped before its first intake' },
          },
        ]
      : []),
    ...(major.approvedIn > major.openedOn.slice(0, 7)
      ? [
          {
            field: 'approvedIn',
            message: { zh: '批准设置年月晚于首次招生', en: 'The major is approved after its first intake' },
          },
        ]
      : []),
    ...(major.keyKind && !major.keyLevel
      ? [
          {
            field: 'keyLevel',
            message: { zh: '重点专业须填写级别', en: 'Say at which level it is a key major' },
          },
        ]
      : []),
  ],
})
