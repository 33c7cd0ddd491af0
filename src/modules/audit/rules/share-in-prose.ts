import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Place } from '../document.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { nameOf } from '../understanding/names.ts'
import { agrees, isTruncated, percentOf, shown } from './arithmetic.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import { coreOf, isOneFigure, isShortFor, type Known, knownWholes, matches, wholesNamed } from './known-wholes.ts'
import { figuresBefore } from './operands.ts'
import { digitsOf, isOneSlipAway, isSlipBetween } from './slip.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "高级职称教师 295 人，占专任教师总数 32.14%": the share is the count before it divided by the whole that is named, or by
 * the whole of the sentence. Reported only when no whole in reach gives the printed share.
 * Example: 考生 1187 人，占录取人数的 25.3% beside 录取数 6061: 1187 ÷ 6061 = 19.58 %.
 */
export const shareInProse: AuditRule = {
  name: 'share-in-prose',
  kind: 'percentage',
  reason: { zh: '占比应等于部分除以总体', en: 'A share is the part divided by the whole' },
  wrong: '学校现有专任教师 918 人，其中高级职称教师 295 人，占专任教师总数 35.14%。\n',
  right: '学校现有专任教师 918 人，其中高级职称教师 295 人，占专任教师总数 32.14%。\n',
  check: (understood) =>
    understood.sentences.flatMap((sentence) => sentence.mentions.flatMap((m) => judge(understood, sentence, m))),
}

interface Whole {
  readonly value: Exact
  readonly printed: string
  readonly place: Place
  readonly scale: number
  /** How surely it is the whole meant. */
  readonly trust: number
  /** Smaller than its part: only a slip speaks for it. */
  readonly isSmall?: boolean
}

function judge(understood: Understood, sentence: Sentence, share: Mention) {
  if (share.unitClass !== '%' || share.closeness !== 'exact' || share.isRange) return []
  const lead = share.lead.replace(/\s/g, '')
  if (/(提高|增加|增长|下降|上升|降低|占比由|同比|较)/.test(lead)) return []
  const said =
    /^(.*?)占(?:比)?(?:到|了)?(.{0,20}?)(?:总数|总人数|人数|总量|总额|总数量)?(?:的|的比例|比例|比重|比)?(?:为|达|约)?$/.exec(
      lead,
    ) ?? /^()在(.{2,16}?)中(?:所占)?的?(?:比重|比例|占比)(?:为|达|约)*$/.exec(lead)
  const printed = said ? null : wholeBefore(understood, sentence, share)
  if (!said && !printed && !isInBracket(sentence, share)) return []
  // 公办园和民办园占 81.44%（共 79 所）, 合计占 32.08%（17 个）: the part is what both are together.
  const isJoint = said !== null && JOINT.test(said[1]!)
  const part =
    printed?.part ??
    partBehind(sentence, share) ??
    (isJoint
      ? null
      : partOf(understood, sentence, share, coreOf((said?.[1] ?? '').replace(/^(其中|约|共|合计|约占)/, ''))))
  if (!part || isOfOtherTime(part) || isChange(part)) return []
  const name = (said?.[2] || openingOf(sentence, said !== null))
    .replace(/^(到|全部|全校|学校|其|比|当年|本)/, '')
    .replace(/[的达为]$/, '')
  const wholes: readonly Whole[] = printed
    ? [{ ...printed.whole, trust: 0.93 }]
    : wholesOf(understood, sentence, share, part, name)
  if (wholes.some(({ value }) => fits(part.value, value, share))) return []
  // 在校生 46.28 万人，其中 …，占全省 86.74 万人的 53.35%: the share of what the sentence begins with.
  if (
    printed &&
    figuresBefore(understood, share).some(
      (m) => m !== printed.whole && m.unitClass === part.unitClass && fits(m.value, printed.whole.value, share),
    )
  )
    return []
  const best = bestOf(wholes, part, share)
  if (!best) return []
  // A whole that stands elsewhere and gives the share to the last digit is the one meant.
  const isDoubtful = best.trust < 0.9 && digitsOf(share.printed) >= 3
  const elsewhere = isDoubtful ? knownWholes(understood).filter((one) => isWholeOf(one, part, share)) : []
  // Unless the one beside it is that very figure mistyped.
  if (elsewhere.length > 0 && !elsewhere.some((one) => isSlipBetween(printedOf(one), best.printed))) return []
  if (best.value.lt(part.value) && !(printed && isGoal(printed.whole)))
    return best.trust < 0.8 ? [] : [larger(part, best)]
  const exact = percentOf(part.value, best.value)!
  const cut = isTruncated(exact, share)
  return [
    finding({
      kind: cut ? 'truncation' : 'percentage',
      severity: cut ? 'minor' : 'serious',
      confidence: cut ? 0.9 : best.trust,
      zh: `${part.noun} ${part.printed} 占 ${best.printed} 的 ${shown(exact, share.step)}%，印为 ${share.printed}${cut ? '（尾数被舍去而未四舍五入）' : ''}`,
      en: `${part.printed} of ${best.printed} is ${shown(exact, share.step)} %, printed as ${share.printed}${cut ? ' (cut off instead of rounded)' : ''}`,
      arithmetic: `${part.printed} ÷ ${best.printed} × 100 = ${shown(exact, share.step)} ≠ ${share.printed}`,
      values: [share.printed, part.printed, best.printed],
      places: [share.place, part.place, best.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.definition],
    }),
  ]
}

