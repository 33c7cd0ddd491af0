import { inLanguage } from '../../language/document.ts'
import type { Language, ResolvedFigure, ResolvedFigurePart } from '../../language/document.ts'
import { formatPart } from './format-figure.ts'
import { htmlText } from './html-text.ts'
import { labelsIn } from './labels.ts'

/** The card a figure opens: what it means, what it was divided by, for when, how far approved, and the way to the rows. */
export function htmlFigureCard(id: string, figure: ResolvedFigure, language: Language, rowsUrl: string | null): string {
  const labels = labelsIn(language)
  const words = (value: { zh: string; en?: string | undefined }) => htmlText(inLanguage(value, language))
  const lines: [string, string][] = [
    [labels.definition, words(figure.definition)],
    [labels.period, htmlText(figure.period)],
  ]
  const side = (label: string, part: ResolvedFigurePart | null) => {
    if (part !== null) lines.push([label, `${words(part.label)} <b>${htmlText(formatPart(part, true, language))}</b>`])
  }
  const split = Object.entries(figure.by).map(([dimension, member]) => `${dimension} = ${member}`)
  if (split.length > 0) lines.push([labels.split, htmlText(split.join(language === 'zh' ? '，' : ', '))])
  side(labels.numerator, figure.numerator)
  side(labels.denominator, figure.denominator)
  lines.push([labels.status, htmlText(labels.statuses[figure.status])])
  if (figure.definitionVersion !== undefined) lines.push([labels.version, htmlText(figure.definitionVersion)])
  if (figure.rows !== null) {
    const link = rowsUrl === null ? '' : ` <a href="${htmlText(rowsUrl)}">${htmlText(labels.showRows)}</a>`
    lines.push([labels.rows, `${figure.rows}${link}`])
  }
  const list = lines.map(([term, description]) => `<dt>${htmlText(term)}</dt><dd>${description}</dd>`).join('')
  return (
    `<div popover id="${id}" class="pop" role="dialog" aria-labelledby="${id}-name">` +
    `<h2 id="${id}-name">${words(figure.label)}</h2>` +
    `<button type="button" class="close" popovertarget="${id}" popovertargetaction="hide" aria-label="${htmlText(labels.close)}">×</button>` +
    `<p class="big">${htmlText(formatPart(figure, true, language))}</p><dl>${list}</dl></div>`
  )
}
