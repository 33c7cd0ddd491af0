import type { Language, ResolvedFigure, ResolvedReport } from '../../language/document.ts'
import { emitHtml } from './emit-html.ts'
import { emitPdf } from './emit-pdf.ts'
import { emitWord } from './emit-word.ts'
import { canonicalJson, figuresJson } from './hash-report.ts'
import { markDraft } from './mark-draft.ts'

/**
 * `staff.html` is `index.html` with ways to the rows behind each figure; `preview.html` besides marks what is not
 * approved; `report.json` is all that the seal was made over, for whoever wants to check it.
 */
export type OutputName =
  | 'report.docx'
  | 'report.pdf'
  | 'index.html'
  | 'staff.html'
  | 'preview.html'
  | 'figures.json'
  | 'report.json'

export interface CompileOptions {
  readonly outputs: readonly OutputName[]
  /** Dates the files: the same report and time give the same bytes. */
  readonly createdAt: string
  readonly seal?: string
  /** Of the Word file; Chinese unless stated. */
  readonly lang?: Language
}

export type Outputs = Partial<Record<OutputName, Uint8Array>>

/** Where the rows behind a figure are seen, by those who may. */
export const rowsPath = (figure: Pick<ResolvedFigure, 'code' | 'period' | 'behind'>): string =>
  figure.behind ?? `/figures/${encodeURIComponent(figure.code)}/rows?period=${encodeURIComponent(figure.period)}`

/**
 * Prints a resolved report. Takes seconds for a hundred pages: outside of a worker only for what is short.
 * @param onPrinted told of each output as it is ready
 */
export async function compile(
  resolved: ResolvedReport,
  { outputs, createdAt, seal, lang }: CompileOptions,
  onPrinted?: (name: OutputName) => void,
): Promise<Outputs> {
  const time = { createdAt: new Date(createdAt) }
  const sealed = seal === undefined ? {} : { seal }
  // Begun together: while the Word file waits for its charts, which other threads draw, the rest is printed.
  const printed = outputs.map(async (name) => {
    const bytes = await output(name)
    onPrinted?.(name)
    return [name, bytes] as const
  })
  return Object.fromEntries(await Promise.all(printed))

  async function output(name: OutputName): Promise<Uint8Array> {
    switch (name) {
      case 'report.docx':
        return emitWord(resolved, { ...time, ...(lang ? { lang } : {}) })
      case 'report.pdf':
        return (await emitPdf(resolved, time)).pdf
      case 'index.html':
        return Buffer.from(emitHtml(resolved, sealed))
      case 'staff.html':
        return Buffer.from(emitHtml(resolved, { ...sealed, rowsUrl: rowsPath }))
      case 'preview.html':
        return Buffer.from(markDraft(emitHtml(resolved, { rowsUrl: rowsPath }), resolved))
      case 'figures.json':
        return Buffer.from(figuresJson(resolved))
      case 'report.json': {
        const { report, figures, tables, charts, images } = resolved
        return Buffer.from(canonicalJson({ report, figures, tables, charts, images: Object.keys(images).sort() }))
      }
    }
  }
}
