import type { Language, ResolvedFigure, ResolvedReport } from '../../language/document.ts'
import { chartDescription, renderChart } from './charts.ts'
import { htmlFigureCard } from './html-figure.ts'
import { htmlScript } from './html-script.ts'
import { htmlStyle } from './html-style.ts'
import { chartTable, htmlTable } from './html-table.ts'
import { htmlText } from './html-text.ts'
import { labelsIn } from './labels.ts'
import { noteLines } from './layout-table.ts'
import type { Block, Caption, NumberedReport, Run } from './numbered-report.ts'
import { ReportError } from './report-error.ts'
import { resolveNumbering } from './resolve-numbering.ts'

export type HtmlOptions = {
  lang?: Language
  /** Where the records behind a figure can be seen: a web address or a path on this site, or null for none. */
  rowsUrl?: (figure: ResolvedFigure, key: string) => string | null
  /** The publication seal (`hashReport`), printed at the foot. */
  seal?: string
}

/**
 * The report as one web page that fetches nothing: style, script, charts and pictures are inside. Each figure opens a
 * card with its definition; without script all of it can still be read. The same input gives the same text.
 */
export function emitHtml(resolved: ResolvedReport, options: HtmlOptions = {}): string {
  const report = resolveNumbering(resolved, options.lang)
  const labels = labelsIn(report.language)
  const cardIds = new Map([...report.figures.keys()].map((key, index) => [key, `value-${index + 1}`]))
  const context: HtmlContext = { report, cardIds }
  const body = report.blocks.map((block) => blockHtml(block, context)).join('\n')
  const cards = [...report.figures].map(([key, figure]) =>
    htmlFigureCard(cardIds.get(key) as string, figure, report.language, rowsUrl(options, figure, key)),
  )
  const { title, college } = report
  return `<!doctype html>
<html lang="${report.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${htmlText(title)}</title>
<meta name="author" content="${htmlText(college)}">
<meta name="description" content="${htmlText(`${college} ${title}`)}">
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#report">${htmlText(labels.skip)}</a>
${coverHtml(report)}
<div class="page">
<nav class="toc" aria-label="${htmlText(labels.contents)}">${contentsHtml(report)}</nav>
<main id="report" tabindex="-1">
${declarationHtml(report)}${body}
<section aria-label="${htmlText(labels.figureDetails)}">${cards.join('\n')}</section>
</main>
</div>
<footer><p>${htmlText(college)} · ${htmlText(title)}</p>${options.seal === undefined ? '' : `<p>SHA-256 <code>${htmlText(options.seal)}</code></p>`}</footer>
<script>${htmlScript}</script>
</body>
</html>
`
}

type HtmlContext = { report: NumberedReport; cardIds: Map<string, string> }

