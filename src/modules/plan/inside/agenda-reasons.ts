import type { Label, Lang } from '../../../language/label.ts'

/** What puts a leaf task on an agenda. */
type AgendaReason = 'late' | 'problem' | 'stuck' | 'due'

/** When a leaf task is discussed. */
const AGENDA = {
  /** Due within so many days. */
  dueDays: 14,
  /** Without progress for so many months. */
  stuckMonths: 2,
} as const

export interface Discussed {
  readonly from: string
  readonly to: string
  /** The last report that was at least submitted. */
  readonly month: string | null
  readonly percent: number | null
  readonly problems: string | null
  /** The month in which that progress was first reached. */
  readonly since: string | null
}

const DAY = 86_400_000
const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY
const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))

/** Why an unfinished leaf task is discussed on a day, the gravest reason first; none when all is well. */
export function agendaReasons(
  task: Discussed,
  day: string,
): { readonly reason: AgendaReason; readonly label: Label }[] {
  const found: { reason: AgendaReason; label: Label }[] = []
  const left = dayOf(task.to) - dayOf(day)
  const percent = task.percent ?? 0
  if (left < 0)
    found.push({
      reason: 'late',
      label: {
        zh: `期限 ${task.to}，逾期 ${-left} 天，累计进度 ${percent}%`,
        en: `Due on ${task.to}, ${-left} days late at ${percent} %`,
      },
    })
  if (task.problems !== null)
    found.push({
      reason: 'problem',
      label: {
        zh: `${task.month} 填报的问题：${task.problems}`,
        en: `Problem reported in ${task.month}: ${task.problems}`,
      },
    })
  const since = task.since ?? task.from.slice(0, 7)
  const silent = monthOf(day) - monthOf(since)
  if (silent >= AGENDA.stuckMonths)
    found.push({
      reason: 'stuck',
      label: {
        zh: task.month === null ? `${since} 开始以来没有填报` : `${since} 以后 ${silent} 个月没有进展（${percent}%）`,
        en:
          task.month === null
            ? `Never reported since ${since}`
            : `No progress for ${silent} months, since ${since} (${percent} %)`,
      },
    })
  if (left >= 0 && left <= AGENDA.dueDays)
    found.push({
      reason: 'due',
      label: {
        zh: `${left} 天后到期（${task.to}），累计进度 ${percent}%`,
        en: `Due in ${left} days (${task.to}) at ${percent} %`,
      },
    })
  return found
}

/** What an agenda says of a task, one reason after the other, as it is kept. */
export const factsOf = (reasons: readonly { readonly label: Label }[]): string =>
  reasons.map(({ label }) => label.zh).join(BETWEEN)

const BETWEEN = '；'
/** The sentences above, to be said in English again: numbers and days are in them. */
const SENTENCES: readonly (readonly [kept: RegExp, english: string])[] = [
  [/^期限 (\S+)，逾期 (\d+) 天，累计进度 (\d+)%。?$/, 'Due on $1, $2 days late at $3 %'],
  [/^(\S+) 填报的问题：([^]*)$/, 'Problem reported in $1: $2'],
  [/^(\S+) 开始以来没有填报。?$/, 'Never reported since $1'],
  [/^(\S+) 以后 (\d+) 个月没有进展（(\d+)%）。?$/, 'No progress for $2 months, since $1 ($3 %)'],
  [/^(\d+) 天后到期（(\S+)），累计进度 (\d+)%。?$/, 'Due in $1 days ($2) at $3 %'],
]

/** What an agenda says of a task, in a language. What somebody has written into it stays as it was written. */
export function factsIn(kept: string, lang: Lang): string {
  if (lang === 'zh') return kept
  return kept
    .split(BETWEEN)
    .map((part) => {
      const found = SENTENCES.find(([pattern]) => pattern.test(part))
      return found ? part.replace(...found) : part
    })
    .join('; ')
}
