import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, percentOf, shown } from './arithmetic.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import { agreedFigure, figuresAround, figuresBefore, figuresOfSection, isRateOfSome, isShareOfAny } from './operands.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'
import { RATE_FACTS } from './rate-facts.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "任务 255 个，已完成 254 个，完成率 99.61%": a rate right behind two counts of one kind is the second divided by the
 * first (or the first by the second), when the rate bears the name of one of them.
 * Example: 录取 6061 人，报到 5624 人，报到率 95.79%: 5624 ÷ 6061 = 92.79 %.
 */
export const rateInProse: AuditRule = {
  name: 'rate-in-prose',
  kind: 'percentage',
  reason: { zh: '比率应等于同句两数之商', en: 'A rate is the quotient of the two counts before it' },
  wrong: '计划任务 255 个，已完成 254 个，完成率 98.61%。\n',
  right: '计划任务 255 个，已完成 254 个，完成率 99.61%。\n',
  check: (understood) => understood.mentions.flatMap((m) => judge(understood, m)),
}

const DUE = /应[测到参检答查修交完]/

function judge(understood: Understood, rate: Mention) {
  if (rate.unitClass !== '%' || rate.closeness !== 'exact' || rate.isRange) return []
  const name = /([\u4e00-\u9fff]{1,10}[率度])$/.exec(rate.noun.replace(/[达为约]$/, ''))?.[1]
  // A rate of the year before is computed from figures that are mostly not printed.
  if (!name || /增长|增幅|贡献/.test(name) || isOfOtherTime(rate)) return []
  // 应测 4286 人，实测 4251 人，普查覆盖率 99.18%: only then its two counts are told.
  if (/覆盖/.test(name) && !rate.sentence.mentions.some((m) => DUE.test(m.lead))) return []
  if (isRateOfSome(rate, figuresAround(understood, rate))) return []
  const pair =
    bySlip(understood, rate) ??
    byName(understood, rate, name) ??
    bySentence(rate, name) ??
    inSection(understood, rate, name)
  if (!pair) return []
  const [first, second] = pair
  // Money may arrive or be spent beyond what was planned: the order is that of the names.
  const isNamed = second.value.gt(first.value) && /到位|到账|完成|执行|使用/.test(name)
  const [part, whole] = isNamed || second.value.lte(first.value) ? [second, first] : [first, second]
  const exact = percentOf(part.value, whole.value)
  if (exact === null || agrees(exact, rate)) return []
  // Another whole of the section gives it to the last digit.
  const counted = figuresBefore(understood, rate).filter(
    (m) => isCount(m) && rate.sentence.index - m.sentence.index <= 1,
  )
  if (
    digitsOf(rate.printed) >= 3 &&
    figuresOfSection(understood, rate).some((other) =>
      counted.some((m) => isOfOneKind(m, other, '') && fits(m, other, rate)),
    )
  )
    return []
  const cut = isTruncated(exact, rate)
  return [
    finding({
      kind: cut ? 'truncation' : 'percentage',
      severity: cut ? 'minor' : 'serious',
      confidence: cut ? 0.9 : 0.88,
      zh: `${rate.noun}印为 ${rate.printed}，按 ${part.printed} ÷ ${whole.printed} 计算为 ${shown(exact, rate.step)}%${cut ? '（尾数被舍去而未四舍五入）' : ''}`,
      en: `${rate.noun} is printed as ${rate.printed}; ${part.printed} ÷ ${whole.printed} is ${shown(exact, rate.step)} %${cut ? ' (cut off instead of rounded)' : ''}`,
      arithmetic: `${part.printed} ÷ ${whole.printed} × 100 = ${shown(exact, rate.step)} ≠ ${rate.printed}`,
      values: [rate.printed, part.printed, whole.printed],
      places: [rate.place, part.place, whole.place],
      explanations: [EXPLANATIONS.definition, EXPLANATIONS.base],
    }),
  ]
}

