import { Parser } from 'htmlparser2'
import type { Block, Cell } from '../document.ts'
import { blockList, type DraftCell, type DraftLine, type DraftTable } from './block-list.ts'
import type { ListPlace, NumberNext } from './word-numbering.ts'
import type { WordStyle } from './word-styles.ts'

/** Text in these is not what a reader sees: deleted, moved away, as it was before, codes of fields, second versions of a shape. */
const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'mc:Fallback',
  'w:delText',
  'w:footnotePr',
  'wp:docPr',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
])

/** Positions in word/document.xml of a run: text of one look, and of what says how it looks. */
interface WordRun {
  readonly start: number
  end: number
  looks?: readonly [number, number]
  isVanished: boolean
}

/** Positions of a piece of text in a run. */
export interface TextPiece {
  readonly run: Readonly<WordRun>
  /** The opening tag <w:t …>. */
  readonly tag: readonly [number, number]
  readonly text: readonly [number, number]
}

/** Where a paragraph stands in word/document.xml: behind its opening tag and properties, and before its closing tag. */
export interface WordParagraph {
  start: number
  end: number
  /** The paragraph that the text box hangs on in which this one is. */
  readonly host?: number
  readonly pieces: TextPiece[]
}

export interface WordBody {
  readonly blocks: readonly Block[]
  /** The paragraphs of the file, by number, that a block or cell was read from. */
  readonly sources: ReadonlyMap<Block | Cell, readonly number[]>
  readonly paragraphs: readonly WordParagraph[]
}

/** The other parts of the file that say how the body reads. */
interface WordParts {
  readonly styles: ReadonlyMap<string, WordStyle>
  readonly number: NumberNext
  /** Texts of footnotes (f1) and endnotes (e1). */
  readonly notes: ReadonlyMap<string, string>
}

interface OpenParagraph {
  readonly source: number
  text: string
  level: number | undefined
  styleId: string | undefined
  numbering: { list?: string; level?: number } | undefined
  run: WordRun | undefined
  looksFrom: number
  inText: boolean
  tag: readonly [number, number]
  /** Paragraphs and tables of text boxes that hang on this one. */
  readonly boxed: (DraftLine | DraftTable)[]
}

interface OpenCell extends DraftCell {
  readonly content: (DraftLine | DraftTable)[]
  columns: number
  continues: boolean
}

interface OpenTable extends DraftTable {
  readonly rows: DraftCell[][]
  readonly pages: (number | undefined)[]
  /** How many paragraphs were open around it: those of text boxes. */
  readonly depth: number
  row: OpenCell[]
  isRowDeleted: boolean
}

