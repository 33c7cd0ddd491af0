import { choice, date, defineRegister, longText, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { socialPracticeKinds } from '../../codes/national/social-practice-kinds.ts'
import { ofStudent } from './whose-record.ts'

/** Social practice of students outside the classroom. */
export const socialPractices = defineRegister({
  name: 'social-practices',
  label: { zh: '学生社会实践', en: 'Social practice' },
  area: 'students',
  owner: 'student-affairs',
  title: 'project',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    project: text({ zh: '实践项目', en: 'Project' }, { required: true, maxLength: 200 }),
    kind: choice({ zh: '实践类别', en: 'Kind' }, socialPracticeKinds, { required: true, indexed: true }),
    organisation: text({ zh: '实践单位', en: 'Organisation' }, { required: true, maxLength: 150 }),
    place: text({ zh: '实践地点', en: 'Place' }, { required: true, maxLength: 300, secondary: true }),
    startsOn: date({ zh: '起始日期', en: 'From' }, { required: true, indexed: true }),
    endsOn: date({ zh: '终止日期', en: 'To' }, { required: true }),
    tutor: reference({ zh: '指导教师', en: 'Tutor' }, 'staff', { required: true }),
    content: longText({ zh: '实践内容', en: 'What was done' }, { required: true, maxLength: 500, secondary: true }),
    outcome: longText({ zh: '实践成果', en: 'Outcome' }, { required: true, maxLength: 500, secondary: true }),
    appraisal: longText({ zh: '实践评价', en: 'Appraisal' }, { maxLength: 500, secondary: true }),
  },
  unique: [['student', 'project', 'startsOn']],
  access: aboutPersons,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  check: (practice) =>
    practice.endsOn < practice.startsOn
      ? [{ field: 'endsOn', message: { zh: '终止日期早于起始日期', en: 'It ends before it begins' } }]
      : [],
})
