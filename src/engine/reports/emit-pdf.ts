import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Language, ResolvedReport } from '../../language/document.ts'
import { reportFontFiles } from './fonts.ts'
import type { NumberedReport } from './numbered-report.ts'
import { ReportError } from './report-error.ts'
import { resolveNumbering } from './resolve-numbering.ts'
import { typstSource } from './typst-source.ts'

export type EmitOptions = {
  /** Language of the printed words; Chinese when missing. */
  lang?: Language
  /** Written into the file as its date. Given, the same report gives the same bytes; missing, it is now. */
  createdAt?: Date
}

export type LaidOutReport = {
  document: NodeTypstDocument
  /** Printed page number (the body starts at 1) by the id of a heading or caption. */
  pages: Record<string, number>
}

// PDF/A-2a: kept for ever and readable by a screen reader; a is 2b plus tags and text, so it satisfies both.
const pdfStandard = 'a-2a'

// Nothing is read from it: the pictures are given as bytes, under paths inside it.
const workspace = import.meta.dirname

let compiler: NodeCompiler | undefined

// Reading 40 MB of fonts takes longer than setting a hundred pages: one compiler lives as long as the process.
function typst(): NodeCompiler {
  if (compiler === undefined) {
    const require = createRequire(import.meta.url)
    const { NodeCompiler: Compiler } = require('@myriaddreamin/typst-ts-node-compiler') as {
      NodeCompiler: typeof NodeCompiler
    }
    const fontPaths = [...new Set(Object.values(reportFontFiles()).map((file) => dirname(file)))]
    compiler = Compiler.create({ workspace, fontArgs: [{ fontPaths }] })
  }
  return compiler
}

/**
 * Sets the report in A4 pages and says on which page each heading, table, picture and case stands. Throws `ReportError`
 * when it cannot be set, naming what the typesetter said.
 */
export function layoutReport(report: NumberedReport): LaidOutReport {
  const source = typstSource(report)
  const engine = typst()
  engine.evictCache(3)
  for (const [path, bytes] of source.files) engine.mapShadow(`${workspace}${path}`, Buffer.from(bytes))
  try {
    const compiled = engine.compile({ mainFileContent: source.main })
    const document = compiled.result
    if (document === null || compiled.hasError()) {
      const said = JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'nothing')
      throw new ReportError(
        `Report "${report.title}": it cannot be set in pages. The typesetter says ${said.slice(0, 600)}`,
      )
    }
    return { document, pages: readPages(engine, document, report) }
  } finally {
    for (const path of source.files.keys()) engine.unmapShadow(`${workspace}${path}`)
  }
}

type Landed = { headings: number[]; tables: number[]; pictures: number[]; cases: number[] }

function readPages(engine: NodeCompiler, document: NodeTypstDocument, report: NumberedReport): Record<string, number> {
  const [landed] = engine.query(document, { selector: '<pages>', field: 'value' }) as [Landed]
  const pages: Record<string, number> = {}
  for (const kind of ['headings', 'tables', 'pictures', 'cases'] as const) {
    if (landed[kind].length !== report[kind].length) {
      throw new ReportError(
        `Report "${report.title}": ${landed[kind].length} ${kind} were set where ${report[kind].length} are numbered. ` +
          'This is a fault of the PDF emitter: report it',
      )
    }
    report[kind].forEach((entry, index) => (pages[entry.id] = landed[kind][index] as number))
  }
  return pages
}

/** The report as PDF/A-2a with tags, bookmarks, embedded fonts, and the page of every heading and caption by its id. */
export async function emitPdf(
  resolved: ResolvedReport,
  options: EmitOptions = {},
): Promise<{ pdf: Buffer; pages: Record<string, number> }> {
  const report = resolveNumbering(resolved, options.lang)
  const { document, pages } = layoutReport(report)
  const creationTimestamp = Math.floor((options.createdAt ?? new Date()).getTime() / 1000)
  try {
    return { pdf: typst().pdf(document, { pdfStandard, pdfTags: true, creationTimestamp }), pages }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new ReportError(
      `Report "${report.title}": it cannot be kept as PDF/A. Mend what the writer names: ${said.slice(0, 600)}`,
    )
  }
}

/**
 * A Typst source as PDF/A-2a: for what is printed beside reports.
 * @param files bytes by path inside the source, such as /qr.svg
 * @throws ReportError naming what the typesetter said
 */
export function printSource(
  title: string,
  main: string,
  files: ReadonlyMap<string, Uint8Array>,
  createdAt: Date,
): Buffer {
  const engine = typst()
  for (const [path, bytes] of files) engine.mapShadow(`${workspace}${path}`, Buffer.from(bytes))
  try {
    const compiled = engine.compile({ mainFileContent: main })
    if (compiled.result === null || compiled.hasError()) {
      const said = JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'nothing')
      throw new ReportError(`"${title}": it cannot be set in pages. The typesetter says ${said.slice(0, 600)}`)
    }
    const creationTimestamp = Math.floor(createdAt.getTime() / 1000)
    return engine.pdf(compiled.result, { pdfStandard, pdfTags: true, creationTimestamp })
  } finally {
    for (const path of files.keys()) engine.unmapShadow(`${workspace}${path}`)
  }
}
