import type { ResolvedReport } from '../../language/document.ts'
import { resolveNumbering } from './resolve-numbering.ts'

const STYLE = `
.draft-note{position:sticky;top:0;z-index:5;margin:0;padding:.5rem 1rem;background:#7a4b00;color:#fff;text-align:center;font-size:.95rem}
.figure.open{background:#ffe7b8;color:#5c3900;outline:1px dashed #a86a00;outline-offset:1px}
.figure.open::after{content:"*";font-weight:700}
.figure.gap{background:#ffd9d3;color:#8a1c0c;outline:1px dashed #b3341f;outline-offset:1px}`

/** The page with a note that it is a draft, and every figure marked that is not approved or has no value. */
export function markDraft(html: string, resolved: ResolvedReport): string {
  const figures = [...resolveNumbering(resolved).figures.values()]
  const open = figures.filter((f) => f.status === 'computed' || f.status === 'reviewed').length
  const gaps = figures.filter((f) => f.status === 'missing').length
  const note = `草稿 · 未发布：${open} 个指标尚未批准（标 *），${gaps} 个指标缺数 / Draft, not published: ${open} figures not approved (*), ${gaps} without a value`
  // The page numbers its cards by the order of first appearance; only its own markup has this attribute unescaped.
  return html
    .replaceAll(/class="figure"( [^>]*popovertarget="value-(\d+)")/g, (whole, rest: string, n: string) => {
      const status = figures[Number(n) - 1]?.status
      if (status === 'missing') return `class="figure gap" title="暂缺 / no value"${rest}`
      return status === 'computed' || status === 'reviewed'
        ? `class="figure open" title="未批准 / not approved"${rest}`
        : whole
    })
    .replace('</head>', () => `<style>${STYLE}</style>\n</head>`)
    .replace('<body>', () => `<body>\n<p class="draft-note" role="status">${note}</p>`)
}
