import type { AuditDocument, Block, Cell, Table, TableRow } from '../document.ts'
import { beginsPoint, headingLevel, isCaption, isContentsLine, isContentsTitle, isNote } from './line-kinds.ts'
import { cleanParagraph, joinPieces, plainCharacters } from './plain-characters.ts'
import { bareRowOf, isRuleLine, rowOf, spacedRowOf, squareRows } from './text-tables.ts'

/** A line of a plain-text file, with the page it stands on where form feeds tell. */
export interface Line {
  readonly text: string
  readonly page?: number
  /** The line stops short of the margin, or starts behind it: where paragraphs end and begin, when the reader knows. */
  readonly ends?: boolean
  readonly begins?: boolean
  /** A whole table, when the reader knows it. */
  readonly table?: readonly (readonly Cell[])[]
}

/** Reads a plain text or Markdown file: headings, paragraphs put together again, tables of tabs, bars or blanks. */
export function readText(name: string, text: string): AuditDocument {
  const hasPages = text.includes('\f')
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\f')
    .flatMap((page, at) => page.split('\n').map((line) => (hasPages ? { text: line, page: at + 1 } : { text: line })))
  return { name, blocks: blocksOf(lines) }
}

interface Open {
  text: string
  page: number | undefined
  role: 'contents' | undefined
  /** Whether a blank line followed: only an unfinished sentence goes on over it. */
  isTorn: boolean
  /** Known to be over. */
  hasEnded: boolean
}

/** Puts lines together to blocks. Other readers that end in lines of text (PDF) use it too. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let paragraphs = 0
  let tables = 0
  let open: Open | undefined
  let rows: { cells: string[]; page: number | undefined }[] = []
  let inContents = false

  const paged = (page: number | undefined) => (page === undefined ? {} : { page })
  const close = () => {
    if (!open) return
    const { text, page, role } = open
    open = undefined
    const clean = cleanParagraph(text)
    if (clean === '') return
    paragraphs += 1
    const level = role ? null : headingLevel(clean)
    if (isCaption(clean) && !role) {
      // The title of a case is a heading in all but name.
      if (/^(案例|Case)/i.test(clean))
        blocks.push({ kind: 'heading', level: 4, text: clean, paragraph: paragraphs, ...paged(page) })
      else blocks.push({ kind: 'paragraph', role: 'caption', text: clean, paragraph: paragraphs, ...paged(page) })
    } else if (level !== null)
      blocks.push({ kind: 'heading', level, text: clean.replace(/^#+\s*/, ''), paragraph: paragraphs, ...paged(page) })
    else {
      const role2 = role ?? (isNote(clean) ? 'note' : undefined)
      blocks.push({
        kind: 'paragraph',
        text: clean,
        paragraph: paragraphs,
        ...(role2 ? { role: role2 } : {}),
        ...paged(page),
      })
    }
  }
  const closeTable = () => {
    if (rows.length === 0) return
    const kept = rows
    rows = []
    const width = Math.max(...kept.map((row) => row.cells.length))
    if (kept.length < 2 || width < 2) {
      for (const row of kept) {
        open = { text: row.cells.join(' '), page: row.page, role: undefined, isTorn: true, hasEnded: false }
        close()
      }
      return
    }
    tables += 1
    const square: TableRow[] = squareRows(
      kept.map((row) => row.cells),
      kept.map((row) => row.page),
    )
    blocks.push({ kind: 'table', table: tables, rows: square, ...paged(kept[0]!.page) })
  }

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!
    if (line.table) {
      close()
      closeTable()
      tables += 1
      const paging = paged(line.page)
      const cleaned = line.table.map((row) => row.map((cell) => ({ ...cell, text: cleanParagraph(cell.text) })))
      blocks.push({ kind: 'table', table: tables, rows: cleaned.map((cells) => ({ cells, ...paging })), ...paging })
      continue
    }
    const plain = plainCharacters(line.text)
    const trimmed = plain.trim()
    if (trimmed === '') {
      if (open) open.isTorn = true
      continue
    }
    if (isContentsTitle(trimmed.replace(/^#+\s*/, ''))) {
      close()
      closeTable()
      inContents = true
      open = { text: trimmed, page: line.page, role: 'contents', isTorn: true, hasEnded: false }
      close()
      continue
    }
    const bare = cleanParagraph(trimmed.replace(/\t/g, ' '))
    if (isContentsLine(bare) || (inContents && isEntry(bare))) {
      const begun: Open | undefined = open
      if (begun?.role === 'contents' && !begun.isTorn && !/\d$/.test(begun.text))
        begun.text = joinPieces(begun.text, bare)
      else {
        close()
        open = { text: bare, page: line.page, role: 'contents', isTorn: false, hasEnded: false }
      }
      close()
      continue
    }
    if (inContents && looksAhead(lines, at)) {
      close()
      open = { text: bare, page: line.page, role: 'contents', isTorn: false, hasEnded: false }
      continue
    }
    inContents = false
    if (isRuleLine(trimmed)) continue
    const cells =
      rowOf(plain) ?? bareRowOf(plain, lines[at + 1]?.text, rows.length > 0) ?? spacedTable(lines, at, rows.length > 0)
    if (cells) {
      close()
      rows.push({ cells: cells.map((cell) => cleanParagraph(cell)), page: line.page })
      continue
    }
    if (rows.length > 0) {
      // A cell broken by a page goes on below; anything else ends the table.
      if (tableGoesOn(lines, at, rows) && trimmed.length <= 30) {
        continueCell(rows[rows.length - 1]!.cells, trimmed)
        continue
      }
      closeTable()
    }
    const startsNew =
      isCaption(bare) || headingLevel(trimmed) !== null || beginsPoint(bare) || isNote(bare) || trimmed.startsWith('#')
    if (open && !startsNew && !(line.begins && /[。！？：；.]$/.test(open.text.trim())) && goesOn(open, bare)) {
      open.text = joinPieces(open.text, bare)
      open.isTorn = false
      open.hasEnded = line.ends ?? false
    } else {
      close()
      open = { text: trimmed, page: line.page, role: undefined, isTorn: false, hasEnded: line.ends ?? false }
    }
  }
  close()
  closeTable()
  return attach(blocks)
}

