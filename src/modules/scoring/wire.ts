import type { Label } from '../../language/label.ts'
import type { ScoreRule, ValueSource } from '../../language/scoring.ts'
import type { ItemValue } from './inside/values.ts'

/** Points are decimal strings, rounded as the scheme declares. */

export interface WireItemScore {
  readonly level: string
  readonly key: string
  readonly label: Label
  readonly path: readonly string[]
  readonly points: string
  readonly of: string
  readonly rule: ScoreRule
  /** The rule without numbers. */
  readonly ruleText: Label
  /** The rule with this value's numbers. */
  readonly explanation: Label
  readonly less: Readonly<Record<string, { readonly label: Label }>>
  readonly zeroWhen: Label | null
  readonly value: ItemValue | null
  readonly source: ValueSource
  readonly isMissing: boolean
}

export interface WireGroupScore {
  readonly level: string
  readonly key: string
  readonly path: readonly string[]
  readonly label: Label
  readonly points: string
  readonly of: string
}

export interface WireLevelPoints {
  readonly key: string
  readonly label: Label
  readonly points: string
  readonly of: string
  /** In per cent. */
  readonly weight: string
}

export interface WireVeto {
  readonly key: string
  readonly label: Label
  readonly isHit: boolean
  readonly when: 'said' | 'below' | 'group-below'
  readonly value: string | null
  /** Below this it is hit; null for those that are said. */
  readonly least: string | null
  readonly grade: Label
}

export interface WireScore {
  readonly scheme: { readonly name: string; readonly version: number; readonly label: Label; readonly source: string }
  readonly weighting: { readonly key: string; readonly label: Label }
  readonly total: string
  readonly grade: { readonly key: string; readonly label: Label } | null
  readonly vetoes: readonly WireVeto[]
  readonly levels: readonly WireLevelPoints[]
  readonly groups: readonly WireGroupScore[]
  readonly items: readonly WireItemScore[]
  /** How many items have no value yet. */
  readonly missing: number
}
