import { officersOf, staffNumbersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { PLAN } from './plan-outline.ts'
import { type PlanTask, planTree } from './plan-tree.ts'

/**
 * Who answers for tasks beside their owners, and three requests to change the plan: one that waits for the office, one
 * that was rejected, and one still being written. Nothing of the plan has changed by them.
 *
 * Keys: plan-co-owners the task's number · plan-changes the request's number · plan-change-lines '<number>/<n>'.
 */
export const planChangesDemo: DemoPart = (demo) => {
  const tree = planTree(demo)
  const requests = REQUESTS.map((request, i) => ({
    ...request,
    number: `BG-${PLAN}-${String(i + 1).padStart(3, '0')}`,
  }))
  const find = (number: string) => tree.find((task) => task.number === number)!
  return [
    { register: 'plan-co-owners', rows: coOwnerRows(demo, tree) },
    {
      register: 'plan-changes',
      rows: requests.map(({ number, state, title, reason, unit }) => ({
        $key: number,
        $state: state,
        number,
        plan: demo.id('plans', PLAN),
        title,
        reason,
        unit: demo.id('units', unit),
        proposer: demo.id('people', officersOf(unit).filler),
      })),
    },
    {
      register: 'plan-change-lines',
      rows: requests.flatMap(({ number, unit, lines }) =>
        lines
          .flatMap((line) => lineRows(demo, find(line.task), line, number))
          .map((line, i) => ({
            $key: `${number}/${i + 1}`,
            request: demo.id('plan-changes', number),
            unit: demo.id('units', unit),
            proposer: demo.id('people', officersOf(unit).filler),
            ...line,
          })),
      ),
    },
  ]
}

interface Change {
  readonly task: string
  /** A new day by which it is due, or money in yuan that the task gets in 2021 of the college's own. */
  readonly to?: string
  readonly amount?: string
}

const REQUESTS: readonly {
  readonly state: string
  readonly title: string
  readonly reason: string
  readonly unit: string
  readonly lines: readonly Change[]
}[] = [
  {
    state: 'rejected',
    title: '校外实训基地建设延后',
    reason: '合作企业搬迁，申请顺延一个季度。',
    unit: 'ai',
    lines: [{ task: 'DH-G05-2-04', to: '2021-03-31' }],
  },
  {
    state: 'submitted',
    title: '技能大师工作室经费与进度调整',
    reason: '大师工作室已提前建成，节余经费转给面向乡村与社区的培训；条件建设提前完成。',
    unit: 'automotive',
    lines: [
      { task: 'DH-G06-2', amount: '-20000.00' },
      { task: 'DH-G07-2', amount: '20000.00' },
      { task: 'DH-G07-2-04', to: '2020-11-30' },
    ],
  },
  {
    state: 'draft',
    title: '师生国际培养改为线上',
    reason: '外方人员不能到校，拟改为线上实施，时间相应调整。',
    unit: 'ai',
    lines: [{ task: 'DH-G08-4-03', to: '2020-11-30' }],
  },
]

type LineRow = Omit<DemoRow, '$key'>

function lineRows(demo: DemoContext, task: PlanTask, change: Change, number: string): readonly LineRow[] {
  const common = { recordName: `${task.number} ${task.name}` }
  const stored = (value: string | number) => JSON.stringify(value)
  if (change.to !== undefined)
    return [
      {
        ...common,
        register: 'plan-tasks',
        action: 'update',
        record: demo.id('plan-tasks', task.number),
        field: 'to',
        fieldName: '完成期限',
        before: task.to,
        after: change.to,
        was: stored(task.to),
        value: stored(change.to),
      },
    ]
  const budget: readonly (readonly [field: string, name: string, value: string | number, text: string])[] = [
    ['number', '预算编号', `${number}-${task.number}`, `${number}-${task.number}`],
    ['task', '任务', demo.id('plan-tasks', task.number), task.name],
    ['unit', '责任单位', demo.id('units', task.unit), '车辆工程学院'],
    ['year', '年度', 2021, '2021'],
    ['source', '资金来源', 'own', '自筹'],
    ['kind', '类别', 'adjustment', '调整'],
    ['amount', '金额', change.amount!, change.amount!],
    ['reason', '调整依据', '变更申请', '变更申请'],
  ]
  return budget.map(([field, fieldName, value, text]) => ({
    ...common,
    register: 'plan-budgets',
    action: 'create',
    record: demo.id('plan-budgets', `${number}/${task.number}`),
    field,
    fieldName,
    before: null,
    after: text,
    was: null,
    value: stored(value),
  }))
}

/** Of every task that several units bring about, somebody of another unit. */
function coOwnerRows(demo: DemoContext, tree: readonly PlanTask[]): DemoRow[] {
  const tasks = tree.filter((task) => task.kind === 'task')
  const units = [...new Set(tasks.map((task) => task.unit))]
  return tasks.flatMap((task, i) => {
    if (i % 3 !== 0) return []
    const unit = units[(units.indexOf(task.unit) + 1) % units.length]!
    const person = demo.random(`plan/co-owners/${task.number}`).pick(staffNumbersOf(unit))
    return [
      {
        $key: task.number,
        task: demo.id('plan-tasks', task.number),
        person: demo.id('people', person),
        unit: demo.id('units', unit),
        duty: '提供数据与佐证材料，参加验收',
      },
    ]
  })
}