/** Two of the last counts before the rate that give it but for a slip of the hand. */
function bySlip(understood: Understood, rate: Mention): [Mention, Mention] | null {
  const digits = digitsOf(rate.printed)
  if (digits < 3) return null
  const counts = figuresBefore(understood, rate)
    .filter((m) => isCount(m) && rate.sentence.index - m.sentence.index <= 1)
    .slice(digits >= 4 ? -4 : -2)
    .concat(behindIn(rate))
  const wide = figuresBefore(understood, rate).filter(isCount)
  const last = wide.at(-1)
  // The count right before it, and any of the paragraph that gives it but for its own last digit.
  const cut = last && digits >= 4 ? wide.find((whole) => whole !== last && isCutOf(last, whole, rate)) : undefined
  if (last && cut) return [cut, last]
  for (const part of counts.toReversed())
    for (const whole of counts)
      if (
        whole !== part &&
        // 满意度 is mostly a score, unless so many are said to be content.
        (!/满意/.test(rate.noun) || /满意/.test(`${part.lead}${part.tail}`)) &&
        isOfOneKind(part, whole, rate.sentence.text) &&
        isOneSlipAway([rate, part, whole], ([r, p, w]) => {
          const exact = p!.lte(w!) ? percentOf(p!, w!) : null
          return exact !== null && agrees(exact, { value: r!, step: rate.step })
        })
      )
        return [whole, part]
  return null
}

const isCutOf = (part: Mention, whole: Mention, rate: Mention): boolean => {
  const exact = isOfOneKind(part, whole, '') ? percentOf(part.value, whole.value) : null
  return exact !== null && isTruncated(exact, rate)
}

const fits = (part: Mention, whole: Mention, rate: Mention): boolean => {
  const exact = percentOf(part.value, whole.value)
  return exact !== null && agrees(exact, rate)
}

