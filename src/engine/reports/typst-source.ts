import { noteLines } from './layout-table.ts'
import { chartDescription, renderChart } from './charts.ts'
import { drawableText } from './fonts.ts'
import { labelsIn } from './labels.ts'
import type { Block, Caption, GridCell, NumberedReport, Run, TableGrid } from './numbered-report.ts'
import type { Picture } from './read-picture.ts'
import { typstString } from './typst-string.ts'
import { typstStyle } from './typst-style.ts'

/** Typst source of a report and the pictures it names, by path. */
export type TypstSource = { main: string; files: Map<string, Uint8Array> }

const pictureWidth = 390
const pictureHeight = 250

/** Writes a numbered report in Typst's code mode, where all text is string literals. */
export function typstSource(report: NumberedReport): TypstSource {
  const files = new Map<string, Uint8Array>()
  const body = report.blocks.map((block) => blockCode(block, report, files)).join('\n')
  const main = `${typstStyle(report)}\n${coverCode(report)}\n${contentsCode(report)}\n#body-pages[#{\n${body}\n}]\n${pagesCode}\n`
  return { main, files }
}

// Where everything landed, in the order of the numbered report; read back by the query for <pages>.
const pagesCode = `#context [#metadata((
  headings: query(heading.where(outlined: true)).map(it => counter(page).at(it.location()).first()),
  tables: query(figure.where(kind: "table")).map(it => counter(page).at(it.location()).first()),
  pictures: query(figure.where(kind: "picture")).map(it => counter(page).at(it.location()).first()),
  cases: query(figure.where(kind: "case")).map(it => counter(page).at(it.location()).first()),
)) <pages>]`

function coverCode({ title, subtitle, college, cover, language }: NumberedReport): string {
  const labels = labelsIn(language)
  const line = (label: string, value: string) =>
    value === '' ? '' : `field(${typstString(`${label}${labels.captionColon}`)}, ${typstString(value)})\n`
  const publication = line(labels.publicForm, cover.publicForm) + line(labels.publicAddress, cover.publicAddress)
  const declaration = cover.declaration.map((paragraph) => `par(${typstString(paragraph)})\n`).join('')
  const signature =
    line(`${labels.college}${labels.seal}`, college) +
    line(`${labels.legalRepresentative}${labels.signature}`, cover.legalRepresentative || '　　　　') +
    (cover.date === '' ? '' : `par(${typstString(cover.date)})\n`)
  const pages: string[] = [
    `#cover-page(${[college, title, subtitle, cover.date].map((value) => typstString(value)).join(', ')})`,
  ]
  if (publication !== '' || declaration !== '') {
    pages.push(
      '#front-page[#{',
      publication === '' ? '' : `front-heading(${typstString(labels.publication)})\n${publication}`,
      declaration === ''
        ? ''
        : `front-heading(${typstString(labels.declaration)})\n${declaration}v(3em)\nsignature({\n${signature}})`,
      '}]',
    )
  }
  return pages.join('\n')
}

function contentsCode({ tables, pictures, cases, language }: NumberedReport): string {
  const labels = labelsIn(language)
  const list = (entries: Caption[], words: string, kind: string) =>
    entries.length === 0
      ? ''
      : `front-heading(${typstString(words)})\noutline(title: none, target: figure.where(kind: "${kind}"))\n`
  return `#contents-pages[#{
front-heading(${typstString(labels.contents)})
outline(title: none, target: heading.where(outlined: true))
${list(tables, labels.listOfTables, 'table')}${list(pictures, labels.listOfPictures, 'picture')}${list(cases, labels.listOfCases, 'case')}}]`
}

