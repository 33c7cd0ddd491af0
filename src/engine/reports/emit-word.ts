import {
  Document,
  Footer,
  Header,
  NumberFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { ISectionOptions } from 'docx'
import type { ResolvedReport } from '../../language/document.ts'
import { renderChart } from './charts.ts'
import { layoutReport } from './emit-pdf.ts'
import type { EmitOptions } from './emit-pdf.ts'
import { labelsIn } from './labels.ts'
import type { Block, Caption, CaptionKind, NumberedReport } from './numbered-report.ts'
import { renderPngs } from './render-png.ts'
import { resolveNumbering } from './resolve-numbering.ts'
import { contentsParagraphs, sequenceName, wordBlocks } from './word-blocks.ts'
import type { WordContext } from './word-blocks.ts'
import { hei, page, wordNumbering, wordStyles } from './word-styles.ts'
import { xmlText } from './word-fields.ts'
import { readZip, writeZip } from './zip.ts'

/**
 * The report as a Word file (.docx) with real styles, heading numbering, captions and lists. The page numbers in its lists
 * come from the PDF's layout, so the file opens complete; Word's own update replaces them by its own.
 */
export async function emitWord(resolved: ResolvedReport, options: EmitOptions = {}): Promise<Buffer> {
  const report = resolveNumbering(resolved, options.lang)
  const charts = chartPictures(report)
  // The typesetter may refuse the same chart before anybody waits for this.
  charts.catch(() => undefined)
  const entries = [...report.headings, ...report.tables, ...report.pictures, ...report.cases]
  const context: WordContext = {
    report,
    pages: layoutReport(report).pages,
    places: new Map(entries.map(({ id }, index) => [id, index + 1])),
    pictures: new Map(),
    lists: { count: 0, starts: new Set() },
  }
  const body = wordBlocks(report.blocks, context)
  const margin = { top: page.top, bottom: page.bottom, left: page.side, right: page.side, header: 900, footer: 800 }
  const size = { width: page.width, height: page.height }
  const running = {
    headers: {
      default: new Header({ children: [new Paragraph({ style: 'Header', children: [new TextRun(report.title)] })] }),
    },
    footers: {
      default: new Footer({
        children: [new Paragraph({ style: 'Footer', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
      }),
    },
  }
  const section = (formatType: 'lowerRoman' | 'decimal', children: ISectionOptions['children']): ISectionOptions => ({
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size,
        margin,
        pageNumbers: { start: 1, formatType: NumberFormat[formatType === 'decimal' ? 'DECIMAL' : 'LOWER_ROMAN'] },
      },
    },
    ...running,
    children,
  })
  const document = new Document({
    title: report.title,
    subject: report.subtitle,
    creator: report.college,
    lastModifiedBy: report.college,
    keywords: report.period,
    description: '',
    styles: wordStyles(report.language),
    numbering: wordNumbering(context.lists.starts),
    features: { updateFields: false },
    sections: [
      { properties: { page: { size, margin } }, children: coverParagraphs(report) },
      section('lowerRoman', contents(context)),
      section('decimal', body),
    ],
  })
  const archive = await Packer.toBuffer(document)
  return settle(archive, new Map([...context.pictures, ...(await charts)]), options.createdAt ?? new Date())
}

/** PNG bytes of each chart by its caption's id. */
async function chartPictures({ blocks, language }: NumberedReport): Promise<Map<string, Buffer>> {
  const chartsIn = (block: Block): Extract<Block, { kind: 'chart' }>[] => {
    if (block.kind === 'case') return block.content.flatMap(chartsIn)
    if (block.kind === 'list') return block.items.flat().flatMap(chartsIn)
    return block.kind === 'chart' ? [block] : []
  }
  const charts = blocks.flatMap(chartsIn)
  const pictures = await renderPngs(charts.map(({ chart }) => renderChart(chart, { lang: language, width: 640 })))
  return new Map(charts.map(({ caption }, index) => [caption.id, pictures[index] as Buffer]))
}

function coverParagraphs({ college, title, subtitle, cover, language }: NumberedReport): Paragraph[] {
  const labels = labelsIn(language)
  const line = (label: string, value: string) =>
    new Paragraph({
      spacing: { after: 80 },
      children: [new TextRun({ text: `${label}${labels.captionColon}`, font: hei }), new TextRun(value)],
    })
  const paragraphs = [
    new Paragraph({
      style: 'CoverText',
      spacing: { before: 1200 },
      children: [new TextRun({ text: college, bold: true, size: 44 })],
    }),
    new Paragraph({
      style: 'Title',
      // The edition in brackets stands on a line of its own rather than be cut in two.
      children: title.split(/(?=（)/).map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })),
    }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(subtitle)] }),
    // A title of four lines still leaves the date on the cover.
    new Paragraph({ style: 'CoverText', spacing: { before: 3600 }, children: [new TextRun(cover.date)] }),
  ]
  const hasPublication = cover.publicForm !== '' || cover.publicAddress !== ''
  if (!hasPublication && cover.declaration.length === 0) return paragraphs
  paragraphs.push(new Paragraph({ children: [new PageBreak()] }))
  if (hasPublication) {
    paragraphs.push(new Paragraph({ style: 'FrontHeading', children: [new TextRun(labels.publication)] }))
    if (cover.publicForm !== '') paragraphs.push(line(labels.publicForm, cover.publicForm))
    if (cover.publicAddress !== '') paragraphs.push(line(labels.publicAddress, cover.publicAddress))
  }
  if (cover.declaration.length > 0) {
    paragraphs.push(new Paragraph({ style: 'FrontHeading', children: [new TextRun(labels.declaration)] }))
    for (const words of cover.declaration)
      paragraphs.push(new Paragraph({ style: 'BodyText', children: [new TextRun(words)] }))
    const signed = [
      [`${labels.college}${labels.seal}${labels.captionColon}`, college],
      [`${labels.legalRepresentative}${labels.signature}${labels.captionColon}`, cover.legalRepresentative],
      ['', cover.date],
    ] as const
    signed.forEach(([label, value], index) =>
      paragraphs.push(
        new Paragraph({
          indent: { left: 4400 },
          spacing: { before: index === 0 ? 900 : 80 },
          children: [new TextRun({ text: label, font: hei }), new TextRun(value)],
        }),
      ),
    )
  }
  return paragraphs
}

