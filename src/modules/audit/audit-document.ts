import { Exact } from '../../engine/indicators/exact.ts'
import type { IndicatorRule } from '../../language/indicator.ts'
import type { AuditDocument } from './document.ts'
import type { Finding, FindingKind, Severity } from './finding.ts'
import { catalogueRules, type IndicatorNames } from './rules/catalogue-rules.ts'
import { RULES } from './rules/index.ts'
import { EXPLANATIONS } from './rules/rule.ts'
import { yearOnYear } from './rules/year-on-year.ts'
import { COMMON_SYNONYMS, synonymMap } from './understanding/names.ts'
import { understand } from './understanding/understand.ts'

export interface AuditOptions {
  /** The report of the year before. */
  readonly against?: AuditDocument
  /** Indicators and their rules, applied where the document prints an indicator's name. */
  readonly catalogue?: { readonly indicators: readonly IndicatorNames[]; readonly rules: readonly IndicatorRule[] }
  /** Groups of names that mean the same, beyond those every report shares. */
  readonly synonyms?: readonly (readonly string[])[]
}

const SEVERITIES: readonly Severity[] = ['serious', 'notable', 'minor']

/** What does not fit together in a document: the worst and surest first. Pure: no files, no clock, no network. */
export function auditDocument(
  document: AuditDocument,
  { synonyms = [], against, catalogue }: AuditOptions = {},
): Finding[] {
  const names = synonymMap([...synonyms, ...COMMON_SYNONYMS])
  const understood = understand(document, names)
  const before = against ? understand(against, names) : null
  const findings = [
    ...RULES.flatMap((rule) => rule.check(understood)),
    ...(before ? yearOnYear(understood, before) : []),
    ...(catalogue ? catalogueRules(understood, before, catalogue.indicators, catalogue.rules) : []),
  ]
  return once(besideHidden(document, findings)).toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.confidence.localeCompare(a.confidence),
  )
}

const SUMS: readonly FindingKind[] = ['total', 'parts-and-whole', 'percentage', 'ratio', 'average', 'growth']

/** What is computed in a table of which rows or columns are hidden may be right with them: said so, and no longer serious. */
function besideHidden({ blocks }: AuditDocument, findings: readonly Finding[]): Finding[] {
  const hiding = new Set(blocks.flatMap((block) => (block.kind === 'table' && block.hides ? [block.table] : [])))
  return findings.map((finding) =>
    SUMS.includes(finding.kind) && finding.places.some(({ table }) => table !== undefined && hiding.has(table))
      ? {
          ...finding,
          severity: 'minor',
          confidence: new Exact(finding.confidence).times('0.5').toFixed(2),
          explanations: [EXPLANATIONS.hidden, ...finding.explanations],
        }
      : finding,
  )
}

/** Two rules may find the same thing; the surer one is kept. */
function once(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding>()
  for (const finding of findings.toSorted((a, b) => b.confidence.localeCompare(a.confidence))) {
    const places = finding.places
      .map((p) => `${p.paragraph ?? ''}.${p.table ?? ''}.${p.row ?? ''}.${p.column ?? ''}`)
      .sort()
    const key = `${[...finding.values].sort().join()}|${places.slice(0, 2).join()}`
    if (!kept.has(key)) kept.set(key, finding)
  }
  return [...kept.values()]
}
