import type { Label } from '../../../language/label.ts'

/** Days are YYYY-MM-DD, credits decimal strings, names of institutions those of today. */
export interface LearnerFacts {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly stage: string
  /** declared: nobody has yet seen who they are. */
  readonly proof: string
}

export interface OutcomeFacts {
  readonly id: string
  readonly state: string
  readonly kind: string
  readonly name: string
  readonly level: string
  readonly grade: string
  readonly issuer: string
  readonly issuerName: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly credits: string
}

export interface InstitutionFacts {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly region: string | null
  readonly unit: string | null
  readonly joinedOn: string
  readonly leftOn: string | null
}

export interface RuleFacts {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly number: string
  readonly name: string
  readonly institution: string
  readonly outcomeKind: string
  readonly outcomeName: string
  readonly level: string | null
  readonly leastGrade: string
  readonly issuer: string | null
  readonly issuerName: string | null
  readonly targetKind: string
  readonly target: string
  readonly category: string
  readonly credits: string
  readonly gradeForPass: string
  readonly gradeForGood: string | null
  readonly gradeForExcellent: string | null
  readonly from: string
  readonly until: string | null
  /** Whoever has converted by that rule cannot use this one. */
  readonly excludedBy: string | null
  /** Ends the day before this one begins. */
  readonly supersedes: string | null
  readonly basis: string | null
}

export interface LimitFacts {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly institution: string
  readonly per: string
  readonly category: string | null
  readonly mostCredits: string | null
  readonly mostPercent: string | null
  readonly ofCredits: string | null
  readonly from: string
  readonly until: string | null
}

/** A conversion in the ledger that was not reversed. */
export interface LiveConversion {
  readonly conversion: string
  /** By which it was decided; null of what was brought in without a decision. */
  readonly rule: string | null
  readonly outcome: string
  readonly institution: string
  readonly institutionName: string
  readonly category: string
  readonly target: string
  readonly credits: string
}

/** A course that the learner has passed at an institution itself. */
export interface PassedCourse {
  readonly institution: string
  readonly name: string
}

/** All that a conversion depends on. */
export interface ConversionFacts {
  readonly learner: LearnerFacts
  readonly outcome: OutcomeFacts
  readonly institution: InstitutionFacts
  readonly rule: RuleFacts
  /** Approved ones of the institution, whatever their dates. */
  readonly limits: readonly LimitFacts[]
  readonly live: readonly LiveConversion[]
  readonly passed: readonly PassedCourse[]
  /** The day that rules and limits are asked for. */
  readonly day: string
}

/** What codes are called, and their order; from the registers' own lists. */
export interface CreditWords {
  kind(value: string): Label
  level(value: string): Label
  grade(value: string): Label
  category(value: string): Label
  proof(value: string): Label
  institution(value: string): Label
  stage(value: string): Label
  state(value: string): Label
  /** Levels, best last. */
  readonly levels: readonly string[]
  /** Grades, best last. */
  readonly grades: readonly string[]
}
