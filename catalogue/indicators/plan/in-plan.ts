/** Double-High plans in force whose stage has the last day of the edition in it: one at a time, for stages do not overlap. */
const stage = (plan: string) =>
  ({
    [`${plan}.kind`]: 'double-high',
    [`${plan}.state`]: 'in-force',
    [`${plan}.from`]: { atMost: '@end' },
    [`${plan}.to`]: { atLeast: '@end' },
  }) as const

/** Conditions on records that name a task, a plan, or are a task of it. */
export const ofTask = stage('task.plan')
export const ofPlan = stage('plan')

export const common = { period: 'calendar-year', version: 1 } as const
/** What a reader of every definition must know. */
export const UP_TO = {
  zh: '双高计划已生效、阶段包含期间最后一天的计划，从开始累计到期间自然年的最后一天。',
  en: 'Of the Double-High plan in force whose stage has the edition’s last day in it, from its start up to that day.',
} as const
