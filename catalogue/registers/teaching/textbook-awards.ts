import { choice, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { authorityLevels } from '../../codes/national/authority-levels.ts'
import { awardGrades } from '../../codes/national/award-grades.ts'

/** Prizes that textbooks written here won. */
export const textbookAwards = defineRegister({
  name: 'textbook-awards',
  label: { zh: '教材获奖', en: 'Prizes of textbooks' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'prize',
  fields: {
    textbook: reference({ zh: '教材', en: 'Textbook' }, 'textbooks', { required: true, indexed: true }),
    prize: text({ zh: '奖励名称', en: 'Prize' }, { required: true, maxLength: 60 }),
    project: text({ zh: '获奖项目', en: 'Project that won' }, { maxLength: 60 }),
    round: text({ zh: '获奖届次', en: 'Round' }, { maxLength: 20 }),
    level: choice({ zh: '奖励级别', en: 'Level' }, authorityLevels, { required: true }),
    grade: choice({ zh: '奖励等级', en: 'Grade' }, awardGrades, { required: true }),
    awardedOn: date({ zh: '获奖日期', en: 'Awarded on' }, { required: true, indexed: true }),
    awardedBy: text({ zh: '颁奖单位', en: 'Awarded by' }, { maxLength: 60 }),
  },
  unique: [['textbook', 'prize', 'awardedOn']],
  access: openToMembers,
  order: '-awardedOn',
  statistics: [
    { count: 'all', by: 'level' },
    { count: 'all', by: 'grade' },
  ],
})
