import { createHash } from 'node:crypto'
import type { ResolvedReport } from '../../language/document.ts'
import { ReportError } from './report-error.ts'

/** JSON with the keys of every object in alphabetical order and no undefined values: equal data, equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * The frozen figures of a publication as canonical JSON: every resolved value with its definition and both sides of its
 * fraction. The same report gives the same text.
 */
export function figuresJson(resolved: ResolvedReport): string {
  const { title, college, period } = resolved.report
  return `${canonicalJson({ title, college, period, figures: resolved.figures })}\n`
}

/**
 * The publication seal: SHA-256 (hex) over text, figures, tables, charts and the pictures' hashes. Throws `ReportError`
 * when a picture's bytes are not the ones its hash names.
 */
export function hashReport({ report, figures, tables, charts, images }: ResolvedReport): string {
  for (const [hash, bytes] of Object.entries(images)) {
    if (createHash('sha256').update(bytes).digest('hex') !== hash.toLowerCase()) {
      throw new ReportError(
        `Picture ${hash.slice(0, 12)}…: its bytes do not match this SHA-256. Upload the picture again`,
      )
    }
  }
  const sealed = { report, figures, tables, charts, images: Object.keys(images).sort() }
  return createHash('sha256').update(canonicalJson(sealed)).digest('hex')
}
