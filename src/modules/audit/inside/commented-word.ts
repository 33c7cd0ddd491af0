import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Lang } from '../../../language/label.ts'
import { type Block, cellColumns, type Place } from '../document.ts'
import type { WireAudited } from '../wire.ts'
import { COMMENTER, findingWords, isDismissed } from './finding-words.ts'

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

/** The document's text as a Word file, with each finding as a comment at all of its places. */
export async function commentedWord({ blocks, findings }: WireAudited, lang: Lang): Promise<Buffer> {
  const comments = findings.flatMap((finding, at) =>
    isDismissed(finding) ? [] : finding.places.slice(0, 6).map((place) => ({ finding, place, number: at + 1 })),
  )
  const at = new Map<string, number[]>()
  comments.forEach(({ place }, id) => {
    const key = keyOf(place)
    at.set(key, [...(at.get(key) ?? []), id])
  })
  const document = new Document({
    comments: {
      children: comments.map(({ finding, number }, id) => ({
        id,
        author: COMMENTER[lang],
        date: new Date(),
        children: findingWords(finding, number, lang).map((text) => new Paragraph({ children: [new TextRun(text)] })),
      })),
    },
    sections: [{ children: blocks.flatMap((block) => blockOf(block, at)) }],
  })
  return Packer.toBuffer(document)
}

const keyOf = ({ paragraph, table, row, column }: Place) =>
  table === undefined ? `p${paragraph ?? ''}` : `t${table}.${row ?? ''}.${column ?? ''}`

function runs(text: string, ids: readonly number[]) {
  return [
    ...ids.map((id) => new CommentRangeStart(id)),
    new TextRun(text),
    ...ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
  ]
}

function blockOf(block: Block, at: ReadonlyMap<string, readonly number[]>): (Paragraph | Table)[] {
  if (block.kind === 'heading')
    return [
      new Paragraph({
        heading: LEVELS[Math.min(6, Math.max(1, block.level)) - 1]!,
        children: runs(block.text, at.get(`p${block.paragraph}`) ?? []),
      }),
    ]
  if (block.kind === 'paragraph')
    return [new Paragraph({ children: runs(block.text, at.get(`p${block.paragraph}`) ?? []) })]
  const columns = cellColumns(block)
  const rows = block.rows.map((row, r) => {
    return new TableRow({
      children: row.cells.map((cell, c) => {
        const ids = at.get(`t${block.table}.${r + 1}.${columns[r]![c]!}`) ?? []
        return new TableCell({
          children: [new Paragraph({ children: runs(cell.text, ids) })],
          ...(cell.columns ? { columnSpan: cell.columns } : {}),
          ...(cell.rows ? { rowSpan: cell.rows } : {}),
        })
      }),
    })
  })
  // Whole-table findings (a caption) stand on the caption's paragraph.
  return rows.length === 0
    ? []
    : [new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph('')]
}
