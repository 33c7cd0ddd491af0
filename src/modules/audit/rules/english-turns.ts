import type { Finding } from '../finding.ts'
import { agrees, percentOf } from './arithmetic.ts'
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
import { digitsOf, isOneSlipAway, isSlipBetween } from './slip.ts'

/**
 * More turns of English reports: n of the N (p %), including n, the
 * same rate told twice. Where any figures of the paragraph come out, nothing is said.
 * Example: 168 of the 472 teachers hold a senior title (53.6%): 168 ÷ 472 = 35.6 %.
 */
export const englishTurns: AuditRule = {
  name: 'english-turns',
  kind: 'percentage',
  reason: {
    zh: '英文语句中的占比、增减、剩余应与同段的数相符',
    en: 'English turns agree with the figures of their paragraph',
  },
  wrong: '168 of the 472 teachers of the institute hold a senior title (53.6%), as they did before.\n',
  right: '168 of the 472 teachers of the institute hold a senior title (35.6%), as they did before.\n',
  check: ({ document }) => {
    const contexts = contextsOf(document)
    return [...contexts.flatMap((context) => TURNS.flatMap((turn) => turn(context))), ...ratesTwice(contexts)]
  },
}

const TURNS: readonly ((context: Context) => Finding[])[] = [
  colonParts,
  perEach,
  ofThem,
  behindShare,
  twoParts,

  ofThe,
  thatIs,
  loneRates,
  including,
  aboveHundred,
]

const fitsShare = (part: Said, whole: Said, share: Said): boolean => {
  const exact = part.value.lte(whole.value) ? percentOf(part.value, whole.value) : null
  return exact !== null && agrees(exact, share)
}

const isSlipShare = (part: Said, whole: Said, share: Said): boolean =>
  digitsOf(share.printed) >= 3 &&
  isOneSlipAway([typed(share), typed(part), typed(whole)], ([s, p, w]) => {
    const exact = p!.lte(w!) ? percentOf(p!, w!) : null
    return exact !== null && agrees(exact, { value: s!, step: share.step })
  })

const share = (part: Said, whole: Said, printed: Said): Finding[] =>
  part.value.gt(whole.value)
    ? [largerThanWhole(part, whole)]
    : compare('percentage', part.value.div(whole.value).times(100), printed, [part, whole], quotient(part, whole))

