import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { AS_OF, FROM, LEVELS, PLAN, SCHOOL_SHEET } from './plan-outline.ts'
import { type PlanTask, planTree } from './plan-tree.ts'

/**
 * A Double-High plan at its mid-term: 412 leaf tasks, 255 of the school and 157 of the group of majors, of which 254
 * and 155 are done. Made up, but for the names of its boards and the figures that a published report prints.
 *
 * Keys: plans PLAN · plan-levels 'school', 'group' · plan-tasks the number ('DH-S01-1-A') · the others the number and
 * what tells them apart.
 */
export const planWorkDemo: DemoPart = (demo) => {
  const tree = planTree(demo)
  const tasks = tree.filter((task) => task.kind === 'task')
  return [
    {
      register: 'plans',
      rows: [
        {
          $key: PLAN,
          $state: 'in-force',
          code: PLAN,
          name: '高水平学校和专业建设计划（中期）',
          kind: 'double-high',
          from: FROM,
          to: AS_OF,
          asOf: AS_OF,
          edition: 1,
          copiedFrom: null,
          replaces: null,
          leadersFrom: '500000.00',
          goal: null,
          files: [],
        },
      ],
    },
    {
      register: 'plan-levels',
      rows: LEVELS.map((level) => ({
        $key: level.key,
        code: `DH-${level.letter}`,
        plan: demo.id('plans', PLAN),
        kind: level.key,
        name: level.name,
        majorGroup: null,
        weight: level.weight,
        score: level.score,
        scoreSheet: SCHOOL_SHEET,
      })),
    },
    { register: 'plan-tasks', rows: tree.map((task) => taskRow(demo, task)) },
    { register: 'plan-task-links', rows: linkRows(demo, tree) },
    { register: 'plan-milestones', rows: tasks.flatMap((task) => milestoneRows(demo, task)) },
    { register: 'plan-targets', rows: tasks.flatMap((task, i) => targetRows(demo, task, i === tasks.length - 1)) },
    { register: 'task-progress', rows: progressRows(demo, tree) },
  ]
}

const taskRow = (demo: DemoContext, task: PlanTask): DemoRow => ({
  $key: task.number,
  number: task.number,
  name: task.name,
  plan: demo.id('plans', PLAN),
  level: demo.id('plan-levels', task.level.key),
  kind: task.kind,
  parent: task.parent === null ? null : demo.id('plan-tasks', task.parent),
  unit: demo.id('units', task.unit),
  owner: demo.id('people', task.owner),
  from: task.from,
  to: task.to,
  weight: null,
  deliverables: task.kind === 'leaf' ? `${task.name}的过程材料与验收结论` : null,
})

const ofTask = (demo: DemoContext, task: PlanTask) => ({
  task: demo.id('plan-tasks', task.number),
  unit: demo.id('units', task.unit),
})

/** Within a task, every second leaf waits for the one before it. */
function linkRows(demo: DemoContext, tree: readonly PlanTask[]): DemoRow[] {
  const leaves = tree.filter((task) => task.kind === 'leaf')
  const taskOf = (leaf: PlanTask) => leaf.number.slice(0, -3)
  return leaves.flatMap((leaf, i) => {
    const before = leaves[i - 1]
    if (!before || taskOf(before) !== taskOf(leaf) || i % 2 === 1) return []
    return [
      {
        $key: leaf.number,
        ...ofTask(demo, leaf),
        predecessor: demo.id('plan-tasks', before.number),
        note: '完成后开始',
      },
    ]
  })
}

const YEARS: readonly (readonly [year: number, what: string])[] = [
  [2019, '完成启动与方案编制'],
  [2020, '完成条件建设与试点'],
  [2021, '完成中期目标'],
]

const milestoneRows = (demo: DemoContext, task: PlanTask): DemoRow[] =>
  YEARS.map(([year, what]) => ({
    $key: `${task.number}/${year}`,
    ...ofTask(demo, task),
    year,
    what: `${task.name}：${what}`,
    dueOn: `${year}-12-31`,
    reachedOn: year === 2021 ? null : `${year}-12-20`,
  }))

const MEASURES = [
  ['省级及以上成果', '项', 4],
  ['参与教师', '人次', 60],
  ['受益学生', '人', 800],
  ['合作企业', '家', 8],
  ['形成标准与制度', '项', 6],
] as const

/** Two measures of each task; one task has spent its money and reached 40 % of what it promised. */
function targetRows(demo: DemoContext, task: PlanTask, isBehind: boolean): DemoRow[] {
  const random = demo.random(`plan/targets/${task.number}`)
  return random
    .shuffle(MEASURES)
    .slice(0, 2)
    .map(([name, measuredIn, size]) => {
      const target = size * 10 * random.between(1, 3)
      const reached = isBehind ? 40 : random.between(96, 125)
      return {
        $key: `${task.number}/${name}`,
        ...ofTask(demo, task),
        name,
        indicator: null,
        measuredIn,
        direction: 'up',
        year: 2021,
        base: null,
        target: String(target),
        actual: String(Math.floor((target * reached) / 100)),
      }
    })
}

/** What the leaves that are not done reported last: what counts, and what waits for review. */
const UNFINISHED: readonly (readonly [counted: number, waiting: string | null])[] = [
  [85, 'submitted'],
  [80, 'unit-reviewed'],
  [55, null],
]

/** Two reports of each leaf: one on the way, one at its end. */
function progressRows(demo: DemoContext, tree: readonly PlanTask[]): DemoRow[] {
  const row = (task: PlanTask, month: string, percent: number, state?: string): DemoRow => ({
    $key: `${task.number}/${month}`,
    ...(state ? { $state: state } : {}),
    ...ofTask(demo, task),
    filledBy: demo.id('people', task.owner),
    month,
    percent,
    done: percent === 100 ? `${task.name}已完成，通过验收` : `${task.name}按计划推进`,
    problems: percent === 55 ? '外方人员不能到校，需要调整实施方式' : null,
    files: [],
  })
  const unfinished = [...UNFINISHED]
  return LEVELS.flatMap((level) => {
    const leaves = tree.filter((task) => task.level === level && task.kind === 'leaf')
    // The last steps of the last tasks are what remains.
    const open = new Set(leaves.filter((task) => task.to === AS_OF).slice(level.completed - level.leaves))
    return leaves.flatMap((task) => {
      const end = task.to.slice(0, 7)
      const begun = row(task, task.from.slice(0, 7), demo.random(`plan/progress/${task.number}`).between(10, 40))
      if (!open.has(task)) return [begun, row(task, end, 100)]
      const [counted, waiting] = unfinished.shift()!
      return [begun, row(task, '2021-11', counted), ...(waiting ? [row(task, end, 100, waiting)] : [])]
    })
  })
}
