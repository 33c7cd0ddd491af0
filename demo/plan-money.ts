import { apportion } from './apportion.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { type PlanTask, planTree } from './plan-tree.ts'
import { yuan } from './shares.ts'

type Source = 'central' | 'local' | 'industry' | 'own'
type Level = PlanTask['level']['key']
type Money = Readonly<Record<Level, Readonly<Record<Source, number>>>>

/**
 * In yuan, level by source. The report prints the sources: 2100 + 3700 + 800 + 2879 = 9479 budgeted,
 * 2100 + 3700 + 1368.12 + 2879 = 10047.12 arrived, 2100 + 3700 + 1368.12 + 2077.25 = 9245.37 spent (万元), and that
 * the group used 98.14 % of its budget; how the rest falls on the levels is made up.
 */
const BUDGET: Money = {
  school: { central: 7_000_000, local: 17_000_000, industry: 2_000_000, own: 15_790_000 },
  group: { central: 14_000_000, local: 20_000_000, industry: 6_000_000, own: 13_000_000 },
}
const ARRIVED: Money = {
  school: { ...BUDGET.school },
  group: { ...BUDGET.group, industry: 11_681_200 },
}
const SPENT: Money = {
  school: { ...BUDGET.school, own: 14_439_500 },
  group: { ...ARRIVED.group, own: 6_333_000 },
}

const YEARS = [2019, 2020, 2021]
const BUDGET_YEARS = [20, 40, 40]
const ARRIVAL_YEARS = [20, 40, 40]
const PAYMENT_YEARS = [10, 42, 48]

const PAYER: Readonly<Record<Source, string>> = {
  central: '中央财政专项',
  local: '地方财政专项',
  industry: '合作企业（演示）',
  own: '学校自筹',
}
const PURPOSES = ['设备购置', '课程与教材建设', '师资培训', '软件与资源', '差旅与会议', '专家咨询']

interface Cell {
  readonly task: PlanTask
  readonly year: number
  readonly source: Source
  readonly amount: number
}

/** Splits each level's money of each source among its tasks and the years, to the yuan. */
function cells(
  demo: DemoContext,
  tasks: readonly PlanTask[],
  money: Money,
  shareOfYears: readonly number[],
): readonly Cell[] {
  return Object.entries(money).flatMap(([level, sources]) => {
    const own = tasks.filter((task) => task.level.key === level)
    // The same task weighs the same in budget and spending, so that no task spends more than it may.
    const weights = own.map((task) => demo.random(`plan/money/${task.number}`).between(40, 160))
    const places = own.flatMap((task, t) =>
      YEARS.map((year, y) => ({ task, year, weight: weights[t]! * shareOfYears[y]! })),
    )
    return (Object.entries(sources) as [Source, number][]).flatMap(([source, total]) =>
      apportion(
        total,
        places.map((place) => place.weight),
      ).map((amount, i) => ({ task: places[i]!.task, year: places[i]!.year, source, amount })),
    )
  })
}

export const planMoneyDemo: DemoPart = (demo) => {
  const tree = planTree(demo)
  const tasks = tree.filter((task) => task.kind === 'task')
  const boards = tree.filter((task) => task.kind === 'board')
  const row = (prefix: string, { task, year, source, amount }: Cell): DemoRow & { readonly number: string } => {
    const number = `${prefix}-${task.number}-${year}-${source}`
    return {
      $key: number,
      number,
      task: demo.id('plan-tasks', task.number),
      unit: demo.id('units', task.unit),
      source,
      amount: yuan(amount),
    }
  }
  return [
    {
      register: 'plan-budgets',
      rows: cells(demo, tasks, BUDGET, BUDGET_YEARS).map((cell) => ({
        ...row('YS', cell),
        year: cell.year,
        kind: 'budget',
        reason: null,
      })),
    },
    {
      register: 'plan-arrivals',
      rows: cells(demo, boards, ARRIVED, ARRIVAL_YEARS).map((cell) => ({
        ...row('DW', cell),
        arrivedOn: `${cell.year}-11-15`,
        payer: PAYER[cell.source],
      })),
    },
    {
      register: 'plan-payments',
      rows: cells(demo, tasks, SPENT, PAYMENT_YEARS).map((cell, i) => ({
        ...row('ZF', cell),
        purpose: `${cell.task.name}：${PURPOSES[i % PURPOSES.length]!}`,
        paidOn: `${cell.year}-12-${String(1 + (i % 28)).padStart(2, '0')}`,
      })),
    },
  ]
}
