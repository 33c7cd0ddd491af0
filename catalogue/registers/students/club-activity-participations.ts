import { choice, date, dateTime, defineRegister, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { authorityLevels } from '../../codes/national/authority-levels.ts'
import { ofStudent } from './whose-record.ts'

/** Who took part in an activity of a club, and what was won there. */
export const clubActivityParticipations = defineRegister({
  name: 'club-activity-participations',
  label: { zh: '参加社团活动', en: 'Taking part in club activities' },
  area: 'students',
  owner: 'student-affairs',
  title: 'attendedAt',
  unit: 'unit',
  person: 'person',
  fields: {
    activity: reference({ zh: '社团活动', en: 'Activity' }, 'club-activities', { required: true, indexed: true }),
    ...ofStudent,
    attendedAt: dateTime({ zh: '参加时间', en: 'Attended at' }, { required: true, indexed: true }),
    awardLevel: choice({ zh: '获奖级别', en: 'Level of the award' }, authorityLevels),
    awardedOn: date({ zh: '获奖日期', en: 'Awarded on' }),
    awardedBy: text({ zh: '颁奖单位', en: 'Awarded by' }, { maxLength: 60 }),
    advisers: text(
      { zh: '指导教师姓名', en: 'Names of the advisers' },
      {
        maxLength: 150,
        secondary: true,
        help: { zh: '多个用逗号隔开，不超过5人', en: 'Up to five, with commas between' },
      },
    ),
  },
  unique: [['activity', 'student']],
  access: aboutPersons,
  order: '-attendedAt',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'awardLevel' },
  ],
  check: (taken) =>
    (taken.awardedOn || taken.awardedBy) && !taken.awardLevel
      ? [{ field: 'awardLevel', message: { zh: '获奖的要填获奖级别', en: 'An award needs its level' } }]
      : [],
})
