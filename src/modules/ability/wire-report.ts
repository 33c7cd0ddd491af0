import type { Words } from '../../language/document.ts'
import type { WireEvidence } from './wire.ts'

/** A figure of a demand report opened: what it was counted from. */
export interface WireBehind {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly definition: Words
  readonly report: { readonly id: string; readonly title: string }
  readonly madeAt: string
  /** What the same count gives today. */
  readonly now: string
  /** The counts that the value is made of. */
  readonly parts: readonly {
    readonly label: 'ads' | 'among' | 'without' | 'mentions' | 'among-mentions'
    readonly n: number
  }[]
  /** Courses, words of a plan, majors: things that are no advertisements. */
  readonly rows: readonly { readonly label: string; readonly text: string; readonly to?: string }[]
  /** How many advertisements there are in all; a page of them is in `ads`. */
  readonly total: number
  readonly ads: readonly WireBehindAd[]
}

export interface WireBehindAd extends Omit<WireEvidence, 'required'> {
  readonly payMin: number | null
  readonly payMax: number | null
  /** The skill whose words are shown; null where none is meant. */
  readonly skill: string | null
  readonly required: boolean | null
  readonly text: string
}

/** A demand report of a major that was made. */
export interface WireDemandReport {
  readonly id: string
  readonly title: string
  readonly state: 'draft' | 'reviewed' | 'signed' | 'published'
  readonly madeAt: string
  readonly outdatedAt: string | null
}

/** The name of demand reports in the catalogue. */
export const DEMAND_REPORT = 'demand-report'

/** Steps of making one, in order. */
export const MAKING_STEPS = ['demand', 'plan', 'crossed', 'together', 'fit', 'samples', 'write'] as const
export type MakingStep = (typeof MAKING_STEPS)[number]

/** How far the making of a report has come. */
export interface WireMaking {
  readonly step: MakingStep
  readonly done: number
  readonly of: number
}
