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
import type { Block, Place } from '../document.ts'
import type { WireAudited, WireFinding } from '../wire.ts'

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
    finding.places.slice(0, 6).map((place) => ({ finding, place, number: at + 1 })),
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
        author: { zh: '数据一致性检查', en: 'Audit of figures' }[lang],
        date: new Date(),
        children: wordsOf(finding, number, lang).map((text) => new Paragraph({ children: [new TextRun(text)] })),
      })),
    },
    sections: [{ children: blocks.flatMap((block) => blockOf(block, at)) }],
  })
  return Packer.toBuffer(document)
}

function wordsOf({ message, arithmetic, explanations, mark }: WireFinding, number: number, lang: Lang): string[] {
  const perhaps = explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ')
  return [
    `${number}. ${message[lang]}`,
    ...(arithmetic === undefined ? [] : [arithmetic]),
    ...(perhaps === '' ? [] : [`${{ zh: '可能的原因', en: 'Perhaps' }[lang]}: ${perhaps}`]),
    ...(mark ? [`${mark.verdict}: ${mark.reason}`] : []),
  ]
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
  const rows = block.rows.map((row, r) => {
    let column = 0
    return new TableRow({
      children: row.cells.map((cell) => {
        const ids = at.get(`t${block.table}.${r + 1}.${column + 1}`) ?? []
        column += cell.columns ?? 1
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
