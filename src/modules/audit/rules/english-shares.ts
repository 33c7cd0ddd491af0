import type { Finding } from '../finding.ts'
import { countedBy, measureOf, namesIn } from '../understanding/english-quantity.ts'
import { agrees, percentOf } from './arithmetic.ts'
import {
  compare,
  type Context,
  contextsOf,
  isCount,
  largerThanWhole,
  quotient,
  type Said,
  typed,
} from './english-said.ts'
import type { AuditRule } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * A share, wherever its figures stand: what it is a share of is said ("n of the N", "p% of all teachers"), or is what the
 * sentence or the paragraph begins with, and then only a slip of the hand speaks. Silent where any two figures of the
 * paragraph give it.
 * Example: the rate was 94.8%: of the 3120 students who started, 2858 were still enrolled: 91.6 %.
 */
export const englishShares: AuditRule = {
  name: 'english-shares',
  kind: 'percentage',
  reason: { zh: '英文语句中的占比应等于部分除以整体', en: 'A share of an English sentence is its part of its whole' },
  wrong: 'The retention rate was 94.8%: of the 3120 students who started, 2858 were still enrolled in June.\n',
  right: 'The retention rate was 91.6%: of the 3120 students who started, 2858 were still enrolled in June.\n',
  check: ({ document }) => {
    const contexts = contextsOf(document)
    return contexts.flatMap((context, at) => sharesOf(context, contexts, at))
  },
}

