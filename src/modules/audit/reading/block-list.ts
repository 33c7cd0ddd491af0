import type { Block, Cell, TableRow } from '../document.ts'
import { headingLevel, isCaption, isContentsLine, isContentsTitle, isNote } from './line-kinds.ts'
import { cleanParagraph } from './plain-characters.ts'
import { attach } from './read-text.ts'

/** What the format itself says of a paragraph: its outline level, that it is a line of the contents, or a remark. */
export interface Style {
  readonly level?: number | undefined
  readonly isContents?: boolean
  readonly isNote?: boolean
}

/** A paragraph as the file has it. */
export interface DraftLine {
  readonly text: string
  readonly style: Style
  /** Number of the paragraph in the file, from 0, whatever it holds: the way back from a place to the file. */
  readonly source?: number
}

export interface DraftCell {
  /** Paragraphs and tables within, in their order. */
  readonly content: readonly (DraftLine | DraftTable)[]
  readonly columns: number
  readonly rows: number
}

/** A table as the file has it: it may only be there for the layout, and cells may hold tables. */
export interface DraftTable {
  readonly rows: readonly (readonly DraftCell[])[]
  readonly page: number | undefined
  /** Pages of the rows, where the format tells. */
  readonly pages?: readonly (number | undefined)[]
  readonly caption?: string | undefined
}

const isTable = (item: DraftLine | DraftTable): item is DraftTable => 'rows' in item

/** Collects the blocks of a format that has paragraphs and tables of its own (Word, HTML), and numbers them. */
export function blockList() {
  const blocks: Block[] = []
  const sources = new Map<Block | Cell, readonly number[]>()
  let paragraphs = 0
  let tables = 0

  function paragraph({ text: raw, style, source }: DraftLine, page: number | undefined): void {
    const text = cleanParagraph(raw)
    if (text === '') return
    paragraphs += 1
    const place = { text, paragraph: paragraphs, ...(page === undefined ? {} : { page }) }
    const block = blockOf(place, style)
    blocks.push(block)
    if (source !== undefined) sources.set(block, [source])
  }

  function table({ rows, page, pages = [], caption }: DraftTable): void {
    const isLayout = rows.filter((row) => row.length > 0).length < 2 || rows.every((row) => row.length < 2)
    if (isLayout) {
      for (const { content } of rows.flat())
        for (const item of content) {
          if (isTable(item)) table(item)
          else paragraph(item, page)
        }
      return
    }
    tables += 1
    const number = tables
    const kept: TableRow[] = []
    rows.forEach((row, at) => {
      if (row.length === 0) return
      kept.push({ cells: row.map(cellOf), ...(pages[at] === undefined ? {} : { page: pages[at] }) })
    })
    blocks.push({
      kind: 'table',
      table: number,
      rows: kept,
      ...(caption === undefined ? {} : { caption }),
      ...(page === undefined ? {} : { page }),
    })
    for (const { content } of rows.flat()) for (const item of content) if (isTable(item)) table(item)
  }

  function cellOf({ content, columns, rows }: DraftCell): Cell {
    const lines = content.filter((item): item is DraftLine => !isTable(item)).filter(({ text }) => text.trim() !== '')
    const cell: Cell = {
      text: lines.map(({ text }) => text.trim()).join('\n'),
      ...(columns > 1 ? { columns } : {}),
      ...(rows > 1 ? { rows } : {}),
    }
    sources.set(
      cell,
      lines.flatMap(({ source }) => (source === undefined ? [] : [source])),
    )
    return cell
  }

  return { paragraph, table, done: () => ({ blocks: attach(blocks), sources }) }
}

type Placed = Pick<Extract<Block, { kind: 'paragraph' }>, 'text' | 'paragraph' | 'page'>

function blockOf(place: Placed, { level: styled, isContents, isNote: isRemark }: Style): Block {
  const { text } = place
  if (isContents || isContentsLine(text) || isContentsTitle(text))
    return { kind: 'paragraph', role: 'contents', ...place }
  if (/^(案例|Case)\s*\d/i.test(text) && isCaption(text)) return { kind: 'heading', level: 4, ...place }
  if (isCaption(text)) return { kind: 'paragraph', role: 'caption', ...place }
  const level = styled ?? headingLevel(text)
  // A whole sentence in a heading's style is text that somebody made large.
  if (level !== null && !(text.length > 60 && /。/.test(text))) return { kind: 'heading', level, ...place }
  return { kind: 'paragraph', ...place, ...(isRemark || isNote(text) ? { role: 'note' as const } : {}) }
}
