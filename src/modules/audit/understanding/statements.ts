import type { Exact } from '../../../engine/indicators/exact.ts'
import type { Place } from '../document.ts'
import { type Name, nameOf } from './names.ts'
import { isChange } from './other-time.ts'
import type { Closeness } from './number-tokens.ts'
import type { Figure, Sheet } from './sheet.ts'
import type { Mention, Understood } from './understand.ts'

/** "This quantity has this value", wherever it stands: the common shape of prose and tables for comparing them. */
export interface Statement {
  readonly name: Name
  readonly label: string
  readonly unitClass: string
  readonly unit: string
  readonly value: Exact
  readonly step: Exact
  readonly printed: string
  readonly closeness: Closeness
  readonly place: Place
  /** 2023, 2022-2023; '' when nothing is said. */
  readonly year: string
  readonly scope: string
  /** The sentence it stands in; -1 in tables. */
  readonly sentence: number
  /** Part of a list after 其中 or 含, or a row below 其中: its name says only half of what it is. */
  readonly isPart: boolean
  readonly isNew: boolean
  readonly isCumulative: boolean
  readonly from: 'prose' | 'note' | 'table'
}

const made = new WeakMap<Understood, readonly Statement[]>()

/** Everything the document states about quantities with a name of their own: made once for a document. */
export function statementsOf(understood: Understood): readonly Statement[] {
  const known = made.get(understood)
  if (known) return known
  const statements = [
    ...understood.mentions.flatMap((m) => ofMention(m, understood)),
    ...understood.sheets.flatMap((sheet) => ofSheet(sheet, understood)),
  ]
  made.set(understood, statements)
  return statements
}

function ofMention(m: Mention, { document, year, synonyms }: Understood): Statement[] {
  if (m.isChinese || m.isRange || (m.noun === '' && comparedLabel(m) === null)) return []
  const block = document.blocks[m.sentence.block]
  const before = m.sentence.text.slice(0, m.start)
  const label = comparedLabel(m) ?? m.noun
  return [
    {
      name: label === m.noun ? m.name : nameOf(label, synonyms),
      label,
      unitClass: m.unitClass,
      unit: m.unit,
      value: m.value,
      step: m.step,
      printed: m.printed,
      closeness: m.closeness,
      place: m.place,
      year: yearOf(m, year),
      scope: [m.sentence.scope, m.sentence.subject].filter((s) => s !== '').join(' '),
      sentence: m.sentence.index,
      isPart:
        inDatedBracket(m) === null &&
        (/(其中|含|包括|包含|分别为|涵盖)[^。；]*$/.test(before) || /[（(][^）)]*$/.test(before)),
      isNew: m.isNew,
      isCumulative:
        m.isCumulative ||
        /近\s*[\d一二三四五六七八九十]+\s*年|以来|历年|建设期|累计(?:[^，。；]*|[^。；]*其中[^。；]*)$/.test(before),
      from: block?.kind === 'paragraph' && block.role === 'note' ? 'note' : 'prose',
    },
  ]
}

/** 到账 2500 万元，比上年的 2135 万元增长: the second is the same quantity of the year before; 专利授权比上年的 142 件 names it itself. */
function comparedLabel(m: Mention): string | null {
  const said = inDatedBracket(m)
  if (said) return said.noun === '' ? null : said.noun.replace(/(?:净?增加|净?减少|增长|提高|下降)了?$/, '')
  const match = /^(.*?)(?:比|较|与|同)(?:上年|去年|上一年度?|上年度|20\d{2}\s*年)(?:度|同期)?的?\s*$/.exec(
    m.lead.replace(/\s/g, ''),
  )
  if (!match) return null
  const own = match[1]!.replace(/^(其中|学校|全校|，)/, '')
  if (own.length >= 2) return own
  const last = m.sentence.mentions[m.index - 1]
  return last && last.unitClass === m.unitClass && last.noun !== '' ? last.noun : null
}

const DATED_BRACKET =
  /[（(]\s*(?:去年|上年|上一年|上年度|上年末|上年同期|上一?学年|上一?届|年初|20\d{2}\s*(?:年末?|届|学年))(?:度|末|底|同期)?[^（()）\d]{0,14}$/

/** 在校生 52106 人，比上年减少 312 人（2022 年：52418 人）: what is said again of another time, null where it is no such bracket. */
export function inDatedBracket(m: Mention): Mention | null {
  const { text, mentions } = m.sentence
  if (!DATED_BRACKET.test(text.slice(0, m.start)) || !/^[^（()）]{0,6}[)）]/.test(text.slice(m.end))) return null
  return (
    mentions.slice(0, m.index).findLast((other) => other.unitClass === m.unitClass && !isChange(other)) ??
    // 与上学年相比，专任教师增加 30 人（上学年 786 人）: the change names it.
    mentions.slice(0, m.index).findLast((other) => other.unitClass === m.unitClass) ??
    null
  )
}

