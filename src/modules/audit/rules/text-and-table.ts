import type { Figure, Sheet } from '../understanding/sheet.ts'
import type { Mention, Sentence, Understood } from '../understanding/understand.ts'
import { type AuditRule, EXPLANATIONS, finding } from './rule.ts'
import { digitsOf, isOneSlipAway } from './slip.ts'

/**
 * What the text of a section tells of a table there: the figure behind a row's or a column's name is one of that row or
 * column. When none is, but one is a slip of the hand away, the two contradict each other.
 * Example: 其中国家级 14 项、省级 39 项 beside a table whose row 省级 says 93 in its 小计.
 */
export const textAndTable: AuditRule = {
  name: 'text-and-table',
  kind: 'same-quantity',
  reason: { zh: '正文引用的表中数应与表一致', en: 'What the text tells of a table is what the table says' },
  wrong:
    '表 1 竞赛获奖\n\n| 级别 | 一等奖 | 二等奖 |\n|---|---|---|\n| 国家级 | 112 | 215 |\n| 省级 | 318 | 431 |\n\n由表 1 可见，省级一等奖 381 项。\n',
  right:
    '表 1 竞赛获奖\n\n| 级别 | 一等奖 | 二等奖 |\n|---|---|---|\n| 国家级 | 112 | 215 |\n| 省级 | 318 | 431 |\n\n由表 1 可见，省级一等奖 318 项。\n',
  check: (understood) => understood.sheets.flatMap((sheet) => judge(understood, sheet)),
}

/** Blocks before and behind a table that are read for what they tell of it, up to the next heading. */
const REACH = 6

function judge(understood: Understood, sheet: Sheet) {
  const names = namesOf(sheet, understood.year)
  if (names.length === 0) return []
  const told = mentionsNear(understood, sheet)
  const confirmed = told.filter((m) => sheet.figures.some((f) => isSame(m, f)))
  // A text that repeats nothing of the table does not tell of it.
  const isAbout = confirmed.length > 0
  return told.flatMap((m) => {
    if (confirmed.includes(m)) return []
    const own = names.filter(({ name }) => isNamed(m, name))
    const longest = Math.max(0, ...own.map(({ name }) => name.length))
    const figures = own
      .filter(({ name }) => name.length === longest)
      .flatMap(({ of }) => (of.length === 1 ? of : of.filter((f) => isMeant(f, m, understood.year))))
    const isList = confirmed.filter((other) => other.sentence === m.sentence).length >= 2
    const least = isList || (confirmed.length >= 2 && longest >= 4) ? 2 : 3
    const moved = figures.find((f) => isOtherUnit(m, f))
    if (moved) return [otherUnit(m, moved)]
    const totals = totalsFor(m, sheet)
    const near = [...figures, ...totals].filter(
      (f) => isComparable(m, f) && digitsOf(f.printed) >= least && isSlip(m, f),
    )
    const [figure] = near
    if (!figure || near.some((f) => !f.value.eq(figure.value))) return []
    if (!totals.includes(figure) && !isAbout && !isReferring(understood, m.sentence)) return []
    return [report(m, figure)]
  })
}

/** 四项费用合计 30385.97 万元 behind a table whose last row is 合计: told of by its word alone, so that many digits must fit. */
const totalsFor = (m: Mention, sheet: Sheet): Figure[] =>
  /(?:合计|总计|共计|总额|总数)[为达]?\s*$/.test(m.lead) && digitsOf(m.printed) >= 5
    ? sheet.figures.filter((f) => isTotal(f.rowLabel))
    : m.sentence.block === sheet.block - 1 && digitsOf(m.printed) >= 3 && /^[人个家]$|人次/.test(m.unit)
      ? sheet.figures.filter((f) => isTotal(f.rowLabel) && isTotal(f.columnLabel) && f.unit === m.unit)
      : []

const isTotal = (label: string): boolean => /^(?:合\s*计|总\s*计|共\s*计)/.test(label.trim())

interface Named {
  readonly name: string
  readonly of: readonly Figure[]
}

