import type { BlockNode, Cover, DocumentNode } from './document.ts'
import type { Label } from './label.ts'

/** What travels about reports. Times ISO 8601, days YYYY-MM-DD. */

export type ReportState = 'draft' | 'reviewed' | 'signed' | 'published'
export type SectionState = 'draft' | 'submitted' | 'approved'
export type ReportAction = 'review' | 'sign-off' | 'publish' | 'reopen'
export type SectionAction = 'submit' | 'approve' | 'return'

export interface WireReportRow {
  readonly id: string
  readonly name: string
  readonly label: Label
  readonly period: string
  /** What a made report is about: the code of a major; '' of others. */
  readonly subject: string
  readonly title: string
  readonly state: ReportState
  readonly progress: { readonly sections: number; readonly submitted: number; readonly approved: number }
  readonly publishOn: string | null
  readonly publishedAt: string | null
  /** Where everybody reads the latest publication; null when there is none. */
  readonly publicPath: string | null
}

export interface WireReportSection {
  readonly id: string
  readonly key: string
  /** '2.1', as it is printed; empty for front and back matter. */
  readonly number: string
  readonly title: string
  readonly level: number
  readonly unitId: string | null
  readonly unitName: string
  readonly personId: string | null
  readonly personName: string
  readonly due: string | null
  readonly state: SectionState
  readonly version: number
  readonly updatedAt: string
  /** Comments that are not resolved. */
  readonly comments: number
  readonly can: readonly ('edit' | 'assign' | 'outline' | 'comment' | SectionAction)[]
}

export interface WireReport extends Omit<WireReportRow, 'progress'> {
  readonly version: number
  readonly previousId: string | null
  readonly cover: Cover
  readonly sections: readonly WireReportSection[]
  readonly blockers: readonly WireBlocker[]
  readonly publications: readonly WirePublication[]
  /** What the indicator nodes, tables and charts of the text may name. */
  readonly names: {
    readonly tables: readonly { readonly name: string; readonly label: Label }[]
    /** With the fields that may head groups of rows. */
    readonly recordTables: readonly {
      readonly name: string
      readonly label: Label
      readonly groups: readonly { readonly name: string; readonly label: Label }[]
    }[]
    readonly charts: readonly { readonly name: string; readonly label: Label }[]
  }
  /** Of a report that a module makes: when its figures were made, and since when they are no longer what they would be. */
  readonly supply: { readonly madeAt: string; readonly outdatedAt: string | null } | null
  readonly can: readonly ('outline' | 'cover' | ReportAction)[]
}

export interface WireSectionContent extends WireReportSection {
  readonly content: DocumentNode
}

/** Something that must be settled before publication: what, where, and what to do. */
export interface WireBlocker {
  readonly kind: 'not-approved' | 'stale' | 'rule' | 'section' | 'unknown'
  /** The indicator's code, or the rule's name. */
  readonly code?: string
  /** The first place; all of them are in `places`. */
  readonly sectionId?: string
  readonly places: readonly { readonly sectionId: string | null; readonly number: string; readonly title: string }[]
  /** What is wrong and what to do. */
  readonly message: Label
}

/** How far a publication that is under way has come. */
export interface WirePublishing {
  readonly step: 'check' | 'print' | 'keep'
  readonly done: number
  readonly of: number
}

export interface WirePublication {
  readonly id: string
  /** The seal over text and figures (SHA-256). */
  readonly hash: string
  readonly at: string
  readonly byName: string
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[]
}

export interface WireSectionVersion {
  readonly version: number
  readonly at: string
  readonly byName: string
  readonly action: string
  readonly title: string
  readonly reason: string | null
}

export interface WireSectionVersionContent extends WireSectionVersion {
  readonly content: DocumentNode
  /** Against the version asked for by `?against=`. */
  readonly difference?: readonly BlockDifference[]
}

export interface WordDifference {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export type BlockDifference =
  | { readonly kind: 'same'; readonly after: BlockNode }
  | { readonly kind: 'added'; readonly after: BlockNode }
  | { readonly kind: 'removed'; readonly before: BlockNode }
  | {
      readonly kind: 'changed'
      readonly before: BlockNode
      readonly after: BlockNode
      readonly words: readonly WordDifference[]
    }

export interface WireSectionComment {
  readonly id: string
  readonly text: string
  /** The words or the place commented on, as the editor marks it. */
  readonly anchor: string | null
  /** Words to put there instead. */
  readonly suggestion: string | null
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly resolvedAt: string | null
}
