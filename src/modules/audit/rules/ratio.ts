import { Exact } from '../../../engine/indicators/exact.ts'
import { nameOf } from '../understanding/names.ts'
import { isChange, isOfOtherTime } from '../understanding/other-time.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { agrees, isTruncated, type Printed, shown } from './arithmetic.ts'
import { agreedFigure, figuresBeforePlace } from './operands.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'

/**
 * "男生 4067 人，女生 1994 人，男女生比例为 2.04": a ratio behind two counts of one unit is their quotient, printed as a
 * number or as a : b.
 * Example: 男生 4067 人，女生 1994 人，男女比例为 2.40: 4067 ÷ 1994 = 2.04.
 */
export const ratio: AuditRule = {
  name: 'ratio',
  kind: 'ratio',
  reason: { zh: '比值应等于同句两数之比', en: 'A ratio is the quotient of the two counts before it' },
  wrong: '录取学生中，男生 4067 人，女生 1994 人，男女生比例为 2.40。\n',
  right: '录取学生中，男生 4067 人，女生 1994 人，男女生比例为 2.04。\n',
  check: (understood) =>
    understood.sentences.flatMap((sentence) => [
      ...byNumber(sentence, understood.mentions),
      ...byColon(understood, sentence),
    ]),
}

/** What a ratio is of: a figure of the text, or one that the document agrees on. */
type Operand = Pick<Mention, 'value' | 'printed' | 'place'> & { readonly noun?: string }

const NAMED = /(比例|之比|比值|比)(约?为|达到?|约|是)?\s*(?:\d+(\.\d+)?\s*[:：])?\s*$/

function byNumber(sentence: Sentence, mentions: readonly Mention[]) {
  return sentence.mentions.flatMap((m) => {
    if (
      m.unitClass !== '' ||
      m.isChinese ||
      m.isRange ||
      m.closeness !== 'exact' ||
      m.scale !== 1 ||
      /^\s*[:：]/.test(sentence.text.slice(m.end)) ||
      !NAMED.test(m.lead) ||
      /同比|环比|占比|相比|较|增/.test(m.lead)
    )
      return []
    const [a, b] = countsNamed(sentence, m.start, mentions)
    return a && b ? judge(m.printed, m, m.lead, a, b, m.place) : []
  })
}

function byColon(understood: Understood, sentence: Sentence) {
  const { mentions } = understood
  const findings = []
  for (const match of sentence.text.matchAll(/(\d+(?:\.\d+)?)\s*[:：]\s*(\d+(?:\.\d+)?)(?!\s*[:：\d])/g)) {
    const lead = sentence.text.slice(Math.max(0, match.index - 16), match.index)
    if (!NAMED.test(lead)) continue
    const supply = /供需比/.test(lead) ? supplyOf(understood, sentence, match.index) : null
    const staffed = /[生师]{2}比/.test(lead) ? staffedOf(understood, sentence, match) : null
    const [a, b] =
      supply ??
      bracketBehind(sentence, match.index + match[0].length) ??
      staffed ??
      countsNamed(sentence, match.index, mentions)
    if (!a || !b) continue
    // Two counts of teachers before 生师比 are not what it is of.
    if (!staffed && /[生师]{2}比/.test(lead) && !(/生/.test(a.noun ?? '') && /教师/.test(b.noun ?? ''))) continue
    const [left, right] = [new Exact(match[1]!), new Exact(match[2]!)]
    if (left.isZero() || right.isZero()) continue
    // 0.69:1 and 1:0.69 have the decimals of the figure beside the 1.
    const [above, below] = right.eq(1) || !left.eq(1) ? [match[1]!, right] : [match[2]!, left]
    const step = new Exact(10).pow(-(above.split('.')[1]?.length ?? 0)).div(below)
    const value = new Exact(above).div(below)
    const place = {
      ...a.place,
      text: sentence.text.slice(Math.max(0, match.index - 24), match.index + match[0].length + 6),
    }
    // 1:2.04 may be written the other way round.
    const [high, low] = a.value.gt(b.value) ? [a, b] : [b, a]
    findings.push(...judge(match[0], { value, step }, lead, high, low, place))
  }
  return findings
}

