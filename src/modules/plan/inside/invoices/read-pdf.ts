import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PlacedText } from './placed-text.ts'

/** Invoices are one page; lists of goods follow. */
const MOST_PAGES = 2

/**
 * The texts of a PDF’s first pages with their places. The program inside a PDF is never run.
 * @throws Error when it cannot be read: broken, or locked with a password
 */
export async function readPdf(bytes: Uint8Array): Promise<PlacedText[]> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // Chinese fonts that are not embedded are read by these tables.
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    // The reader takes the bytes away from whoever gives them.
    data: Uint8Array.from(bytes),
    cMapUrl: join(root, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages = Array.from({ length: Math.min(document.numPages, MOST_PAGES) }, (_, i) => i + 1)
    const found: PlacedText[] = []
    for (const number of pages) {
      const page = await document.getPage(number)
      const [, , , top = 0] = page.view
      for (const item of (await page.getTextContent()).items)
        if ('str' in item && item.str.trim() !== '') {
          const [, , , , x = 0, y = 0] = item.transform as number[]
          found.push({
            page: number,
            x,
            y: top - y - item.height / 2,
            width: item.width,
            height: item.height,
            text: item.str,
          })
        }
    }
    return found
  } finally {
    await task.destroy()
  }
}
