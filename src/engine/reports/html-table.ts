import { inLanguage } from '../../language/document.ts'
import type { Language, ResolvedChart } from '../../language/document.ts'
import { htmlText } from './html-text.ts'
import { labelsIn } from './labels.ts'
import type { Caption, GridCell, GridRow, Run, TableGrid } from './numbered-report.ts'

/** A grid as an HTML table with its caption and scopes, in a box that scrolls sideways on a narrow screen. */
export function htmlTable(caption: Caption, grid: TableGrid, runsHtml: (runs: readonly Run[]) => string): string {
  const head = grid.head
    .map(
      (cells) =>
        `<tr>${cells.map((cell) => `<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${spans(cell)}>${runsHtml(cell.runs)}</th>`).join('')}</tr>`,
    )
    .join('')
  const body = grid.body.map((row) => rowHtml(row, grid, runsHtml)).join('\n')
  const id = htmlText(caption.id)
  const columns = grid.widths.map((width) => `<col style="width:${(width * 100).toFixed(1)}%">`).join('')
  // Narrower than this a column breaks every word: a phone scrolls instead.
  const narrowest = grid.widths.length * 4
  return (
    `<div class="scroll wide" role="region" tabindex="0" aria-labelledby="${id}"><table style="min-width:${narrowest}rem">` +
    `<caption id="${id}">${htmlText(caption.text)}</caption><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>\n${body}\n</tbody></table></div>`
  )
}

function rowHtml(row: GridRow, grid: TableGrid, runsHtml: (runs: readonly Run[]) => string): string {
  const rowClass = row.kind === 'data' ? '' : ` class="${row.kind === 'subhead' ? 'subheadrow' : 'total'}"`
  const cells = row.cells.map((cell) => {
    const isName = cell.column === grid.nameColumn && cell.runs.length > 0
    const tag = isName || (row.kind === 'subhead' && cell.columns > 1) ? 'th' : 'td'
    const scope =
      tag === 'td'
        ? ''
        : cell.columns > 1 || cell.rows > 1
          ? ` scope="${cell.columns > 1 ? 'col' : 'row'}group"`
          : ' scope="row"'
    const classes = [
      cell.align === 'center' || cell.align === 'decimal' ? 'c' : cell.align === 'right' ? 'r' : '',
      isName && row.level > 0 ? `i${Math.min(3, row.level)}` : '',
    ].filter((name) => name !== '')
    const classText = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`
    return `<${tag}${scope}${spans(cell)}${classText}>${content(cell, grid, runsHtml(cell.runs))}</${tag}>`
  })
  return `<tr${rowClass}>${cells.join('')}</tr>`
}

// A box as wide as the widest figure of the column, filled from the right: points stand in one line, and the text
// itself stays as it is for whoever copies it.
function content(cell: GridCell, grid: TableGrid, inner: string): string {
  if (cell.align !== 'decimal' || cell.columns > 1 || inner === '') return inner
  const decimals = grid.decimals[cell.column] ?? 0
  const width = (grid.wholeDigits[cell.column] ?? 1) + (decimals > 0 ? decimals + 0.5 : 0)
  const missing = cell.missingDigits + (cell.missingPoint ? 0.5 : 0)
  return `<span class="num" style="min-width:${width}ch${missing > 0 ? `;padding-right:${missing}ch` : ''}">${inner}</span>`
}

function spans({ rows, columns }: GridCell): string {
  return `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`
}

/** The numbers of a chart as a table: for readers who do not see it, and where the hover text comes from. */
export function chartTable(chart: ResolvedChart, caption: Caption, language: Language): string {
  const labels = labelsIn(language)
  const unit = chart.unit === null ? '' : inLanguage(chart.unit, language)
  const bracketed = unit === '' ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`
  const heads = chart.series.map(
    ({ label }) => `<th scope="col">${htmlText(`${inLanguage(label, language)}${bracketed}`)}</th>`,
  )
  const rows = chart.categories.map((category, index) => {
    const values = chart.series.map(({ values: all }) => `<td class="c">${htmlText(all[index] ?? labels.missing)}</td>`)
    return `<tr><th scope="row">${htmlText(inLanguage(category, language))}</th>${values.join('')}</tr>`
  })
  return (
    `<details class="data"><summary>${htmlText(labels.chartData)}</summary>` +
    `<div class="scroll" role="region" tabindex="0" aria-label="${htmlText(`${caption.label} ${labels.chartData}`)}"><table>` +
    `<thead><tr><th scope="col">${htmlText(labels.category)}</th>${heads.join('')}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table></div></details>`
  )
}