/** 预算执行率 96.80%（年度预算 25120 万元）: what it is of is said in the bracket behind. */
function behindIn({ sentence: { text, mentions }, index, end }: Mention): Mention[] {
  const next = mentions[index + 1]
  const isBehind = next !== undefined && /^\s*[（(][^（()）\d]{2,12}$/.test(text.slice(end, next.start))
  return isBehind && next.closeness === 'exact' && isCount(next) ? [next] : []
}

const isCount = (m: Mention): boolean =>
  m.unitClass !== '%' && m.unitClass !== 'points' && m.unitClass !== '' && !isOfOtherTime(m) && !isChange(m)

/** Rates of money are told a paragraph or two behind what they are made of; only where the section names each once. */
const SECTION = 4
function inSection({ document, sentences }: Understood, rate: Mention, name: string): [Mention, Mention] | null {
  const fact = RATE_FACTS.find((known) => known.rate.test(name))
  if (!fact || !/到位|到账|执行|使用/.test(name)) return null
  const from = rate.sentence.block
  const isNear = (at: number) =>
    at <= from && from - at <= SECTION && !document.blocks.slice(at + 1, from).some(({ kind }) => kind === 'heading')
  const counts = sentences
    .filter(({ block, index }) => isNear(block) && index < rate.sentence.index)
    .flatMap(({ mentions }) => mentions)
    .filter((m) => isCount(m) && m.closeness === 'exact' && !isPart(m))
  const parts = counts.filter((m) => fact.part.test(m.lead) && !fact.whole.test(m.lead))
  const wholes = counts.filter((m) => fact.whole.test(m.lead) && !fact.part.test(m.lead))
  const [part] = parts
  const [whole] = wholes
  const isClear = part && whole && parts.length === 1 && wholes.length === 1 && part.unitClass === whole.unitClass
  if (!isClear || isRateOfSome(rate, counts)) return null
  return [whole, part]
}

/** 含：央财 2100 万元 is a part of what stands before. */
const isPart = ({ sentence, start }: Mention): boolean => /(其中|含|包括)[^。；]*$/.test(sentence.text.slice(0, start))

/** Answers are counted in 份 and in 人. */
const isOfOneKind = (a: Mention, b: Mention, text: string): boolean =>
  (a.unitClass === b.unitClass && (a.unitClass !== '个' || a.unit === b.unit)) ||
  // Places of a plan are filled by people.
  (/计划|岗位|床位|工位|名额/.test(`${a.lead}${b.lead}`) &&
    /^[个人张]$/.test(a.unitClass) &&
    /^[个人张]$/.test(b.unitClass)) ||
  (/问卷|答卷|调查/.test(text) && /^[份人]$/.test(a.unitClass) && /^[份人]$/.test(b.unitClass))

/** The counts whose words a known rate is made of: nearest before it in its paragraph, of one year. */
function byName(understood: Understood, rate: Mention, name: string): [Operand, Operand] | null {
  const fact = RATE_FACTS.find((known) => known.rate.test(name))
  if (!fact) return null
  const before = figuresBefore(understood, rate).filter((m) => m.unitClass !== '%' && m.unitClass !== 'points')
  // 满意度调查 names what is done, not how many are content.
  const words = (m: Mention) =>
    `${m.lead}${/^[\u4e00-\u9fff]/.test(m.tail.trim()) ? m.tail : ''}`.replace(
      /满意[率度]?[^，。；]{0,6}(调查|测评|问卷)/g,
      '',
    )
  // 其中项目支出 is a part of what is spent.
  const split = /执行|使用/.test(name) ? /(其中|含|包括)[^。]*$/ : /(其中|含|包括)[^。；]*$/
  const isWhole = (m: Mention) => {
    const block = understood.document.blocks[m.sentence.block]
    const before = block && block.kind !== 'table' ? block.text.slice(0, m.sentence.offset + m.start) : ''
    return !split.test(before) && !isOfOtherTime(m) && !isChange(m)
  }
  // 初次就业 a 人，年终就业 b 人 …（初次落实率 …）
  const own = /^的?(初次|年终|总体|国考|省考|首次)/.exec(name)?.[1] ?? ''
  // 初次落实率 is not of those who are settled by the end of the year.
  if (/^初次|^首次/.test(own) && !before.some((m) => m.lead.includes(own))) return null
  const part =
    (own === '' ? undefined : before.findLast((m) => m.lead.includes(own) && fact.part.test(words(m)))) ??
    before.findLast((m) => fact.part.test(words(m)) && isWhole(m)) ??
    before.findLast((m) => fact.part.test(words(m)) && m.noun.length < 4)
  if (!part || rate.sentence.index - part.sentence.index > 3) return null
  // 家长 2864 名参与调查，满意度 96.93%: whoever was content is told sentences before, of others.
  if (/满意/.test(name) && part.sentence !== rate.sentence) return null
  const whole = before.findLast(
    (m) =>
      m !== part &&
      m.unitClass === part.unitClass &&
      !isOfOtherTime(m) &&
      !isChange(m) &&
      fact.whole.test(words(m)) &&
      !fact.part.test(m.lead),
  )
  if (whole) return [whole, part]
  // 年终就业 3978 人，落实率 96.41%: the graduates are told chapters before.
  if (part.unitClass !== '人' || !fact.whole.test(GRADUATES) || isShareOfAny(understood, part.value, rate)) return null
  const elsewhere = agreedFigure(understood, GRADUATES)
  return elsewhere && elsewhere.value.gt(1) ? [elsewhere, part] : null
}

const GRADUATES = '毕业生'

/** A figure that a rate is computed from, in the text or elsewhere. */
type Operand = Pick<Mention, 'value' | 'printed' | 'place' | 'step'>

/** The last two counts of one unit before the rate, when the rate bears the name of one of them. */
function bySentence(rate: Mention, name: string): [Mention, Mention] | null {
  if (/满意/.test(name)) return null
  const [first, second] = countsBefore(rate.sentence, rate)
  if (!first || !second) return null
  // A misprint is not five times the figure meant: these are two others. Ten thousand times is a wrong unit.
  const [less, more] = first.value.lt(second.value) ? [first.value, second.value] : [second.value, first.value]
  const off = percentOf(less, rate.value.times(more))
  if (off === null || (off.lt('0.2') && off.gt('0.001')) || off.gt(5)) return null
  // 完成率 needs 完成 beside one of the two, else the counts may belong to another thing.
  const stem = name.replace(/[率度]$/, '')
  const words = `${first.lead}${second.lead}${second.tail}`
  // 升学率 beside 升入高中, 留用率 beside 录用: one sign that is not of every name will do.
  const key = stem.slice(-2)
  const isSaid =
    words.includes(key) ||
    (digitsOf(rate.printed) >= 3 &&
      [...key].some((sign) => !/[学生员工人数总年度]/.test(sign) && second.lead.includes(sign)))
  // 岗位 720 个，接收实习生 612 人，岗位利用率 85.0%
  const isOfFirst = first.noun.length >= 2 && name.startsWith(first.noun.slice(-2))
  return isSaid || isOfFirst ? [first, second] : null
}

/** The last two counts of one unit before the rate in its sentence, with nothing but each other between. */
function countsBefore({ mentions, text }: Sentence, rate: Mention): [Mention?, Mention?] {
  const before = mentions.slice(0, rate.index)
  const second = before.at(-1)
  const first = before.at(-2)
  if (!first || !second || !isOfOneKind(first, second, '') || first.unitClass === '%' || first.unitClass === '')
    return []
  if ([first, second].some((m) => m.closeness !== 'exact' || m.isChinese || m.isRange || isChange(m))) return []
  if (
    /[；。]|其中|另|含|比上年|较/.test(text.slice(first.end, rate.start)) ||
    text.slice(second.end, rate.start).length > 16
  )
    return []
  return [first, second]
}