/** 支出中，人员经费 14632 万元、占 48.98%: the sentence says at its beginning what the shares are of. */
const openingOf = ({ text }: Sentence, isShare: boolean): string =>
  isShare ? (/^\s*(?:[\d,]+\s*[名人个家])?([\u4e00-\u9fff]{2,10})中[，,]/.exec(text)?.[1] ?? '') : ''

const JOINT = /和|与|及|、|合计|共计|两[者类项]/

/** 占 81.44%（共 79 所）: what is a share is said behind it. */
function partBehind({ text, mentions }: Sentence, share: Mention): Mention | null {
  const next = mentions[share.index + 1]
  return next &&
    next.unitClass !== '%' &&
    /^\s*[（(]\s*(?:共|计|合计)?\s*$/.test(text.slice(share.end, next.start)) &&
    /^\s*[)）]/.test(text.slice(next.end))
    ? next
    : null
}

const printedOf = (one: Known): string => ('mention' in one ? one.mention : one.figure).printed

const isWholeOf = (one: Known, part: Mention, share: Mention): boolean => {
  const whole = 'mention' in one ? one.mention : one.figure
  return (whole.unitClass === part.unitClass || whole.unitClass === '') && fits(part.value, whole.value, share)
}

/** A slip between them tells which of the less sure wholes is meant; the digits of the share say how telling a slip is. */
function bestOf(wholes: readonly Whole[], part: Mention, share: Mention): Whole | undefined {
  const ranked = wholes.toSorted((a, b) => b.trust - a.trust)
  const first = ranked.find(({ isSmall }) => !isSmall)
  if (first && first.trust >= SURE) return first
  const digits = digitsOf(share.printed)
  const least = digits >= 4 ? 0.2 : digits === 3 ? 0.4 : 1
  const bySlip = ranked
    .filter(({ trust, value }) => trust >= least && value.gt(0))
    .find((whole) =>
      isOneSlipAway([share, part, { ...whole, scale: whole.scale }], ([s, p, w]) => {
        const exact = p && w && w.gte(p) ? percentOf(p, w) : null
        return exact !== null && agrees(exact, { value: s!, step: share.step })
      }),
    )
  if (bySlip) return { ...bySlip, trust: Math.max(bySlip.trust, 0.8) }
  return first && first.trust >= 0.5 ? first : undefined
}

const SURE = 0.85

