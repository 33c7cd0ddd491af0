import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { LightColour, WireLight, WirePlanTask } from '../wire.ts'

/** What a light is judged by. */
export type Judged = Pick<
  WirePlanTask,
  'kind' | 'from' | 'to' | 'leaves' | 'completed' | 'progress' | 'reported' | 'achieved' | 'owner'
> & { readonly used: string | null }

/** When a light turns. Per cent, unless another unit is named. */
export const LIMITS = {
  /** Progress may lag behind the share of time that has passed by this much; beyond the second it is red. */
  behind: { yellow: 15, red: 35 },
  /** So much money is used while so little is achieved: red. */
  moneyAheadOfGoal: { used: 90, achieved: 40 },
  /** Use of money may be ahead of achievement by this much. */
  moneyBeforeGoal: 30,
  /** A leaf task in progress is reported every month: so many months without an approved report are too many. */
  silentMonths: 3,
} as const

interface Reason {
  readonly colour: LightColour
  readonly label: Label
}

const DAY = 86_400_000
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY
const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))

/**
 * The light of a task on a day, with every reason for it, the gravest first. Progress is held against time, and money
 * against achievement: the two are never added up.
 */
export function lightOf(task: Judged, asOf: string): WireLight {
  const isDone = task.leaves > 0 && task.completed === task.leaves
  const reasons = [...(isDone ? [] : onTime(task, asOf)), ...onMoney(task)]
  const colour = (['red', 'yellow', 'grey'] as const).find((c) => reasons.some((reason) => reason.colour === c))
  if (colour && colour !== 'grey')
    return {
      colour,
      reasons: reasons.toSorted((a, b) => rank(a.colour) - rank(b.colour)).map((reason) => reason.label),
    }
  if (isDone) return { colour: 'green', reasons: [{ zh: '已完成', en: 'Completed' }] }
  if (colour === 'grey') return { colour, reasons: reasons.map((reason) => reason.label) }
  return { colour: 'green', reasons: [{ zh: '进度正常', en: 'On time' }] }
}

const rank = (colour: LightColour) => ['red', 'yellow', 'grey', 'green'].indexOf(colour)

function onTime(task: Judged, asOf: string): Reason[] {
  if (task.progress === null) return [{ colour: 'grey', label: { zh: '下面没有任务点', en: 'No leaf task below it' } }]
  const reasons: Reason[] = []
  const lateDays = dayOf(asOf) - dayOf(task.to)
  if (lateDays > 0)
    reasons.push({
      colour: 'red',
      label: {
        zh: `已超期 ${lateDays} 天，进度 ${task.progress}%`,
        en: `${lateDays} days late at ${task.progress} %`,
      },
    })
  if (asOf < task.from) return [{ colour: 'grey', label: { zh: '尚未开始', en: 'Not begun' } }]
  const days = dayOf(task.to) - dayOf(task.from)
  const elapsed =
    days <= 0 ? new Exact(100) : Exact.min(100, new Exact(dayOf(asOf) - dayOf(task.from)).times(100).div(days))
  const lag = elapsed.minus(task.progress)
  // Who is late is behind: said once.
  if (lateDays <= 0 && lag.gt(LIMITS.behind.yellow))
    reasons.push({
      colour: lag.gt(LIMITS.behind.red) ? 'red' : 'yellow',
      label: {
        zh: `时间过去 ${elapsed.toFixed(0)}%，进度 ${task.progress}%`,
        en: `${elapsed.toFixed(0)} % of the time has passed, progress is ${task.progress} %`,
      },
    })
  const silent = monthOf(asOf) - monthOf(task.reported ?? task.from)
  if (task.kind === 'leaf' && silent >= LIMITS.silentMonths)
    reasons.push({
      colour: 'yellow',
      label: {
        zh: `${silent} 个月没有审定的进度`,
        en: `No approved report for ${silent} months`,
      },
    })
  if (task.kind === 'leaf' && task.owner === null)
    reasons.push({ colour: 'yellow', label: { zh: '没有负责人', en: 'Nobody owns it' } })
  return reasons
}

function onMoney({ used, achieved }: Judged): Reason[] {
  if (used === null || achieved === null) return []
  const { moneyAheadOfGoal, moneyBeforeGoal } = LIMITS
  const isFar = new Exact(used).gte(moneyAheadOfGoal.used) && new Exact(achieved).lte(moneyAheadOfGoal.achieved)
  if (!isFar && new Exact(used).minus(achieved).lt(moneyBeforeGoal)) return []
  return [
    {
      colour: isFar ? 'red' : 'yellow',
      label: {
        zh: `资金已用 ${used}%，目标达成 ${achieved}%`,
        en: `${used} % of the money is spent, ${achieved} % of the targets reached`,
      },
    },
  ]
}