/** "168 of the 472 teachers hold a senior title (35.6%)". */
function ofThe({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((part, at) => {
    const [whole, printed] = numbers.slice(at + 1, at + 3)
    if (!whole || !printed?.isPercent || !isCount(part) || !isCount(whole) || part.scale !== whole.scale) return []
    if (!/^ of (?:the|our|its|all|these)?\s*(?:the )?$/.test(text.slice(part.end, whole.start))) return []
    if (!/^[^().;]{0,70}(?:\(|, or |, which is |, that is )$/.test(text.slice(whole.end, printed.start))) return []
    return share(part, whole, printed)
  })
}

/** "3864 of the participants came from rural areas, that is 32.4%": the participants are told before. */
function thatIs({ text, numbers, previous, counts }: Context): Finding[] {
  return numbers.flatMap((printed, at) => {
    const part = numbers[at - 1]
    if (!printed.isPercent || !part || !isCount(part)) return []
    const between = text.slice(part.end, printed.start)
    const of = /^ of (?:the|these|its) ([a-z]+)/.exec(between)?.[1]
    if (!/, (?:that is|i\.e\.,?|or|which is) (?:about )?$/.test(between) || of === undefined) return []
    const near = [...previous, ...numbers.slice(0, at - 1)].filter(isCount)
    if ([...counts, ...near].some((whole) => fitsShare(part, whole, printed))) return []
    const named = near.findLast(({ noun }) => noun.split(' ').includes(of))
    return named ? share(part, named, printed) : []
  })
}

/** "7486 students on 29 programmes: 4312 men and 3174 women". */
function colonParts({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((first, at) => {
    const [second, third] = numbers.slice(at + 1, at + 3)
    if (!second || !isCount(first) || !isCount(second) || !/:\s*$/.test(text.slice(0, first.start))) return []
    const isPair =
      /^ (?:men|women|boys|girls|male|female)[a-z ]* and $/.test(text.slice(first.end, second.start)) &&
      /^ (?:men|women|boys|girls|male|female)/.test(text.slice(second.end)) &&
      (!third || /[,.;]/.test(text.slice(second.end, third.start)))
    if (!isPair) return []
    const wholes = numbers.slice(0, at).filter(isCount)
    const total = first.value.plus(second.value)
    if (wholes.length === 0 || wholes.some(({ value }) => value.eq(total))) return []
    const whole = wholes.find((n) =>
      isOneSlipAway([typed(n), typed(first), typed(second)], ([w, a, b]) => a!.plus(b!).eq(w!)),
    )
    return whole ? [addsUp(whole, [first, second], total)] : []
  })
}

/** "118 training courses attended by 9204 people, 78 per course". */
function perEach({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((mean, at) => {
    const word = /^ per ([a-z]+)/.exec(text.slice(mean.end))?.[1]
    if (word === undefined || mean.isPercent || !/, (?:that is |or |about )?$/.test(text.slice(0, mean.start)))
      return []
    const before = numbers.slice(0, at).filter((n) => isCount(n) && n.scale === 1)
    const count = before.findLast(({ noun }) => noun.split(' ').some((own) => own.startsWith(word)))
    const total = before.findLast((n) => n !== count)
    if (!count || !total || before.some((a) => before.some((b) => a !== b && agrees(a.value.div(b.value), mean))))
      return []
    const off = total.value.div(count.value).div(mean.value)
    return off.gt(5) || off.lt('0.2')
      ? []
      : compare('average', total.value.div(count.value), mean, [total, count], quotient(total, count))
  })
}

/** "2480 of them had a job (95.2%)", "1297 of those who replied were satisfied (94.8%)". */
function ofThem({ text, numbers, previous, counts }: Context): Finding[] {
  return numbers.flatMap((part, at) => {
    const printed = numbers[at + 1]
    const turn = /^ of (them|these|those who [a-z]+)\b/.exec(text.slice(part.end))
    if (!turn || !printed?.isPercent || !isCount(part) || !/\(\s*$/.test(text.slice(0, printed.start))) return []
    const before = [...previous, ...numbers.slice(0, at)].filter((n) => isCount(n) && n.scale === part.scale)
    const whole = turn[1]!.startsWith('those') ? before.at(-1) : before[0]
    if (!whole || [...counts, ...before].some((n) => fitsShare(part, n, printed))) return []
    if (printed.value.gt(100)) return [overHundred(printed)]
    const isMeant = part.value.gt(whole.value) || isSlipShare(part, whole, printed)
    return isMeant ? share(part, whole, printed) : []
  })
}

/** "International students account for 2.7% of all students (386 students)": the count is said behind. */
function behindShare({ text, numbers, previous, counts }: Context): Finding[] {
  return numbers.flatMap((printed, at) => {
    const part = numbers[at + 1]
    if (
      !printed.isPercent ||
      !part ||
      !isCount(part) ||
      !/^ of (?:all |the |its )?[a-z ]{3,30} \($/.test(text.slice(printed.end, part.start))
    )
      return []
    const near = [...counts, ...previous, ...numbers.slice(0, at)].filter((n) => isCount(n) && n.scale === part.scale)
    const of = /^ of (?:all |the |its )?([a-z]+)/.exec(text.slice(printed.end))![1]!
    const named = near.filter(({ noun }) =>
      noun
        .split(' ')
        .slice(0, 3)
        .some((word) => word.startsWith(of.slice(0, 6))),
    )
    if (near.some((whole) => fitsShare(part, whole, printed))) return []
    const whole = named.find((n) => n.value.gte(part.value))
    return whole ? share(part, whole, printed) : []
  })
}

/** "1186 members of staff, of whom 842 are academic and 344 are administrative": two parts that a slip keeps from their whole. */
function twoParts({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((whole, at) => {
    const [first, second] = numbers.slice(at + 1, at + 3)
    if (
      !first ||
      !second ||
      ![whole, first, second].every(isCount) ||
      first.scale !== whole.scale ||
      second.scale !== whole.scale
    )
      return []
    const isList =
      /(?:,? of (?:whom|which|them)|: ?|, (?:made up of|comprising)|,) ?$|^[^.;]{0,40}, $/.test(
        text.slice(whole.end, first.start),
      ) &&
      /^[^,.;]{0,60}(?:,)? and $/.test(text.slice(first.end, second.start)) &&
      !/\b(?:up|down|than|more|over|average|rate)\b/.test(text.slice(whole.end, second.end))
    const total = first.value.plus(second.value)
    if (!isList || total.eq(whole.value) || numbers.some((n) => n.value.eq(total)) || digitsOf(whole.printed) < 3)
      return []
    const isSlip = isOneSlipAway([typed(whole), typed(first), typed(second)], ([w, a, b]) => a!.plus(b!).eq(w!))
    return isSlip && first.value.lt(whole.value) ? [addsUp(whole, [first, second], total)] : []
  })
}

const RATE = /\b(?:an? )?(?:[a-z-]+ ){0,2}rate of\s*$/i

/** "2515 respondents were satisfied, a satisfaction rate of 95.3%": of those told in the sentence before. */
function loneRates({ text, numbers, previous, counts }: Context): Finding[] {
  return numbers.flatMap((printed, at) => {
    if (!printed.isPercent || !RATE.test(text.slice(0, printed.start))) return []
    const own = outsideBrackets(text, numbers.slice(0, at)).filter(isCount)
    const [part] = own
    if (own.length !== 1 || !part || part.scale !== 1) return []
    const before = previous.filter((n) => isCount(n) && n.scale === 1)
    if ([...counts, ...before].some((whole) => fitsShare(part, whole, printed))) return []
    const last = before.at(-1)
    const isMore =
      last !== undefined &&
      part.value.gt(last.value) &&
      /satisf|content|answer|reply|replie|respond|accept|admit|enrol|regist|pass/i.test(text)
    const whole = before.findLast((n) => isSlipShare(part, n, printed)) ?? (isMore ? last : undefined)
    return whole ? share(part, whole, printed) : []
  })
}

/** "684 staff, including 768 full-time teachers". */
function including({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((part, at) => {
    const whole = numbers[at - 1]
    if (!whole || !isCount(whole) || !isCount(part) || part.scale !== whole.scale || part.value.lte(whole.value))
      return []
    return /^ [a-z -]{2,40}, (?:including|of (?:whom|which|them))\s*$/i.test(text.slice(whole.end, part.start))
      ? [largerThanWhole(part, whole)]
      : []
  })
}

/** "(response rate 184.0%)". */
function aboveHundred({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((rate) =>
    rate.isPercent &&
    rate.value.gt(100) &&
    /\b(?:response|acceptance|admission|employment|registration|pass|satisfaction|completion|retention|graduation|dropout|participation) rate\s*(?:of|was|is|:)?\s*$/i.test(
      text.slice(0, rate.start),
    )
      ? [overHundred(rate)]
      : [],
  )
}

const overHundred = (rate: Said): Finding =>
  finding({
    kind: 'impossible-value',
    severity: 'serious',
    confidence: 0.93,
    zh: `比率 ${rate.printed} 超过 100%`,
    en: `The rate of ${rate.printed} exceeds 100 %`,
    values: [rate.printed],
    places: [rate.place],
    explanations: [EXPLANATIONS.definition],
  })

/** The employment rate told at the beginning and again behind its figures: a slip apart, they are one. */
function ratesTwice(contexts: readonly Context[]): Finding[] {
  const told = contexts.flatMap(({ text, numbers }) =>
    numbers.flatMap((rate, at) => {
      const least = numbers[at - 1]?.end ?? 0
      const name = rate.isPercent
        ? /\b([a-z-]+ rate)\b(?:(?! rate)[^.;,%]){0,40}$/i.exec(text.slice(least, rate.start))?.[1]
        : undefined
      return name === undefined || /growth|last year|previous/i.test(text.slice(least, rate.start))
        ? []
        : [{ name: name.toLowerCase(), rate }]
    }),
  )
  return [...Map.groupBy(told, ({ name }) => name).values()].flatMap((same) => {
    const [first, second] = same
    if (same.length !== 2 || !first || !second) return []
    const [a, b] = [first.rate, second.rate]
    if (digitsOf(a.printed) < 3 || !isSlipBetween(a.printed, b.printed) || a.value.minus(b.value).abs().lte(1))
      return []
    return [
      finding({
        kind: 'same-quantity',
        severity: 'serious',
        confidence: 0.75,
        zh: `“${first.name}”一处为 ${a.printed}，另一处为 ${b.printed}`,
        en: `The ${first.name} is ${a.printed} in one place and ${b.printed} in another`,
        arithmetic: `${a.printed} ≠ ${b.printed}`,
        values: [a.printed, b.printed],
        places: [a.place, b.place],
        explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
      }),
    ]
  })
}