/** 418 人，占全校专任教师 624 人的 66.99%: the whole is printed between. */
function wholeBefore(
  understood: Understood,
  { mentions }: Sentence,
  share: Mention,
): { part: Mention; whole: Mention } | null {
  const whole = mentions[share.index - 1]
  const part = mentions[share.index - 2]
  if (!whole) return null
  const { text } = whole.sentence
  // 171 人，占专业课教师（228 人）的 75.00%
  const isBracket =
    /(?:占|完成|相当于)[^，。；（()]{1,18}[（(]\s*(?:共|计)?\s*$/.test(text.slice(0, whole.start)) &&
    /^\s*[)）]\s*的?(?:比例|比重|比)?[为达]?\s*$/.test(text.slice(whole.end, share.start))
  if (!part) return isBracket ? partFar(understood, whole, share) : null
  if (!isBracket && (!/^\s*的\s*$/.test(share.lead) || !/占|完成|相当于/.test(whole.lead))) return null
  return whole.unitClass === part.unitClass && whole.closeness === 'exact' && part.closeness === 'exact'
    ? { part, whole }
    : null
}

/** 中职招生占高中阶段招生总数（38460 人）的 44.95%: the part is told in a sentence before, where a slip shows which it is. */
function partFar(understood: Understood, whole: Mention, share: Mention): { part: Mention; whole: Mention } | null {
  const told = figuresBefore(understood, share).filter(
    (m) => m !== whole && m.unitClass === whole.unitClass && m.value.lte(whole.value) && !isChange(m),
  )
  if (digitsOf(share.printed) < 4 || told.some((m) => fits(m.value, whole.value, share))) return null
  const part = told.findLast((m) =>
    isOneSlipAway([share, m, whole], ([s, p, w]) => {
      const exact = p!.lte(w!) ? percentOf(p!, w!) : null
      return exact !== null && agrees(exact, { value: s!, step: share.step })
    }),
  )
  return part ? { part, whole } : null
}

/** Named as a part of it, and yet more. */
const larger = (part: Mention, whole: Whole) =>
  finding({
    kind: 'order',
    severity: 'serious',
    confidence: 0.85,
    zh: `“${part.noun}” ${part.printed} 大于它所属的总数 ${whole.printed}`,
    en: `"${part.noun}" ${part.printed} is larger than the whole it belongs to, ${whole.printed}`,
    arithmetic: `${part.printed} > ${whole.printed}`,
    values: [part.printed, whole.printed],
    places: [part.place, whole.place],
    explanations: [EXPLANATIONS.scope],
  })

/** 高级职称 118 人（33.1%）: the share of the count right before the bracket. */
const isInBracket = ({ text, mentions }: Sentence, share: Mention): boolean => {
  const before = mentions[share.index - 1]
  return (
    before !== undefined &&
    /^\s*[（(]\s*约?$/.test(text.slice(before.end, share.start)) &&
    /^\s*[）)]/.test(text.slice(share.end))
  )
}

/** 完成年度目标 480 万元的 108%: a goal is no whole, and may be passed. */
const isGoal = ({ sentence, start }: Mention): boolean =>
  /(?:完成|相当于)[^，。；]*$/.test(sentence.text.slice(0, start))

const fits = (part: Exact, whole: Exact, share: Mention) => {
  const exact = percentOf(part, whole)
  return exact !== null && agrees(exact, share)
}

/** The count that is a share: the one named before 占, else the one right before, outside brackets when the share is outside. */
function partOf(understood: Understood, { text, mentions }: Sentence, share: Mention, subject: string): Mention | null {
  if (subject.length >= 2) {
    const named = figuresBefore(understood, share).filter((m) => m.unitClass !== '%' && m.unitClass !== 'points')
    const own = named.findLast((m) => matches(subject, coreOf(m.noun)))
    // 线上开设 418 门，线上课程占比 30%; 新增 1268 万元，新增设备占总值的 8%: the count right before, in other words.
    const last = mentions.slice(0, share.index).at(-1)
    const isLast = last !== undefined && named.includes(last) && !/[。；]/.test(text.slice(last.end, share.start))
    const isAlike = isLast && (last.lead.includes(subject.slice(0, 2)) || (last.isNew && subject.startsWith('新增')))
    return own ?? (isAlike ? last : null)
  }
  const before = mentions.slice(0, share.index).filter((m) => depth(text, m.start) <= depth(text, share.start))
  const part = before.at(-1)
  if (!part || part.unitClass === '%' || part.unitClass === 'points' || part.isChinese || part.closeness !== 'exact')
    return null
  const between = text.slice(part.end, share.start).replace(/[（(][^）)]*[）)]/g, '')
  return /[。；]/.test(between) || (between.match(/[，、]/g)?.length ?? 0) > 1 || between.length > 36 ? null : part
}

