import { date, defineRegister, integer, reference, text, unit } from '../../../src/language/index.ts'
import { planAccess } from './access.ts'

/** What a task promises for each year. */
export const planMilestones = defineRegister({
  name: 'plan-milestones',
  label: { zh: '年度节点', en: 'Milestones' },
  area: 'plan',
  owner: 'quality',
  title: 'what',
  unit: 'unit',
  fields: {
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    what: text({ zh: '年度内容', en: 'What' }, { required: true, maxLength: 200 }),
    dueOn: date({ zh: '期限', en: 'Due on' }, { required: true }),
    reachedOn: date({ zh: '实际完成', en: 'Reached on' }),
  },
  unique: [['task', 'year', 'what']],
  access: planAccess,
  order: 'dueOn',
  statistics: [{ count: 'all', by: 'year' }],
  check: (milestone) =>
    Number(milestone.dueOn.slice(0, 4)) === milestone.year
      ? []
      : [{ field: 'dueOn', message: { zh: '期限不在该年度之内', en: 'It is due in another year' } }],
})
