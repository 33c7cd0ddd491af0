import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isSurelyTruncated, isTruncated, percentOf, shown } from './arithmetic.ts'
import { figuresAround, figuresBefore, figuresOfSection, isRateOfSome, isShareOfAny, mostPrinted } from './operands.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'
import { TOTAL } from './table-heads.ts'

/**
 * A percentage that no two figures in reach give, whatever it is called, but that two of them would give: with its last
 * digit rounded instead of cut off, or but for a slip of the hand in the count that it follows. Four digits come together
 * by chance about once in ten thousand times, so that few figures may be tried without knowing the names.
 * Example: 指标 98 个，达到目标的 96 个，达成度 97.95%: 96 ÷ 98 = 97.959 %.
 */
export const nearbyQuotient: AuditRule = {
  name: 'nearby-quotient',
  kind: 'percentage',
  reason: { zh: '百分数应由邻近的数算得出', en: 'A percentage follows from the figures beside it' },
  wrong: '学校立项课题 98 项，按期结题 96 项，结题进度 97.69%。\n',
  right: '学校立项课题 98 项，按期结题 96 项，结题进度 97.96%。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

const NOT_OF_COUNTS = /增|减|降|升|涨|提高|高于|低于|高出|同比|环比|率先|平均|均值|排名/

function judge(understood: Understood, rate: Mention) {
  if (rate.unitClass !== '%' || rate.closeness !== 'exact' || rate.isRange || isOfOtherTime(rate)) return []
  if (digitsOf(rate.printed) < 3 || rate.value.lte(0) || rate.value.gt(150)) return []
  const before = figuresBefore(understood, rate, 10).filter(isCount)
  const behind = behindIn(rate)
  const pair =
    truncatedPair(rate, [...before, ...behind]) ??
    (isShare(rate) ? (slippedPair(understood, rate, before, behind) ?? tablePair(understood, rate, before)) : null)
  if (!pair) return []
  const around = [...figuresAround(understood, rate), ...figuresOfSection(understood, rate)]
  if (isRateOfSome(rate, around) || isGrowthOfSome(rate, around) || isShareOfTable(understood, rate)) return []
  const { part, whole, exact, isCut } = pair
  return [
    finding({
      kind: isCut ? 'truncation' : 'percentage',
      severity: isCut ? 'minor' : 'serious',
      confidence: isCut ? 0.8 : 0.72,
      zh: `印为 ${rate.printed}，按 ${part.printed} ÷ ${whole.printed} 计算为 ${shown(exact, rate.step)}%${isCut ? '（尾数被舍去而未四舍五入）' : ''}`,
      en: `Printed as ${rate.printed}; ${part.printed} ÷ ${whole.printed} is ${shown(exact, rate.step)} %${isCut ? ' (cut off instead of rounded)' : ''}`,
      arithmetic: `${part.printed} ÷ ${whole.printed} × 100 = ${shown(exact, rate.step)} ≠ ${rate.printed}`,
      values: [rate.printed, part.printed, whole.printed],
      places: [rate.place, part.place, whole.place],
      explanations: [EXPLANATIONS.base, EXPLANATIONS.definition],
    }),
  ]
}

const isCount = (m: Mention): boolean =>
  !/^(%|points|)$/.test(m.unitClass) && !/^(年|月|日|天|岁|届|级|分)$/.test(m.unit)

/** Posts, beds and places are taken by people, forms answered by them. */
const isOneKind = (part: Mention, whole: Mention): boolean =>
  (part.unitClass === whole.unitClass && (part.unitClass !== '个' || part.unit === whole.unit)) ||
  (/^[个张份]$/.test(whole.unit) &&
    part.unitClass === '人' &&
    /岗位|床位|工位|名额|计划|问卷|答卷/.test(`${whole.lead}${whole.tail}`))

/** A share, a rate or a degree; what grows is another rule's. */
const isShare = ({ lead, noun }: Mention): boolean =>
  /占|[率度]|比例|比重|完成/.test(`${lead}${noun}`) && !NOT_OF_COUNTS.test(lead)

/** 占比 48.81%（82 人）: the count is said behind. */
function behindIn({ sentence: { text, mentions }, index, end }: Mention): Mention[] {
  const next = mentions[index + 1]
  const isBehind = next !== undefined && /^\s*[（(][^（()）\d]{0,8}$/.test(text.slice(end, next.start))
  return isBehind && next.closeness === 'exact' && !next.isChinese && isCount(next) ? [next] : []
}

/** Whether it is a growth between two of them, or a difference in per cent of one. */
function isGrowthOfSome(rate: Mention, figures: readonly Mention[]): boolean {
  const said = { value: rate.value.abs(), step: rate.step }
  return figures.some(
    (from) =>
      !from.value.isZero() &&
      figures.some((to) => {
        if (to === from || to.unitClass !== from.unitClass) return false
        const exact = to.value.minus(from.value).div(from.value).times(100).abs()
        return agrees(exact, said) || (isTruncated(exact, said) && !isOfOtherTime(from))
      }),
  )
}

const REACH = 8

/** Whether a table near by has the two figures in one column. */
function isShareOfTable({ sheets }: Understood, { sentence, value, step }: Mention): boolean {
  const said = { value, step }
  return sheets
    .filter(({ block }) => Math.abs(block - sentence.block) <= REACH)
    .some(({ figures, valueColumns }) =>
      valueColumns.some((column) => {
        const own = figures.filter((f) => f.column === column && f.unitClass !== '%').slice(0, 40)
        return own.some((part) =>
          own.some((whole) => {
            const exact = part.value.lte(whole.value) ? percentOf(part.value, whole.value) : null
            return exact !== null && agrees(exact, said)
          }),
        )
      }),
    )
}

/** Two figures of one kind whose quotient was cut off; with three digits only of the count right before. */
function truncatedPair(rate: Mention, counts: readonly Mention[]) {
  const last = counts.findLast((m) => m.sentence === rate.sentence && m.index < rate.index)
  for (const part of counts.toReversed())
    for (const whole of counts.toReversed()) {
      if (part === whole || !isOneKind(part, whole) || (digitsOf(rate.printed) < 4 && part !== last)) continue
      if (part.value.gt(whole.value.times('1.5'))) continue
      const exact = percentOf(part.value, whole.value)
      if (exact !== null && isSurelyTruncated(exact, rate, [part, whole])) return { part, whole, exact, isCut: true }
    }
  return null
}

/** The count that the share follows, and a whole before it that gives the share but for a slip. */
function slippedPair(understood: Understood, rate: Mention, before: readonly Mention[], behind: readonly Mention[]) {
  const digits = digitsOf(rate.printed)
  const part = behind[0] ?? before.findLast((m) => m.sentence === rate.sentence && isRightBefore(m, rate))
  // 满意度 is mostly a score, unless so many are said to be content.
  if (!part || isChange(part) || isOfOtherTime(part) || (/满意/.test(rate.noun) && !/满意/.test(part.lead))) return null
  const wholes = before.filter(
    (m) => m !== part && isOneKind(part, m) && m.value.gte(part.value) && !isOfOtherTime(m) && !isChange(m),
  )
  if (isShareOfAny(understood, part.value, rate)) return null
  // 所 and 县 count few things: the figure that the document repeats is the whole of them.
  const rare = digits >= 4 && /^[所县市区]$/.test(part.unit) ? mostPrinted(understood, part.unit) : []
  if (wholes.length === 0) wholes.push(...rare.filter(({ value }) => value.gte(part.value)))
  const near = digits >= 4 ? wholes.slice(-4) : wholes.filter((m) => m.sentence === rate.sentence).slice(-1)
  for (const whole of near.toReversed())
    if (
      isOneSlipAway([rate, part, whole], ([r, p, w]) => {
        const exact = p!.lte(w!) ? percentOf(p!, w!) : null
        return exact !== null && agrees(exact, { value: r!, step: rate.step })
      })
    )
      return { part, whole, exact: percentOf(part.value, whole.value)!, isCut: false }
  return null
}

/** 2022 年最多，为 5918.70 万元，占累计投入的 30.69%: a cell of a table near by, and the total of its column. */
function tablePair({ sheets }: Understood, rate: Mention, before: readonly Mention[]) {
  const part = before.findLast((m) => m.sentence === rate.sentence && isRightBefore(m, rate))
  if (!part || digitsOf(rate.printed) < 3 || digitsOf(part.printed) < 3) return null
  const near = sheets.filter(({ block }) => Math.abs(block - rate.sentence.block) <= 3)
  const wholes = near.flatMap(({ figures }) => {
    const columns = figures.filter((f) => f.value.eq(part.value)).map(({ column }) => column)
    return figures.filter((f) => columns.includes(f.column) && TOTAL.test(f.rowLabel.trim()) && f.value.gt(part.value))
  })
  const [whole] = wholes
  const exact = whole && wholes.length === 1 ? percentOf(part.value, whole.value) : null
  if (!whole || exact === null || agrees(exact, rate)) return null
  const isCut = isTruncated(exact, rate)
  const isSlip = isOneSlipAway([rate], ([r]) => agrees(exact, { value: r!, step: rate.step }))
  return isCut || isSlip ? { part, whole, exact, isCut } : null
}

function isRightBefore(part: Mention, rate: Mention): boolean {
  const { text, mentions }: Sentence = rate.sentence
  const between = text.slice(part.end, rate.start).replace(/[（(][^（()）]*[)）]/g, '')
  const isNext = mentions.slice(part.index + 1, rate.index).every((m) => /[（(][^）)]*$/.test(text.slice(0, m.start)))
  return isNext && !/[。；]/.test(between) && between.length <= 22
}