function contents(context: WordContext): Paragraph[] {
  const { report } = context
  const labels = labelsIn(report.language)
  const title = (words: string) => new Paragraph({ style: 'FrontHeading', children: [new TextRun(words)] })
  const headings = report.headings.map(({ id, level, number, title: words }) => {
    return { id, text: number === null ? words : `${number} ${words}`, style: `TOC${level}` }
  })
  const list = (words: string, captions: Caption[]) => {
    if (captions.length === 0) return []
    const kinds = [...new Set(captions.map(({ kind }) => kind))]
    const paragraphs = (kind: CaptionKind) => {
      const entries = captions.filter((caption) => caption.kind === kind)
      return contentsParagraphs(
        `TOC \\h \\z \\c "${sequenceName(kind, report)}"`,
        entries.map(({ id, text }) => ({ id, text, style: 'TableofFigures' })),
        context,
      )
    }
    return [title(words), ...kinds.flatMap(paragraphs)]
  }
  return [
    title(labels.contents),
    ...contentsParagraphs('TOC \\o "1-4" \\h \\z \\u', headings, context),
    ...list(labels.listOfTables, report.tables),
    ...list(labels.listOfPictures, report.pictures),
    ...list(labels.listOfCases, report.cases),
  ]
}

// Pictures take the place of their names. The library dates the file by the clock and counts drawings through the life
// of the process; a publication's bytes may depend on neither.
function settle(archive: Buffer, pictures: ReadonlyMap<string, Uint8Array>, createdAt: Date): Buffer {
  const date = xmlText(`${createdAt.toISOString().slice(0, 19)}Z`)
  const entries = readZip(archive).map(({ name, bytes }) => {
    if (name === 'docProps/core.xml') {
      const core = bytes.toString('utf8')
      return { name, bytes: Buffer.from(core.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}`)) }
    }
    if (name === 'word/document.xml') {
      let drawings = 0
      const xml = bytes.toString('utf8').replace(/<wp:docPr id="\d+"/g, () => `<wp:docPr id="${(drawings += 1)}"`)
      return { name, bytes: Buffer.from(xml) }
    }
    if (name.startsWith('word/media/')) return { name, bytes: Buffer.from(pictures.get(bytes.toString('utf8'))!) }
    return { name, bytes }
  })
  // Readers of the format expect the list of its parts first.
  const rank = ({ name }: { name: string }) => (name === '[Content_Types].xml' ? 0 : 1)
  return writeZip(
    entries.toSorted((a, b) => rank(a) - rank(b)),
    createdAt,
  )
}
