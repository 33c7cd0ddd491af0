import type { Catalogue } from '../../../language/catalogue.ts'
import type { AuditOptions } from '../audit-document.ts'

/** What the audit uses of a catalogue: names of indicators and the rules between them, as plain data for its thread. */
export function auditCatalogue({ indicators, rules }: Catalogue): NonNullable<AuditOptions['catalogue']> {
  return {
    indicators: [...indicators.values()].map(({ code, label, unit, synonyms }) => ({
      code,
      label,
      unit,
      ...(synonyms ? { synonyms } : {}),
    })),
    rules: [...rules],
  }
}
