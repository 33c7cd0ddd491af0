import type { Label } from '../../language/label.ts'
import type { Place } from './document.ts'

/** What can be wrong with figures. The list is fixed: marks, exports and the judge of the rules refer to it. */
export const FINDING_KINDS = [
  'parts-and-whole',
  'total',
  'ratio',
  'percentage',
  'growth',
  'average',
  'truncation',
  'same-quantity',
  'order',
  'unit-magnitude',
  'impossible-value',
  'numbering',
  'year-on-year',
  'catalogue-rule',
] as const

export type FindingKind = (typeof FINDING_KINDS)[number]
export type Severity = 'serious' | 'notable' | 'minor'

export interface Finding {
  readonly kind: FindingKind
  readonly severity: Severity
  /** How sure the rule is that this is a contradiction: '0.00' to '1.00'. */
  readonly confidence: string
  readonly message: Label
  /** '137 ≠ 6 + 29 + 110 = 145'. */
  readonly arithmetic?: string
  /** The figures concerned, as printed in the document. */
  readonly values: readonly string[]
  readonly places: readonly Place[]
  /** Likely innocent reasons. */
  readonly explanations: readonly Label[]
}
