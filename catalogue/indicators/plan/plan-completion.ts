import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { planTasks } from '../../registers/plan/plan-tasks.ts'
import { taskProgress } from '../../registers/plan/task-progress.ts'
import { common, ofPlan, ofTask, UP_TO } from './in-plan.ts'

const tasks = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（一）、二（一）、三（一）：任务点与完成率',
  owner: 'quality',
  decimals: 0,
  unit: { zh: '个', en: 'tasks' },
} as const
const LEAVES = {
  zh: `任务点数。${UP_TO.zh}`,
  en: `Leaf tasks. ${UP_TO.en}`,
}
const COMPLETED = {
  zh: `最后一次审定的进度为 100 的任务点数；提交而未审定的不计。${UP_TO.zh}`,
  en: `Leaf tasks whose last approved report says 100; what waits for review does not count. ${UP_TO.en}`,
}
const RATE = {
  zh: `完成的任务点 ÷ 全部任务点。${UP_TO.zh}`,
  en: `Completed ÷ all leaf tasks. ${UP_TO.en}`,
}
const share = { decimals: 2, unit: { zh: '%', en: '%' }, definition: RATE } as const

const school = 'school' as const
const group = 'group' as const
const leavesOf = (kind?: typeof school | typeof group) =>
  count(planTasks, { kind: 'leaf', ...(kind ? { 'level.kind': kind } : {}), ...ofPlan })
const completedOf = (kind?: typeof school | typeof group) =>
  count(taskProgress, {
    percent: 100,
    month: { lastOf: 'task', atMost: '@end' },
    'task.kind': 'leaf',
    ...(kind ? { 'task.level.kind': kind } : {}),
    ...ofTask,
  })

export const planLeaves = defineIndicator({
  ...tasks,
  code: 'plan.tasks',
  label: { zh: '建设任务点', en: 'Leaf tasks of the plan' },
  definition: LEAVES,
  value: leavesOf(),
})
export const planCompleted = defineIndicator({
  ...tasks,
  code: 'plan.tasks-completed',
  label: { zh: '已完成任务点', en: 'Leaf tasks completed' },
  definition: COMPLETED,
  value: completedOf(),
})
export const planCompletion = defineIndicator({
  ...tasks,
  ...share,
  code: 'plan.completion',
  label: { zh: '任务完成率', en: 'Completion' },
  ...percent(completedOf(), leavesOf()),
})
export const schoolLeaves = defineIndicator({
  ...tasks,
  code: 'plan.school-tasks',
  label: { zh: '学校层面任务点', en: 'Leaf tasks of the school' },
  definition: LEAVES,
  value: leavesOf(school),
})
export const schoolCompleted = defineIndicator({
  ...tasks,
  code: 'plan.school-tasks-completed',
  label: { zh: '学校层面已完成任务点', en: 'Leaf tasks of the school completed' },
  definition: COMPLETED,
  value: completedOf(school),
})
export const schoolCompletion = defineIndicator({
  ...tasks,
  ...share,
  code: 'plan.school-completion',
  label: { zh: '学校层面任务完成率', en: 'Completion of the school’s tasks' },
  ...percent(completedOf(school), leavesOf(school)),
})
export const groupLeaves = defineIndicator({
  ...tasks,
  code: 'plan.group-tasks',
  label: { zh: '专业群层面任务点', en: 'Leaf tasks of the group' },
  definition: LEAVES,
  value: leavesOf(group),
})
export const groupCompleted = defineIndicator({
  ...tasks,
  code: 'plan.group-tasks-completed',
  label: { zh: '专业群层面已完成任务点', en: 'Leaf tasks of the group completed' },
  definition: COMPLETED,
  value: completedOf(group),
})
export const groupCompletion = defineIndicator({
  ...tasks,
  ...share,
  code: 'plan.group-completion',
  label: { zh: '专业群层面任务完成率', en: 'Completion of the group’s tasks' },
  ...percent(completedOf(group), leavesOf(group)),
})
