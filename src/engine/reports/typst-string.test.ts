import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doc, heading, paragraph, text } from '../../language/document.ts'
import type { ResolvedReport } from '../../language/document.ts'
import { emitHtml } from './emit-html.ts'
import { emitPdf, layoutReport } from './emit-pdf.ts'
import { madeUpReport } from './made-up-report.ts'
import { resolveNumbering } from './resolve-numbering.ts'
import { typstString } from './typst-string.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      '\\',
      '#',
      '[',
      ']',
      '{',
      '}',
      '(',
      ')',
      '$',
      '*',
      '_',
      '`',
      '@',
      '<',
      '>',
      '/',
      '=',
      '\n',
      'u',
      'x',
      '1',
      ';',
      '\u{1f600}',
      '\ue000',
      '\u0000',
      '字',
    ),
    maxLength: 40,
  }),
)

function reportSaying(words: string): ResolvedReport {
  const base = madeUpReport()
  const section = {
    id: 's',
    title: { zh: words },
    text: doc(heading(1, words), paragraph(text(words, { type: 'bold' }), words)),
  }
  const table = {
    caption: { zh: words },
    columns: [{ key: 'a', label: { zh: words }, align: 'decimal' as const, unit: { zh: words } }],
    rows: [{ kind: 'data' as const, level: 1, cells: [words] }],
    notes: [{ zh: words }],
  }
  return {
    ...base,
    report: { ...base.report, title: { zh: words }, college: { zh: words }, sections: [section], annexTables: ['t'] },
    tables: { t: table },
  }
}

describe('text in the typesetter', () => {
  it('is one string literal whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const literal = typstString(words)
        const inside = literal.slice(1, -1)
        // Nothing but an escaped quotation mark or backslash may follow a backslash, and no bare quotation mark stands.
        expect(literal.startsWith('"') && literal.endsWith('"')).toBe(true)
        expect(inside.replace(/\\["\\]/g, '')).not.toMatch(/["\\]/)
      }),
    )
  })

  it('cannot break out of the page, nor make it undrawable', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (words) => {
        const resolved = reportSaying(words)
        const numbered = resolveNumbering(resolved)
        expect(Object.keys(layoutReport(numbered).pages)).toHaveLength(4)
        const { pdf } = await emitPdf(resolved)
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      }),
      { numRuns: 25 },
    )
  })

  it('cannot make elements in the web page', () => {
    const count = (html: string) => html.match(/<[a-z!/]/g)?.length
    const plain = count(emitHtml(reportSaying('x')))
    fc.assert(
      fc.property(hostile, (words) => {
        fc.pre(words.trim() !== '')
        expect(count(emitHtml(reportSaying(`x${words}`)))).toBe(plain)
      }),
      { numRuns: 60 },
    )
  })
})