/** Whether the open paragraph lacks its end: then the next line belongs to it, even over the blank line of a page break. */
function goesOn(open: Open, next: string): boolean {
  const text = cleanParagraph(open.text)
  if (open.hasEnded) return /^[，。；、）”》]/.test(next)
  if (open.text.startsWith('#') || isCaption(text)) return false
  if (headingLevel(open.text.trim()) !== null && text.length < 40 && !/^[,，。；、）)”》]/.test(next)) return false
  if (!open.isTorn) return !/[。！？!?]$/.test(text) || /^[a-z，。；、）)”》]/.test(next)
  if (/^[，。；、：）)”》]/.test(next)) return true
  return text.length >= 30 && /[\u3400-\u9fff\d，、（“《,]$/.test(text)
}

/** 表 2：专业集群 15 within a list of tables. */
function isEntry(text: string): boolean {
  return (
    /^(\d|[（(]?[一二三四五六七八九十]|第|[表图]|案例|附)/.test(text) &&
    /[^\d.]\s?\d{1,3}$/.test(text) &&
    text.length < 80
  )
}

/** Whether an entry of the contents is broken over lines: one of the next lines ends it. */
function looksAhead(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < Math.min(lines.length, at + 3); next += 1) {
    const text = plainCharacters(lines[next]!.text).trim()
    if (text === '') continue
    return isContentsLine(cleanParagraph(text))
  }
  return false
}

/** A row of cells apart by blanks, when the line before or after has as many: single lines may just be set loosely. */
function spacedTable(lines: readonly Line[], at: number, inTable: boolean): string[] | null {
  const cells = spacedRowOf(lines[at]!.text.replace(/\u3000/g, ' '))
  if (!cells) return null
  const others = [at - 1, at + 1].map((other) => spacedRowOf(lines[other]?.text.replace(/\u3000/g, ' ') ?? ''))
  const isRow =
    others.some((other) => other?.length === cells.length) &&
    (cells.some((c) => /\d/.test(c)) || inTable || others[1]?.some((c) => /^\d/.test(c)))
  return isRow ? cells : null
}

