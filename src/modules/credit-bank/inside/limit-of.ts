import { Exact } from '../../../engine/indicators/exact.ts'
import type { Label } from '../../../language/label.ts'
import type { CreditWords, LimitFacts, LiveConversion } from './facts.ts'

/** Credits that a limit allows: the lower one of its credits and its share, which is cut to tenths. */
export function mostOf(limit: LimitFacts): Exact {
  const bounds = [
    ...(limit.mostCredits === null ? [] : [new Exact(limit.mostCredits)]),
    ...(limit.mostPercent === null || limit.ofCredits === null
      ? []
      : [new Exact(limit.ofCredits).times(limit.mostPercent).div(100).toDecimalPlaces(1, Exact.ROUND_DOWN)]),
  ]
  return Exact.min(...bounds)
}

/** Is it in force on that day? */
export const inForce = ({ from, until }: { from: string; until: string | null }, day: string): boolean =>
  from <= day && (until === null || day <= until)

/** What is asked of the limits: so many credits more, at an institution, into a category. */
interface Wish {
  readonly institution: string
  readonly category: string
  readonly credits: string
  readonly day: string
}

/** Whether one limit leaves room, with the numbers that show it; undefined when it does not speak of this conversion. */
export function roomIn(
  limit: LimitFacts,
  wish: Wish,
  live: readonly LiveConversion[],
  words: CreditWords,
): { readonly ok: boolean; readonly label: Label } | undefined {
  if (limit.institution !== wish.institution || !inForce(limit, wish.day)) return undefined
  if (limit.per === 'category' && limit.category !== wish.category) return undefined
  const most = mostOf(limit)
  const used = live
    .filter(
      (one) =>
        one.institution === wish.institution &&
        (limit.per === 'programme' || (limit.per === 'category' && one.category === wish.category)),
    )
    .reduce((sum, one) => sum.plus(one.credits), new Exact(0))
  const after = used.plus(wish.credits)
  const ok = after.lte(most)
  const what: Label =
    limit.per === 'outcome'
      ? { zh: '每项成果', en: 'one outcome' }
      : limit.per === 'programme'
        ? { zh: '整个专业', en: 'the programme' }
        : words.category(wish.category)
  if (most.isZero())
    return {
      ok: false,
      label: {
        zh: `“${what.zh}”不接受学分转换（${limit.name}）`,
        en: `Nothing is converted into “${what.en}” (${limit.name})`,
      },
    }
  return {
    ok,
    label: {
      zh: `${what.zh}最多转换 ${most.toFixed()} 学分（${limit.name}）：已转换 ${used.toFixed()}，加上本次为 ${after.toFixed()}${ok ? '' : `，超出 ${after.minus(most).toFixed()}`}`,
      en: `At most ${most.toFixed()} credits for ${what.en} (${limit.name}): ${used.toFixed()} so far, ${after.toFixed()} with this one${ok ? '' : `, ${after.minus(most).toFixed()} too many`}`,
    },
  }
}
