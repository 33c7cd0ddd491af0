import type { Label } from '../../language/label.ts'

/** Every number here is a decimal string, unless it counts rows. */

export interface WirePlan {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  /** draft, in-force or replaced. */
  readonly state: string
  /** Goes up with every change request that is applied. */
  readonly edition: number
  readonly from: string
  readonly to: string
  /** The day up to which figures are computed. */
  readonly asOf: string
}

/** A level of a plan, or a unit, by which figures are given apart. */
export interface WirePart {
  readonly id: string
  readonly name: string
}

/** How many leaf tasks are done by what was reported and approved. Rates in per cent, two decimals; null without tasks. */
export interface WireCompletion {
  readonly leaves: number
  readonly completed: number
  /** Completed ÷ all leaf tasks. */
  readonly rate: string | null
  /** Leaf tasks whose date has come, and how many of those are completed. */
  readonly due: number
  readonly dueCompleted: number
  readonly dueRate: string | null
}

export interface WireMoney {
  readonly yuan: string
  /** 万元, two decimals. */
  readonly tenThousandYuan: string
}

/** A rate under one definition. */
export interface WireRate {
  readonly name: string
  readonly label: Label
  /** What is divided by what, and whether it stops at 100. */
  readonly definition: Label
  readonly numerator: string
  readonly denominator: string
  /** Per cent, two decimals, half up; null when the denominator is 0. */
  readonly value: string | null
}

export interface WireMoneyLine {
  readonly budget: WireMoney
  readonly arrived: WireMoney
  readonly spent: WireMoney
  readonly rates: readonly WireRate[]
}

type Named<T> = T & { readonly part: WirePart }

export interface WirePlanMoney {
  readonly total: WireMoneyLine
  readonly bySource: readonly (WireMoneyLine & { readonly source: string; readonly label: Label })[]
  readonly byYear: readonly (WireMoneyLine & { readonly year: number })[]
  readonly byLevel: readonly Named<WireMoneyLine>[]
  readonly byUnit: readonly Named<WireMoneyLine>[]
}

export interface WireLevelScore {
  readonly id: string
  readonly kind: string
  readonly name: string
  /** Per cent of the total. */
  readonly weight: string
  readonly score: string | null
}

export interface WirePlanFigures {
  readonly plan: WirePlan
  readonly completion: {
    readonly total: WireCompletion
    readonly byLevel: readonly Named<WireCompletion>[]
    readonly byUnit: readonly Named<WireCompletion>[]
  }
  /** Null for those who may not read the plan's money. */
  readonly money: WirePlanMoney | null
  readonly scores: {
    readonly levels: readonly WireLevelScore[]
    /** Two decimals, half up; null while a level has no score or the weights are not 100 together. */
    readonly total: string | null
  }
  readonly results: {
    /** Each result once, at its highest level. */
    readonly byLevel: readonly { readonly level: string; readonly label: Label; readonly count: number }[]
    readonly claims: number
    readonly results: number
  }
}

export type LightColour = 'red' | 'yellow' | 'green' | 'grey'

export interface WireLight {
  readonly colour: LightColour
  readonly reasons: readonly Label[]
}

/** A task of the tree with everything below it. */
export interface WirePlanTask {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly level: string
  readonly unit: WirePart
  readonly owner: WirePart | null
  readonly from: string
  readonly to: string
  readonly leaves: number
  readonly completed: number
  /** Approved progress, weighed, in per cent; null where nothing below is a leaf task. */
  readonly progress: string | null
  /** The month of the last approved report of a leaf task. */
  readonly reported: string | null
  /** How far the targets are reached, in per cent, 0 to 100; null without values. Never mixed with progress. */
  readonly achieved: string | null
  readonly targets: number
  readonly valued: number
  /** In yuan; null for those who may not read the plan's money. */
  readonly money: {
    readonly budget: string
    readonly arrived: string
    readonly spent: string
    /** Spent ÷ budget in per cent. */
    readonly used: string | null
  } | null
  readonly light: WireLight
}

export interface WirePlanTasks {
  readonly plan: WirePlan
  readonly levels: readonly WireLevelScore[]
  /** The school's first; within a level by number. */
  readonly tasks: readonly WirePlanTask[]
}

export interface WirePlanProblem {
  readonly kind:
    | 'circular-predecessors'
    | 'circular-parents'
    | 'level-weights'
    | 'task-weights'
    | 'outside-parent'
    | 'wrong-parent'
    | 'leaf-with-children'
    | 'owner-left'
    | 'no-leaves'
  /** Numbers of the tasks concerned, in order for a circle. */
  readonly tasks: readonly string[]
  readonly message: Label
}
