import { ImageRun, InternalHyperlink, PageBreak, Paragraph, Tab, TextRun } from 'docx'
import type { IParagraphOptions, ParagraphChild, Table } from 'docx'
import { chartDescription, chartHeight } from './charts.ts'
import { labelsIn } from './labels.ts'
import { noteLines } from './layout-table.ts'
import type { Block, Caption, HeadingEntry, NumberedReport, Run } from './numbered-report.ts'
import { bookmark, bookmarkName, field, fieldEnd, fieldStart } from './word-fields.ts'
import { textWidth } from './word-styles.ts'
import { wordTable } from './word-table.ts'

export type WordContext = {
  report: NumberedReport
  pages: Record<string, number>
  /** Bookmark number of a heading or caption by its id. */
  places: Map<string, number>
  /** Uploaded pictures by the name that stands in for each while the file is built; a chart's is its caption's id. */
  pictures: Map<string, Uint8Array>
  /** Ordered lists so far: each restarts its numbers. */
  lists: { count: number; starts: Set<number> }
}

const pictureWidth = 520
const pictureHeight = 340

/** Word's SEQ name of each kind of caption; readers can ask Word for their own list by it. */
export function sequenceName(kind: Caption['kind'], { language }: NumberedReport): string {
  return labelsIn(language)[kind].replace(/ /g, '_')
}

/** Body paragraphs and tables of the report's blocks, in order. */
export function wordBlocks(blocks: readonly Block[], context: WordContext, inCase = false): (Paragraph | Table)[] {
  return blocks.flatMap((block) => wordBlock(block, context, inCase))
}

