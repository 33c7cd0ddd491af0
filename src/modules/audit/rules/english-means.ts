import type { Finding } from '../finding.ts'
import { countedBy, measureOf, stemOf } from '../understanding/english-quantity.ts'
import { agrees, isTruncated } from './arithmetic.ts'
import { compare, type Context, contextsOf, isCount, quotient, type Said, typed } from './english-said.ts'
import type { AuditRule } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * A mean in any turn (on average 15.0 hours each, average class size is 37.2, 3600 yuan each, about 15 in each group):
 * the total and the count are those of its sentence, or of the one before. Silent where any two figures there give it.
 * Example: scholarships worth 1926000 yuan went to 642 students, 3600 yuan each: 3000.
 */
export const englishMeans: AuditRule = {
  name: 'english-means',
  kind: 'average',
  reason: { zh: '英文语句中的平均数应等于总量除以个数', en: 'A mean is the total divided by the count' },
  wrong: 'Scholarships worth 1926000 yuan went to 642 students, 3600 yuan each.\n',
  right: 'Scholarships worth 1926000 yuan went to 642 students, 3000 yuan each.\n',
  check: ({ document }) => {
    const contexts = contextsOf(document)
    return contexts.flatMap((context) => meansIn(context, contexts))
  },
}

const MEAN_BEFORE =
  /\b(?:averag\w*|mean)\b(?! (?:of|for) (?:all|the))[^.;\d]{0,60}$|\bper (?:[a-z-]+ ){1,2}(?:was|is|of|stood at|came to|:)\s*[$€£¥]?\s*$/i
const MEAN_BEHIND =
  /^[^.;,\d()]{0,40}\b(?:on average|each|per [a-z]+|in each [a-z]+|for each [a-z]+|for every [a-z]+|apiece)\b/i

function meansIn({ text, numbers, previous }: Context, contexts: readonly Context[]): Finding[] {
  return numbers.flatMap((mean) => {
    const isMean = (n: Said): boolean => MEAN_BEFORE.test(text.slice(0, n.start)) || MEAN_BEHIND.test(text.slice(n.end))
    if (mean.isPercent || !isMean(mean)) return []
    const own = numbers.filter((n) => n !== mean && isCount(n) && !isMean(n))
    const near = [...previous.filter(isCount), ...own]
    const value = { value: mean.value, step: mean.step }
    const fits = (total: Said, count: Said): boolean => agrees(total.value.div(count.value), value)
    const per = perOf(text, mean)
    const counted = per === null ? [] : namedCounts(contexts, per).filter((n) => n !== mean)
    const pairs = [...near, ...counted].flatMap((count) =>
      near.filter((total) => total !== count).map((total) => ({ total, count })),
    )
    if (pairs.some(({ total, count }) => fits(total, count))) return []
    const isPlausible = ({ total, count }: { total: Said; count: Said }): boolean => {
      const off = total.value.div(count.value).div(mean.value)
      return total.value.gt(count.value) && off.lt(12) && off.gt('0.08')
    }
    const isSlip = ({ total, count }: { total: Said; count: Said }): boolean =>
      isOneSlipAway(
        [typed(mean), typed(total), typed(count)],
        ([m, t, c]) => !c!.isZero() && agrees(t!.div(c!), { value: m!, step: mean.step }),
      )
    const isCut = ({ total, count }: { total: Said; count: Said }): boolean =>
      isTruncated(total.value.div(count.value), value)
    const likely = pairs.filter(isPlausible)
    const named = likely.filter(
      ({ count }) =>
        counted.includes(count) ||
        (per !== null && near.includes(count) && countedBy(text, count, measureOf(text, count)).includes(per)),
    )
    const digits = digitsOf(mean.printed)
    const best =
      named.find((pair) => isSlip(pair) || isCut(pair)) ??
      (digits >= 3
        ? likely.filter(({ total, count }) => own.includes(total) && own.includes(count)).find(isSlip)
        : undefined) ??
      // Nothing else stands in the sentence.
      (own.length === 2 ? likely.find(({ total, count }) => own.includes(total) && own.includes(count)) : undefined)
    return best
      ? compare(
          'average',
          best.total.value.div(best.count.value),
          mean,
          [best.total, best.count],
          quotient(best.total, best.count),
        )
      : []
  })
}

/** student of "72 per student", group of "15 in each group". */
function perOf(text: string, mean: Said): string | null {
  const word =
    /^[^.;,\d()]{0,40}\b(?:per|in each|for each|for every) ([a-z]+)/i.exec(text.slice(mean.end))?.[1] ??
    /\baverage ([a-z]+)\b[^.;\d]{0,40}$/i.exec(text.slice(0, mean.start))?.[1]
  return word === undefined ? null : stemOf(word)
}

/** Counts of the document whose noun it is, where only one figure bears it. */
function namedCounts(contexts: readonly Context[], per: string): Said[] {
  const named = contexts.flatMap(({ text, numbers }) =>
    numbers.filter((n) => isCount(n) && measureOf(text, n) === 'things' && countedBy(text, n, 'things').at(-1) === per),
  )
  const largest = named.toSorted((a, b) => b.value.cmp(a.value))[0]
  return largest ? named.filter(({ value }) => value.eq(largest.value)).slice(0, 1) : []
}
