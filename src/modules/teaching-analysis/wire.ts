import type { Label } from '../../language/label.ts'
import type { DimensionName } from './model/evaluation-model.ts'

/** What is said between the server and the screens. Figures are decimals as text; moments are ISO 8601 in UTC. */

export interface WireInterval {
  readonly low: string
  readonly high: string
}

/** What rests on sums of many classes, or how many of those are up to date while a job works on the others. */
export type Prepared<T> = T | WirePreparing
export interface WirePreparing {
  readonly preparing: { readonly done: number; readonly total: number }
}

/** A value of a dimension, or why there is none. */
export interface WireValue {
  /** In the dimension's unit, one decimal; null below the least number of observations. */
  readonly value: string | null
  readonly interval: WireInterval | null
  /** By which rule the interval was made. */
  readonly method: 'wilson' | 't' | null
  /** Points of 100 by the dimension's scale. */
  readonly points: string | null
  /** Observations (students or questions), and the cases that they are the means of. */
  readonly units: number
  readonly cases: number
}

/** The class beside others of the same course and similar size. */
export interface WireComparison {
  /** The mean of all, each weighed by how certain it is. */
  readonly common: string
  /** The class's own value drawn to it, and how much of its own was kept (0 to 1). */
  readonly shrunk: string
  readonly interval: WireInterval
  readonly own: string
  readonly classes: number
  readonly teachers: number
  /** Where the interval lies. */
  readonly place: 'above' | 'below' | 'alike'
}

export interface WireDimension extends WireValue {
  readonly name: DimensionName
  readonly weight: string
  readonly comparison: WireComparison | null
}

export interface WireClassRow {
  readonly courseId: string
  readonly courseName: string
  readonly teachingClass: string
  readonly classNames: readonly string[]
  readonly lessons: number
  readonly students: number
  readonly lastOn: string
  readonly openAdvice: number
}

export interface WireHome {
  readonly classes: readonly WireClassRow[]
  /** May see students who may need help; patterns of a unit. */
  readonly canHelp: boolean
  readonly canSupervise: boolean
}

export interface WireLessonValues {
  readonly sessionId: string
  readonly heldOn: string
  readonly values: Readonly<Partial<Record<DimensionName, WireValue>>>
  readonly isFilled: boolean
}

export interface WirePoint extends WireValue {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface WireAnalysis {
  readonly class: WireClassRow
  readonly model: { readonly version: number; readonly weightsSince: string | null }
  readonly dimensions: readonly WireDimension[]
  /** The dimensions weighed; null with fewer than four of them. */
  readonly whole: { readonly points: string; readonly dimensions: number } | null
  readonly lessons: readonly WireLessonValues[]
  readonly points: readonly WirePoint[]
}

export interface WireAct {
  readonly id: string
  readonly label: Label
  readonly at: string
  readonly correct: boolean | null
  readonly score: string | null
  readonly maxScore: string | null
}

/** One thing that was observed, with the acts from which its value follows. */
export interface WireCase {
  readonly heldOn: string | null
  /** The student, or the title of the question. */
  readonly who: string
  readonly value: string
  readonly acts: readonly WireAct[]
}

export interface WireCases {
  readonly total: number
  readonly cases: readonly WireCase[]
}

export type AdviceState = 'open' | 'accepted' | 'declined' | 'done'

export interface WireAdvice {
  readonly id: string
  readonly rule: string
  readonly label: Label
  /** What was seen, with its numbers. */
  readonly evidence: Label
  readonly reason: Label
  readonly source: Label
  readonly proposal: Label
  readonly courseId: string
  readonly teachingClass: string
  readonly courseName: string
  readonly heldOn: string
  readonly state: AdviceState
  readonly remark: string
  readonly answeredAt: string | null
  readonly revision: number
  readonly students: number
  readonly acts: number
  /** It rests on sign-ins of these students instead. */
  readonly hasSignIns: boolean
  readonly measure: Label
  readonly effect: {
    readonly verdict: 'waiting' | 'few' | 'unproven' | 'better' | 'worse'
    readonly before: { readonly hits: number; readonly of: number } | null
    readonly after: { readonly hits: number; readonly of: number } | null
    readonly lessons: number
    readonly change: { readonly points: string; readonly low: string; readonly high: string } | null
  } | null
}

export interface WireAdviceProof {
  readonly students: readonly { readonly number: string; readonly name: string }[]
  readonly acts: readonly (WireAct & { readonly who: string | null })[]
  /** As they stand now: who corrected one since sees the correction. */
  readonly signIns: readonly {
    readonly heldOn: string
    readonly number: string
    readonly name: string
    readonly state: 'present' | 'late' | 'absent' | 'leave'
  }[]
}

export interface WireAdviceRule {
  readonly name: string
  readonly label: Label
  readonly reason: Label
  readonly source: Label
  readonly example: Label
  readonly least: number
}

export type RiskReason = 'absence' | 'missing-work' | 'falling' | 'no-part'

export interface WireRisk {
  readonly studentId: string
  readonly number: string
  readonly name: string
  readonly className: string | null
  readonly courseName: string
  readonly teachingClass: string
  readonly reasons: readonly {
    readonly reason: RiskReason
    readonly text: Label
    /** What it rests on: days, tasks, shares of points. */
    readonly rows: readonly Label[]
  }[]
}

/** A number about a group; null where too few persons are behind it. */
export interface WirePattern {
  readonly name: string
  readonly label: Label
  readonly value: string | null
  readonly interval: WireInterval | null
  readonly persons: number | null
}

export interface WireSupervision {
  readonly least: number
  readonly units: readonly {
    readonly unitId: string
    readonly name: string
    readonly isShown: boolean
    readonly teachers: number | null
    readonly classes: number | null
    readonly lessons: number | null
    readonly students: number | null
    readonly dimensions: readonly (WirePattern & { readonly name: DimensionName })[]
    readonly advice: readonly (WirePattern & { readonly given: number | null; readonly taken: number | null })[]
    readonly risks: readonly WirePattern[]
  }[]
}

export interface WirePurpose {
  readonly kind: string
  readonly label: Label
  readonly purpose: Label
  readonly seenBy: Label
  readonly kept: Label
  readonly afterwards: Label
}

export interface WirePurposes {
  readonly purposes: readonly WirePurpose[]
  readonly model: readonly { readonly name: DimensionName; readonly weight: string }[]
  readonly rules: readonly WireAdviceRule[]
  readonly risks: readonly { readonly reason: RiskReason; readonly label: Label; readonly threshold: Label }[]
}