const plain = (text: string): string =>
  text
    .replace(/^(其中|包括)[：:]?/, '')
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/^\s*(?:[一二三四五六七八九十]+、|\d+[.、．])/, '')
    .replace(/[\s“”"]/g, '')
    .replace(/(人数|数量|总数|数)$/, '')

const NO_NAME = /^(合计|总计|小计|共计|全校|全年|其他|其它|平均|序号|项目|指标|类别|名称|单位|备注|\d.*|.*年度?)$/

/** Names of rows, and of columns for their total row, that say what a figure counts. */
function namesOf(sheet: Sheet, year: number | null): Named[] {
  const rows = Map.groupBy(sheet.figures, (f) => plain(f.rowLabel.split(' ').at(-1) ?? ''))
  const isTotal = (label: string) => /^(合\s*计|总\s*计|全校|全市|累计)/.test(label)
  // In a table by years, the row of the report's own year is what the text tells of.
  const own = sheet.figures.filter((f) => year !== null && f.rowLabel.trim().startsWith(String(year)))
  const totals = own.length > 0 ? own : sheet.figures.filter((f) => isTotal(f.rowLabel.trim()))
  const columns = Map.groupBy(totals, (f) => plain(f.columnLabel.split('/').at(-1) ?? ''))
  return [...rows, ...columns].flatMap(([name, of]) =>
    name.length >= 2 && !NO_NAME.test(name) && new Set(of.map((f) => f.row)).size === 1 ? [{ name, of }] : [],
  )
}

function mentionsNear({ document, sentences }: Understood, { block }: Sheet): Mention[] {
  const isNear = (at: number): boolean => {
    const [from, to] = at < block ? [at, block] : [block, at]
    return to - from <= REACH && !document.blocks.slice(from + 1, to).some(({ kind }) => kind === 'heading')
  }
  return sentences
    .filter((s) => isNear(s.block) && s.scope === '')
    .flatMap((s) => s.mentions)
    .filter((m) => m.closeness === 'exact' && !m.isChinese && !m.isRange && m.unit !== '')
}

const OPEN_HEAD = /^(人|数|人数|数量|数值|数据|金额|预算数?|决算数?|合计|总计|小计|共计|总数|总量|本年.*|当年.*)$/

/** Of a row with several figures, those whose column the sentence names, or that need no name. */
function isMeant({ columnLabel }: Figure, { sentence }: Mention, year: number | null): boolean {
  const head = plain(columnLabel.split('/').at(-1) ?? '')
  const dated = /^(20\d{2})/.exec(head)?.[1]
  if (dated !== undefined) return Number(dated) === year || sentence.text.includes(dated)
  return OPEN_HEAD.test(head) || sentence.text.replace(/\s/g, '').includes(head)
}

const isNamed = (m: Mention, name: string): boolean => {
  const lead = plain(m.lead === '' || /[（(]\s*$/.test(m.sentence.text.slice(0, m.start)) ? beforeBracket(m) : m.lead)
  // 授课的教授 are some of the 教授.
  if (lead.endsWith(`的${name}`)) return false
  return plain(m.noun) === name || lead.endsWith(name) || (lead.includes(name) && lead.length <= name.length + 6)
}

/** 最高的为信息学院（96.60%）: what a bracket says is of the name before it. */
const beforeBracket = ({ sentence, start }: Mention): string =>
  /([^，。；：、（）()]{2,14})[（(]\s*$/.exec(sentence.text.slice(0, start))?.[1] ?? ''

const isSame = (m: Mention, f: Figure): boolean => m.value.eq(f.value) && isComparable(m, f)

const isComparable = (m: Mention, f: Figure): boolean =>
  f.closeness === 'exact' && (f.unitClass === m.unitClass || f.unitClass === '') && m.scale === f.scale

/** The same digits, but in 元 here and in 万元 there. */
const isOtherUnit = (m: Mention, f: Figure): boolean =>
  f.unitClass === m.unitClass &&
  f.unitClass !== '' &&
  m.scale !== f.scale &&
  m.value.times(f.scale).eq(f.value.times(m.scale)) &&
  digitsOf(m.printed) >= 3

function otherUnit(m: Mention, f: Figure) {
  return finding({
    kind: 'unit-magnitude',
    severity: 'serious',
    confidence: 0.85,
    zh: `正文中“${m.noun}”为 ${m.printed} ${m.unit}，表中“${f.rowLabel}”的${f.columnLabel}为 ${f.printed} ${f.unit}，单位不同`,
    en: `"${m.noun}" is ${m.printed} ${m.unit} in the text and ${f.printed} ${f.unit} in the table: one unit is wrong`,
    arithmetic: `${m.value.toFixed()} ≠ ${f.value.toFixed()}`,
    values: [m.printed, f.printed],
    places: [m.place, f.place],
  })
}

/** A last digit more or less may be another rounding, or another time. */
const isSlip = (m: Mention, f: Figure): boolean =>
  m.printed.length === f.printed.length &&
  m.value.minus(f.value).abs().gt(m.step) &&
  isOneSlipAway([m], ([value]) => value!.eq(f.value))

/** A remark below the table, or a sentence that names it. */
function isReferring({ document }: Understood, { text, block }: Sentence): boolean {
  const own = document.blocks[block]
  const isNote = own?.kind === 'paragraph' && (own.role === 'note' || /^\s*(备注|注|说明)[：:]/.test(own.text))
  return isNote || /表\s*\d|如表|见表|由表|下表|上表/.test(text)
}

function report(m: Mention, f: Figure) {
  return finding({
    kind: 'same-quantity',
    severity: 'serious',
    confidence: 0.75,
    zh: `正文中“${m.noun === '' ? m.lead.trim() : m.noun}”为 ${m.printed}，表中“${f.rowLabel}”的${f.columnLabel}为 ${f.printed}`,
    en: `The text says ${m.printed} of "${m.noun}", the table ${f.printed} (${f.rowLabel}, ${f.columnLabel})`,
    arithmetic: `${m.printed} ≠ ${f.printed}`,
    values: [m.printed, f.printed],
    places: [m.place, f.place],
    explanations: [EXPLANATIONS.period, EXPLANATIONS.scope],
  })
}
