/**
 * What stands in an item. Plain data: it is kept as it is in versions, copied whole into activities and homework, and
 * read by the browser. Points and numbers are decimal strings.
 */
interface Common {
  /** The question, in plain text. In an item of blanks, two or more underscores are a blank. */
  readonly stem: string
  /** What a full answer is worth. */
  readonly points: string
  /** Shown with the result: why the answer is what it is. */
  readonly explanation: string | null
}

/** How parts that are right count: all or nothing, or each its share. */
export type Credit = 'all' | 'share'
/**
 * How an incomplete or partly wrong choice counts: all or nothing · each right option its share, nothing once a wrong
 * one is chosen · half for an incomplete choice, nothing once a wrong one is chosen · each right option its share, each
 * wrong one takes a share away, never below nothing.
 */
export type ChoiceCredit = 'all' | 'right-only' | 'half' | 'minus-wrong'

export interface Option {
  /** A, B, C … by its place. */
  readonly key: string
  readonly text: string
}

/** What is folded before two texts are compared. */
export interface Folding {
  /** Full-width letters, digits and punctuation are the same as half-width ones. */
  readonly width: boolean
  readonly case: boolean
  /** Spaces do not count. */
  readonly space: boolean
}

/** How far from the value an answer may be, both ends included; `relative` is in per cent of the value. */
export interface Tolerance {
  readonly kind: 'absolute' | 'relative'
  readonly amount: string
}

export interface SingleItem extends Common {
  readonly kind: 'single'
  readonly options: readonly Option[]
  readonly right: string
}
export interface MultipleItem extends Common {
  readonly kind: 'multiple'
  readonly options: readonly Option[]
  readonly right: readonly string[]
  readonly credit: ChoiceCredit
}
export interface BlanksItem extends Common {
  readonly kind: 'blanks'
  /** What each blank accepts, in the order of the blanks. */
  readonly blanks: readonly (readonly string[])[]
  readonly folding: Folding
  readonly credit: Credit
}
export interface NumberItem extends Common {
  readonly kind: 'number'
  readonly value: string
  readonly tolerance: Tolerance
  /** Shown behind the box; an answer may repeat it. */
  readonly unit: string | null
}
export interface OrderItem extends Common {
  readonly kind: 'order'
  /** In the right order; no text twice. */
  readonly entries: readonly string[]
  readonly credit: Credit
}
export interface MatchItem extends Common {
  readonly kind: 'match'
  /** Left and right; no left twice. */
  readonly pairs: readonly (readonly [left: string, right: string])[]
  /** Offered on the right, and right for nothing. */
  readonly distractors: readonly string[]
  readonly credit: Credit
}
export interface ShortItem extends Common {
  readonly kind: 'short'
  /** Ways to write each keyword; they suggest a score, a teacher gives it. */
  readonly keywords: readonly (readonly string[])[]
  readonly sample: string | null
}

export type Item = SingleItem | MultipleItem | BlanksItem | NumberItem | OrderItem | MatchItem | ShortItem
export type ItemKind = Item['kind']

export const ITEM_KINDS = [
  'single',
  'multiple',
  'blanks',
  'number',
  'order',
  'match',
  'short',
] as const satisfies readonly ItemKind[]

/**
 * What somebody answered: the key of an option · keys · a text for each blank · a number as written · texts of the
 * entries in their order · right by left · a text.
 */
export type Answer = string | readonly string[] | Readonly<Record<string, string>>

/** Where the blanks of a stem are. */
export const BLANK = /_{2,}/g

/** The texts around the blanks of a stem: one more than there are blanks. */
export const aroundBlanks = (stem: string): string[] => stem.split(BLANK)
