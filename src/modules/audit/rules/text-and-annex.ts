import { isChange } from '../understanding/other-time.ts'
import { type Statement, statementsOf, yearOf } from '../understanding/statements.ts'
import type { Mention, Understood } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isSlipBetween } from './slip.ts'

/**
 * The tables of indicators at the end of a report say again what the text said chapters before, under other words:
 * 新增 1268.40 万元 and 当年新增教学科研仪器设备值 1286.40. The names only have to be alike, for the digits tell: the two
 * figures are a slip of the hand apart, and one of them stands nowhere else.
 * Example: 接收企业兼职教师 364 人 in the text, 346 in the table.
 */
export const textAndAnnex: AuditRule = {
  name: 'text-and-annex',
  kind: 'same-quantity',
  reason: { zh: '附表中的数应与正文一致', en: 'Tables of indicators say what the text says' },
  wrong:
    '学校教学科研仪器设备逐年更新，总值 16842.70 万元。\n\n# 附表\n\n| 指标 | 单位 | 数值 |\n|---|---|---|\n| 教学科研仪器设备总值 | 万元 | 16482.70 |\n| 校园网带宽 | Mbps | 10000 |\n',
  right:
    '学校教学科研仪器设备逐年更新，总值 16842.70 万元。\n\n# 附表\n\n| 指标 | 单位 | 数值 |\n|---|---|---|\n| 教学科研仪器设备总值 | 万元 | 16842.70 |\n| 校园网带宽 | Mbps | 10000 |\n',
  check: (understood) => {
    const told = understood.mentions.filter(isTold)
    const cells = statementsOf(understood).filter((s) => s.from === 'table' && s.closeness === 'exact')
    const counts = countsOf([...understood.mentions, ...understood.sheets.flatMap(({ figures }) => figures)])
    const byShape = Map.groupBy(
      told.map((m) => ({ m, digits: plain(m.printed) })),
      ({ m }) => shapeOf(m),
    )
    return cells.flatMap((cell) => {
      const words = pairsOf(coreOf(cell.label))
      const own = plain(cell.printed)
      const candidates = (byShape.get(shapeOf(cell)) ?? []).flatMap(({ m, digits }) =>
        isSlipBetween(digits, own) && isMeant(understood, m, cell, counts)
          ? [{ m, likeness: likenessOf(words, m) }]
          : [],
      )
      const best = candidates.toSorted((a, b) => b.likeness - a.likeness)[0]
      return best && best.likeness >= leastLikeness(best.m, cell) ? [report(best.m, cell)] : []
    })
  },
}

const isTold = (m: Mention): boolean =>
  m.closeness === 'exact' && !m.isChinese && !m.isRange && m.unit !== '' && m.sentence.scope === '' && !isChange(m)

interface Said {
  readonly printed: string
}

/** How a number looks without its digits: a slip keeps it. */
const shapeOf = ({ printed }: Said): string => plain(printed).replace(/\d/g, '0')
const plain = (printed: string): string => printed.replace(/[^\d.]/g, '')

const countsOf = (all: readonly Said[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(all, ({ printed }) => plain(printed))].map(([digits, same]) => [digits, same.length]))

function isMeant(understood: Understood, m: Mention, cell: Statement, counts: ReadonlyMap<string, number>): boolean {
  if (cell.unitClass !== m.unitClass && cell.unit.replace(/^[万亿]/, '') !== m.unit && cell.unitClass !== '')
    return false
  // A last digit more or less of a rate may be another rounding, or another group.
  if (m.step.lt(1) && m.value.minus(cell.value).abs().lte(m.step)) return false
  // 万元 here and 元 there is the business of another rule.
  if (
    !m.value
      .div(cell.value.isZero() ? 1 : cell.value)
      .minus(1)
      .abs()
      .lt(10)
  )
    return false
  // One of the two is the misprint, and stands nowhere else.
  if ((counts.get(plain(m.printed)) ?? 0) > 1 && (counts.get(plain(cell.printed)) ?? 0) > 1) return false
  // The sentence says what the table does: this figure is another one.
  if (m.sentence.mentions.some((other) => other.value.eq(cell.value))) return false
  return yearSaid(yearOf(m, understood), understood) === yearSaid(cell.year, understood)
}

/** The year said; '' for the report's own, which a school year is by either of its halves. */
function yearSaid(said: string, { year, isSchoolYear }: Understood): string {
  const [first = '', second = ''] = said.split('-')
  const own = [String(year), ...(isSchoolYear && year !== null ? [String(year + 1)] : [])]
  return own.includes(first) || (second !== '' && second === String(year).slice(-2)) ? '' : first
}

/** Words that reports use for each other. */
const plainWords = (text: string): string =>
  text
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[\s“”"：:、]/g, '')
    .replaceAll('雇主', '用人单位')
    .replaceAll('专业技术职务', '职称')
    .replaceAll('双师素质', '双师型')
    .replace(/到账(?:经费|金额|额)?|到款额/g, '到款')

const coreOf = (label: string): string =>
  plainWords(label.replace(/^(?:其中|包括)[：:]?\s*/, '').replace(/^[A-Z]类[：:]/, '')).replace(
    /(?:总数|总值|数量|人数|总量|比例|人次|[率额数值])$/,
    '',
  )

const pairsOf = (text: string): string[] => [...text].slice(1).map((sign, at) => `${text[at]!}${sign}`)

/** Without a word of the name in its own clause, a figure is only meant where the sentence has nearly all of the name. */
const FAR = 0.8

/** The part of a name's neighbouring signs that the sentence has: 0 to 1. */
function likenessOf(words: readonly string[], m: Mention): number {
  const said = `${plainWords(m.sentence.text.slice(0, m.start))}${plainWords(m.tail)}`
  const likeness = words.length === 0 ? 0 : words.filter((word) => said.includes(word)).length / words.length
  const clause = plainWords(`${m.lead}${m.tail}${m.noun}`)
  if (words.some((word) => clause.includes(word))) return likeness
  // 专任教师中博士 164 人、硕士 612 人: of what is named before, only the first count can be one.
  const last = m.sentence.mentions[m.index - 1]
  const isFirst = last === undefined || last.unitClass !== m.unitClass
  return likeness >= FAR && isFirst ? likeness : 0
}

/** Few digits fit by chance: the names must be the more alike. */
function leastLikeness(m: Mention, cell: Statement): number {
  const digits = Math.min(digitsOf(m.printed), digitsOf(cell.printed))
  const core = coreOf(cell.label)
  // 省级一流专业建设点 are not all 专业.
  const isName = core.length >= 4 && plainWords(m.noun).length <= core.length + 2
  if (core.length < 3 && digits < 5) return core.length === 2 && digits >= 3 && coreOf(m.noun) === core ? 1 : 2
  return digits >= 4 ? 0.5 : digits === 3 ? 0.7 : digits === 2 && isName ? 1 : 2
}

function report(m: Mention, cell: Statement) {
  const name = m.noun === '' ? m.lead.trim() : m.noun
  return finding({
    kind: 'same-quantity',
    severity: 'serious',
    confidence: digitsOf(cell.printed) >= 4 ? 0.8 : 0.7,
    zh: `正文中“${name}”为 ${m.printed}，表中“${cell.label}”为 ${cell.printed}`,
    en: `"${name}" is ${m.printed} in the text, "${cell.label}" is ${cell.printed} in the table`,
    arithmetic: `${m.printed} ≠ ${cell.printed}`,
    values: [m.printed, cell.printed],
    places: [m.place, cell.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
  })
}
