import type { AuditDocument } from './document.ts'
import type { Finding, Severity } from './finding.ts'
import { RULES } from './rules/index.ts'
import { COMMON_SYNONYMS, synonymMap } from './understanding/names.ts'
import { understand } from './understanding/understand.ts'

export interface AuditOptions {
  /** Groups of names that mean the same, beyond those every report shares. */
  readonly synonyms?: readonly (readonly string[])[]
}

const SEVERITIES: readonly Severity[] = ['serious', 'notable', 'minor']

/** What does not fit together in a document: the worst and surest first. Pure: no files, no clock, no network. */
export function auditDocument(document: AuditDocument, { synonyms = [] }: AuditOptions = {}): Finding[] {
  const understood = understand(document, synonymMap([...synonyms, ...COMMON_SYNONYMS]))
  const findings = RULES.flatMap((rule) => rule.check(understood))
  return once(findings).toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.confidence.localeCompare(a.confidence),
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
