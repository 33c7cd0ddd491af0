import { choice, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { creditRecordAccess } from './access.ts'
import { lifeStages } from './learner-words.ts'

/** From school to work to the senior university: the latest event says where a learner stands. */
export const lifeEvents = defineRegister({
  name: 'life-events',
  label: { zh: '人生阶段变化', en: 'Life events' },
  area: 'credit-bank',
  owner: 'continuing-education',
  title: 'where',
  fields: {
    learner: reference({ zh: '学习者', en: 'Learner' }, 'credit-learners', { required: true, indexed: true }),
    stage: choice({ zh: '进入阶段', en: 'Stage entered' }, lifeStages, { required: true, indexed: true }),
    where: text({ zh: '学校或单位', en: 'School or employer' }, { required: true, maxLength: 100 }),
    on: date({ zh: '日期', en: 'On' }, { required: true }),
  },
  unique: [['learner', 'stage', 'on']],
  access: creditRecordAccess,
  order: '-on',
  statistics: [{ count: 'all', by: 'stage' }],
})