function wordBlock(block: Block, context: WordContext, inCase: boolean): (Paragraph | Table)[] {
  const style = inCase ? 'CaseText' : 'BodyText'
  const captionStyle = { style: inCase ? 'CaseCaption' : 'Caption' }
  const pictureStyle = inCase ? 'CasePicture' : 'Picture'
  switch (block.kind) {
    case 'heading':
      return [headingParagraph(block.entry, context)]
    case 'subheading':
      return [new Paragraph({ style, keepNext: true, children: runChildren(block.runs, true) })]
    case 'paragraph':
      return [new Paragraph({ style, children: runChildren(block.runs) })]
    case 'list':
      return listParagraphs(block, context, 0, inCase)
    case 'table':
      return [
        captionParagraph(block.caption, context, { keepNext: true }),
        wordTable(block.grid, runChildren),
        ...notes(noteLines(block.grid.notes, context.report.language)),
        // Two tables without a paragraph between them grow together.
        ...(block.grid.notes.length === 0 ? [new Paragraph({ style: 'TableNote', children: [] })] : []),
      ]
    case 'chart': {
      const { language } = context.report
      const height = Math.round((600 * chartHeight(block.chart)) / 640)
      const drawing = picture(
        pictureStyle,
        'png',
        block.caption.id,
        inCase ? 560 : 600,
        inCase ? Math.round((height * 560) / 600) : height,
        chartDescription(block.chart, language),
        block.caption.text,
      )
      return [drawing, captionParagraph(block.caption, context, captionStyle), ...notes(block.notes)]
    }
    case 'image': {
      const { hash, width, height, type, bytes } = block.picture
      context.pictures.set(hash, bytes)
      const scale = Math.min(1, pictureWidth / width, pictureHeight / height)
      const size = [Math.round(width * scale), Math.round(height * scale)] as const
      const drawing = picture(pictureStyle, type, hash, ...size, block.alt, block.caption?.text ?? block.alt)
      return block.caption === null ? [drawing] : [drawing, captionParagraph(block.caption, context, captionStyle)]
    }
    case 'case':
      return [
        captionParagraph(block.caption, context, { style: 'CaseTitle' }),
        ...wordBlocks(block.content, context, true),
        new Paragraph({ style: 'TableNote', children: [] }),
      ]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function headingParagraph(entry: HeadingEntry, { places }: WordContext): Paragraph {
  return new Paragraph({
    style: `Heading${entry.level}`,
    // The style numbers by itself: a heading someone adds in Word gets its number too.
    ...(entry.number === null ? { numbering: false } : {}),
    children: bookmark(places.get(entry.id) as number, runChildren(entry.runs)),
  } as IParagraphOptions)
}

function captionParagraph(caption: Caption, { report, places }: WordContext, options: IParagraphOptions): Paragraph {
  const labels = labelsIn(report.language)
  const children = [
    new TextRun(`${labels[caption.kind]} `),
    ...field(`SEQ ${sequenceName(caption.kind, report)} \\* ARABIC`, [new TextRun(String(caption.n))]),
    new TextRun(`${labels.captionColon}${caption.title}`),
  ]
  return new Paragraph({ style: 'Caption', ...options, children: bookmark(places.get(caption.id) as number, children) })
}

function listParagraphs(
  block: Extract<Block, { kind: 'list' }>,
  context: WordContext,
  level: number,
  inCase: boolean,
): (Paragraph | Table)[] {
  const start = Math.trunc(block.start)
  if (block.ordered) {
    context.lists.count += 1
    context.lists.starts.add(start)
  }
  const numbering = block.ordered
    ? { reference: `ordered-${start}`, level: Math.min(3, level), instance: context.lists.count }
    : { reference: 'bullets', level: Math.min(3, level) }
  return block.items.flatMap((item) =>
    item.flatMap((inner, index): (Paragraph | Table)[] => {
      if (inner.kind === 'list') return listParagraphs(inner, context, level + 1, inCase)
      if (inner.kind !== 'paragraph') return wordBlock(inner, context, inCase)
      const children = runChildren(inner.runs)
      if (index === 0) return [new Paragraph({ style: 'ListText', numbering, children })]
      return [new Paragraph({ style: 'ListText', indent: { left: 840 + level * 420 }, children })]
    }),
  )
}

// The library would pack the bytes in vain, and wait for charts that are still being drawn: it is given a name.
function picture(
  style: string,
  type: 'png' | 'jpg' | 'gif',
  standIn: string,
  width: number,
  height: number,
  alt: string,
  name: string,
): Paragraph {
  const altText = { name, title: name, description: alt }
  const data = Buffer.from(standIn)
  return new Paragraph({ style, children: [new ImageRun({ type, data, transformation: { width, height }, altText })] })
}

function notes(lines: readonly string[]): Paragraph[] {
  return lines.map((line) => new Paragraph({ style: 'TableNote', children: [new TextRun(line)] }))
}

function runChildren(runs: readonly Run[], bold = false): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.kind === 'break') return [new TextRun({ break: 1 })]
    const isBold = bold || run.bold
    const look = { text: run.text, ...(isBold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}) }
    if (run.kind === 'figure' || run.link === null) return [new TextRun(look)]
    // As a field, not a relationship: its address is then part of the text and the file stays the same each time.
    const address = run.link.replace(/\\/g, '%5C').replace(/"/g, '%22')
    return field(`HYPERLINK "${address}"`, [new TextRun({ ...look, color: '1F5A78', underline: {} })])
  })
}

/** A list with page numbers already in it: the field of Word's own table of contents around our entries. */
export function contentsParagraphs(
  instruction: string,
  entries: readonly { id: string; text: string; style: string }[],
  { pages, places }: WordContext,
): Paragraph[] {
  return entries.map(({ id, text, style }, index) => {
    const place = places.get(id) as number
    const link = new InternalHyperlink({
      anchor: bookmarkName(place),
      children: [
        new TextRun(text),
        new TextRun({ children: [new Tab()] }),
        ...field(`PAGEREF ${bookmarkName(place)} \\h`, [new TextRun(String(pages[id] ?? ''))]),
      ],
    })
    return new Paragraph({
      style,
      tabStops: [{ type: 'right', position: textWidth, leader: 'dot' }],
      children: [
        ...(index === 0 ? fieldStart(instruction) : []),
        link,
        ...(index === entries.length - 1 ? [fieldEnd()] : []),
      ],
    })
  })
}
