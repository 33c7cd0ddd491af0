import type { Label } from './label.ts'

/** A number that the scheme knows, as a decimal string; or one that whoever scores is asked for, by these words. */
export type Amount = string | Label

/** What one result of a level or rank weighs, or how its weight is multiplied. */
export interface Weight {
  readonly label: Label
  readonly weight: string
}

/** Points taken away for each case of a kind. */
export interface Deduction {
  readonly label: Label
  readonly each: string
  /** At most this many points for the kind. */
  readonly most?: string
}

/** How experts' scores that lie apart are left out before the mean is taken. */
export type Outliers =
  /** The highest and the lowest one, when there are at least `from` scores. */
  | { readonly drop: 'ends'; readonly from: number }
  /** Those farther from the median than this share of the full mark, in per cent. */
  | { readonly drop: 'far'; readonly percent: string }

/** How a value becomes points. The set is closed: a scheme needs no code. No rule gives less than 0 or more than the item's points. */
export type ScoreRule =
  /**
   * value ÷ target × points; `better: 'down'`: target ÷ value × points. On the wrong side of `limit` there are no
   * points. `rest`: what the share leaves of the points.
   */
  | {
      readonly by: 'ratio'
      readonly target: Amount
      readonly better?: 'up' | 'down'
      readonly limit?: string
      readonly rest?: true
    }
  /**
   * The points of the first step that the value (or its distance from `around`) reaches; the last step has no `from`.
   * `linear`: between two steps, in proportion.
   */
  | {
      readonly by: 'bands'
      readonly around?: Amount
      readonly linear?: true
      readonly steps: readonly { readonly from: string | null; readonly points: string }[]
    }
  /**
   * The sum of level × rank weights of results, of `full` that earns all points. A result claimed several times counts
   * once, where it weighs most. `extras` are added to a result's weight.
   */
  | {
      readonly by: 'results'
      readonly levels: Readonly<Record<string, Weight>>
      readonly ranks?: Readonly<Record<string, Weight>>
      readonly extras?: Readonly<Record<string, Weight>>
      readonly full: Amount
    }
  /** All points, less the deductions of the item. */
  | { readonly by: 'deduction' }
  /** The mean of experts' scores, of a full mark of `outOf`. */
  | { readonly by: 'experts'; readonly outOf: string; readonly outliers?: Outliers }
  /** Answers × 100, 80, 60 or 0, over all answers of a question; the mean of the questions, in per cent of the points. */
  | { readonly by: 'satisfaction' }
  | { readonly by: 'yes-no' }
  /** The points themselves are entered, with a reason. */
  | { readonly by: 'manual' }

/** What the steps of a satisfaction question are worth. */
export const SATISFACTION = { verySatisfied: '100', satisfied: '80', fair: '60', dissatisfied: '0' } as const

/** What a plan knows of itself, in per cent unless said otherwise. */
export type PlanMeasure =
  | 'targets.quantity'
  | 'targets.quality'
  | 'targets.benefit'
  | 'targets.satisfaction'
  /** All targets of tasks, whatever they are about. */
  | 'targets.reached'
  | 'tasks.completed'
  | 'tasks.on-time'
  | 'money.arrived-of-budget'
  | 'money.used-of-budget'

/** Where an item's value comes from. */
export type ValueSource =
  | { readonly from: 'indicator'; readonly code: string }
  /** What the plan knows of the level; `of: 'plan'`: of the plan as a whole, whichever level is scored. */
  | { readonly from: 'plan'; readonly measure: PlanMeasure; readonly of?: 'plan' }
  /** The value and the target of one of the level's targets, by its name. */
  | { readonly from: 'plan-target'; readonly name: string }
  /** The level's landmark results; what earns all points is the target of that name. */
  | { readonly from: 'plan-results'; readonly full: string }
  | { readonly from: 'given' }
  | { readonly from: 'experts' }

export interface ScoreItem {
  /** Kebab-case, unique within its level. */
  readonly key: string
  readonly label: Label
  readonly points: string
  readonly rule: ScoreRule
  readonly source: ValueSource
  /** Kinds of cases that cost points, by key. */
  readonly less?: Readonly<Record<string, Deduction>>
  /** In this case there are no points at all. */
  readonly zeroWhen?: Label
}

export interface ScoreGroup {
  readonly key: string
  readonly label: Label
  readonly points: string
  /** Its points stand beside the level's: added or taken away, up to `points`. An ordinary group when absent. */
  readonly beside?: 'bonus' | 'penalty'
  readonly of: readonly (ScoreGroup | ScoreItem)[]
}

/** One of the bodies that are scored: the school, a group of majors. */
export interface ScoreLevel {
  readonly label: Label
  readonly points: string
  readonly of: readonly ScoreGroup[]
}

/** What makes the grade `grade`, whatever the points. */
export type Veto = { readonly key: string; readonly label: Label; readonly grade: string } & (
  | { readonly when: 'said' }
  | { readonly when: 'below'; readonly least: string; readonly source: ValueSource }
  | { readonly when: 'group-below'; readonly least: string; readonly group: string }
)

export interface Grade {
  readonly label: Label
  /** From this total, included. */
  readonly from: string
}

export interface SchemeSpec {
  /** Kebab-case. */
  readonly name: string
  /** Counts up with every change of the rules; earlier versions stay declared while sheets use them. */
  readonly version: number
  readonly label: Label
  /** As a person would cite it, saying which parts rest on general knowledge. */
  readonly source: string
  readonly levels: Readonly<Record<string, ScoreLevel>>
  /** Ways to weigh the levels, in per cent; the first is the usual one. */
  readonly weightings: Readonly<
    Record<string, { readonly label: Label; readonly of: Readonly<Record<string, string>> }>
  >
  readonly vetoes: readonly Veto[]
  /** By key, best first; none when the scheme gives no grade. */
  readonly grades: Readonly<Record<string, Grade>>
  /** Decimals kept, half up. */
  readonly decimals: { readonly items: number; readonly levels: number; readonly total: number }
}

export interface ScoringScheme extends SchemeSpec {
  readonly is: 'scheme'
}

/** Declares a version of a scoring scheme. What does not add up is found at start-up. */
export function defineScheme(spec: SchemeSpec): ScoringScheme {
  return { is: 'scheme', ...spec }
}

export const isGroup = (node: ScoreGroup | ScoreItem): node is ScoreGroup => 'of' in node

/** The name under which the catalogue keeps a version of a scheme. */
export const schemeId = ({ name, version }: Pick<ScoringScheme, 'name' | 'version'>): string => `${name}/${version}`

/** The items under a group, with the groups above them, outermost first. */
export function itemsOf(
  groups: readonly (ScoreGroup | ScoreItem)[],
  path: readonly ScoreGroup[] = [],
): { readonly item: ScoreItem; readonly path: readonly ScoreGroup[] }[] {
  return groups.flatMap((node) => (isGroup(node) ? itemsOf(node.of, [...path, node]) : [{ item: node, path }]))
}