/** Whether rows of the same table follow after this loose line. */
function tableGoesOn(lines: readonly Line[], at: number, rows: readonly { cells: string[] }[]): boolean {
  const text = plainCharacters(lines[at]!.text).trim()
  if (isCaption(cleanParagraph(text)) || isNote(text) || /[。；：:]$/.test(text) || headingLevel(text) !== null)
    return false
  for (let next = at + 1; next < Math.min(lines.length, at + 4); next += 1) {
    const line = plainCharacters(lines[next]!.text)
    if (line.trim() === '') continue
    const cells = rowOf(line)
    return cells !== null && cells.length === rows[rows.length - 1]!.cells.length
  }
  return false
}

/** Adds the rest of a torn cell to the cell it belongs to: the first that is text. */
function continueCell(cells: string[], rest: string): void {
  const at = cells.findIndex((cell) => /[\u3400-\u9fffA-Za-z]$/.test(cell))
  if (at >= 0) cells[at] = joinPieces(cells[at]!, rest)
}

/** Gives tables the caption before and the notes after them, and joins tables torn over pages. */
export function attach(blocks: readonly Block[]): Block[] {
  return joinTorn(captioned(blocks))
}

const headOf = ({ rows }: Table) => rows[0]!.cells.map((cell) => cell.text.replace(/\s/g, '')).join('|')

/** A table that follows another at once, on the next page, as wide or with the same head, is its rest. */
function joinTorn(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  let tables = 0
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'table' && last?.kind === 'table' && block.caption === undefined) {
      const width = (table: Table) =>
        Math.max(...table.rows.map((row) => row.cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)))
      const isNextPage =
        block.page !== undefined &&
        last.rows.at(-1)?.page !== undefined &&
        block.page === (last.rows.at(-1)!.page ?? 0) + 1
      if (width(last) === width(block) && (headOf(last) === headOf(block) || isNextPage)) {
        const rest = headOf(last) === headOf(block) ? block.rows.slice(1) : block.rows
        joined[joined.length - 1] = {
          ...last,
          rows: isNextPage ? joinRows(last.rows, rest) : [...last.rows, ...rest],
          ...(block.notes ? { notes: block.notes } : {}),
        }
        continue
      }
    }
    if (block.kind === 'table') tables += 1
    joined.push(block.kind === 'table' ? { ...block, table: tables } : block)
  }
  return joined
}

/** Rows of a table with those on the next page; a row that the page tore has its rest in the first of them. */
function joinRows(rows: readonly TableRow[], next: readonly TableRow[]): TableRow[] {
  const last = rows.at(-1)
  const [first, ...others] = next
  const full = first?.cells.filter(({ text }) => text !== '') ?? []
  const isRest =
    last?.cells.length === first?.cells.length &&
    full.length <= (first?.cells.length ?? 0) / 2 &&
    !full.some(({ text }) => /^[-−\d.,%\s]+$/.test(text)) &&
    first!.cells.every(({ text }, at) => text === '' || last!.cells[at]!.text !== '')
  if (!last || !first || !isRest) return [...rows, ...next]
  const cells = last.cells.map((cell, at) => ({ ...cell, text: joinPieces(cell.text, first.cells[at]!.text) }))
  return [...rows.slice(0, -1), { ...last, cells }, ...others]
}

function captioned(blocks: readonly Block[]): Block[] {
  return blocks.map((block, at) => {
    if (block.kind !== 'table') return block
    let caption = block.caption
    for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
      if (caption !== undefined) break
      const before = blocks[back]!
      if (before.kind === 'table') break
      if (before.kind === 'paragraph' && before.role === 'caption' && /^(续?表|附表|Table)/i.test(before.text)) {
        caption = before.text
        break
      }
      if (before.text.length > 60) break
    }
    const notes: string[] = []
    for (let next = at + 1; next < blocks.length; next += 1) {
      const after = blocks[next]!
      if (after.kind !== 'paragraph' || after.role !== 'note') break
      notes.push(after.text)
    }
    return { ...block, ...(caption === undefined ? {} : { caption }), ...(notes.length > 0 ? { notes } : {}) }
  })
}