const YEAR = /(20\d{2})\s*[-—–~～至]\s*(20\d{2}|\d{2})(?=\s*(?:年|学年))|(20\d{2})\s*(?=年|届|学年|级)/g

/** The year a figure is of: the last one said before it in its sentence, outside brackets that are closed already. */
function yearOf(m: Mention, reportYear: number | null): string {
  const before = m.sentence.text.slice(0, m.start).replace(/[（(][^（）()]*[）)]/g, '')
  if (/(上年(?!结[转余])|去年|上一年|上年度|上一?学年|上一?届|往年)[^，。；]*$/.test(before))
    return reportYear === null ? '-1' : String(reportYear - 1)
  const said = [...before.matchAll(YEAR)].at(-1)
  if (said) return said[1] ? `${said[1]}-${said[2]!.slice(-2)}` : said[3]!
  // A paragraph about another year than the report's goes on about it.
  const [inherited] = m.sentence.opening
  return m.sentence.opening.length === 1 && inherited !== String(reportYear) ? inherited! : ''
}

const GENERIC_HEAD =
  /^(人数|数量|数值|数据|金额|值|数|合计|总计|总数|指标值|完成值|实际值|本年|本年度|当年|数目|规模|人|个|人数（人）|(?:20\d{2}\s*(?:年度?|学年|届)?|上年|本年|期末|期初|年初|年末)?(?:预算|决算|执行|完成|实际|发生|余)?[数额]?)$/
const SHARE_HEAD = /^(比例|占比|比重|百分比|构成比|所占比例)$/
const YEAR_LABEL = /^(20\d{2})(?:\s*[-—]\s*(?:20)?\d{2})?\s*(年度?|学年|届)?$/

function ofSheet(sheet: Sheet, { synonyms }: Understood): Statement[] {
  return sheet.figures.flatMap((figure) => {
    const head = figure.columnLabel
      .split('/')
      .at(-1)!
      .replace(/[（(][^）)]*[）)]$/, '')
      .trim()
    const row = figure.rowLabel.trim()
    const named = nameIn(sheet, figure, head, row)
    if (!named) return []
    return [
      {
        name: nameOf(named.label, synonyms),
        label: named.label,
        unitClass: figure.unitClass,
        unit: figure.unit,
        value: figure.value,
        step: figure.step,
        printed: figure.printed,
        closeness: figure.closeness,
        place: figure.place,
        year: named.year,
        scope: '',
        sentence: -1,
        isPart: named.isPart,
        isNew: false,
        isCumulative: false,
        from: 'table' as const,
      },
    ]
  })
}

/** What a cell is a value of: its row in a table of indicators, its column in a table by years or in a total row. */
/** Rows below 其中 until the next numbered row. */
function isBelowOfWhich(sheet: Sheet, row: number): boolean {
  for (let at = row; at >= sheet.headRows; at -= 1) {
    if (/^(其中|包括)/.test(sheet.rowLabels[at] ?? '')) return true
    if (sheet.serialColumn === null ? at < row : (sheet.grid[at]![sheet.serialColumn] ?? '') !== '') return false
  }
  return false
}

function nameIn(
  sheet: Sheet,
  { row: at }: Figure,
  head: string,
  row: string,
): { label: string; year: string; isPart: boolean } | null {
  const year = YEAR_LABEL.exec(row)?.[1] ?? ''
  if (year !== '') return GENERIC_HEAD.test(head) ? null : { label: head, year, isPart: false }
  if (/^(合\s*计|总\s*计|共\s*计|全校)$/.test(row))
    return GENERIC_HEAD.test(head) || SHARE_HEAD.test(head) ? null : { label: head, year: '', isPart: false }
  const last = row.replace(/^(其中|包括)[：:]?\s*/, '')
  const headYear = /20\d{2}/.exec(head)?.[0] ?? ''
  if (GENERIC_HEAD.test(head)) {
    // A level under 其中 is a level of the row it belongs to.
    const whole = /^(国家级|省部?级|省级|市级|校级|院级)/.test(last) ? wholeLabel(sheet, at) : ''
    return {
      label: whole === '' ? last : `${last.replace(/(数量|数)$/, '')}${whole}`,
      year: headYear,
      isPart: whole === '' && isBelowOfWhich(sheet, at),
    }
  }
  return null
}

function wholeLabel(sheet: Sheet, row: number): string {
  if (sheet.serialColumn === null) return ''
  for (let above = row; above >= sheet.headRows; above -= 1)
    if ((sheet.grid[above]![sheet.serialColumn] ?? '') !== '')
      return above === row ? '' : (sheet.rowLabels[above] ?? '')
  return ''
}
