import type { MoveOn, Words } from './structure.ts'

/** How a learner stands with a unit. */
export interface WireUnitState {
  readonly completedAt: string | null
  readonly passedAt: string | null
  readonly failedAt: string | null
  readonly waivedAt: string | null
  /** A decimal from -1 to 1. */
  readonly score: string | null
  readonly isSatisfied: boolean
}

export interface WireCourseware {
  readonly id: string
  readonly title: Words
  readonly description: Words
  readonly units: number
  /** Units of these that the reader has done; null before the first launch. */
  readonly done: number | null
  readonly isSatisfied: boolean
  readonly isWithdrawn: boolean
  readonly mayOversee: boolean
  readonly createdAt: string
}

export interface WireCoursewareList {
  readonly mayBring: boolean
  readonly courseware: readonly WireCourseware[]
}

export interface WireUnit {
  readonly kind: 'unit'
  readonly number: number
  readonly title: Words
  readonly description: Words
  readonly moveOn: MoveOn
  readonly masteryScore: string | null
  readonly launchMethod: 'AnyWindow' | 'OwnWindow'
  readonly state: WireUnitState
}

export interface WireBlock {
  readonly kind: 'block'
  readonly number: number
  readonly title: Words
  readonly isSatisfied: boolean
  readonly children: readonly (WireBlock | WireUnit)[]
}

export interface WireCoursewarePage extends WireCourseware {
  readonly objectives: readonly { readonly id: string; readonly title: Words }[]
  readonly children: readonly (WireBlock | WireUnit)[]
}

/** Who learned, and how far each is: for those who oversee the courseware. */
export interface WireResults {
  readonly units: readonly { readonly number: number; readonly title: Words }[]
  readonly learners: readonly {
    readonly learner: string
    readonly name: string
    readonly since: string
    readonly satisfiedAt: string | null
    readonly units: Readonly<Record<number, WireUnitState>>
  }[]
}
