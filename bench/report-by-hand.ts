import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type * as Charting from 'echarts'
import type { OutputName } from '../src/engine/reports/compile.ts'
import { reportFontFiles } from '../src/engine/reports/fonts.ts'
import type { Block, NumberedReport, Run } from '../src/engine/reports/numbered-report.ts'
import type { TypstSource } from '../src/engine/reports/typst-source.ts'
import type { ResolvedChart, ResolvedReport } from '../src/language/document.ts'

/** A report in every state of readiness that somebody may start from. */
export interface ReportInput {
  readonly resolved: ResolvedReport
  readonly numbered: NumberedReport
  readonly source: TypstSource
  readonly charts: readonly ResolvedChart[]
  readonly pngs: readonly Uint8Array[]
}

const require = createRequire(import.meta.url)
const words = (runs: readonly Run[]) => runs.map((run) => (run.kind === 'break' ? ' ' : run.text)).join('')

/** The least that makes such a file with the same libraries, when words, numbers and order are known already. */
export async function byHand(name: OutputName, input: ReportInput): Promise<number> {
  if (name === 'report.pdf') return pdf(input)
  return name === 'report.docx' ? word(input) : page(input)
}

let typst: NodeCompiler | undefined

function pdf({ source }: ReportInput): number {
  const { NodeCompiler: Compiler } = require('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: typeof NodeCompiler
  }
  const workspace = import.meta.dirname
  const fontPaths = [...new Set(Object.values(reportFontFiles()).map((file) => dirname(file)))]
  typst ??= Compiler.create({ workspace, fontArgs: [{ fontPaths }] })
  for (const [path, bytes] of source.files) typst.mapShadow(`${workspace}${path}`, Buffer.from(bytes))
  const document = typst.compile({ mainFileContent: source.main }).result!
  return typst.pdf(document, { pdfStandard: 'a-2a', pdfTags: true, creationTimestamp: 0 }).length
}

async function word({ numbered, pngs }: ReportInput): Promise<number> {
  const { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = await import('docx')
  const line = (text: string) => new Paragraph({ children: [new TextRun(text)] })
  let drawn = 0
  const draw = (block: Block): (InstanceType<typeof Paragraph> | InstanceType<typeof Table>)[] => {
    switch (block.kind) {
      case 'heading':
        return [line(words(block.entry.runs))]
      case 'paragraph':
      case 'subheading':
        return [line(words(block.runs))]
      case 'list':
        return block.items.flat().flatMap(draw)
      case 'case':
        return [line(block.caption.text), ...block.content.flatMap(draw)]
      case 'table': {
        const rows = [...block.grid.head, ...block.grid.body.map((row) => row.cells)].map(
          (cells) =>
            new TableRow({ children: cells.map((cell) => new TableCell({ children: [line(words(cell.runs))] })) }),
        )
        return [line(block.caption.text), new Table({ rows })]
      }
      case 'chart': {
        const data = Buffer.from(pngs[drawn++ % pngs.length]!)
        const transformation = { width: 600, height: 320 }
        return [
          new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation })] }),
          line(block.caption.text),
        ]
      }
      case 'image':
      case 'pageBreak':
        return []
    }
  }
  const document = new Document({ sections: [{ children: numbered.blocks.flatMap(draw) }] })
  return (await Packer.toBuffer(document)).length
}

function page({ numbered, charts }: ReportInput): number {
  const { init } = require('echarts') as typeof Charting
  const drawings = [640, 380].flatMap((width) =>
    charts.map((chart) => {
      const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height: 340 })
      drawing.setOption({
        xAxis: { type: 'category', data: chart.categories.map(({ zh }) => zh) },
        yAxis: {},
        series: chart.series.map(({ values }) => ({ type: 'bar' as const, data: values.map(Number) })),
      })
      const svg = drawing.renderToSVGString()
      drawing.dispose()
      return svg
    }),
  )
  const html = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return `<h2>${words(block.entry.runs)}</h2>`
      case 'list':
        return `<ul>${block.items.flat().map(html).join('')}</ul>`
      case 'case':
        return `<section>${block.content.map(html).join('')}</section>`
      case 'table':
        return `<table>${block.grid.body.map((row) => `<tr>${row.cells.map((cell) => `<td>${words(cell.runs)}</td>`).join('')}</tr>`).join('')}</table>`
      case 'paragraph':
      case 'subheading':
        return `<p>${words(block.runs)}</p>`
      default:
        return ''
    }
  }
  return [...numbered.blocks.map(html), ...drawings].join('').length
}
