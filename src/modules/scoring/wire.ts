import type { Label } from '../../language/label.ts'
import type { ScoreRule, ValueSource } from '../../language/scoring.ts'
import type { ItemValue } from './inside/values.ts'

/** An assignment that waits for the expert's own word. */
export interface WireAssignment {
  readonly id: string
  readonly version: number
  readonly sheet: string
  readonly plan: string
  /** The part of the plan; null for all of it. */
  readonly task: string | null
  readonly dueOn: string | null
  readonly note: string | null
}

/** What a person may do on the page of scoring, and what waits for them. */
export interface WireMyScoring {
  readonly canMake: boolean
  /** May open the registers of assignments and of conflicts. */
  readonly canArrange: boolean
  /** Names of grades, by what sheets keep of them. */
  readonly grades: Readonly<Record<string, Label>>
  readonly assignments: readonly WireAssignment[]
}

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

/** What a sheet's screen shows beside an item's points. */
export interface WireEntry {
  readonly id: string
  readonly version: number
  readonly source: 'given' | 'indicator' | 'plan'
  readonly reason: string | null
  readonly evidence: number
}

/** A sheet of an earlier round, as it was submitted. */
export interface WireFormerSheet {
  readonly id: string
  readonly name: string
  readonly round: string
  readonly roundLabel: Label
  readonly state: string
  readonly total: string | null
  readonly grade: Label | null
  /** By `<level>/<item>`; empty where other rules were used. */
  readonly points: Readonly<Record<string, string>>
}

/** What goes with an expert's sheet. */
export interface WireAssignedProof {
  readonly files: readonly {
    readonly task: string
    readonly taskName: string
    readonly what: string
    readonly name: string
    readonly size: number
    readonly sha256: string
  }[]
  readonly references: readonly {
    readonly task: string
    readonly taskName: string
    readonly what: string
    readonly kind: 'link' | 'record' | 'indicator'
    readonly address: string
  }[]
}

export interface WireScoreSheet {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly version: number
  readonly round: string
  readonly roundLabel: Label
  readonly unit: { readonly id: string; readonly name: string }
  readonly plan: { readonly id: string; readonly name: string } | null
  /** Code of the edition. */
  readonly period: string | null
  readonly scorer: string | null
  readonly score: WireScore
  /** By `<level>/<item>`; those of vetoes under `vetoes/<key>`. */
  readonly entries: Readonly<Record<string, WireEntry>>
  /**
   * The scheme has changed since the sheet was made: it goes by what it was made with. `latest` is the version that a
   * new sheet would have; the same number when the rules changed without a new one; null when it is no longer declared.
   */
  readonly schemeChanged: { readonly latest: number | null } | null
  readonly isFrozen: boolean
  readonly former: readonly WireFormerSheet[]
  readonly can: {
    readonly fill: boolean
    readonly steps: readonly ('submit' | 'return' | 'confirm' | 'reopen')[]
  }
}

export interface WireDifference {
  readonly level: string
  readonly key: string
  readonly before: string
  readonly after: string
  readonly change: string
}

export interface WireWhatIf {
  readonly before: WireScore
  readonly after: WireScore
  readonly differences: readonly WireDifference[]
  readonly change: string
}

export interface WireScheme {
  readonly name: string
  readonly version: number
  readonly label: Label
  readonly source: string
  readonly weightings: readonly { readonly key: string; readonly label: Label }[]
}