function rowsUrl(options: HtmlOptions, figure: ResolvedFigure, key: string): string | null {
  const url = options.rowsUrl?.(figure, key) ?? null
  if (url === null || /^(https?:\/\/|\/(?!\/)|\?|#)/i.test(url)) return url
  throw new ReportError(`Figure "${key}": rowsUrl gave "${url}". Give a path that starts with / or an https address`)
}

function coverHtml({ college, title, subtitle, cover, language }: NumberedReport): string {
  const labels = labelsIn(language)
  const facts = [
    cover.date,
    cover.publicForm === '' ? '' : `${labels.publicForm}${labels.captionColon}${cover.publicForm}`,
    cover.publicAddress === '' ? '' : `${labels.publicAddress}${labels.captionColon}${cover.publicAddress}`,
  ].filter((fact) => fact !== '')
  return (
    `<header class="cover"><div><p class="college">${htmlText(college)}</p><h1>${htmlText(title)}</h1>` +
    `${subtitle === '' ? '' : `<p class="sub">${htmlText(subtitle)}</p>`}` +
    `<div class="facts">${facts.map((fact) => `<p>${htmlText(fact)}</p>`).join('')}</div></div></header>`
  )
}

function declarationHtml({ cover, college, language }: NumberedReport): string {
  if (cover.declaration.length === 0) return ''
  const labels = labelsIn(language)
  const signed =
    cover.legalRepresentative === ''
      ? ''
      : `<p>${htmlText(`${labels.legalRepresentative}${labels.captionColon}${cover.legalRepresentative}`)}</p>`
  return (
    `<section class="declaration" aria-labelledby="declaration"><h2 id="declaration">${htmlText(labels.declaration)}</h2>` +
    `${cover.declaration.map((words) => `<p>${htmlText(words)}</p>`).join('')}<p>${htmlText(college)}</p>${signed}</section>\n`
  )
}

function contentsHtml(report: NumberedReport): string {
  const labels = labelsIn(report.language)
  const headings = report.headings.map(
    ({ id, level, number, title }) =>
      `<li class="l${level}">${link(id, number === null ? title : `${number} ${title}`)}</li>`,
  )
  const list = (words: string, captions: readonly Caption[]) =>
    captions.length === 0
      ? ''
      : `<details><summary>${htmlText(words)}</summary><ol>${captions.map(({ id, text }) => `<li>${link(id, text)}</li>`).join('')}</ol></details>`
  return (
    `<details open><summary>${htmlText(labels.contents)}</summary><ol>${headings.join('')}</ol>` +
    `${list(labels.listOfTables, report.tables)}${list(labels.listOfPictures, report.pictures)}${list(labels.listOfCases, report.cases)}</details>`
  )
}

function link(id: string, words: string): string {
  return `<a href="#${htmlText(encodeURIComponent(id))}">${htmlText(words)}</a>`
}

function blockHtml(block: Block, context: HtmlContext): string {
  const { language } = context.report
  const inline = (runs: readonly Run[]) => runsHtml(runs, context)
  switch (block.kind) {
    case 'heading': {
      const { id, level, number, runs } = block.entry
      const lead = number === null ? '' : `<span class="no">${number}</span>`
      return `<h${level + 1} id="${htmlText(id)}">${lead}${inline(runs)}</h${level + 1}>`
    }
    case 'subheading':
      return `<p class="subhead">${inline(block.runs)}</p>`
    case 'paragraph':
      return block.runs.length === 0 ? '' : `<p>${inline(block.runs)}</p>`
    case 'list': {
      const items = block.items
        .map((item) => `<li>${item.map((inner) => blockHtml(inner, context)).join('')}</li>`)
        .join('')
      const start = block.start === 1 ? '' : ` start="${Math.trunc(block.start)}"`
      return block.ordered ? `<ol${start}>${items}</ol>` : `<ul>${items}</ul>`
    }
    case 'table':
      return htmlTable(block.caption, block.grid, inline) + notesHtml(noteLines(block.grid.notes, language))
    case 'chart': {
      const { caption, chart } = block
      const described = `<svg role="img" aria-label="${htmlText(chartDescription(chart, language))}" `
      // Two drawings: letters of the wide one shrink to nothing on a phone.
      const drawings = [640, 380].map((width) => {
        const name = width === 640 ? 'broad' : 'narrow'
        const svg = renderChart(chart, { lang: language, width, idPrefix: `${caption.id}-${name}` })
        return `<div class="chart ${name}">${svg.replace(/^<svg /, () => described)}</div>`
      })
      return (
        `<figure id="${caption.id}">${drawings.join('')}<figcaption>${htmlText(caption.text)}</figcaption>` +
        `${chartTable(chart, caption, language)}${notesHtml(block.notes)}</figure>`
      )
    }
    case 'image': {
      const { type, bytes, width, height } = block.picture
      const source = `data:image/${type === 'jpg' ? 'jpeg' : type};base64,${Buffer.from(bytes).toString('base64')}`
      const picture = `<img src="${source}" alt="${htmlText(block.alt)}" width="${width}" height="${height}" decoding="async">`
      if (block.caption === null) return `<figure>${picture}</figure>`
      return `<figure id="${block.caption.id}">${picture}<figcaption>${htmlText(block.caption.text)}</figcaption></figure>`
    }
    case 'case': {
      const { caption } = block
      const inner = block.content.map((child) => blockHtml(child, context)).join('\n')
      return (
        `<section class="case" id="${caption.id}" aria-labelledby="${caption.id}-title">` +
        `<p class="case-title" id="${caption.id}-title">${htmlText(caption.text)}</p>\n${inner}</section>`
      )
    }
    case 'pageBreak':
      return ''
  }
}

function notesHtml(lines: readonly string[]): string {
  return lines.map((line) => `<p class="note">${htmlText(line)}</p>`).join('')
}

function runsHtml(runs: readonly Run[], { cardIds }: HtmlContext): string {
  return runs
    .map((run) => {
      if (run.kind === 'break') return '<br>'
      let html = htmlText(run.text)
      if (run.kind === 'figure') {
        html = `<button type="button" class="figure" aria-haspopup="dialog" popovertarget="${cardIds.get(run.key)}">${html}</button>`
      }
      if (run.bold) html = `<strong>${html}</strong>`
      if (run.italic) html = `<em>${html}</em>`
      return run.kind === 'text' && run.link !== null
        ? `<a href="${htmlText(run.link)}" rel="noopener">${html}</a>`
        : html
    })
    .join('')
}
