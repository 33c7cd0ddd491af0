import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emitHtml } from './emit-html.ts'
import { emitPdf } from './emit-pdf.ts'
import { emitWord } from './emit-word.ts'
import { canonicalJson, figuresJson, hashReport } from './hash-report.ts'
import { htmlText } from './html-text.ts'
import { madeUpReport, specialCharacters } from './made-up-report.ts'
import type { FigureRun, NumberedReport } from './numbered-report.ts'
import { resolveNumbering } from './resolve-numbering.ts'
import { readZip } from './zip.ts'

const createdAt = new Date('2032-01-10T08:00:00Z')
const resolved = madeUpReport()
const report = resolveNumbering(resolved)
const pdftotext = '/usr/bin/pdftotext'
const hasPdftotext = existsSync(pdftotext)
let pdf: Buffer
let pages: Record<string, number>
let word: Map<string, string>
let html: string
let pdfText: string

function pdfToText(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangxin-test-'))
  try {
    writeFileSync(join(folder, 'report.pdf'), bytes)
    return execFileSync(pdftotext, ['-layout', join(folder, 'report.pdf'), '-'], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function parts(docx: Buffer): Map<string, string> {
  return new Map(readZip(docx).map(({ name, bytes }) => [name, bytes.toString('utf8')]))
}

function figuresIn(numbered: NumberedReport): FigureRun[] {
  const found: FigureRun[] = []
  const walk = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (value !== null && typeof value === 'object' && !(value instanceof Uint8Array)) {
      if ((value as FigureRun).kind === 'figure' && 'key' in value) found.push(value as FigureRun)
      else Object.values(value).forEach(walk)
    }
  }
  walk(numbered.blocks)
  return found
}

beforeAll(async () => {
  ;({ pdf, pages } = await emitPdf(resolved, { createdAt }))
  word = parts(await emitWord(resolved, { createdAt }))
  html = emitHtml(resolved, {
    seal: hashReport(resolved),
    rowsUrl: (_, key) => `/rows?figure=${encodeURIComponent(key)}`,
  })
  pdfText = hasPdftotext ? pdfToText(pdf) : ''
})

describe('all three outputs', () => {
  it('print each figure with the same text, as often as it stands in the report', () => {
    const expected = figuresIn(report).map((run) => run.text)
    expect(expected.length).toBeGreaterThan(10)
    const inHtml = [...html.matchAll(/<button type="button" class="figure"[^>]*>([^<]*)<\/button>/g)].map(
      (match) => match[1],
    )
    expect(inHtml).toEqual(expected)
    const document = word.get('word/document.xml') as string
    const plain = [...document.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*/g)]
      .map((match) => match[0].replace(/<[^>]*>/g, ''))
      .join('\n')
    for (const value of new Set(expected)) {
      expect(plain).toContain(htmlText(value))
      if (hasPdftotext) expect(pdfText.replace(/\s+/g, '')).toContain(value.replace(/\s+/g, ''))
    }
  })

  it('keep characters with a meaning elsewhere as they are', () => {
    expect(html).toContain(htmlText(specialCharacters))
    expect(word.get('word/document.xml')).toContain('#$*_&lt;&gt;&amp;')
    if (hasPdftotext) expect(pdfText).toContain('#$*_<>&"\\ `@~[]{}() // /* */ = - + %2F')
  })

  it('are the same bytes for the same report and date', async () => {
    expect((await emitPdf(resolved, { createdAt })).pdf.equals(pdf)).toBe(true)
    expect((await emitWord(resolved, { createdAt })).equals(await emitWord(madeUpReport(), { createdAt }))).toBe(true)
    const again = {
      seal: hashReport(madeUpReport()),
      rowsUrl: (_: unknown, key: string) => `/rows?figure=${encodeURIComponent(key)}`,
    }
    expect(emitHtml(madeUpReport(), again)).toBe(html)
    expect(figuresJson(madeUpReport())).toBe(figuresJson(resolved))
  })

  it('speak English when asked', async () => {
    expect(emitHtml(resolved, { lang: 'en' })).toContain(
      '<caption id="annex-table-1">Annex Table 1: Contribution to society</caption>',
    )
    expect(emitHtml(resolved, { lang: 'en' })).toContain('4,386 persons')
    const english = parts(await emitWord(resolved, { createdAt, lang: 'en' }))
    expect(english.get('word/document.xml')).toContain('SEQ Annex_Table')
    if (hasPdftotext)
      expect(pdfToText((await emitPdf(resolved, { createdAt, lang: 'en' })).pdf)).toContain(
        'Placement rate over five years',
      )
  })
})

describe('web page', () => {
  it('fetches nothing', () => {
    expect(html.match(/(src|href)="(https?:)?\/\/(?!college\.example)/g)).toBeNull()
    expect(html.match(/<link|@import|url\((?!#)/g)).toBeNull()
  })

  it('explains each figure in a card with the way to its rows', () => {
    expect(html.match(/<div popover id="value-\d+"/g)).toHaveLength(report.figures.size)
    expect(html).toContain('已落实人数 <b>2,903人</b>')
    expect(html).toContain('href="/rows?figure=placement-rate%402031"')
  })

  it('has no id twice, and every target exists', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, target] of html.matchAll(/(?:href="#|popovertarget=")([^"]+)"/g))
      expect(ids).toContain(decodeURIComponent(target as string))
  })

  it('refuses a rows address that is not one', () => {
    expect(() => emitHtml(resolved, { rowsUrl: () => 'javascript:alert(1)' })).toThrow(/rowsUrl gave/)
  })
})

describe('Word file', () => {
  it('has Word headings, repeated table headings, sequences and a full table of contents', () => {
    const document = word.get('word/document.xml') as string
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/)
    expect(document).toMatch(/<w:pStyle w:val="Heading3"\/>/)
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(report.tables.length + 2)
    expect(document).toContain('SEQ 表 \\* ARABIC')
    expect(document).toContain('SEQ 图 \\* ARABIC')
    expect(document).toContain('SEQ 案例 \\* ARABIC')
    expect(document).toContain('TOC \\o &quot;1-4&quot;')
    expect(document).toMatch(/<w:tab w:val="decimal"/)
    expect(document).not.toContain('<undefined')
    const all = [...report.headings, ...report.tables, ...report.pictures, ...report.cases]
    const cached = [
      ...document.matchAll(/PAGEREF _Toc\d+ \\h [\s\S]*?separate"\/><\/w:r><w:r><w:t[^>]*>(\d+)<\/w:t>/g),
    ].map((match) => Number(match[1]))
    expect(cached).toEqual(all.map(({ id }) => pages[id]))
    expect(word.get('word/settings.xml')).not.toMatch(/updateFields w:val="(true|1)"|<w:updateFields\/>/)
  })

  it('says what it is in its properties', () => {
    const core = word.get('docProps/core.xml') as string
    expect(core).toContain('<dc:title>示例职业学院质量报告</dc:title>')
    expect(core).toContain('2032-01-10T08:00:00Z')
    expect(word.get('word/styles.xml')).toContain('w:eastAsia="黑体"')
    expect(word.get('word/numbering.xml')).toContain('%1.%2.%3')
    expect(word.get('word/numbering.xml')).toContain('<w:pStyle w:val="Heading3"/>')
  })
})

describe('PDF', () => {
  it('is PDF/A, tagged, with embedded fonts and a language', () => {
    const bytes = pdf.toString('latin1')
    expect(bytes.startsWith('%PDF-1.7')).toBe(true)
    expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(bytes).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(bytes).toContain('/MarkInfo')
    expect(bytes).toContain('/StructTreeRoot')
    expect(bytes).toContain('/Outlines')
    expect(bytes).toMatch(/\/Lang ?\(zh/)
    expect(bytes).toMatch(/\/FontFile[23]/)
    expect(bytes).toMatch(/NotoSerifSC/)
  })

  it('knows the page of everything it numbers', () => {
    const all = [...report.headings, ...report.tables, ...report.pictures, ...report.cases]
    expect(Object.keys(pages).sort()).toEqual(all.map(({ id }) => id).sort())
    expect(pages['preface']).toBe(1)
    expect(pages['annex-table-1']).toBeGreaterThan(pages['table-3'] as number)
  })

  it.skipIf(!hasPdftotext)('repeats the heading of a table on each page it runs over, and reads in order', () => {
    expect(pdfText.match(/合作企业/g)?.length).toBeGreaterThanOrEqual(4)
    expect(pdfText.lastIndexOf('1 人才培养')).toBeLessThan(pdfText.lastIndexOf('2 产教融合'))
  })
})

describe('seal', () => {
  it('changes with a figure, a word or a picture, and not with the order of keys', () => {
    const seal = hashReport(resolved)
    expect(seal).toMatch(/^[0-9a-f]{64}$/)
    const { report: text, ...rest } = resolved
    expect(hashReport({ ...rest, report: text })).toBe(seal)
    const key = 'students@2031'
    const figure = resolved.figures[key] as (typeof resolved.figures)[string]
    expect(hashReport({ ...resolved, figures: { ...resolved.figures, [key]: { ...figure, value: '9418' } } })).not.toBe(
      seal,
    )
    expect(hashReport({ ...resolved, report: { ...text, title: { zh: '别的' } } })).not.toBe(seal)
    const [hash] = Object.keys(resolved.images) as [string]
    expect(() => hashReport({ ...resolved, images: { [hash]: new Uint8Array([1]) } })).toThrow(
      /do not match this SHA-256/,
    )
  })

  it('sorts keys at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined, a: null }], a: '"' })).toBe('{"a":"\\"","b":[{"a":null,"d":1}]}')
  })
})
