import type { Columns } from './reading/columns.ts'

export type { ColumnKind, Columns } from './reading/columns.ts'

export interface WirePreview {
  readonly headers: readonly string[]
  readonly total: number
  /** Lines of a JSON file that are none. */
  readonly unread: number
  readonly columns: Columns
  /** Mapped by a person before, not guessed. */
  readonly isRemembered: boolean
  /** The first rows, cell by cell as `headers`. */
  readonly first: readonly (readonly string[])[]
}

export interface WireImport {
  readonly id: string
  readonly fileName: string
  readonly state: 'running' | 'done' | 'failed'
  readonly total: number
  readonly done: number
  readonly kept: number
  readonly again: number
  /** How many rows had each problem. */
  readonly problems: Readonly<Record<string, number>>
  readonly startedAt: string
  readonly startedBy: string
}

/** A share with its 95 % interval (Wilson), percent with one decimal as text. */
export interface WireShare {
  readonly percent: string
  readonly low: string
  readonly high: string
}

/** Yuan a month: the mean of the middles of the ranges, with the half width of its 95 % interval. */
export interface WirePay {
  readonly mean: number
  readonly margin: number | null
  /** Advertisements that say their pay. */
  readonly n: number
}

export interface WireSkillDemand {
  readonly skill: string
  readonly kind: string
  readonly n: number
  readonly share: WireShare
  /** Of those, how many ask it as a must. */
  readonly required: number
  readonly payWith: WirePay | null
  readonly payWithout: WirePay | null
}

export interface WireCount {
  readonly key: string
  readonly name: string
  readonly n: number
}

export interface WireDemand {
  /** Advertisements meant, each job once. */
  readonly n: number
  readonly pay: WirePay | null
  readonly skills: readonly WireSkillDemand[]
  readonly occupations: readonly WireCount[]
  readonly cities: readonly WireCount[]
  readonly educations: readonly WireCount[]
  readonly months: readonly {
    readonly month: string
    readonly n: number
    readonly withSkill: number | null
    readonly share: WireShare | null
  }[]
  /** Advertisements without a date: in no month. */
  readonly undated: { readonly n: number; readonly withSkill: number | null }
  /** Files they came from, the latest first. */
  readonly sources: readonly string[]
  readonly from: string | null
  readonly to: string | null
}

/** An advertisement that bears a claim out, with the words meant. */
export interface WireEvidence {
  readonly id: string
  readonly title: string
  readonly company: string
  readonly city: string
  /** ISO date of the latest posting; null where none has a date. */
  readonly postedOn: string | null
  readonly postings: number
  readonly required: boolean
  readonly before: string
  readonly words: string
  readonly after: string
}

export interface WireMatchedSkill extends WireSkillDemand {
  readonly state: 'covered' | 'thin' | 'missing'
  /** Courses or sentences of the plan that name it, or the wider skill that touches it. */
  readonly where: readonly string[]
  /** The wider skill, when only that is taught. */
  readonly through: string | null
}

export interface WireMatch {
  readonly n: number
  readonly occupations: readonly WireCount[]
  readonly skills: readonly WireMatchedSkill[]
  /** Named by the plan and hardly asked for. */
  readonly outdated: readonly {
    readonly skill: string
    readonly n: number
    readonly share: WireShare
    readonly where: readonly string[]
  }[]
  /** Of the demand for the skills listed, how much is covered: Σ n covered ÷ Σ n, in percent. */
  readonly coverage: WireShare | null
  /** How many items of the plan were read. */
  readonly items: number
  readonly plan: string
}

export const TERM_DECISIONS = ['accept', 'merge', 'reject'] as const
/** A term becomes a skill, another way of writing one, or none. */
export type TermDecision = (typeof TERM_DECISIONS)[number]

/** A term no dictionary knows, as it was met in advertisements. */
export interface WireTerm {
  /** Small letters: ways of writing that differ in case are one term. */
  readonly term: string
  /** As it is mostly written. */
  readonly shown: string
  readonly kind: string
  /** Advertisements that ask for it. */
  readonly n: number
  /** The small class it is mostly met in; '' where none is known. */
  readonly occupation: string
  /** The latest place where it stands. */
  readonly before: string
  readonly words: string
  readonly after: string
}

export interface WireTerms {
  readonly terms: readonly WireTerm[]
  /** How many there are in all. */
  readonly total: number
}

/** A term opened: where it stands, and what is asked beside it in the latest `of` advertisements. */
export interface WireOpenTerm {
  readonly ads: readonly WireEvidence[]
  readonly of: number
  readonly beside: readonly WireCount[]
}

/** What a decision would do to the advertisements kept. */
export interface WireTermEffect {
  /** Advertisements in which the words stand. */
  readonly total: number
  /** Of these so many, the latest, were read to try. */
  readonly tried: number
  /** Of those tried, how many would ask for something else. */
  readonly changed: number
  readonly skills: readonly { readonly skill: string; readonly more: number; readonly fewer: number }[]
}

export interface WireDecidedTerm {
  readonly id: string
  readonly shown: string
  readonly decision: TermDecision
  readonly name: string
  readonly kind: string
  readonly decidedAt: string
  readonly decidedBy: string
  readonly undoneAt: string | null
  readonly undoneBy: string | null
  readonly state: 'running' | 'done'
  readonly total: number
  readonly done: number
  readonly changed: number
}

/** A skill that a term may be merged into. */
export interface WireKnownSkill {
  readonly name: string
  readonly kind: string
}
