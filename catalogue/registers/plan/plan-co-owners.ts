import { defineRegister, person, reference, text, unit } from '../../../src/language/index.ts'
import { planAccess } from './access.ts'

/** Who answers for a task beside its owner. The owner alone fills its progress. */
export const planCoOwners = defineRegister({
  name: 'plan-co-owners',
  label: { zh: '协同负责人', en: 'Co-owners' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '任务除负责人外的协同负责人及其单位和分工。进度仍由负责人填报。',
    en: 'Who answers for a task beside its owner, for which unit, and for what. The owner fills its progress.',
  },
  title: 'duty',
  unit: 'unit',
  person: 'person',
  fields: {
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    person: person({ zh: '协同负责人', en: 'Co-owner' }, { required: true }),
    unit: unit({ zh: '协同单位', en: 'Unit' }, { required: true }),
    duty: text({ zh: '分工', en: 'What for' }, { required: true, maxLength: 200 }),
  },
  unique: [['task', 'person']],
  access: planAccess,
  statistics: [{ count: 'all', by: 'unit' }],
})
