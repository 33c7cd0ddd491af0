import { date, defineRegister, longText, reference, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

/** Meetings, experiments and other work on a research project, by day. */
export const researchActivities = defineRegister({
  name: 'research-activities',
  label: { zh: '科研项目研究活动', en: 'Activities of research projects' },
  area: 'research',
  owner: 'research',
  title: 'topic',
  unit: 'unit',
  fields: {
    project: reference({ zh: '科研项目', en: 'Project' }, 'research-projects', { required: true, indexed: true }),
    topic: text({ zh: '活动主题', en: 'Topic' }, { required: true, maxLength: 200 }),
    day: date({ zh: '活动日期', en: 'Day' }, { required: true, indexed: true }),
    unit: unit({ zh: '承担部门', en: 'Unit' }, { required: true, indexed: true }),
    content: longText({ zh: '内容简介', en: 'What was done' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['project', 'day', 'topic']],
  access: byUnit,
  order: '-day',
  statistics: [{ count: 'all', by: 'unit' }],
})
