import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { type PlanTask, planTree } from './plan-tree.ts'
import { dayBetween } from './shares.ts'

/** 547 results of provincial level or above, of which 93 national or international, as printed; besides some of the college. */
const LEVELS = [
  ['international', 12, '国际'],
  ['national', 81, '国家级'],
  ['provincial', 454, '省级'],
  ['college', 28, '校级'],
] as const

const KINDS = [
  ['award', '技能竞赛获奖'],
  ['project', '教研科研立项'],
  ['base', '实训基地认定'],
  ['course', '精品课程认定'],
  ['textbook', '规划教材入选'],
  ['team', '教学团队认定'],
  ['standard', '标准发布'],
  ['case', '典型案例入选'],
] as const

/** Every tenth result is claimed by a second task too, at a lower level than it has: it still counts once. */
const CLAIMED_TWICE = 10
const LANDMARKS = 12

export const planResultsDemo: DemoPart = (demo) => {
  const tasks = planTree(demo).filter((task) => task.kind === 'task')
  const all = LEVELS.flatMap(([level, count, label]) => Array.from({ length: count }, () => ({ level, label })))
  return [
    {
      register: 'plan-results',
      rows: all.flatMap(({ level, label }, i) => {
        const random = demo.random(`plan/results/${i}`)
        const [kind, what] = KINDS[i % KINDS.length]!
        const number = `CG-${String(i + 1).padStart(4, '0')}`
        const name = `${label}${what}（示例 ${i + 1}）`
        const [first, second] = random.shuffle(tasks)
        const isLandmark = i < LANDMARKS
        const claim: Omit<DemoRow, '$key'> = {
          result: number,
          name,
          kind,
          rank: kind === 'award' ? random.pick(['first', 'second', 'third']) : 'none',
          grantedBy: `${label}主管部门（演示）`,
          grantedOn: dayBetween(random, '2019-11-01', '2021-12-20'),
          files: [],
        }
        const plain = { level, landmark: isLandmark, caseText: isLandmark ? caseOf(name) : null }
        const lower = { level: 'college', landmark: false, caseText: null }
        return [
          claimRow(demo, first!, { ...claim, ...plain }),
          ...(i % CLAIMED_TWICE === 0 ? [claimRow(demo, second!, { ...claim, ...lower })] : []),
        ]
      }),
    },
  ]
}

const claimRow = (demo: DemoContext, task: PlanTask, claim: Omit<DemoRow, '$key'>): DemoRow => ({
  $key: `${task.number}/${String(claim['result'])}`,
  task: demo.id('plan-tasks', task.number),
  unit: demo.id('units', task.unit),
  ...claim,
})

const STAGES = [
  '背景与问题',
  '思路与目标',
  '组织与分工',
  '条件与资源',
  '实施过程',
  '质量控制',
  '成效与数据',
  '推广与应用',
]

/** A case long enough to be accepted. Made up: it says so, and nothing else that anybody might take for a fact. */
const caseOf = (name: string): string =>
  STAGES.map(
    (stage, i) =>
      `${'一二三四五六七八'[i]!}、${stage}。本案例为演示数据，围绕“${name}”说明${stage}应当写清的内容：由谁负责、何时开始、依据什么方案、使用哪些条件、经过哪些环节、留下哪些过程材料、怎样检查和改进、形成什么可以核对的结果，以及结果由谁认定、何时认定、文件存放在何处。学校填写时请用真实的事实和数据替换这一段，并附上能够证明每一句话的材料。`,
  ).join('\n')
