import type { Finding } from '../finding.ts'
import { compare, type Context, contextsOf, isCount, type Said, typed } from './english-said.ts'
import type { AuditRule } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * Changes and what is left over in the turns of English reports: rose from a to b, up p points from q, against b a year
 * earlier, leaving a surplus of.
 * Example: pay rose from 4826 yuan to 5108 yuan, an increase of 8.5%: (5108 − 4826) ÷ 4826 = 5.8 %.
 */
export const englishGrowth: AuditRule = {
  name: 'english-growth',
  kind: 'growth',
  reason: { zh: '英文语句中的增减、结余应与同段的数相符', en: 'Changes of English sentences agree with their figures' },
  wrong: 'Average monthly pay of the graduates rose from 4826 yuan to 5108 yuan, an increase of 8.5%.\n',
  right: 'Average monthly pay of the graduates rose from 4826 yuan to 5108 yuan, an increase of 5.8%.\n',
  check: ({ document }) => contextsOf(document).flatMap((context) => TURNS.flatMap((turn) => turn(context))),
}

const TURNS: readonly ((context: Context) => Finding[])[] = [roseTo, points, against, grewBy, leftOver]

const CHANGED =
  /\b(rose|grew|increased|climbed|went up|fell|dropped|decreased|declined|went down)\b[^.;]{0,40}?\bfrom\s*$/i

/** "2684, against 2512 a year earlier, an increase of 6.8%". */
function against({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((now, at) => {
    const [was, change] = numbers.slice(at + 1, at + 3)
    if (!was || !change || !isCount(now) || !isCount(was) || now.scale !== was.scale) return []
    const isCompared =
      /^(?: [a-z]+){0,3},? (?:against|compared (?:with|to)|up from|down from|from) (?:the )?$/.test(
        text.slice(now.end, was.start),
      ) &&
      /(?:year|earlier|before|20\d{2})[^.;]{0,20}, (?:an? (?:increase|rise|fall|drop|decrease|growth)|up|down)(?: of| by)? ?$/.test(
        text.slice(was.end, change.start),
      )
    if (!isCompared) return []
    const difference = now.value.minus(was.value)
    return change.isPercent
      ? compare(
          'growth',
          difference.div(was.value).times(100),
          change,
          [was, now],
          `(${now.printed} − ${was.printed}) ÷ ${was.printed}`,
        )
      : compare('growth', difference, change, [was, now], `${now.printed} − ${was.printed}`)
  })
}

/** "pay rose from 4826 yuan to 5108 yuan, an increase of 5.8%". */
function roseTo({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((from, at) => {
    const [to, change] = numbers.slice(at + 1, at + 3)
    const turn = CHANGED.exec(text.slice(0, from.start))
    if (!turn || !to || !change || from.value.isZero() || from.isPercent !== to.isPercent) return []
    if (!/^[^.;]{0,30}\bto\s*$/.test(text.slice(from.end, to.start))) return []
    if (
      !/^[^.;]{0,30}, (?:an? (?:increase|rise|fall|drop|decrease|gain)|up|down|growth|that is)(?: of| by)?\s*$/.test(
        text.slice(to.end, change.start),
      )
    )
      return []
    const difference = to.value.minus(from.value)
    if (change.isPercent && !from.isPercent)
      return compare(
        'growth',
        difference.div(from.value).times(100),
        change,
        [from, to],
        `(${to.printed} − ${from.printed}) ÷ ${from.printed}`,
      )
    return compare('growth', difference, change, [from, to], `${to.printed} − ${from.printed}`)
  })
}

/** "96.2%, up 1.1 percentage points from 95.1% in 2023". */
function points({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((change, at) => {
    const [now, was] = [numbers[at - 1], numbers[at + 1]]
    if (
      !now?.isPercent ||
      !was?.isPercent ||
      !/\b(?:up|down|higher|lower)(?: by)?\s*$/.test(text.slice(now.end, change.start))
    )
      return []
    if (!/^(?:age)? points (?:from|than|on)(?: the)?\s*$/.test(text.slice(change.end, was.start))) return []
    return compare('growth', now.value.minus(was.value), change, [was, now], `${now.printed} − ${was.printed}`)
  })
}

/** "leaving a surplus of 7.3 million", "The remaining 113 were still looking for work". */
function leftOver({ text, numbers, previous, counts }: Context): Finding[] {
  return numbers.flatMap((rest, at) => {
    if (
      !isCount(rest) ||
      !/\b(?:surplus|balance|profit) of\s*$|\bthe (?:remaining|other)\s*$/i.test(text.slice(0, rest.start))
    )
      return []
    const near = [...counts.slice(-12), ...previous, ...numbers.slice(0, at)].filter(
      (n) => isCount(n) && n.scale === rest.scale,
    )
    const gives = (a: Said, b: Said): boolean => a.value.minus(b.value).eq(rest.value)
    if (near.some((a) => near.some((b) => gives(a, b)))) return []
    const own = numbers.slice(0, at).filter(isCount)
    const [whole, part] =
      own.length >= 2
        ? own.slice(-2)
        : own.length === 1
          ? [
              counts.findLast((n) => n.place.paragraph === rest.place.paragraph && n.value.gt(numbers[at - 1]!.value)),
              numbers[at - 1],
            ]
          : previous.filter(isCount)
    if (!whole || !part || !isCount(part) || whole.scale !== rest.scale || digitsOf(rest.printed) < 2) return []
    const isSlip = isOneSlipAway([typed(rest), typed(whole), typed(part)], ([r, w, p]) => w!.minus(p!).eq(r!))
    return isSlip
      ? compare('growth', whole.value.minus(part.value), rest, [whole, part], `${whole.printed} − ${part.printed}`)
      : []
  })
}

/** "grew by 644, from 13642 to 14286". */
function grewBy({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((change, at) => {
    const [from, to] = numbers.slice(at + 1, at + 3)
    if (
      !from ||
      !to ||
      !isCount(from) ||
      !isCount(to) ||
      !/\b(?:grew|rose|increased|fell|dropped) by\s*$/.test(text.slice(0, change.start))
    )
      return []
    if (
      !/^,? from (?:the )?$/.test(text.slice(change.end, from.start)) ||
      !/^[^,.;]{0,20} to\s*$/.test(text.slice(from.end, to.start))
    )
      return []
    const difference = to.value.minus(from.value)
    return change.isPercent
      ? compare(
          'growth',
          difference.div(from.value).times(100),
          change,
          [from, to],
          `(${to.printed} − ${from.printed}) ÷ ${from.printed}`,
        )
      : compare('growth', difference, change, [from, to], `${to.printed} − ${from.printed}`)
  })
}
