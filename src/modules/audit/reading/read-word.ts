import { Parser } from 'htmlparser2'
import { brokenFile } from '../../../engine/sheets/broken-file.ts'
import type { AuditDocument, Cell } from '../document.ts'
import { blockList, type Style } from './block-list.ts'
import { openOfficeFile, partXml } from './open-office-file.ts'

/** Text in these is not what a reader sees: deleted, moved away, codes of fields, second versions of a shape. */
const HIDDEN = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'mc:Fallback',
  'w:delText',
  'w:footnotePr',
  'w:rPr',
  'wp:docPr',
])

/** Reads a .docx: paragraphs with their outline level, tables with merged cells, pages as Word last laid them out. */
export async function readWord(name: string, bytes: Uint8Array): Promise<AuditDocument> {
  const zip = openOfficeFile(name, bytes)
  const path = zip.paths.find((part) => /^word\/document\d*\.xml$/.test(part))
  if (path === undefined) throw brokenFile('word/document.xml')
  const styles = zip.has('word/styles.xml')
    ? stylesOf(await partXml(name, zip, 'word/styles.xml'))
    : new Map<string, Style>()
  return { name, blocks: bodyOf(await partXml(name, zip, path), styles) }
}

interface OpenTable {
  readonly rows: Cell[][]
  readonly pages: (number | undefined)[]
  readonly page: number | undefined
  /** Columns of the row that is open: spans, and whether a cell continues the one above. */
  row: { text: string; columns: number; continues: boolean }[]
}

function bodyOf(xml: string, styles: ReadonlyMap<string, Style>) {
  const list = blockList()
  const hasPages = xml.includes('<w:lastRenderedPageBreak')
  const tables: OpenTable[] = []
  let page = 1
  let hidden = 0
  let text = ''
  let style: Style = {}
  let inText = false
  const here = () => (hasPages ? page : undefined)

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (HIDDEN.has(tag)) hidden += 1
        if (hidden > 0) return
        const value = attributes['w:val']
        const table = tables.at(-1)
        if (tag === 'w:p') {
          text = ''
          style = {}
        } else if (tag === 'w:pStyle') style = { ...styles.get(value ?? ''), ...style }
        else if (tag === 'w:outlineLvl' && Number(value) < 9) style = { ...style, level: Number(value) + 1 }
        else if (tag === 'w:t') inText = true
        else if (tag === 'w:tab' && attributes['w:pos'] === undefined) text += ' '
        else if (tag === 'w:br' || tag === 'w:cr') text += attributes['w:type'] === 'page' ? '' : ' '
        else if (tag === 'w:noBreakHyphen') text += '-'
        else if (tag === 'w:lastRenderedPageBreak') page += 1
        else if (tag === 'w:tbl') tables.push({ rows: [], pages: [], page: here(), row: [] })
        else if (tag === 'w:tr' && table) table.row = []
        else if (tag === 'w:tc' && table) table.row.push({ text: '', columns: 1, continues: false })
        else if (tag === 'w:gridSpan' && table?.row.length) table.row.at(-1)!.columns = Math.min(60, Number(value) || 1)
        else if (tag === 'w:vMerge' && table?.row.length) table.row.at(-1)!.continues = value !== 'restart'
      },
      ontext(piece) {
        if (inText && hidden === 0) text += piece
      },
      onclosetag(tag) {
        if (HIDDEN.has(tag)) hidden = Math.max(0, hidden - 1)
        if (hidden > 0) return
        const table = tables.at(-1)
        if (tag === 'w:t') inText = false
        else if (tag === 'w:p') {
          const cell = table?.row.at(-1)
          if (cell) cell.text += cell.text === '' || text === '' ? text : `\n${text}`
          else if (!table) list.paragraph(text, style, here())
          text = ''
        } else if (tag === 'w:tr' && table) {
          table.rows.push(closeRow(table))
          table.pages.push(here())
          table.row = []
        } else if (tag === 'w:tbl' && table) {
          tables.pop()
          list.table(table.rows, undefined, table.page, table.pages)
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  parser.end()
  return list.done()
}

/** A cell that continues the one above gets its text when that is a name: numbers must not count twice. */
function closeRow({ row, rows }: OpenTable): Cell[] {
  const above = rows.at(-1)
  let column = 0
  return row.map(({ text, columns, continues }) => {
    const upper = continues && above ? cellAt(above, column) : undefined
    column += columns
    const taken = upper && !/^[-−\d.,%\s]+$/.test(upper.text) ? upper.text : ''
    return { text: continues ? taken : text.trim(), ...(columns > 1 ? { columns } : {}) }
  })
}

function cellAt(row: readonly Cell[], column: number): Cell | undefined {
  let at = 0
  for (const cell of row) {
    if (at === column) return cell
    at += cell.columns ?? 1
  }
  return undefined
}

/** Outline levels of the styles; a style takes over what the one it is based on says. */
function stylesOf(xml: string): Map<string, Style> {
  const own = new Map<string, Style & { base?: string }>()
  for (const match of xml.matchAll(/<w:style\s[^>]*w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs)) {
    const [, id, body] = match
    const name = /<w:name\s+w:val="([^"]*)"/.exec(body!)?.[1] ?? ''
    const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]
    const outline = /<w:outlineLvl\s+w:val="(\d)"/.exec(body!)?.[1]
    const base = /<w:basedOn\s+w:val="([^"]*)"/.exec(body!)?.[1]
    const level =
      named !== undefined
        ? Number(named)
        : outline !== undefined && Number(outline) < 9
          ? Number(outline) + 1
          : undefined
    own.set(id!, {
      ...(level === undefined ? {} : { level }),
      ...(/^(toc|目录|table of figures|图表目录)/i.test(name) ? { isContents: true } : {}),
      ...(base === undefined ? {} : { base }),
    })
  }
  const full = new Map<string, Style>()
  for (const id of own.keys()) {
    let level: number | undefined
    let isContents = false
    let at: string | undefined = id
    for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
      const style: (Style & { base?: string }) | undefined = own.get(at)
      level ??= style?.level
      isContents ||= style?.isContents ?? false
      at = style?.base
    }
    full.set(id, { ...(level === undefined ? {} : { level }), ...(isContents ? { isContents } : {}) })
  }
  return full
}
