import { Parser } from 'htmlparser2'
import { decodeText } from '../../../engine/sheets/decode-text.ts'
import type { AuditDocument } from '../document.ts'
import { blockList, type DraftCell, type DraftLine, type DraftTable } from './block-list.ts'

const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'svg',
  'select',
  'textarea',
  'iframe',
  'dialog',
])
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'section',
  'article',
  'header',
  'footer',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'dl',
  'dt',
  'dd',
  'figure',
  'figcaption',
  'main',
  'aside',
  'nav',
  'body',
  'hr',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

interface OpenCell extends DraftCell {
  readonly content: (DraftLine | DraftTable)[]
}

interface OpenTable extends DraftTable {
  readonly rows: OpenCell[][]
  caption: string | undefined
  row: OpenCell[] | null
}

/** Reads a web page: headings, paragraphs, tables with spans; scripts and styles are left out and nothing is loaded. */
export function readHtml(name: string, bytes: Uint8Array): AuditDocument {
  const declared = /charset=["']?\s*(gb2312|gbk|gb18030)/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  )
  const html = declared ? new TextDecoder('gb18030').decode(bytes) : decodeText(bytes)
  const list = blockList()
  const tables: OpenTable[] = []
  let skipped = 0
  let text = ''
  let level: number | undefined
  let inContents = 0

  const cellOf = () => tables.at(-1)?.row?.at(-1)
  const flush = () => {
    const cell = cellOf()
    const style = { level, isContents: inContents > 0 }
    const said = text
    text = ''
    if (cell) cell.content.push({ text: said, style })
    else if (!tables.at(-1)) for (const line of said.split('\u2028')) list.paragraph({ text: line, style }, undefined)
  }

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        // Void elements are closed too, so that the count goes back to nothing at the end of what is not shown.
        if (skipped > 0 || SKIPPED.has(tag) || isHidden(attributes)) {
          skipped += 1
          return
        }
        if (BLOCKS.has(tag) || tag === 'table') flush()
        if (tag === 'nav') inContents += 1
        const heading = /^h([1-6])$/.exec(tag)
        if (heading) level = Number(heading[1])
        const table = tables.at(-1)
        if (tag === 'br') text += cellOf() ? ' ' : '\u2028'
        else if (tag === 'table') tables.push({ rows: [], page: undefined, caption: undefined, row: null })
        else if (tag === 'tr' && table) table.row = []
        else if ((tag === 'td' || tag === 'th') && table) {
          flush()
          table.row ??= []
          table.row.push({ content: [], columns: spanOf(attributes['colspan']), rows: spanOf(attributes['rowspan']) })
        }
      },
      ontext(piece) {
        if (skipped === 0) text += piece.replace(/[\r\n\t]+/g, ' ')
      },
      onclosetag(tag) {
        if (skipped > 0) {
          skipped -= 1
          return
        }
        const table = tables.at(-1)
        if (tag === 'caption' && table) {
          table.caption = text.trim()
          text = ''
        } else if (tag === 'td' || tag === 'th') flush()
        else if (tag === 'tr' && table?.row) {
          table.rows.push(table.row)
          table.row = null
        } else if (tag === 'table' && table) {
          text = ''
          tables.pop()
          const cell = cellOf()
          if (cell) cell.content.push(table)
          else list.table(table)
        } else if (BLOCKS.has(tag)) flush()
        if (tag === 'nav') inContents = Math.max(0, inContents - 1)
        if (/^h[1-6]$/.test(tag)) level = undefined
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  flush()
  return { name, blocks: list.done().blocks }
}

/** Not shown until something is done: cards behind figures, menus. */
const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  'popover' in attributes ||
  'hidden' in attributes ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/.test(attributes['style'] ?? '')

const spanOf = (span: string | undefined): number => Math.min(60, Math.max(1, Number(span) || 1))
