import type { RecordTableTemplate } from '../../../src/language/report.ts'
import { ofTask } from '../../indicators/plan/in-plan.ts'

const goals = (kind: 'school' | 'group') =>
  ({
    register: 'plan-targets',
    columns: ['aspect', 'name', 'measuredIn', 'target', 'actual'],
    where: {
      aspect: ['quantity', 'quality', 'benefit', 'satisfaction'],
      year: { atMost: '@end' },
      'task.level.kind': kind,
      ...ofTask,
    },
    period: 'calendar-year',
    order: 'name',
    group: 'aspect',
  }) as const
const landmarks = {
  register: 'plan-results',
  where: {
    landmark: true,
    level: ['international', 'national', 'provincial'],
    grantedOn: { atMost: '@end' },
    ...ofTask,
  },
  period: 'calendar-year',
  order: 'grantedOn',
} as const

export const recordTables: readonly RecordTableTemplate[] = [
  {
    name: 'school-goals',
    caption: { zh: '学校层面绩效目标完成情况', en: 'Targets of the school' },
    ...goals('school'),
  },
  {
    name: 'group-goals',
    caption: { zh: '专业群层面绩效目标完成情况', en: 'Targets of the group of majors' },
    ...goals('group'),
  },
  {
    name: 'landmarks',
    caption: { zh: '省级及以上标志性成果', en: 'Landmark results of provincial level or above' },
    ...landmarks,
    columns: ['name', 'kind', 'level', 'rank', 'grantedOn', 'unit'],
  },
  {
    name: 'landmark-cases',
    caption: { zh: '标志性成果案例', en: 'Cases of landmark results' },
    ...landmarks,
    columns: ['name', 'level', 'grantedOn'],
    cases: { title: 'name', text: 'caseText' },
  },
]
