import type { Item, ItemKind } from './item/item.ts'

/** What the server tells the screens of the item bank. */
export type Difficulty = 'easy' | 'medium' | 'hard'
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const satisfies readonly Difficulty[]

/** A course whose items the person may see. */
export interface WireCourse {
  readonly id: string
  readonly code: string
  readonly name: string
}
export interface WirePoint {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** How answers turned out since the version that is asked now was made. */
export interface WireObserved {
  readonly answers: number
  /** The share of the points that was gained, in per cent with one decimal; null while nobody answered. */
  readonly gained: string | null
}

export interface WireItem {
  readonly id: string
  readonly course: string
  readonly item: Item
  readonly version: number
  readonly revision: number
  readonly difficulty: Difficulty
  readonly knowledgePoints: readonly string[]
  readonly shared: boolean
  readonly author: string
  readonly isRetired: boolean
  /** It was asked: a change makes a new version. */
  readonly isUsed: boolean
  readonly canWrite: boolean
  readonly changedAt: string
  readonly observed: WireObserved
}

export interface WireItemPage {
  readonly total: number
  readonly items: readonly WireItem[]
}

export interface WireVersion {
  readonly version: number
  readonly item: Item
  readonly madeAt: string
  readonly usedAt: string | null
}

/** One item of a file that is to be imported. */
export interface WireDraft {
  /** The row of a sheet, or the file of a package. */
  readonly where: string
  readonly kind: ItemKind | null
  readonly stem: string
  /** New, already there word for word, or not to be imported as it stands. */
  readonly state: 'new' | 'same' | 'faulty'
  readonly problems: readonly { readonly zh: string; readonly en: string }[]
}
export interface WireImport {
  readonly drafts: readonly WireDraft[]
  /** How many were written; none in a preview. */
  readonly written: number
}