const CHANGE =
  /\b(?:(?<!(?:ma[dk]es?|making) )up|down|rise|rose|risen|increas\w*|grew|grown|growth|fell|fallen|drop\w*|declin\w*|decreas\w*|reduc\w*|gain\w*|climb\w*|by|than|above|below|target|goal|plan\w*|average of|inflation|interest|aim\w*)\b[^,;(]{0,24}$|\+\s*$/i
const CHANGE_BEHIND =
  /^\s*(?:(?:percentage )?points?|more|less|higher|lower|fewer|up|down|increase|rise|growth|decrease|on |over |year|a year|compared|from 20|in 20\d\d and)/i
const SHARE_BEFORE =
  /(?:\(\s*|(?:,|;|\band\b|–|-)\s*(?:or|that is|i\.e\.|equal to|equivalent to|which is|or about)\s*|\b(?:account\w*\s+for|ma(?:d|k)(?:e|es|ing) up|represent\w*|constitut\w*|equal to|equivalent to|compris\w*)\s*|\b(?:rate|share|proportion|percentage)\b[^.;]{0,70}(?:was|is|of|stood at|reached|came to|being|:)\s*(?:therefore |thus )?|\bputting [^.;]{0,40} at\s*)$/i

function sharesOf(context: Context, contexts: readonly Context[], at: number): Finding[] {
  const { text, numbers } = context
  return numbers.flatMap((share) => {
    if (!share.isPercent || share.isRough || share.value.gt(100) || share.value.lte(0)) return []
    const before = text.slice(0, share.start)
    const behind = text.slice(share.end)
    if (CHANGE.test(before.slice(-60)) || CHANGE_BEHIND.test(behind)) return []
    const isSaid = SHARE_BEFORE.test(before) || /^\s+of\b/.test(behind)
    if (!isSaid) return []
    const own = numbers.filter(isCount)
    const near = paragraphOf(contexts, at).filter(isCount)
    if (near.some((whole) => near.some((part) => part !== whole && fits(part, whole, share)))) return []
    const told = toldPair(text, own, share)
    if (told) return judgePair(told.part, told.whole, share)
    const part = partOf(text, own, share)
    if (!part) return []
    const measure = measureOf(text, part)
    const named = wholesNamed(contexts, at, behind, part, measure)
    if (named.some((whole) => fits(part, whole, share))) return []
    const [whole] = named
    if (whole && digitsOf(share.printed) >= 3) {
      const isNear = percentOf(part.value, whole.value)!.div(share.value)
      if (part.value.gt(whole.value) ? part.scale === whole.scale : isNear.lt(4) && isNear.gt('0.25'))
        return judgePair(part, whole, share)
    }
    // What the paragraph begins with, and what stands last before the part: only where a slip tells.
    const likely = near.filter((n) => n !== part && n.scale === part.scale && n.value.gte(part.value))
    const tried = digitsOf(share.printed) >= 4 ? likely.slice(0, 6) : [...new Set([likely[0], likely.at(-1)])]
    const meant = tried.find((n) => n !== undefined && digitsOf(share.printed) >= 3 && isSlip(part, n, share))
    return meant ? judgePair(part, meant, share) : []
  })
}

/** The sentences of a paragraph up to this one, and the next. */
function paragraphOf(contexts: readonly Context[], at: number): Said[] {
  const own = contexts[at]!.numbers[0]?.place.paragraph
  const isOwn = (context: Context | undefined): boolean => context?.numbers[0]?.place.paragraph === own
  return contexts
    .slice(Math.max(0, at - 8), at + 2)
    .filter(isOwn)
    .flatMap(({ numbers }) => numbers)
}

function judgePair(part: Said, whole: Said, share: Said): Finding[] {
  return part.value.gt(whole.value)
    ? [largerThanWhole(part, whole)]
    : compare('percentage', part.value.div(whole.value).times(100), share, [part, whole], quotient(part, whole))
}

const fits = (part: Said, whole: Said, share: Said): boolean => {
  const exact = part.value.lte(whole.value) ? percentOf(part.value, whole.value) : null
  return exact !== null && agrees(exact, share)
}

const isSlip = (part: Said, whole: Said, share: Said): boolean =>
  isOneSlipAway([typed(share), typed(part), typed(whole)], ([s, p, w]) => {
    const exact = p!.lte(w!) ? percentOf(p!, w!) : null
    return exact !== null && agrees(exact, { value: s!, step: share.step })
  })

/** "482 of 548 apprentices", "of the 3120 students who started, 2858 …": both are said; of several the nearest. */
function toldPair(text: string, own: readonly Said[], share: Said): { part: Said; whole: Said } | null {
  const pairs = own.flatMap((part, at) => {
    const whole = own[at + 1]
    if (!whole || whole.scale !== part.scale) return []
    if (
      /^(?:\s[a-z-]+){0,2}\s(?:out )?of (?:the |our |its |all |these |some )?(?:[a-z-]+ )?$/i.test(
        text.slice(part.end, whole.start),
      )
    )
      return [{ part, whole }]
    const isOpening =
      /\bof (?:the |our |its |all |these )?(?:[a-z-]+ )?$/i.test(text.slice(0, part.start)) &&
      !/\d[^.;:]*\bof (?:the |our |its |all |these )?(?:[a-z-]+ )?$/i.test(
        text.slice(0, part.start).split(/[:;]/).at(-1)!,
      )
    return isOpening &&
      /,\s*(?:only |some )?$/.test(text.slice(part.end, whole.start)) &&
      measureOf(text, part) === measureOf(text, whole)
      ? [{ part: whole, whole: part }]
      : []
  })
  // In one sentence with several shares, each has its own pair: not said which.
  const isAlone = pairs.length === 1
  const [pair] = pairs
  if (!pair || !isAlone) return null
  const first = Math.min(pair.part.start, pair.whole.start)
  const last = Math.max(pair.part.end, pair.whole.end)
  const between = share.start > last ? text.slice(last, share.start) : text.slice(share.end, first)
  return /\d/.test(between) || between.length > 90 ? null : pair
}

/** The count right before the share, or in brackets behind it. */
function partOf(text: string, own: readonly Said[], share: Said): Said | undefined {
  const next = own.find(({ start }) => start >= share.end)
  const isBehind =
    next !== undefined &&
    /^[^.;,()\d]{0,60}\(\s*(?:[$€£¥]|RMB )?$/.test(text.slice(share.end, next.start)) &&
    /^[^()]{0,20}\)/.test(text.slice(next.end))
  if (next && isBehind) return next
  const last = own.findLast(({ end }) => end <= share.start)
  if (!last) return undefined
  const between = text.slice(last.end, share.start)
  return /[;:]|\d/.test(between) || between.length > 70 ? undefined : last
}

/** "35.3% of all teachers": counts of teachers, the one told last before it first. */
function wholesNamed(contexts: readonly Context[], at: number, behind: string, part: Said, measure: string): Said[] {
  const phrase = /^\s+of\s+((?:[A-Za-z'’-]+\s*){1,6})/.exec(behind)?.[1]
  if (phrase === undefined) return []
  const names = namesIn(phrase)
  const head = names.at(-1)
  if (head === undefined) return []
  const { text } = contexts[at]!
  // "of total expenditure of 158.64 million yuan": it follows at once.
  const next = contexts[at]!.numbers.find(
    (n) => isCount(n) && text.slice(n.end - n.end, n.start).endsWith(`${phrase.trimEnd()} of `),
  )
  if (next) return [next]
  return contexts
    .slice(0, at + 1)
    .toReversed()
    .flatMap(({ text: said, numbers }) =>
      numbers
        .filter((n) => isCount(n) && n !== part)
        .toReversed()
        .flatMap((n) => {
          const kind = measureOf(said, n)
          if (kind !== measure && !(n.scale === part.scale && n.scale > 1)) return []
          const counted = countedBy(said, n, kind)
          return counted.length > 0 &&
            names.includes(counted.at(-1)!) &&
            counted.every((word) => names.includes(word) || /^(?:total|full-time|all|overall)$/.test(word))
            ? [n]
            : []
        }),
    )
}
