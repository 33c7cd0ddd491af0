import { Exact } from '../../../engine/indicators/exact.ts'
import type { Place } from '../document.ts'
import { type Name, nameOf } from './names.ts'
import { isChange, isRestatement } from './other-time.ts'
import type { Closeness } from './number-tokens.ts'
import type { Figure, Sheet } from './sheet.ts'
import type { Mention, Sentence, Understood } from './understand.ts'

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
    ...understood.sentences.flatMap((sentence) => ratiosOf(sentence, understood)),
    ...understood.sheets.flatMap((sheet) => ofSheet(sheet, understood)),
  ]
  made.set(understood, statements)
  return statements
}

function ofMention(m: Mention, understood: Understood): Statement[] {
  if (m.isChinese || m.isRange || (m.noun === '' && comparedLabel(m) === null)) return []
  const { document, synonyms } = understood
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
      year: yearOf(m, understood),
      scope: [m.sentence.scope, m.sentence.subject].filter((s) => s !== '').join(' '),
      sentence: m.sentence.index,
      isPart:
        inDatedBracket(m) === null &&
        (isGoingOn(m, understood) ||
          /(其中|含|包括|包含|分别为|涵盖)[^。；]*$/.test(before) ||
          /[（(][^）)]*$/.test(before)),
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
  if (said) return said.label === '' ? null : said.label
  const last = m.sentence.mentions.slice(0, m.index).findLast((other) => !isRestatement(other))
  const isSame = last !== undefined && last.unitClass === m.unitClass && last.noun !== ''
  // 落实率 96.5%，2022 年为 95.2%
  if (isSame && AGAIN.test(m.lead.replace(/\s/g, ''))) return last.noun
  const match = /^(.*?)(?:比|较|与|同)(?:上年|去年|上一年度?|上年度|20\d{2}\s*年)(?:度|同期)?的?\s*$/.exec(
    m.lead.replace(/\s/g, ''),
  )
  if (!match) return null
  const own = match[1]!.replace(/^(其中|学校|全校|，)/, '')
  if (own.length >= 2) return own
  return isSame ? last.noun : null
}

const AGAIN =
  /^而?(?:上年(?:度|末|同期)?|去年(?:同期)?|上一?学年|上一?届|20\d{2}(?:年|届|学年)(?:末|底|同期)?)(?:则|仅)?为$/

const DATED_BRACKET =
  /[（(]\s*(?:去年|上年|上一年|上年度|上年末|上年同期|上一?学年|上一?届|年初|20\d{2}\s*(?:年末?|届|学年))(?:度|末|底|同期)?[^（()）\d]{0,14}$/

const RATIO = /([\u4e00-\u9fff]{1,8}比)\s*(?:约为|达到?|为|是|[:：])?\s*(\d+(?:\.\d+)?)\s*[:：]\s*1(?![\d.])/g

/** 生师比为 16.52:1: a quantity that has a colon where others have a unit. */
function ratiosOf(sentence: Sentence, understood: Understood): Statement[] {
  const block = understood.document.blocks[sentence.block]!
  if (block.kind !== 'paragraph') return []
  return [...sentence.text.matchAll(RATIO)].flatMap(([, label, digits], at) => {
    const found = sentence.text.indexOf(digits!)
    const before = sentence.text.slice(0, found)
    if (/[较比](?:上|去|20)|由|从|上年|去年|约/.test(before.slice(-24)) || at > 0 || /20\d{2}/.test(before)) return []
    return [
      {
        name: nameOf(label!, understood.synonyms),
        label: label!,
        unitClass: ':',
        unit: ':',
        value: new Exact(digits!),
        step: new Exact(10).pow(-(digits!.split('.')[1]?.length ?? 0)),
        printed: digits!,
        closeness: 'exact',
        place: {
          ...(block.page === undefined ? {} : { page: block.page }),
          paragraph: block.paragraph,
          text: sentence.text.slice(Math.max(0, found - 24), found + digits!.length + 12).trim(),
        },
        year: '',
        scope: sentence.scope,
        sentence: sentence.index,
        isPart: false,
        isNew: false,
        isCumulative: false,
        from: block.role === 'note' ? 'note' : 'prose',
      },
    ]
  })
}

/** 其中男生落实率 94.19%；女生 2506 人，落实率 95.61%: the part that begins with 其中 goes on behind the semicolon. */
function isGoingOn(m: Mention, { sentences }: Understood): boolean {
  const before = sentences[m.sentence.index - 1]
  return (
    m.unitClass === '%' &&
    before !== undefined &&
    before.block === m.sentence.block &&
    /其中[^。]*[；;]\s*$/.test(before.text)
  )
}

/** A figure of another time in a bracket, and what it is a figure of. */
export interface Dated {
  readonly label: string
  /** The figure of today before the bracket; null when only the change names it. */
  readonly of: Mention | null
}

/** 在校生 52106 人，比上年减少 312 人（2022 年：52418 人）; 外聘教师增加 6 人（上学年 168 人）: null where it is no such bracket. */
export function inDatedBracket(m: Mention): Dated | null {
  const { text, mentions } = m.sentence
  if (!DATED_BRACKET.test(text.slice(0, m.start)) || !/^[^（()）]{0,6}[)）]/.test(text.slice(m.end))) return null
  const before = mentions.slice(0, m.index)
  const from = before.findLastIndex((other) => !isChange(other))
  const own = nameOfChange(before[from + 1])
  if (own !== '') return { label: own, of: null }
  const of = before.slice(0, from + 1).findLast((other) => other.unitClass === m.unitClass)
  return of ? { label: of.noun, of } : null
}