/** Reads word/document.xml: what a reader sees, and where each of it stands in the XML. */
export function wordBody(xml: string, { styles, number, notes }: WordParts): WordBody {
  const list = blockList()
  const hasPages = xml.includes('<w:lastRenderedPageBreak')
  const paragraphs: WordParagraph[] = []
  const open: OpenParagraph[] = []
  const tables: OpenTable[] = []
  let waiting: DraftLine[] = []
  let page = 1
  let hidden = 0
  let inRowProperties = false
  const here = () => (hasPages ? page : undefined)
  const cellHere = () => {
    const table = tables.at(-1)
    return table && table.depth === open.length ? table.row.at(-1) : undefined
  }

  function deliver(item: DraftLine | DraftTable): void {
    const table = tables.at(-1)
    if (table && table.depth === open.length) table.row.at(-1)?.content.push(item)
    else if (open.length > 0) open.at(-1)!.boxed.push(item)
    else if ('rows' in item) list.table(item)
    else list.paragraph(item, here())
    if (open.length > 0 || tables.length > 0) return
    const due = waiting
    waiting = []
    for (const note of due) list.paragraph(note, here())
  }

  function closeParagraph(at: number): void {
    const paragraph = open.pop()
    if (!paragraph) return
    const { source, text, level, styleId, numbering, boxed } = paragraph
    paragraphs[source]!.end = at
    const style = styles.get(styleId ?? '')
    const place = listPlace(numbering, style?.numbering)
    const before = place ? number(place, styleId) : ''
    deliver({
      text: text.trim() === '' && !cellHere() ? '' : before + text,
      style: { ...style, ...(level === undefined ? {} : { level }) },
      source,
    })
    for (const item of boxed) deliver(item)
  }

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (HIDDEN.has(tag)) {
          hidden += 1
          // A row is deleted by a mark in its properties.
          if (tag === 'w:del' && inRowProperties) tables.at(-1)!.isRowDeleted = true
        }
        if (hidden > 0) return
        const value = attributes['w:val']
        const table = tables.at(-1)
        const paragraph = open.at(-1)
        if (tag === 'w:p') {
          const start = parser.endIndex + 1
          open.push({
            source: paragraphs.length,
            text: '',
            level: undefined,
            styleId: undefined,
            numbering: undefined,
            run: undefined,
            looksFrom: 0,
            inText: false,
            tag: [0, 0],
            boxed: [],
          })
          paragraphs.push({ start, end: start, pieces: [], ...(open.length > 1 ? { host: open[0]!.source } : {}) })
        } else if (tag === 'w:tbl')
          tables.push({ rows: [], pages: [], page: here(), depth: open.length, row: [], isRowDeleted: false })
        else if (tag === 'w:tr' && table) {
          table.row = []
          table.isRowDeleted = false
        } else if (tag === 'w:trPr') inRowProperties = true
        else if (tag === 'w:gridBefore' && table)
          table.row.push({ content: [], columns: spanOf(value), rows: 1, continues: false })
        else if (tag === 'w:tc' && table) table.row.push({ content: [], columns: 1, rows: 1, continues: false })
        else if (tag === 'w:gridSpan' && table?.row.length) table.row.at(-1)!.columns = spanOf(value)
        else if (tag === 'w:vMerge' && table?.row.length) table.row.at(-1)!.continues = value !== 'restart'
        else if (tag === 'w:lastRenderedPageBreak') page += 1
        else if (paragraph) inParagraph(paragraph, tag, attributes, value)
      },
      ontext(piece) {
        const paragraph = open.at(-1)
        if (hidden === 0 && paragraph?.inText) paragraph.text += piece
      },
      onclosetag(tag) {
        if (HIDDEN.has(tag)) hidden = Math.max(0, hidden - 1)
        if (hidden > 0) return
        const paragraph = open.at(-1)
        const table = tables.at(-1)
        if (tag === 'w:p') closeParagraph(parser.startIndex)
        else if (tag === 'w:pPr' && paragraph) paragraphs[paragraph.source]!.start = parser.endIndex + 1
        else if (tag === 'w:r' && paragraph) {
          if (paragraph.run) paragraph.run.end = parser.endIndex + 1
          paragraph.run = undefined
        } else if (tag === 'w:rPr' && paragraph?.run) paragraph.run.looks ??= [paragraph.looksFrom, parser.endIndex + 1]
        else if (tag === 'w:trPr') inRowProperties = false
        else if ((tag === 'w:t' || tag === 'm:t') && paragraph?.inText) {
          paragraph.inText = false
          if (tag === 'w:t' && paragraph.run && parser.startIndex >= paragraph.tag[1])
            paragraphs[paragraph.source]!.pieces.push({
              run: paragraph.run,
              tag: paragraph.tag,
              text: [paragraph.tag[1], parser.startIndex],
            })
        } else if (tag === 'w:tr' && table) {
          if (!table.isRowDeleted) {
            table.rows.push(closedRow(table))
            table.pages.push(here())
          }
          table.row = []
        } else if (tag === 'w:tbl' && table) {
          tables.pop()
          deliver(table)
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  function inParagraph(
    paragraph: OpenParagraph,
    tag: string,
    attributes: Readonly<Record<string, string>>,
    value: string | undefined,
  ): void {
    if (tag === 'w:pStyle') paragraph.styleId = value
    else if (tag === 'w:outlineLvl' && Number(value) < 9) paragraph.level = Number(value) + 1
    else if (tag === 'w:numId') paragraph.numbering = { ...paragraph.numbering, list: value ?? '0' }
    else if (tag === 'w:ilvl') paragraph.numbering = { ...paragraph.numbering, level: Number(value) }
    else if (tag === 'w:r') paragraph.run = { start: parser.startIndex, end: parser.startIndex, isVanished: false }
    else if (tag === 'w:rPr') paragraph.looksFrom = parser.startIndex
    else if (tag === 'w:vanish' && paragraph.run && value !== '0' && value !== 'false') paragraph.run.isVanished = true
    else if (tag === 'w:t' || tag === 'm:t') {
      paragraph.inText = !paragraph.run?.isVanished
      paragraph.tag = [parser.startIndex, parser.endIndex + 1]
    } else if (tag === 'w:tab' && attributes['w:pos'] === undefined) paragraph.text += ' '
    else if (tag === 'w:br' || tag === 'w:cr') paragraph.text += attributes['w:type'] === 'page' ? '' : ' '
    else if (tag === 'w:noBreakHyphen') paragraph.text += '-'
    else if (tag === 'w:footnoteReference' || tag === 'w:endnoteReference') {
      const text = notes.get(`${tag.charAt(2)}${attributes['w:id'] ?? ''}`)
      if (text) waiting.push({ text, style: { isNote: true }, source: paragraph.source })
    }
  }

  parser.write(xml)
  parser.end()
  return { ...list.done(), paragraphs }
}

const spanOf = (value: string | undefined): number => Math.min(60, Number(value) || 1)

/** The list of a paragraph: its own, or its style's; 0 takes it out of any. */
function listPlace(
  own: { list?: string; level?: number } | undefined,
  styled: ListPlace | undefined,
): ListPlace | null {
  const list = own?.list ?? styled?.list
  if (list === undefined || list === '0') return null
  return { list, level: own?.level ?? styled?.level }
}

/** A cell that continues the one above gets its text when that is a name: numbers must not count twice. */
function closedRow({ row, rows }: OpenTable): DraftCell[] {
  const above = rows.at(-1)
  let column = 0
  return row.map(({ continues, ...cell }) => {
    const upper = continues && above ? cellAt(above, column) : undefined
    column += cell.columns
    if (!continues) return cell
    const lines = (upper?.content ?? []).filter((item): item is DraftLine => 'text' in item)
    const isNumber = /^[-−\d.,%\s]+$/.test(lines.map(({ text }) => text).join(' '))
    return { ...cell, content: isNumber ? [] : lines }
  })
}

function cellAt(row: readonly DraftCell[], column: number): DraftCell | undefined {
  let at = 0
  for (const cell of row) {
    if (at === column) return cell
    at += cell.columns
  }
  return undefined
}
