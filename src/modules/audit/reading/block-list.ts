import type { Block, Cell, TableRow } from '../document.ts'
import { headingLevel, isCaption, isContentsLine, isNote } from './line-kinds.ts'
import { cleanParagraph } from './plain-characters.ts'
import { attach } from './read-text.ts'

/** What the format itself says of a paragraph: its outline level, or that it is a line of the contents. */
export interface Style {
  readonly level?: number | undefined
  readonly isContents?: boolean
}

/** Collects the blocks of a format that has paragraphs and tables of its own (Word, HTML), and numbers them. */
export function blockList() {
  const blocks: Block[] = []
  let paragraphs = 0
  let tables = 0
  return {
    paragraph(raw: string, { level: styled, isContents = false }: Style, page: number | undefined): void {
      const text = cleanParagraph(raw)
      if (text === '') return
      paragraphs += 1
      const paged = page === undefined ? {} : { page }
      const place = { text, paragraph: paragraphs, ...paged }
      if (isContents || isContentsLine(text)) blocks.push({ kind: 'paragraph', role: 'contents', ...place })
      else if (/^(案例|Case)\s*\d/i.test(text) && isCaption(text)) blocks.push({ kind: 'heading', level: 4, ...place })
      else if (isCaption(text)) blocks.push({ kind: 'paragraph', role: 'caption', ...place })
      else {
        const level = styled ?? headingLevel(text)
        // A whole sentence in a heading's style is text that somebody made large.
        if (level !== null && level !== undefined && !(text.length > 60 && /。/.test(text)))
          blocks.push({ kind: 'heading', level, ...place })
        else blocks.push({ kind: 'paragraph', ...place, ...(isNote(text) ? { role: 'note' as const } : {}) })
      }
    },
    table(
      rows: readonly (readonly Cell[])[],
      caption: string | undefined,
      page: number | undefined,
      pages: readonly (number | undefined)[] = [],
    ): void {
      const kept: TableRow[] = rows
        .map((cells, at) => ({ cells, ...(pages[at] === undefined ? {} : { page: pages[at] }) }))
        .filter((row) => row.cells.length > 0)
      const isLayout = kept.length < 2 || kept.every((row) => row.cells.length < 2)
      if (isLayout) {
        for (const row of kept)
          for (const cell of row.cells) for (const line of cell.text.split('\n')) this.paragraph(line, {}, page)
        return
      }
      tables += 1
      blocks.push({
        kind: 'table',
        table: tables,
        rows: kept,
        ...(caption === undefined ? {} : { caption }),
        ...(page === undefined ? {} : { page }),
      })
    },
    done: (): Block[] => attach(blocks),
  }
}
