import type { Finding } from '../finding.ts'
import { measureOf } from '../understanding/english-quantity.ts'
import { agrees, isTruncated } from './arithmetic.ts'
import { compare, type Context, contextsOf, isCount, type Said, typed } from './english-said.ts'
import type { AuditRule } from './rule.ts'
import { isOneSlipAway } from './slip.ts'

/**
 * A change told in any turn: the figure of the earlier time is known by its words (in 2022, a year earlier, compared with,
 * up from), the figure of now is the other one of its kind in the sentence. Silent where any two of them give the change.
 * Example: 18.64 million in 2023 and 16.20 million in 2022, a rise of 51.1%: 15.1 %.
 */
export const englishChanges: AuditRule = {
  name: 'english-changes',
  kind: 'growth',
  reason: { zh: '英文语句中的增减应与两时之数相符', en: 'A change follows from the figures of the two times' },
  wrong: 'Spending on equipment was 18.64 million yuan in 2023 and 16.20 million yuan in 2022, a rise of 51.1%.\n',
  right: 'Spending on equipment was 18.64 million yuan in 2023 and 16.20 million yuan in 2022, a rise of 15.1%.\n',
  check: ({ document }) => contextsOf(document).flatMap(changesIn),
}

const CHANGE_WORD =
  /\b(?:up|down|rise|rose|risen|increas\w*|grew|grown|growth|gain|climb\w*|fall|fell|fallen|drop\w*|declin\w*|decreas\w*|improve\w*|reduc\w*|widen\w*|add\w*|change)\b(?: (?:of|by|to|was|came to|amounted to))?(?: a total of| about)?\s*[$€£¥]?\s*$|\(\s*[+−–-]\s*$|[+]\s*$/i
const MORE_BEHIND =
  /^(?: [a-z]+){0,3} (?:more|less|fewer|higher|lower|above|below)(?: than| on)?\b|^ (?:percentage )?points? (?:more|higher|lower|above|below)/i
const BASE_BEFORE =
  /(?:\bfrom|\bagainst|\bcompared (?:with|to)|\bcompares (?:with|to)|\bthan|\bon|\bover|\bafter|\bversus|\bvs\.?)\s+(?:the |some |in (?:fall |spring )?20\d\d,? )*(?:[$€£¥]|RMB )?\s*$|\(\s*(?:20\d\d(?:[-–/]\d{2,4})?|previous year|last year|prior year)\s*:\s*(?:[$€£¥]|RMB )?\s*$|\bin (?:20\d\d|the (?:previous|prior) year),? (?:it|they|there|the figure) (?:was|were|had been)\s*$/i
const EARLIER_BEHIND =
  /^[^.;,()\d]{0,40}\b(?:a year (?:earlier|before|ago)|the year before|(?:the )?(?:previous|prior|last|preceding) (?:academic |school |financial )?year|earlier)\b/i
const YEAR_BEHIND = /^[^.;,()\d]{0,30}\bin (?:fall |spring |autumn )?(20\d\d)\b/i

function changesIn({ text, numbers }: Context): Finding[] {
  const told = numbers.filter((n) => !n.isRough && n.value.gt(0))
  return numbers.flatMap((change) => {
    // From a deficit to a surplus is the sum of both.
    if (change.isRough || !isChange(text, change) || /\b(?:deficit|loss)\b/i.test(text)) return []
    // Behind a semicolon something else is told.
    const counts = told.filter(
      (n) => !text.slice(Math.min(n.end, change.end), Math.max(n.start, change.start)).includes(';'),
    )
    const bases = basesOf(text, counts)
    const pairs = bases.flatMap((base) => {
      if (base === change) return []
      const kind = base.isPercent ? 'rate' : measureOf(text, base)
      const same = counts.filter(
        (n) =>
          n !== base &&
          n !== change &&
          !isChange(text, n) &&
          n.isPercent === base.isPercent &&
          (n.isPercent ? 'rate' : measureOf(text, n)) === kind &&
          n.value.lt(base.value.times(8)) &&
          n.value.times(8).gt(base.value),
      )
      return same.map((now) => ({ base, now }))
    })
    if (pairs.length === 0 || pairs.some(({ base, now }) => gives(base, now, change) || gives(now, base, change)))
      return []
    const near = pairs.toSorted((a, b) => farness(a, change) - farness(b, change))
    const isSlipped = ({ base, now }: Pair): boolean =>
      isOneSlipAway([typed(change), typed(base), typed(now)], ([c, b, n]) => {
        if (b!.isZero()) return false
        const exact = isRelative(base, change) ? n!.minus(b!).div(b!).times(100) : n!.minus(b!)
        return agrees(exact.abs(), { value: c!, step: change.step })
      })
    const pair = near.find(isSlipped) ?? (pairs.length === 1 ? near[0] : undefined)
    if (!pair) return []
    const { base, now } = pair
    if (!isRelative(base, change) && !isAlike(base, change, text)) return []
    const difference = now.value.minus(base.value)
    return isRelative(base, change)
      ? compare(
          'growth',
          difference.div(base.value).times(100),
          change,
          [base, now],
          `(${now.printed} − ${base.printed}) ÷ ${base.printed}`,
        )
      : compare('growth', difference, change, [base, now], `${now.printed} − ${base.printed}`)
  })
}

interface Pair {
  readonly base: Said
  readonly now: Said
}

/** 4.2 million of 36.8 million; 324 of 5286: a change is told in what it changes. */
const isAlike = (base: Said, change: Said, text: string): boolean =>
  base.isPercent
    ? change.isPercent || /^ (?:percentage |per cent |percent )?points?/.test(text.slice(change.end))
    : isCount(change)

const isRelative = (base: Said, change: Said): boolean => change.isPercent && !base.isPercent

const isChange = (text: string, n: Said): boolean =>
  CHANGE_WORD.test(text.slice(0, n.start)) || MORE_BEHIND.test(text.slice(n.end))

const farness = ({ base, now }: Pair, change: Said): number =>
  Math.abs(base.start - change.start) + Math.abs(now.start - change.start)

function gives(base: Said, now: Said, change: Said): boolean {
  const difference = now.value.minus(base.value)
  const exact = isRelative(base, change) ? difference.div(base.value).times(100) : difference
  const said = { value: change.value, step: change.step }
  // Points of a rate may be told as per cent of it, and the other way about.
  const other = base.isPercent && change.isPercent ? difference.div(base.value).times(100) : exact
  return (
    agrees(exact.abs(), said) ||
    agrees(other.abs(), said) ||
    (!isRelative(base, change) && isTruncated(exact.abs(), said))
  )
}

/** Figures that the words say are of an earlier time; of two years the earlier one. */
function basesOf(text: string, counts: readonly Said[]): Said[] {
  const dated = counts.flatMap((n) => {
    const year = YEAR_BEHIND.exec(text.slice(n.end))?.[1]
    return year === undefined ? [] : [{ n, year: Number(year) }]
  })
  const last = Math.max(...dated.map(({ year }) => year))
  const told = counts.filter((n) => BASE_BEFORE.test(text.slice(0, n.start)) || EARLIER_BEHIND.test(text.slice(n.end)))
  const older = dated.filter(({ year }) => year < last).map(({ n }) => n)
  return [...new Set([...told, ...older])].filter((n) => !isChange(text, n))
}