/** 教育经费比上年增长, 外聘教师增加: what the change is said of, where it says so itself. */
function nameOfChange(change: Mention | undefined): string {
  if (!change) return ''
  const lead = change.lead.replace(/\s/g, '').replace(/^(?:其中|学校|全校|，)+/, '')
  const compared = /^(.*?)(?:同比|环比|[比较与同](?:上|去|前|年初|期初|20))/.exec(lead)
  const name = (compared ? compared[1]! : lead).replace(
    /(?:净?增加|净?减少|增长|提高|提升|上升|下降|扩大|缩小|增|减)了?$/,
    '',
  )
  return name.length >= 2 && /^[\u4e00-\u9fff“”]+$/.test(name) && !/^(?:同比|环比|增幅|降幅|增长率?|下降)/.test(name)
    ? name
    : ''
}

const YEAR = /(20\d{2})\s*[-—–~～至]\s*(20\d{2}|\d{2})(?=\s*(?:年|学年))|(20\d{2})\s*(?=年|届|学年|级)/g

/** The year a figure is of: the last one said before it in its sentence, outside brackets that are closed already. */
export function yearOf(m: Mention, { year: reportYear, isSchoolYear }: Understood): string {
  const before = m.sentence.text.slice(0, m.start).replace(/[（(][^（）()]*[）)]/g, '')
  if (/(上年(?!结[转余])|去年|上一年|上年度|上一?学年|上一?届|往年)[^，。；]*$/.test(before))
    return reportYear === null ? '-1' : String(reportYear - 1)
  const said = [...before.matchAll(YEAR)].at(-1)
  if (said?.[1]) {
    const years = [said[1], `20${said[2]!.slice(-2)}`]
    // In a report on a school year, and in that of the year in which one ends, that year is now.
    return (isSchoolYear && years.includes(String(reportYear))) || years[1] === String(reportYear)
      ? ''
      : `${said[1]}-${said[2]!.slice(-2)}`
  }
  if (said) return said[3]!
  // A paragraph about another year than the report's goes on about it.
  const [inherited] = m.sentence.opening
  if (isSchoolYear && inherited?.includes(String(reportYear))) return ''
  return m.sentence.opening.length === 1 && inherited !== String(reportYear) ? inherited! : ''
}

const GENERIC_HEAD =
  /^(全校|全院|总体|人数|数量|数值|数据|金额|值|数|合计|总计|总数|指标值|完成值|实际值|本年|本年度|当年|数目|规模|人|个|人数（人）|(?:20\d{2}\s*(?:[-—–~～至]\s*(?:20)?\d{2}\s*)?(?:年度?|学年|届)?|上年|本年|期末|期初|年初|年末)?(?:预算|决算|执行|完成|实际|发生|余)?[数额]?)$/
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
        scope: partIn(sheet),
        sentence: -1,
        isPart: named.isPart,
        isNew: false,
        isCumulative: false,
        from: 'table' as const,
      },
    ]
  })
}

/** A table of 产业学院 or of a 专业群 tells of them, not of the whole college. */
const partIn = ({ table, grid }: Sheet): string =>
  /(产业学院|专业群|试点班|订单班)(?!数)/.exec(`${table.caption ?? ''} ${grid[0]?.[0] ?? ''}`)?.[1] ?? ''

/** Rows below 其中 until the next numbered row. */
function isBelowOfWhich(sheet: Sheet, row: number): boolean {
  for (let at = row; at >= sheet.headRows; at -= 1) {
    if (/^(其中|包括)/.test(sheet.rowLabels[at] ?? '')) return true
    if (sheet.serialColumn === null ? at < row : (sheet.grid[at]![sheet.serialColumn] ?? '') !== '') return false
  }
  return false
}

/** What a cell is a value of: its row in a table of indicators, its column in a table by years or in a total row. */
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