function judge(printed: string, said: Printed, lead: string, a: Operand, b: Operand, place: Mention['place']) {
  if (b.value.isZero() || a.value.isZero()) return []
  const exact = a.value.div(b.value)
  const turned = b.value.div(a.value)
  if (agrees(exact, said) || agrees(turned, said)) return []
  // Ratio of something else, when the order of magnitude is another and nothing says whose ratio it is.
  const off = Number(exact.div(said.value).toString())
  const reach = /男女|[生师]{2}比/.test(lead) || TWO.test(lead) ? 20 : 3
  if (!(off > 1 / reach && off < reach)) return []
  const cut = isTruncated(exact, said)
  const name = lead
    .replace(/^.*[，。；、]/, '')
    .replace(/(约?为|达到?|约|是)\s*$/, '')
    .trim()
  return [
    finding({
      kind: cut ? 'truncation' : 'ratio',
      severity: cut ? 'minor' : 'serious',
      confidence: 0.83,
      zh: `${name}印为 ${printed}，按 ${a.printed} ÷ ${b.printed} 计算为 ${shown(exact, said.step)}`,
      en: `The ratio is printed as ${printed}; ${a.printed} ÷ ${b.printed} is ${shown(exact, said.step)}`,
      arithmetic: `${a.printed} ÷ ${b.printed} = ${shown(exact, said.step)} ≠ ${printed}`,
      values: [printed, a.printed, b.printed],
      places: [place, a.place, b.place],
      explanations: [EXPLANATIONS.definition],
    }),
  ]
}

/** 生师比 17.99:1（折合在校生 13780 人，教师总数 766 人）: what it is of is said behind it. */
function bracketBehind({ text, mentions }: Sentence, end: number): [Mention, Mention] | null {
  const bracket = /^\s*[（(][^（()）]*[)）]/.exec(text.slice(end))?.[0]
  const said = bracket === undefined ? [] : mentions.filter((m) => m.start >= end && m.end <= end + bracket.length)
  const [a, b] = said
  const isPair = said.length === 2 && a!.unitClass === b!.unitClass && said.every((m) => m.closeness === 'exact')
  return isPair && a!.unitClass !== '%' && a!.unitClass !== '' ? [a!, b!] : null
}

/** 生师比 is mostly of folded numbers: the students and teachers of the paragraph are only believed where a slip explains it. */
function staffedOf(understood: Understood, sentence: Sentence, match: RegExpExecArray): [Operand, Operand] | null {
  const [printed, left, right] = match as unknown as [string, string, string]
  const said = right === '1' ? left : left === '1' ? right : null
  if (said === null || printed === '' || digitsOf(said) < 3) return null
  const near = figuresBeforePlace(understood, sentence, match.index).filter(
    (m) => m.unitClass === '人' && !isOfOtherTime(m) && !isChange(m),
  )
  // Where the section has none of the two, the ones that the document names once.
  const elsewhere = (name: RegExp): Mention[] => {
    const named = understood.mentions.filter(
      (m) =>
        name.test(m.noun) &&
        m.unitClass === '人' &&
        m.closeness === 'exact' &&
        m.sentence.scope === '' &&
        !isOfOtherTime(m),
    )
    return named.every((m) => m.value.eq(named[0]!.value)) ? named.slice(0, 1) : []
  }
  const step = new Exact(10).pow(-(said.split('.')[1]?.length ?? 0))
  const typed = { printed: said, value: new Exact(said), scale: 1 }
  const own = near.filter(({ noun }) => /学生|在校生/.test(noun))
  const known = agreedFigure(understood, '在校生')
  const students: Operand[] = own.length > 0 ? own : known ? [known] : []
  // 专职辅导员 96 人，师生比 1:194: of those who are told right before it.
  const beside = near.findLast(
    (m) => m.sentence === sentence && /^[，,]?[^，。；]{0,6}$/.test(sentence.text.slice(m.end, match.index)),
  )
  const taught = beside && /辅导员|教师/.test(beside.noun) ? [beside] : near.filter(({ noun }) => noun.includes('教师'))
  const teachers = taught.length > 0 ? taught : elsewhere(/^专任教师(?:总?人?数)?$/)
  const pairs = students.flatMap((s) => teachers.map((t): [Operand, Operand] => [s, t]))
  if (pairs.some(([s, t]) => agrees(s.value.div(t.value), { value: typed.value, step }))) return null
  return (
    pairs.findLast(([s, t]) =>
      isOneSlipAway(
        [typed, { ...s, scale: 1 }, { ...t, scale: 1 }],
        ([r, a, b]) => !b!.isZero() && agrees(a!.div(b!), { value: r!, step }),
      ),
    ) ?? null
  )
}

