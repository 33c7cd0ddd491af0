import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '../../../engine/refusal.ts'
import type { AuditDocument } from '../document.ts'
import { pageLines, withoutEdges } from './page-lines.ts'
import type { Piece } from './page-rows.ts'
import { type Matrix, pageRules, times } from './page-rules.ts'
import { blocksOf, type Line } from './read-text.ts'

const MOST_PAGES = 1500
const MOST_PIECES_OF_A_PAGE = 60_000

/** Reads the text of a .pdf, page by page. A page without text is a picture: it is named, never guessed. */
export async function readPdf(name: string, bytes: Uint8Array): Promise<AuditDocument> {
  const { AnnotationMode, getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Chinese fonts without a table of their own are read by the ones that come with the library.
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    // Nobody looks at pictures here.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > MOST_PAGES)
      throw new Refusal('too-large', {
        zh: `“${name}”有 ${pdf.numPages} 页，最多 ${MOST_PAGES} 页，请拆分后再试`,
        en: `"${name}" has ${pdf.numPages} pages, more than ${MOST_PAGES}: split it`,
      })
    const pages: Line[][] = []
    const unreadable: number[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      // Turned pages are read as they are looked at; heights still count upwards.
      const { transform, height } = page.getViewport({ scale: 1 })
      const view = upwards(transform, height)
      const ops = page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
      const [{ items }, operators] = await Promise.all([page.getTextContent(), ops])
      const pieces = items.slice(0, MOST_PIECES_OF_A_PAGE).flatMap((item) => ('str' in item ? pieceOf(item, view) : []))
      if (pieces.length === 0) unreadable.push(number)
      pages.push(pageLines(pieces, pageRules(operators, OPS, view), number))
      page.cleanup()
    }
    return { name, blocks: blocksOf(withoutEdges(pages)), ...(unreadable.length > 0 ? { unreadable } : {}) }
  } catch (error) {
    throw refusalOf(name, error)
  } finally {
    await task.destroy()
  }
}

interface Item {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
}

/** A view whose heights count downwards, turned over. */
const upwards = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, height: number): Matrix => [
  a,
  -b,
  c,
  -d,
  e,
  height - f,
]

function pieceOf({ str, width, transform }: Item, view: Matrix): Piece[] {
  const [, b = 0, , d = 0, left = 0, base = 0] = times(view, transform)
  const size = Math.abs(d) || Math.abs(b) || 1
  // Text set upright beside a table or as a watermark is no line of it.
  if (str.trim() === '' || (Math.abs(b) > 0.3 * size && b !== 0)) return []
  return [{ text: str, left, right: left + width, base, size }]
}

function refusalOf(name: string, error: unknown): unknown {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException')
    return new Refusal('invalid', {
      zh: `“${name}”设有打开密码，请取消密码后再试`,
      en: `"${name}" is locked with a password: remove it and try again`,
    })
  if (/InvalidPDF|FormatError|MissingPDF|UnexpectedResponse|XRef/.test(kind))
    return new Refusal('invalid', {
      zh: `“${name}”已损坏或没有传完整，无法读取`,
      en: `"${name}" is damaged or incomplete and cannot be read`,
    })
  return error
}
