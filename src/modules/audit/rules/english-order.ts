import type { Finding } from '../finding.ts'
import { measureOf } from '../understanding/english-quantity.ts'
import { englishSentences } from '../understanding/english-numbers.ts'
import { type Context, contextsOf, isCount, largerThanWhole, type Said } from './english-said.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * What comes later in a procedure is no more than what came before (applied, admitted, enrolled; asked, answered; sat,
 * passed), what is of something is no more than it, and a share is neither below zero nor above a hundred.
 * Example: 3240 applicants, of whom 3412 were interviewed.
 */
export const englishOrder: AuditRule = {
  name: 'english-order',
  kind: 'order',
  reason: { zh: '英文语句中后一步的数不大于前一步的数', en: 'A later step counts no more than an earlier one' },
  wrong: 'In all 3240 applicants sat the test in spring and 3412 were interviewed in June.\n',
  right: 'In all 3240 applicants sat the test in spring and 2412 were interviewed in June.\n',
  check: ({ document }) => [
    ...contextsOf(document).flatMap((context) => [...steps(context), ...ofWhom(context), ...beyond(context)]),
    ...document.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.role !== 'contents'
        ? englishSentences(block.text).flatMap(({ text }) =>
            negatives(text, { ...(block.page === undefined ? {} : { page: block.page }), paragraph: block.paragraph }),
          )
        : [],
    ),
  ],
}

/** Steps of a procedure, each with the words beside its figure; a later one is no more than an earlier one. */
const PROCEDURES: readonly (readonly RegExp[])[] = [
  [
    /\bappli(?:cations?|cants?|ed)\b/i,
    /\b(?:offers?|offered|interview(?:ed|s)?|shortlisted)\b/i,
    /\b(?:enrolled|took (?:them |it )?up|registered|admitted)\b/i,
  ],
  [
    /\b(?:surveyed|sent|invited|asked|distributed|approached|issued|candidates?|sat|entered|took the)\b/i,
    /\b(?:repl(?:y|ies|ied)|respon(?:ses?|ded|dents?)|returned|answered|received (?:back)?|passed|pass)\b/i,
  ],
  [/\bfiled\b/i, /\bgranted\b/i],
]

function steps({ text, numbers, previous }: Context): Finding[] {
  const counts = numbers.filter(isCount)
  return PROCEDURES.flatMap((procedure) =>
    counts.flatMap((later, at) => {
      const earlier = counts[at - 1] ?? previous.findLast(isCount)
      // 2348 of 3912 graduates: the second is the whole.
      if (/\bof (?:the |our |all )?$/i.test(text.slice(0, later.start))) return []
      if (
        !earlier ||
        later.value.lte(earlier.value) ||
        measureOf(text, later) !== 'things' ||
        later.scale !== earlier.scale
      )
        return []
      const own = around(text, counts, at)
      const told = counts[at - 1] ? around(text, counts, at - 1) : ''
      const step = procedure.findLastIndex((word) => word.test(own))
      const before = procedure.findIndex((word) => word.test(told))
      return step > 0 && before >= 0 && before < step && !procedure[before]!.test(own)
        ? [largerThanWhole(later, earlier, procedure === PROCEDURES[1] ? 'impossible-value' : 'order')]
        : []
    }),
  )
}

/** The words between the figures beside a figure, behind it before those in front. */
function around(text: string, counts: readonly Said[], at: number): string {
  const { start, end } = counts[at]!
  const from = counts[at - 1]?.end ?? 0
  const to = counts[at + 1]?.start ?? text.length
  const behind = /^[^,;.]*/.exec(text.slice(end, to))![0]
  return `${text
    .slice(from, start)
    .split(/[,;]| and /)
    .at(-1)!} ${behind}`
}

/** "1420 teachers, 1486 of whom have a degree", "126 textbooks, of which 152 were chosen". */
function ofWhom({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((part, at) => {
    const whole = numbers[at - 1]
    if (!whole || !isCount(whole) || !isCount(part) || part.value.lte(whole.value)) return []
    if (measureOf(text, whole) !== measureOf(text, part)) return []
    const between = text.slice(whole.end, part.start)
    const isOf =
      (/^ [^.;:\d]{2,60}, $/.test(between) && /^ of (?:whom|which|them|these)\b/i.test(text.slice(part.end))) ||
      /^ [^.;:\d]{2,60},? of (?:whom|which|them|these) [$€£¥]?$/i.test(between)
    return isOf ? [larger(part, whole)] : []
  })
}

/** The same digits in another unit are of a wrong unit, not a part too many. */
const larger = (part: Said, whole: Said): Finding =>
  part.scale === whole.scale
    ? largerThanWhole(part, whole)
    : finding({
        kind: 'unit-magnitude',
        severity: 'serious',
        confidence: 0.85,
        zh: `部分 ${part.printed} 与总数 ${whole.printed} 的数量级不同，疑为单位有误`,
        en: `The part ${part.printed} and its whole ${whole.printed} are told in different magnitudes: a unit is wrong`,
        arithmetic: `${part.value.toFixed()} > ${whole.value.toFixed()}`,
        values: [whole.printed, part.printed],
        places: [whole.place, part.place],
      })

const SHARE_OF =
  /\b(?:satisfaction|attendance|retention|response|pass|employment|completion|progression)\b(?! (?:target|goal))[^.;,\d]{0,30}\b(?:was|is|stood at|reached|of|came to|at)\s*$/i

function beyond({ text, numbers }: Context): Finding[] {
  return numbers.flatMap((share) => {
    if (!share.isPercent || share.value.lte(100)) return []
    const isShare =
      (SHARE_OF.test(text.slice(0, share.start)) &&
        !/^\s*of (?:the )?(?:target|plan|budget|goal)/i.test(text.slice(share.end))) ||
      /^\s*of (?:the |all |our |its )?(?:[a-z-]+ )?(?:students|teachers|staff|graduates|respondents|pupils|people|employees|patients|parents|employers)\b/i.test(
        text.slice(share.end),
      )
    return isShare
      ? [
          impossible(share.printed, share.place, {
            zh: `占比 ${share.printed} 超过 100%`,
            en: `The share of ${share.printed} exceeds 100 %`,
          }),
        ]
      : []
  })
}

const NEGATIVE = /(?<=[\s(])[-−–](\d+(?:\.\d+)?)\s*(?:%|per ?cent)/g
const MAY_FALL =
  /\b(?:growth|change\w*|grew|rose|fell|increas\w*|decreas\w*|declin\w*|differ\w*|margin|result|return|rate of|compared|on 20\d\d|year on year|points)\b/i

/** A share or a rate below zero; a change may be. */
function negatives(text: string, place: Omit<Said['place'], 'text'>): Finding[] {
  return [...text.matchAll(NEGATIVE)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    const isShare =
      /\b(?:satisfaction|share|proportion|percentage|rate|accounted for|made up|at|was|is|stood at)\s*$|\($/i.test(
        before,
      )
    if (!isShare || MAY_FALL.test(before) || /\d\s*$/.test(before)) return []
    const printed = `-${match[1]!}%`
    return [
      impossible(
        printed,
        { ...place, text: text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 20) },
        { zh: `占比 ${printed} 为负数`, en: `The share of ${printed} is below zero` },
      ),
    ]
  })
}

const impossible = (printed: string, place: Said['place'], { zh, en }: { zh: string; en: string }): Finding =>
  finding({
    kind: 'impossible-value',
    severity: 'serious',
    confidence: 0.9,
    zh,
    en,
    values: [printed],
    places: [place],
    explanations: [EXPLANATIONS.definition],
  })
