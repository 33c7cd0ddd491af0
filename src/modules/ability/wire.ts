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

export interface WireAdvice {
  readonly kind: 'add' | 'upgrade' | 'drop' | 'merge'
  /** The skill meant; of a merger those that both courses name. */
  readonly skill: string
  /** Advertisements that ask for it; null of a merger. */
  readonly n: number | null
  readonly share: WireShare | null
  /** Courses (of a plan that was sent, its sentences) that it touches; none where no course is near. */
  readonly courses: readonly string[]
  /** Of an addition: the skill of that course asked most beside it, in `n` of the latest `of` advertisements. */
  readonly beside: { readonly skill: string; readonly n: number; readonly of: number } | null
}

export interface WireMatch {
  /** Code of the catalogue of majors; '' where none is said. */
  readonly code: string
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
  /** Of the demand for the skills listed, how much is covered: Σ n covered ÷ Σ n, in percent; `touched` counts the thin too. */
  readonly coverage:
    | (WireShare & { readonly covered: number; readonly mentions: number; readonly touched: string })
    | null
  readonly advice: readonly WireAdvice[]
  /** How many items of the plan were read. */
  readonly items: number
  readonly plan: string
}

/** A version of a major's plan in the registers. */
export interface WireProgramme {
  readonly id: string
  readonly name: string
  /** Year of entry. */
  readonly grade: number
}

export type PlanState = WireMatchedSkill['state']

/** Two plans against the same demand: what one has and the other has not. */
export interface WirePlanChange {
  readonly n: number
  readonly before: Pick<WireMatch, 'plan' | 'coverage' | 'items'>
  readonly after: Pick<WireMatch, 'plan' | 'coverage' | 'items'>
  readonly changes: readonly (Omit<WireMatchedSkill, 'state' | 'where'> & {
    readonly was: PlanState
    readonly is: PlanState
    readonly whereBefore: readonly string[]
    readonly whereAfter: readonly string[]
  })[]
  /** Skills that both treat alike. */
  readonly same: number
}

/** A comparison as it stood on a day. */
export interface WireKeptMatch {
  readonly id: string
  readonly plan: string
  readonly keptAt: string
  /** '' where it was made anew after advertisements came in. */
  readonly keptBy: string
  readonly n: number
  /** Percent with one decimal; null where nothing was asked. */
  readonly coverage: string | null
  readonly counts: Readonly<Record<PlanState, number>>
  /** Against the one before: skills that are covered now, are no longer, and are asked anew. */
  readonly gained: readonly string[]
  readonly lost: readonly string[]
  readonly newlyAsked: readonly string[]
}

/** Where a skill can be learnt or shown here. */
export interface WireClosing {
  readonly skill: string
  readonly courses: readonly {
    readonly id: string
    readonly name: string
    /** The point of the course that names it; '' where the course's own name does. */
    readonly point: string
    /** The wider skill, where only that is named. */
    readonly through: string | null
  }[]
  readonly certificates: readonly { readonly id: string; readonly name: string }[]
  /** Outcomes of the credit bank that count as a course named here, or name the skill themselves. */
  readonly outcomes: readonly {
    readonly id: string
    readonly outcome: string
    readonly target: string
    readonly credits: string
  }[]
}

/** A course for its teacher: what it teaches of what is asked, and what to change in it. */
export interface WireCourse {
  readonly id: string
  readonly name: string
  readonly major: string
  readonly code: string
  readonly n: number
  readonly occupations: readonly WireCount[]
  readonly taught: readonly WireMatchedSkill[]
  readonly outdated: WireMatch['outdated']
  readonly advice: readonly WireAdvice[]
  /** Knowledge points that were read beside its name. */
  readonly points: number
}

/** An industry of the city as the college lists it. */
export interface WireIndustry {
  readonly name: string
  /** Small classes of the occupations at work in it. */
  readonly classes: readonly string[]
  /** Sections and divisions of GB/T 4754 that it is made of, with their letters: I65. */
  readonly codes: readonly string[]
}

/** A part of a whole as it is counted, percent with one decimal. */
export interface WirePart {
  readonly part: number
  readonly whole: number
  readonly percent: string
}

export interface WireFit {
  /** What the college lists; where it lists nothing, the shipped list. */
  readonly industries: readonly (WireIndustry & { readonly n: number; readonly majors: readonly string[] })[]
  readonly isShipped: boolean
  readonly majors: readonly {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly occupations: readonly WireCount[]
    /** Names of the industries it serves. */
    readonly industries: readonly string[]
    /** Advertisements for its occupations. */
    readonly n: number
    /** Other majors here that lead to the same occupations. */
    readonly alike: readonly string[]
  }[]
  /** Majors that serve an industry listed ÷ majors that run and whose occupations are known. */
  readonly byMajors: WirePart
  /** Advertisements for occupations some major leads to ÷ those for all occupations of the industries listed. */
  readonly byDemand: WirePart
  /** Occupations of the industries that no major leads to, with majors of the catalogue that do. */
  readonly unserved: readonly (WireCount & {
    readonly industry: string
    readonly majors: readonly { readonly code: string; readonly name: string }[]
  })[]
  /** Majors whose occupations the catalogue does not name. */
  readonly unknown: readonly string[]
  /** Advertisements whose occupation is known, and of them those whose file names an industry. */
  readonly n: number
  readonly named: number
}

/** Small classes to choose from. */
export interface WireClass {
  readonly key: string
  readonly name: string
}

export const TERM_DECISIONS = ['accept', 'merge', 'reject'] as const
export const SKILL_DECISIONS = ['rename', 'join'] as const
/**
 * A term becomes a skill, another way of writing one, or none. A skill of the shipped dictionary gets another name, or
 * counts as another skill: a layer of the college over it.
 */
export type TermDecision = (typeof TERM_DECISIONS)[number] | (typeof SKILL_DECISIONS)[number]

/** A college's own layer over the shipped dictionary, as a file. */
export interface DictionaryFile {
  readonly format: 'jiangxin-dictionary'
  readonly version: 1
  readonly college: string
  readonly exportedOn: string
  readonly terms: readonly {
    readonly term: string
    readonly decision: TermDecision
    readonly name: string
    readonly kind: string
  }[]
}

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
