import { sansFamily, serifFamily } from './fonts.ts'
import type { NumberedReport } from './numbered-report.ts'
import { typstString } from './typst-string.ts'

/** The look of the printed report: A4, serif 12 pt at one and a half lines, sans headings, three-line tables. */
export function typstStyle({ language, title, college }: NumberedReport): string {
  const chinese = language === 'zh'
  // With the letters' 0.73 em this makes the line of 23 pt that one and a half lines of 宋体 take in Word: the closer the
  // two, the truer the page numbers the Word file borrows.
  const leading = 1.2
  return `
#set document(title: ${typstString(title)}, author: ${typstString(college)})
#set text(font: ("${serifFamily}", "${sansFamily}"), size: 12pt, lang: "${language}", ${chinese ? 'region: "cn", ' : ''}fallback: false, cjk-latin-spacing: auto)
#set par(justify: true, leading: ${leading}em, spacing: ${chinese ? leading : leading + 0.4}em, first-line-indent: ${chinese ? '(amount: 2em, all: true)' : '0em'})
#set list(marker: ([•], [–]), indent: ${chinese ? '2em' : '1em'}, body-indent: 0.6em)
#set enum(indent: ${chinese ? '2em' : '1em'}, body-indent: 0.6em)
#let sans = ("${sansFamily}", "${serifFamily}")
#let accent = rgb("#1f5a78")
#let total-fill = rgb("#eef3f6")
#let subhead-fill = rgb("#f6f4ee")
#let table-room = 9.5em
#let running-title = ${typstString(title)}
#show emph: set text(font: sans)
#show link: set text(fill: accent)

#show heading: set text(font: sans, weight: "bold", hyphenate: false)
#show heading: set par(first-line-indent: 0em, justify: false, leading: 0.6em)
#show heading.where(level: 1): set text(size: 18pt, fill: accent)
#show heading.where(level: 1): set block(above: 2em, below: 1.3em)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 2): set block(above: 1.7em, below: 1.1em)
#show heading.where(level: 3): set text(size: 13pt)
#show heading.where(level: 3): set block(above: 1.5em, below: 1em)
#show heading.where(level: 4): set text(size: 12pt)
#show heading.where(level: 4): set block(above: 1.3em, below: 0.9em)
#let subheading(body) = block(above: 1.2em, below: 0.8em, sticky: true, text(font: sans, weight: "bold", body))

#set table(inset: (x: 5pt, y: 5.5pt), stroke: (x, y) => (bottom: 0.4pt + rgb("#b9c4cb")))
#show table.header: set text(weight: "bold")
#show table: set text(size: 10pt, number-width: "tabular", hyphenate: true)
#show table: set par(justify: false, first-line-indent: 0em, leading: 0.5em, spacing: 0.5em)
#let cell = table.cell
#let head(body) = text(font: sans, weight: "bold", size: 9.5pt, body)
#let number(width, missing, body) = box(width: width, align(right, { body; h(missing) }))
#let notes(body) = block(above: 0.6em, below: 1.4em, width: 100%, { set text(size: 9.5pt, fill: rgb("#4a555c")); set par(first-line-indent: 0em, leading: 0.5em, spacing: 0.5em); body })

#set figure(gap: 0.7em)
#set figure.caption(separator: none)
#show figure: set block(above: 1.4em, below: 1.4em)
#show figure.caption: set text(font: sans, size: 10.5pt)
#show figure.caption: set par(first-line-indent: 0em, leading: 0.5em, justify: false)
#show figure.where(kind: "table"): set block(breakable: true)
#show figure.where(kind: "table"): set figure.caption(position: top)
#show figure.where(kind: "table"): it => {
  show figure.caption: set block(sticky: true)
  // No table begins with a single row at the foot of a page: there is room for its caption, heading and some rows.
  block(height: table-room, above: 1.4em, below: 0pt, breakable: false)
  v(-table-room)
  block(width: 100%, above: 0pt, below: 1em, breakable: true, {
    block(width: 100%, below: 0.7em, sticky: true, align(center, it.caption))
    block(width: 100%, above: 0pt, breakable: true, stroke: (top: 1.1pt, bottom: 1.1pt), it.body)
  })
}
#show figure.where(kind: "case"): it => block(
  width: 100%, above: 1.5em, below: 1.5em, breakable: true, fill: rgb("#f4f7f8"), stroke: (left: 2.5pt + accent), inset: (x: 12pt, y: 12pt),
  { set align(left)
    block(sticky: true, below: 0.9em, { set text(size: 11.5pt, weight: "bold", fill: accent); it.caption })
    set text(size: 11.5pt)
    it.body },
)

#let front-heading(words) = block(width: 100%, above: 2.2em, below: 1.4em, sticky: true, align(center, text(font: sans, size: 17pt, weight: "bold", fill: accent, words)))
#let field(name, value) = par(first-line-indent: 0em, { text(font: sans, name); value })
#let signature(body) = align(right, box(align(left, body)))
#show outline: set par(justify: false, first-line-indent: 0em, leading: 0.6em)
#set outline.entry(fill: box(width: 100%, inset: (x: 4pt), repeat(gap: 2pt, [.])))
#show outline.entry: set block(above: 0.72em)
#show outline.entry.where(level: 1): set block(above: 1.05em)
#show outline: set text(size: 11pt)
#set outline(indent: 1.4em)

#let cover-page(college, title, subtitle, date) = page(
  margin: (x: 2.6cm, y: 3cm), numbering: none, header: none, footer: none,
  { set par(first-line-indent: 0em, justify: false, leading: 0.7em)
    set text(font: sans)
    v(2.2cm)
    align(center, text(size: 22pt, weight: "bold", college))
    v(4.2cm)
    align(center, block(width: 90%, text(size: ${chinese ? 32 : 27}pt, weight: "bold", fill: accent, {
      // The edition in brackets stands on a line of its own rather than be cut in two.
      let parts = title.split("（")
      parts.first()
      if parts.len() > 1 { linebreak(); "（" + parts.slice(1).join("（") }
    })))
    v(0.4cm)
    align(center, line(length: 5cm, stroke: 1.2pt + accent))
    v(0.2cm)
    align(center, text(size: 17pt, subtitle))
    v(1fr)
    align(center, text(size: 15pt, date)) },
)
#let front-page(body) = page(margin: (x: 2.6cm, y: 3cm), numbering: none, header: none, footer: none, body)
#let running-header = { set text(font: sans, size: 9pt, fill: rgb("#4a555c")); align(center, running-title); v(-0.7em); line(length: 100%, stroke: 0.5pt + rgb("#b9c4cb")) }
#let running-footer = context align(center, text(font: sans, size: 9.5pt, counter(page).display(page.numbering)))
#let contents-pages(body) = {
  set page(paper: "a4", margin: (x: 2.5cm, top: 2.9cm, bottom: 2.6cm), numbering: "i", header: running-header, footer: running-footer)
  counter(page).update(1)
  body
}
#let body-pages(body) = {
  set page(paper: "a4", margin: (x: 2.5cm, top: 2.9cm, bottom: 2.6cm), numbering: "1", header: running-header, footer: running-footer)
  counter(page).update(1)
  body
}
#set page(paper: "a4")
`
}
