import { defineRegister, reference, text, unit } from '../../../src/language/index.ts'
import { planAccess } from './access.ts'

/** What must be done before a task can begin. Circles are found by the module, which sees all links at once. */
export const planTaskLinks = defineRegister({
  name: 'plan-task-links',
  label: { zh: '前置任务', en: 'Predecessors' },
  area: 'plan',
  owner: 'quality',
  title: 'note',
  unit: 'unit',
  fields: {
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    predecessor: reference({ zh: '前置任务', en: 'Predecessor' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    note: text({ zh: '依赖说明', en: 'Why' }, { required: true, maxLength: 200, default: '完成后开始' }),
  },
  unique: [['task', 'predecessor']],
  access: planAccess,
  check: (link) =>
    link.task === link.predecessor
      ? [{ field: 'predecessor', message: { zh: '任务不能以自己为前置', en: 'A task cannot precede itself' } }]
      : [],
})
