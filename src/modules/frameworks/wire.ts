import type { Label } from '../../language/label.ts'

/** What is wrong in a CASE file, and where: `CFItems[12].identifier`. Warnings do not stand in the way. */
export interface WireCaseProblem {
  readonly place: string
  readonly severity: 'error' | 'warning'
  readonly message: Label
}

/** What an import would do. */
export interface WireCasePreview {
  readonly name: string
  readonly version: string
  readonly state: string
  readonly items: number
  readonly places: number
  readonly links: number
  /** The version that is here already and would be replaced. */
  readonly replaces: { readonly id: string; readonly version: string } | null
  readonly problems: readonly WireCaseProblem[]
}

export interface WireCaseImported {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly state: string
  readonly items: number
  readonly links: number
}

export interface WireFramework {
  readonly id: string
  readonly number: string
  readonly version: string
  readonly name: string
  readonly kind: Label
  readonly industry: string | null
  readonly issuer: string | null
  readonly state: string
  readonly from: string | null
  readonly until: string | null
  readonly items: number
}

export interface WireFrameworks {
  readonly rows: readonly WireFramework[]
  /** May this person bring in frameworks and make versions? */
  readonly canWrite: boolean
}

export interface WireItem {
  readonly id: string
  readonly parent: string | null
  readonly code: string | null
  readonly kind: string
  readonly statement: string
}

export interface WireTree {
  readonly framework: WireFramework
  readonly description: string | null
  readonly kinds: Readonly<Record<string, Label>>
  /** In the order of the tree. */
  readonly items: readonly WireItem[]
  /** Versions of the same framework, this one among them. */
  readonly versions: readonly WireFramework[]
  readonly canWrite: boolean
}

/** An end of a crosswalk: an item of a framework here, or an address outside. */
export interface WireEnd {
  readonly item: string | null
  readonly framework: string | null
  readonly text: string
  readonly where: string | null
}

export interface WireItemPage {
  readonly id: string
  readonly number: string
  readonly code: string | null
  readonly kind: Label
  readonly statement: string
  readonly notes: string | null
  readonly links: readonly { readonly id: string; readonly kind: Label; readonly from: WireEnd; readonly to: WireEnd }[]
  readonly alignments: readonly {
    readonly id: string
    readonly what: Label
    readonly name: string
    readonly coverage: Label
  }[]
}

/** What differs between two versions, item by item. */
export interface WireDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly code: string | null
  readonly before: string | null
  readonly after: string | null
  /** Where it stood and stands, when it moved. */
  readonly from: string | null
  readonly to: string | null
}

export interface WireComparison {
  readonly before: WireFramework
  readonly after: WireFramework
  readonly same: number
  readonly differences: readonly WireDifference[]
}
