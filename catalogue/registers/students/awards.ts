import { choice, date, defineRegister, integer, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { awardLevels } from '../../codes/award-levels.ts'
import { reviewed } from '../../lifecycles.ts'

export const awards = defineRegister({
  name: 'awards',
  label: { zh: '竞赛获奖', en: 'Competition awards' },
  area: 'students',
  owner: 'academic-affairs',
  help: {
    zh: '学生和教师在竞赛中获得的奖项；同一赛事同一等级可合为一行，填写项数。',
    en: 'Awards of students and teachers in competitions; several of one rank in one competition may share a row with their number.',
  },
  title: 'competition',
  unit: 'unit',
  fields: {
    competition: text({ zh: '赛事名称', en: 'Competition' }, { required: true, maxLength: 120 }),
    event: text({ zh: '赛项或项目', en: 'Event or project' }, { maxLength: 120 }),
    audience: choice(
      { zh: '参赛对象', en: 'Competitors' },
      {
        student: { zh: '学生', en: 'Students' },
        teacher: { zh: '教师', en: 'Teachers' },
        both: { zh: '师生同赛', en: 'Teachers with students' },
      },
      { required: true, indexed: true },
    ),
    kind: choice(
      { zh: '赛事类别', en: 'Kind' },
      {
        skills: { zh: '技能竞赛', en: 'Skills' },
        innovation: { zh: '创新创业竞赛', en: 'Innovation and business' },
        teaching: { zh: '教学能力竞赛', en: 'Teaching' },
        subject: { zh: '学科竞赛', en: 'Subject' },
        sports: { zh: '体育竞赛', en: 'Sports' },
        arts: { zh: '文艺竞赛', en: 'Arts' },
      },
      { required: true, indexed: true },
    ),
    level: choice({ zh: '级别', en: 'Level' }, awardLevels, { required: true, indexed: true }),
    rank: choice(
      { zh: '等级', en: 'Rank' },
      {
        grand: { zh: '特等奖', en: 'Grand prize' },
        gold: { zh: '金奖', en: 'Gold' },
        silver: { zh: '银奖', en: 'Silver' },
        bronze: { zh: '铜奖', en: 'Bronze' },
        first: { zh: '一等奖', en: 'First prize' },
        second: { zh: '二等奖', en: 'Second prize' },
        third: { zh: '三等奖', en: 'Third prize' },
        merit: { zh: '优胜奖', en: 'Merit' },
        mixed: { zh: '多个等级合计', en: 'Several ranks together' },
      },
      { required: true },
    ),
    number: integer(
      { zh: '项数', en: 'Number' },
      { required: true, min: 1, default: 1, unit: { zh: '项', en: 'awards' } },
    ),
    team: choice(
      { zh: '参赛形式', en: 'Entry' },
      { single: { zh: '个人', en: 'Single' }, team: { zh: '团体', en: 'Team' } },
    ),
    organiser: text({ zh: '主办单位', en: 'Organiser' }, { maxLength: 200 }),
    unit: unit({ zh: '获奖单位', en: 'Unit' }, { required: true, indexed: true }),
    winners: text({ zh: '获奖者', en: 'Winners' }, { maxLength: 300, secondary: true }),
    awardedOn: date({ zh: '获奖日期', en: 'Awarded on' }, { required: true, indexed: true }),
  },
  lifecycle: reviewed,
  counts: ['approved'],
  importKey: ['competition', 'event', 'audience', 'rank', 'awardedOn'],
  access: byUnit,
  order: '-awardedOn',
  statistics: [
    { sum: 'number', by: 'level' },
    { sum: 'number', by: 'kind' },
    { sum: 'number', by: 'unit' },
  ],
  check: (award) =>
    award.rank === 'mixed' && award.number < 2
      ? [
          {
            field: 'number',
            message: { zh: '多个等级合计的项数至少为 2', en: 'Several ranks together are at least two awards' },
          },
        ]
      : [],
})
