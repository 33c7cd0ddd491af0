import type { Finding } from '../finding.ts'
import { agrees, percentOf, sum } from './arithmetic.ts'
import {
  addsUp,
  compare,
  type Context,
  contextsOf,
  isCount,
  largerThanWhole,
  outsideBrackets,
  quotient,
  type Said,
  typed,
} from './english-said.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * Lists and shares of English sentences without a turn of their own: figures that run on come to the one before them;
 * a share in brackets is that of a figure told before. Where any reading comes out, nothing is said.
 * Example: The 627 teachers comprised 62 professors, 198 associate professors, 721 lecturers and 96 assistants.
 */
export const englishLists: AuditRule = {
  name: 'english-lists',
  kind: 'parts-and-whole',
  reason: {
    zh: '英文语句中逐项列出的数、括号内的占比应与总数相符',
    en: 'Lists and shares of English sentences fit their whole',
  },
  wrong: 'The 627 teachers comprised 62 professors, 198 associate professors, 721 lecturers and 96 assistants.\n',
  right: 'The 627 teachers comprised 62 professors, 198 associate professors, 271 lecturers and 96 assistants.\n',
  check: ({ document }) =>
    contextsOf(document).flatMap((context) => [...listedParts(context), ...bracketShares(context)]),
}

const INTRODUCED = /\b(?:comprised?|consist(?:s|ed)? of|made up of|divided into|namely|included)\b/i
const REST = /\b(?:others?|rest|remaining|everything else|elsewhere)\b/i

/** "58 programmes, 21 of them in engineering, 14 in business …": the first figure, or one of the sentence before, is the sum. */
function listedParts({ text, numbers, previous }: Context): Finding[] {
  const own = outsideBrackets(text, numbers).filter(isCount)
  const readings = [
    ...own.slice(0, -2).flatMap((whole, at) => tails(own.slice(at + 1)).map((parts) => ({ whole, parts }))),
    ...previous.filter(isCount).map((whole) => ({ whole, parts: own })),
  ].filter(({ whole, parts }) => parts.length >= 3 && parts.every((part) => part.scale === whole.scale))
  const isRight = ({ whole, parts }: { whole: Said; parts: readonly Said[] }): boolean =>
    parts.some((_, from) => parts.some((__, to) => to - from >= 1 && total(parts.slice(from, to + 1)).eq(whole.value)))
  if (readings.some(isRight)) return []
  const told = readings.filter(({ whole, parts }) => {
    const off = total(parts).minus(whole.value).abs().div(whole.value)
    const between = text.slice(own.includes(whole) ? whole.end : 0, parts[0]!.start)
    const isClosed =
      own.includes(whole) &&
      (/:[^:]*$/.test(between) ||
        (INTRODUCED.test(between) && parts.length === own.length - own.indexOf(whole) - 1) ||
        (REST.test(text.slice(parts.at(-1)!.end)) && /of (?:them|these|which|whom)/.test(text)))
    // a, b, c and d
    const isList = parts.length >= 3 && /\band\b/.test(text.slice(parts.at(-2)!.end, parts.at(-1)!.start))
    const least = isClosed ? 2 : isList ? 3 : 4
    return isSlip(whole, parts) && digitsOf(whole.printed) >= least ? off.lt(8) : isClosed && off.lt('0.3')
  })
  const [best] = told
  return best ? [addsUp(best.whole, best.parts, total(best.parts))] : []
}

/** The list, and what is left of it from its second, third … member on. */
const tails = (list: readonly Said[]): Said[][] =>
  list.map((_, from) => list.slice(from)).filter(({ length }) => length >= 3)

const total = (parts: readonly Said[]) => sum(parts.map(({ value }) => value))

const isSlip = (whole: Said, parts: readonly Said[]): boolean =>
  isOneSlipAway([whole, ...parts], ([w, ...rest]) => sum(rest).eq(w!))

const NO_SHARE = /\b(?:growth|increas\w*|rise|rose|fell|fall|change\w*|(?:more|less|fewer|higher|lower) than)\b/i

/** "438 had worked in industry (69.9%)", "10418, or 34.8% of the total". */
function bracketShares({ text, numbers, counts }: Context): Finding[] {
  return numbers.flatMap((share, at) => {
    const part = numbers[at - 1]
    if (!share.isPercent || share.isRough || !part || !isCount(part)) return []
    // 168 of the 472 teachers (35.6%) is another rule's.
    if (/\d of (?:the|our|its|all) $/.test(text.slice(0, part.start))) return []
    const between = text.slice(part.end, share.start)
    const isBracket = /^[^()]{0,60}\($/.test(between) && text.slice(share.end).startsWith(')')
    const isSaid =
      /^[^().;]{0,40}, (?:or |that is |which is |i\.e\. )?$/.test(between) && /^ of\b/.test(text.slice(share.end))
    if (!(isBracket || isSaid) || NO_SHARE.test(between)) return []
    if (share.value.gt(100))
      return /^ of (?:the )?(?:[a-z]+ )?(?:target|plan|goal|budget)/i.test(text.slice(share.end))
        ? []
        : [aboveHundred(share)]
    const before = [...counts, ...outsideBrackets(text, numbers.slice(0, at - 1)).filter(isCount)]
    const fits = (whole: Said): boolean => {
      const exact = percentOf(part.value, whole.value)
      return exact !== null && agrees(exact, share)
    }
    const behind = numbers.slice(at + 1).filter(isCount)
    if ([...before, ...behind].some(fits)) return []
    const near = before.filter(({ place }) => place.paragraph === part.place.paragraph).slice(-8)
    const slip =
      digitsOf(share.printed) >= 3
        ? near.findLast((whole) =>
            isOneSlipAway([typed(share), typed(part), typed(whole)], ([s, p, w]) => {
              const exact = percentOf(p!, w!)
              return p!.lte(w!) && exact !== null && agrees(exact, { value: s!, step: share.step })
            }),
          )
        : undefined
    if (slip && part.value.lte(slip.value))
      return compare('percentage', part.value.div(slip.value).times(100), share, [part, slip], quotient(part, slip))
    const last = numbers[at - 2]
    return last && isCount(last) && last.value.lt(part.value) && last.scale === part.scale && isAnswer(text)
      ? [largerThanWhole(part, last)]
      : []
  })
}

/** Whoever answers, passes or returns was asked before. */
const isAnswer = (text: string): boolean =>
  /\b(?:returned|replied|answered|responded|passed|enrolled|hired)\b/i.test(text)

const aboveHundred = (share: Said): Finding =>
  finding({
    kind: 'impossible-value',
    severity: 'serious',
    confidence: 0.93,
    zh: `占比 ${share.printed} 超过 100%`,
    en: `The share of ${share.printed} exceeds 100 %`,
    values: [share.printed],
    places: [share.place],
    explanations: [EXPLANATIONS.definition],
  })