function blockCode(block: Block, report: NumberedReport, files: Map<string, Uint8Array>): string {
  switch (block.kind) {
    case 'heading': {
      const { level, number, runs } = block.entry
      const lead = number === null ? '' : `${typstString(number)}; h(0.7em); `
      return `heading(level: ${level}, {${lead}${runsCode(runs)}})`
    }
    case 'subheading':
      return `subheading({${runsCode(block.runs)}})`
    case 'paragraph':
      return block.runs.length === 0 ? '' : `par({${runsCode(block.runs)}})`
    case 'list': {
      const items = block.items.map((item) => `{${item.map((inner) => blockCode(inner, report, files)).join('\n')}}`)
      return block.ordered
        ? `enum(start: ${Math.trunc(block.start)}, ${items.join(', ')})`
        : `list(${items.join(', ')})`
    }
    case 'table':
      return tableCode(block.caption, block.grid, report)
    case 'chart': {
      const path = `/chart-${block.caption.n}.svg`
      const svg = renderChart(block.chart, { lang: report.language, width: 640 })
      files.set(path, Buffer.from(drawableText(svg)))
      const drawing = `image("${path}", width: 100%, alt: ${typstString(chartDescription(block.chart, report.language))})`
      return `${figureCode(block.caption, 'picture', drawing)}\n${notesCode(block.notes)}`
    }
    case 'image': {
      const drawing = pictureCode(block.picture, block.alt, files)
      return block.caption === null ? `align(center, ${drawing})` : figureCode(block.caption, 'picture', drawing)
    }
    case 'case': {
      const inner = block.content.map((child) => blockCode(child, report, files)).join('\n')
      return figureCode(block.caption, 'case', `{\n${inner}\n}`)
    }
    case 'pageBreak':
      return 'pagebreak(weak: true)'
  }
}

function figureCode(caption: Caption, kind: string, body: string): string {
  return `figure(kind: "${kind}", supplement: none, numbering: none, caption: ${typstString(caption.text)}, ${body})`
}

function pictureCode(picture: Picture, alt: string, files: Map<string, Uint8Array>): string {
  const path = `/${picture.hash.replace(/[^0-9a-z]/gi, '')}.${picture.type}`
  files.set(path, picture.bytes)
  const width = Math.min(pictureWidth, picture.width * 0.75, (pictureHeight * picture.width) / picture.height)
  return `image("${path}", width: ${width.toFixed(1)}pt${alt === '' ? '' : `, alt: ${typstString(alt)}`})`
}

function tableCode(caption: Caption, grid: TableGrid, report: NumberedReport): string {
  const columns = grid.widths.map((width) => `${(width * 1000).toFixed(1)}fr`).join(', ')
  const head = grid.head
    .flat()
    .map((cell) => `cell(${spanCode(cell)}align: center + horizon, head({${runsCode(cell.runs)}}))`)
  const rows = grid.body.map((row) =>
    row.cells
      .map((cell) => {
        const fill = row.kind === 'data' ? '' : `fill: ${row.kind}-fill, `
        const align = cell.align === 'decimal' ? 'center' : cell.align
        return `cell(${spanCode(cell)}${fill}align: ${align} + horizon, {${cellCode(cell, row.level, row.kind, grid)}})`
      })
      .join(', '),
  )
  const table = `table(columns: (${columns},), table.header(${head.join(', ')}),\n${rows.join(',\n')})`
  return `${figureCode(caption, 'table', table)}\n${notesCode(noteLines(grid.notes, report.language))}`
}

function spanCode({ rows, columns }: GridCell): string {
  return `${rows > 1 ? `rowspan: ${rows}, ` : ''}${columns > 1 ? `colspan: ${columns}, ` : ''}`
}

// Digits of the bundled serif are 0.53 em wide, its point 0.26 em.
function cellCode(cell: GridCell, level: number, kind: string, grid: TableGrid): string {
  const content = `{${runsCode(cell.runs)}}`
  const shown = kind === 'data' ? content : `strong(${content})`
  if (cell.align === 'decimal' && cell.columns === 1 && cell.runs.length > 0) {
    const decimals = grid.decimals[cell.column] ?? 0
    const width = (grid.wholeDigits[cell.column] ?? 1) * 0.53 + (decimals > 0 ? decimals * 0.53 + 0.26 : 0)
    const missing = cell.missingDigits * 0.53 + (cell.missingPoint ? 0.26 : 0)
    return `number(${width.toFixed(2)}em, ${missing.toFixed(2)}em, ${shown})`
  }
  return cell.column === grid.nameColumn && level > 0 ? `pad(left: ${level * 1.6}em, ${shown})` : shown
}

function notesCode(notes: readonly string[]): string {
  return notes.length === 0 ? '' : `notes(${notes.map((note) => `par(${typstString(note)})`).join(' + ')})`
}

function runsCode(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'break') return 'linebreak()'
      let code = typstString(run.text)
      if (run.bold) code = `strong(${code})`
      if (run.italic) code = `emph(${code})`
      return run.kind === 'text' && run.link !== null ? `link(${typstString(run.link)}, ${code})` : code
    })
    .join('; ')
}
