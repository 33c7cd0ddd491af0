import { choice, dateTime, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { clubActivityKinds } from '../../codes/national/club-activity-kinds.ts'
import { clubActivityLevels } from '../../codes/national/club-activity-levels.ts'
import { clubAdmissionWays } from '../../codes/national/club-admission-ways.ts'
import { clubParticipationWays } from '../../codes/national/club-participation-ways.ts'

const people = { zh: '人', en: 'people' }

/** What student clubs put on. */
export const clubActivities = defineRegister({
  name: 'club-activities',
  label: { zh: '社团活动', en: 'Activities of clubs' },
  area: 'students',
  owner: 'student-affairs',
  title: 'name',
  fields: {
    number: text({ zh: '活动编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '活动名称', en: 'Name' }, { required: true, maxLength: 150 }),
    club: reference({ zh: '社团', en: 'Club' }, 'student-clubs', { required: true, indexed: true }),
    kind: choice({ zh: '活动类型', en: 'Kind' }, clubActivityKinds, { required: true, indexed: true }),
    level: choice({ zh: '活动级别', en: 'Level' }, clubActivityLevels, { required: true }),
    adviser: reference({ zh: '指导教师', en: 'Adviser' }, 'staff', { required: true }),
    publishedAt: dateTime({ zh: '发布时间', en: 'Published at' }, { required: true, secondary: true }),
    startsAt: dateTime({ zh: '开始时间', en: 'Starts at' }, { required: true, indexed: true }),
    endsAt: dateTime({ zh: '结束时间', en: 'Ends at' }, { required: true }),
    admission: choice({ zh: '录取方式', en: 'Who may come' }, clubAdmissionWays, { secondary: true }),
    participation: choice({ zh: '参与方式', en: 'Taking part' }, clubParticipationWays, {
      required: true,
      secondary: true,
    }),
    places: integer(
      { zh: '最大报名人数', en: 'Places' },
      { required: true, min: 0, max: 99_999, unit: people, help: { zh: '0 表示不限人数', en: '0 for no limit' } },
    ),
    registered: integer({ zh: '报名人数', en: 'Registered' }, { required: true, min: 0, max: 99_999, unit: people }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-startsAt',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'level' },
    { count: 'all', by: 'club' },
  ],
  check: (activity) => [
    ...(activity.endsAt < activity.startsAt
      ? [{ field: 'endsAt', message: { zh: '结束早于开始', en: 'It ends before it begins' } }]
      : []),
    ...(activity.publishedAt > activity.startsAt
      ? [{ field: 'publishedAt', message: { zh: '发布晚于开始', en: 'It was published after it began' } }]
      : []),
    ...(activity.places > 0 && activity.registered > activity.places
      ? [
          {
            field: 'registered',
            message: { zh: '报名人数超过最大报名人数', en: 'More registered than there are places' },
          },
        ]
      : []),
  ],
})
