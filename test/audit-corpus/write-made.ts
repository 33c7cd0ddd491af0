import { HeadingLevel, Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import type { Format, MadeBlock, MadeCell } from './made-document.ts'
import { writePdf } from './write-pdf.ts'

type Writer = (blocks: readonly MadeBlock[]) => Uint8Array | Promise<Uint8Array>

/** The bytes of a file of this format with these blocks. */
export async function writeMade(blocks: readonly MadeBlock[], format: Format): Promise<Uint8Array> {
  return writers[format](blocks)
}

const writers: Readonly<Record<Format, Writer>> = {
  md: (blocks) =>
    encoded(
      blocks,
      (level, text) => `${'#'.repeat(level)} ${text}`,
      (rows) => {
        const lines = rows.map((row) => `| ${row.map((cell) => cell?.text ?? '').join(' | ')} |`)
        return [lines[0], `|${' --- |'.repeat(rows[0]!.length)}`, ...lines.slice(1)].join('\n')
      },
    ),
  txt: (blocks) =>
    encoded(
      blocks,
      (_, text) => text,
      (rows) => rows.map((row) => row.map((cell) => cell?.text ?? '').join('\t')).join('\n'),
    ),
  html: (blocks) => new TextEncoder().encode(asHtml(blocks)),
  docx: asWord,
  xlsx: asWorkbook,
  pdf: writePdf,
}

type Rows = Extract<MadeBlock, { kind: 'table' }>['rows']

function encoded(
  blocks: readonly MadeBlock[],
  heading: (level: number, text: string) => string,
  table: (rows: Rows) => string,
): Uint8Array {
  const texts = blocks.map((block) => {
    if (block.kind === 'heading') return heading(block.level, block.text)
    return block.kind === 'table' ? table(block.rows) : block.text
  })
  return new TextEncoder().encode(`${texts.join('\n\n')}\n`)
}

const isCaption = (text: string): boolean => /^(?:附?表|Table)\s*[\d一二三四五六七八九十]/.test(text)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function asHtml(blocks: readonly MadeBlock[]): string {
  const parts = blocks.map((block, i) => {
    if (block.kind === 'heading') return `<h${block.level}>${escaped(block.text)}</h${block.level}>`
    if (block.kind === 'paragraph')
      return isCaption(block.text) && blocks[i + 1]?.kind === 'table' ? '' : `<p>${escaped(block.text)}</p>`
    const before = blocks[i - 1]
    const caption = before?.kind === 'paragraph' && isCaption(before.text) ? before.text : undefined
    const rows = block.rows.map((row, y) => {
      const cells = row.flatMap((cell) => {
        if (cell === null) return []
        const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
        const tag = y === 0 ? 'th' : 'td'
        return [`<${tag}${spans}>${escaped(cell.text)}</${tag}>`]
      })
      return `<tr>${cells.join('')}</tr>`
    })
    return `<table border="1">${caption ? `<caption>${escaped(caption)}</caption>` : ''}${rows.join('\n')}</table>`
  })
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>报告</title><style>td{padding:2px}</style></head><body>\n${parts.join('\n')}\n</body></html>\n`
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

function wordCell(cell: MadeCell): TableCell {
  return new TableCell({
    children: [new Paragraph(cell.text)],
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
  })
}

async function asWord(blocks: readonly MadeBlock[]): Promise<Uint8Array> {
  const children = blocks.map((block) => {
    if (block.kind === 'paragraph') return new Paragraph(block.text)
    if (block.kind === 'heading') return new Paragraph({ text: block.text, heading: LEVELS[block.level - 1]! })
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: block.rows.map(
        (row) => new TableRow({ children: row.flatMap((cell) => (cell === null ? [] : [wordCell(cell)])) }),
      ),
    })
  })
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** A sheet for each heading of the first level; figures as numbers unless that would lose a printed zero. */
async function asWorkbook(blocks: readonly MadeBlock[]): Promise<Uint8Array> {
  const sheets: { name: string; rows: (string | number | null)[][]; merges: Merge[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      sheets.push({ name: block.text, rows: [], merges: [] })
      continue
    }
    const sheet = sheets.at(-1)
    if (!sheet) throw new Error('a workbook begins with a heading of the first level')
    if (block.kind !== 'table') {
      // An empty row parts what follows from the table above.
      if (sheet.rows.length > 0 && isCaption(block.text)) sheet.rows.push([])
      sheet.rows.push([block.text])
      continue
    }
    for (const row of block.rows) {
      const y = sheet.rows.length
      sheet.rows.push(row.map((cell) => (cell === null ? null : cellValue(cell.text))))
      row.forEach((cell, x) => {
        if (cell !== null && (cell.columns > 1 || cell.rows > 1))
          sheet.merges.push({ startRow: y, startCol: x, endRow: y + cell.rows - 1, endCol: x + cell.columns - 1 })
      })
    }
  }
  return writeXlsx({ sheets })
}

interface Merge {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

const cellValue = (text: string): string | number => (String(Number(text)) === text ? Number(text) : text)
