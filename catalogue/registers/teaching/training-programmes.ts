import {
  decimal,
  defineRegister,
  integer,
  longText,
  month,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

const credits = { decimals: 1, min: '0', max: '999.9', unit: { zh: '学分', en: 'credits' } } as const
const hours = { min: 0, max: 99_999, unit: { zh: '学时', en: 'hours' } } as const

/** What the students of a major and a grade are to learn. Its courses stand in programme-courses. */
export const trainingProgrammes = defineRegister({
  name: 'training-programmes',
  label: { zh: '人才培养方案', en: 'Training programmes' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    name: text({ zh: '方案名称', en: 'Name' }, { required: true, maxLength: 120 }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    grade: integer({ zh: '计划年级', en: 'Year of entry' }, { required: true, indexed: true, min: 1950, max: 2100 }),
    unit: unit({ zh: '制定院系', en: 'Faculty' }, { required: true, indexed: true }),
    madeIn: month({ zh: '建立年月', en: 'Made in' }, { required: true }),
    credits: decimal({ zh: '总学分要求', en: 'Credits' }, { required: true, ...credits }),
    hours: integer({ zh: '总学时要求', en: 'Hours' }, { required: true, ...hours }),
    requiredCredits: decimal({ zh: '必修学分', en: 'Required credits' }, credits),
    requiredHours: integer({ zh: '必修学时', en: 'Required hours' }, hours),
    limitedCredits: decimal({ zh: '限选学分', en: 'Credits chosen from a list' }, credits),
    limitedHours: integer({ zh: '限选学时', en: 'Hours chosen from a list' }, hours),
    aims: longText({ zh: '培养目标', en: 'Aims' }, { required: true, maxLength: 2000 }),
    certificates: longText(
      { zh: '应取得证书', en: 'Certificates to gain' },
      { maxLength: 2000, help: { zh: '多个证书用逗号隔开', en: 'Several are separated by commas' } },
    ),
  },
  unique: [['major', 'grade']],
  access: openToMembers,
  order: '-grade',
  statistics: [
    { count: 'all', by: 'grade' },
    { count: 'all', by: 'unit' },
  ],
  check: (programme) => [
    ...((programme.requiredHours ?? 0) + (programme.limitedHours ?? 0) > programme.hours
      ? [
          {
            field: programme.requiredHours === null ? 'limitedHours' : 'requiredHours',
            message: { zh: '必修与限选学时之和多于总学时', en: 'Required and listed hours exceed all hours' },
          },
        ]
      : []),
    ...(tenths(programme.requiredCredits) + tenths(programme.limitedCredits) > tenths(programme.credits)
      ? [
          {
            field: programme.requiredCredits === null ? 'limitedCredits' : 'requiredCredits',
            message: { zh: '必修与限选学分之和多于总学分', en: 'Required and listed credits exceed all credits' },
          },
        ]
      : []),
  ],
})

/** Credits in tenths, a whole number: decimals are texts. */
const tenths = (value: string | null): number => {
  const [whole = '0', tenth = '0'] = (value ?? '0').split('.')
  return Number(whole) * 10 + Number(tenth[0])
}
