import type { Label } from '../../../language/label.ts'
import type { Place } from '../document.ts'
import type { Finding, FindingKind, Severity } from '../finding.ts'
import type { Understood } from '../understanding/understand.ts'

/**
 * One thing that can be wrong in a document. A rule is pure: it looks at what was understood and answers what it found.
 * To add one, write a file with `reason`, `wrong` and `right`, and a line in `rules/index.ts`; the test tries both examples.
 */
export interface AuditRule {
  /** Stable: marks of people refer to it. */
  readonly name: string
  readonly kind: FindingKind
  /** Why it is an error, in one sentence. */
  readonly reason: Label
  /** A short document (Markdown) that breaks the rule. */
  readonly wrong: string
  /** The same document put right: no rule finds anything in it. */
  readonly right: string
  readonly check: (understood: Understood) => readonly Finding[]
}

interface Said {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly confidence: number
  readonly zh: string
  readonly en: string
  readonly arithmetic?: string
  readonly values: readonly string[]
  readonly places: readonly Place[]
  readonly explanations?: readonly Label[]
}

export function finding({
  kind,
  severity,
  confidence,
  zh,
  en,
  arithmetic,
  values,
  places,
  explanations = [],
}: Said): Finding {
  return {
    kind,
    severity,
    confidence: Math.max(0, Math.min(1, confidence)).toFixed(2),
    message: { zh, en },
    ...(arithmetic === undefined ? {} : { arithmetic }),
    values: [...new Set(values)],
    places,
    explanations,
  }
}

/** Innocent reasons, said in the same words everywhere. */
export const EXPLANATIONS = {
  period: { zh: '统计时间不同（学年、自然年、截止日期）', en: 'Another period or cut-off date' },
  scope: { zh: '统计范围不同', en: 'Another scope' },
  several: { zh: '同一对象可同时属于几类', en: 'One thing may be counted under several heads' },
  other: { zh: '还有未列出的部分', en: 'There are parts that are not listed' },
  definition: { zh: '口径不同（分子或分母）', en: 'Another definition of numerator or denominator' },
  rounding: { zh: '先舍入再计算', en: 'Rounded before it was computed' },
  hidden: { zh: '表中有隐藏的行或列，没有计入', en: 'Rows or columns of the table are hidden and were left out' },
  base: { zh: '基数不是这里印出的数', en: 'The base is not the figure printed here' },
} satisfies Record<string, Label>