const depth = (text: string, at: number) =>
  (text.slice(0, at).match(/[（(]/g)?.length ?? 0) - (text.slice(0, at).match(/[）)]/g)?.length ?? 0)

function wholesOf(understood: Understood, sentence: Sentence, share: Mention, part: Mention, name: string): Whole[] {
  const { sentences } = understood
  const wholes: Whole[] = []
  const core = coreOf(name)
  const add = (m: Mention, trust: number) => {
    // A smaller whole is only believed when the words name it.
    if (m === part || m.unitClass !== part.unitClass || m.isChinese || m.closeness !== 'exact') return
    const isSmall = m.value.lt(part.value) && (trust < 0.85 || m.unit !== part.unit)
    if (isChange(m) || (m.isNew && !name.includes('新')) || /(?:撤销|停招|停办)[^，]*$/.test(m.lead)) return
    const { value, printed, place, scale } = m
    wholes.push({ value, printed, place, scale, isSmall, trust: isOfOtherTime(m) ? 0.1 : trust })
  }
  // 占全校的 39 %: the same quantity of the whole college.
  const isOfAll = /全校|全院|学校|全部|总/.test(share.lead) && core === ''
  const key = core === '' ? '' : nameOf(core, understood.synonyms).key
  const isSame = (m: Mention) =>
    (core !== '' &&
      (coreOf(m.noun) === core ||
        (m.name.key !== '' && m.name.key === key) ||
        isShortFor(core, m.lead.trim().slice(-4)) ||
        // 占就业人数的 …: those who are 落实.
        (/^就业(?:学生|毕业生|人员)?$/.test(core) && /^(?:实现|已)?(?:落实|就业)/.test(m.noun)))) ||
    (isOfAll && m.name.key !== '' && m.name.key === part.name.key)
  const isNamed = (m: Mention) => isSame(m) || (core !== '' && matches(core, coreOf(m.noun)))
  // 自然科学博导 are some of 博导, hardly the whole that is meant.
  const isNarrow = (m: Mention) =>
    !isSame(m) &&
    coreOf(m.noun).length > core.length &&
    !core.startsWith('总') &&
    !WHOLE.test(m.noun) &&
    !m.noun.startsWith(`${core}的`)
  const others = core === '' ? sharesAround(understood, share) : []
  for (const m of sentence.mentions) {
    const isBefore = m.index < share.index
    const isIntroduced = isBefore && /其中|含|包括/.test(sentence.text.slice(m.end, part.start))
    const named = isNarrow(m) ? 0.45 : isBefore ? 0.93 : 0.6
    add(m, isNamed(m) ? named : isIntroduced ? (core === '' ? 0.8 : 0.45) : core === '' ? 0.45 : 0.3)
  }
  for (const s of sentences)
    if (s.block === sentence.block && s !== sentence)
      for (const m of s.mentions) add(m, isNamed(m) ? (isNarrow(m) ? 0.45 : 0.9) : 0.2)
  // A whole that explains the other shares of the paragraph is the one meant here too.
  for (const whole of others.length === 0 ? [] : figuresBefore(understood, share)) {
    const explained = others.filter(
      (other) => other.part !== whole && fits(other.part.value, whole.value, other.share),
    ).length
    // Smaller than this part, it is believed only where a slip explains it.
    const most = whole.value.gte(part.value) ? 0.9 : 0.84
    if (explained > 0) add(whole, Math.min(most, 0.82 + 0.04 * explained))
  }
  const alike = core === '' ? others : sharesOf(understood, share, core)
  if (alike.length >= 2 && !wholes.some(({ trust }) => trust >= 0.82))
    wholes.push(...wholesFarOff(understood, alike, part))
  // 占全校在校生的 27.05% in a chapter on one 专业群: the whole is that of the college.
  const isOfCollege = (m: Mention): boolean => /全校|全院|学校/.test(share.lead) && m.sentence.scope === ''
  const named = core.length >= 2 ? wholesNamed(understood, core) : []
  const isOnly = isOneFigure(named.filter((one) => one.core === core))
  for (const known of named) {
    const isOther = known.core.length > core.length && !('mention' in known)
    if (isOther) continue
    if ('mention' in known) {
      const { mention } = known
      if (
        mention.sentence.block !== sentence.block &&
        (mention.sentence.scope === sentence.scope || isOfCollege(mention))
      )
        add(mention, known.core === core && isOnly ? 0.86 : 0.8)
    } else if (
      known.figure.value.gt(part.value) &&
      (known.figure.unitClass === part.unitClass || known.figure.unitClass === '')
    )
      wholes.push({
        value: known.figure.value,
        printed: known.figure.printed,
        place: known.figure.place,
        scale: known.figure.scale,
        trust: 0.78,
      })
  }
  return wholes
}