/** 供需比 is of the posts told before it to the graduates: those of the paragraph, or the one number the document gives. */
function supplyOf(
  { mentions, synonyms, year, isSchoolYear }: Understood,
  sentence: Sentence,
  at: number,
): [Mention, Mention] | null {
  const posts = sentence.mentions.findLast(
    (m) => m.end <= at && /岗位/.test(`${m.lead}${m.tail}`) && !/均|每/.test(m.lead) && m.closeness === 'exact',
  )
  const { key } = nameOf('毕业生', synonyms)
  const graduates = mentions.filter(
    (m) =>
      m.unitClass === '人' &&
      m.name.key === key &&
      m.closeness === 'exact' &&
      !isOfOtherTime(m) &&
      m.sentence.scope === '' &&
      (m.sentence.years.length === 0 ||
        m.sentence.years.includes(String(year)) ||
        // Those who leave at the end of a school year are of the year in which it ends.
        (isSchoolYear && year !== null && m.sentence.years.includes(String(year + 1)))),
  )
  const [first] = graduates
  if (!posts || !first || isOfOtherTime(posts)) return null
  const own = graduates.find((m) => m.sentence.block === sentence.block)
  return own || graduates.every((m) => m.value.eq(first.value)) ? [posts, own ?? first] : null
}

/** 在校生与专任教师之比 names the two. */
const TWO = /([\u4e00-\u9fff]{2,8})[与和]([\u4e00-\u9fff]{2,8}?)(?:之|的)比/

/** The counts that a ratio names, nearest before it in its paragraph; else the last two before it. */
function countsNamed(sentence: Sentence, at: number, mentions: readonly Mention[]): [Mention?, Mention?] {
  const lead = sentence.text.slice(Math.max(0, at - 30), at)
  const said = TWO.exec(lead)
  const names = said ? [said[1]!, said[2]!] : /男女/.test(lead) ? ['男', '女'] : null
  if (!names) return countsBefore(sentence, at)
  const near = mentions.filter(
    (m) =>
      m.sentence.block === sentence.block &&
      (m.sentence.index < sentence.index || (m.sentence === sentence && m.end <= at)) &&
      m.closeness === 'exact' &&
      !m.isChinese &&
      !m.isRange &&
      m.unitClass !== '%' &&
      !isOfOtherTime(m),
  )
  const find = (name: string): Mention | undefined =>
    near.findLast(({ noun }) =>
      name.length === 1 ? noun.startsWith(name) : noun.endsWith(name) || name.endsWith(noun),
    )
  const [a, b] = names.map((name) => find(name) ?? (name.length > 1 ? onlyNamed(mentions, name) : undefined))
  return a && b && a !== b && a.unitClass === b.unitClass ? [a, b] : countsBefore(sentence, at)
}

/** The figure of a name elsewhere, where the document gives but one: 在校生 of 在校生与专职辅导员之比. */
function onlyNamed(mentions: readonly Mention[], name: string): Mention | undefined {
  const named = mentions.filter(
    (m) =>
      m.noun.replace(/^(?:全日制|现有|全校)/, '').replace(/(?:总?人?数|共计)$/, '') === name &&
      m.closeness === 'exact' &&
      m.sentence.scope === '' &&
      m.unitClass !== '%' &&
      !isOfOtherTime(m),
  )
  return named.every((m) => m.value.eq(named[0]!.value)) ? named[0] : undefined
}

/** The last two exact counts of one unit before a position of the sentence. */
function countsBefore({ mentions, text }: Sentence, at: number): [Mention?, Mention?] {
  const before = mentions.filter((m) => m.end <= at)
  const second = before.at(-1)
  const first = before.at(-2)
  if (!first || !second || first.unitClass !== second.unitClass || first.unitClass === '%' || first.unitClass === '')
    return []
  // 1873 家 and 59842 个: measure words that differ count different things.
  if (first.unit !== second.unit && first.unitClass === '个') return []
  if ([first, second].some((m) => m.closeness !== 'exact' || m.isChinese || m.isRange)) return []
  return text.slice(second.end, at).length > 22 || /其中/.test(text.slice(first.end, at)) ? [] : [first, second]
}