/** 占总收入的 22.1%, paragraphs later 占总收入的 18.1%: all shares that are said to be of the same, with their counts. */
function sharesOf(understood: Understood, share: Mention, core: string): { part: Mention; share: Mention }[] {
  let all = sharesSaid.get(understood)
  if (!all) {
    all = understood.mentions.flatMap((other) => {
      const part = other.sentence.mentions[other.index - 1]
      return other.unitClass === '%' && part && part.unitClass !== '%' && /占/.test(other.lead)
        ? [{ part, share: other }]
        : []
    })
    sharesSaid.set(understood, all)
  }
  return all.filter((one) => one.share !== share && one.share.lead.includes(core))
}

const sharesSaid = new WeakMap<Understood, readonly { part: Mention; share: Mention }[]>()

/** A figure that stands elsewhere and explains two other shares of the paragraph: 从行业看，制造业 1186 人，占 39.83%；… */
function wholesFarOff(
  understood: Understood,
  others: readonly { part: Mention; share: Mention }[],
  part: Mention,
): Whole[] {
  const told = others.filter(({ share, part: own }) => digitsOf(share.printed) >= 3 && own.unitClass === part.unitClass)
  if (told.length < 2) return []
  const fitting = understood.mentions.filter(
    (m) =>
      m.unitClass === part.unitClass &&
      m.closeness === 'exact' &&
      m.value.gte(part.value) &&
      told.filter(({ part: own, share }) => own !== m && fits(own.value, m.value, share)).length >= 2,
  )
  return fitting.slice(-1).map(({ value, printed, place, scale }) => ({ value, printed, place, scale, trust: 0.86 }))
}

/** Words that a whole bears before its name: 现有专任教师, 全日制在校生, 2023 届毕业生. */
const WHOLE = /^(现有|共有|全校|全市|全省|全日制|各类|在籍|应届|\d|20\d{2})|(共|合计|总[数额量]?|总人数)$/

/** Other counts of the paragraph that are followed by their share. */
function sharesAround({ sentences }: Understood, share: Mention): { part: Mention; share: Mention }[] {
  return sentences
    .filter((s) => s.block === share.sentence.block)
    .flatMap((s) =>
      s.mentions.flatMap((other) => {
        const part = s.mentions[other.index - 1]
        if (other === share || other.unitClass !== '%' || !part || part.unitClass === '%') return []
        const between = s.text.slice(part.end, other.start)
        return /^[^，。；]{0,6}([，,]?\s*约?占[^，。；]{0,14}|\s*[（(]\s*(约?占)?)$/.test(between)
          ? [{ part, share: other }]
          : []
      }),
    )
}
