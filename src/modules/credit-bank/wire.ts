import type { FileRef } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'

/** What decides whether an outcome may be converted. */
export type CheckName =
  | 'identity'
  | 'accredited'
  | 'valid'
  | 'institution'
  | 'in-force'
  | 'fits'
  | 'level'
  | 'grade'
  | 'issuer'
  | 'own'
  | 'once'
  | 'credits'
  | 'target'
  | 'excluded'
  | 'limit'

export interface WireCheck {
  readonly name: CheckName
  readonly ok: boolean
  /** Says why, with the numbers. */
  readonly label: Label
}

/** What an outcome would become by one rule. */
export interface WireOption {
  readonly rule: string
  readonly ruleNumber: string
  readonly ruleVersion: number
  readonly institution: string
  readonly institutionName: string
  readonly target: string
  readonly category: Label
  /** A decimal string, as all credits. */
  readonly credits: string
  readonly grade: string
  readonly ok: boolean
  readonly checks: readonly WireCheck[]
}

/** An outcome and what it could become. */
export interface WireWorth {
  readonly id: string
  readonly name: string
  readonly kind: Label
  readonly level: Label | null
  readonly grade: Label
  readonly issuer: string
  readonly issuedOn: string
  readonly expiresOn: string | null
  readonly credits: string
  readonly state: string
  /** Where it was used, when it was. */
  readonly used: { readonly institution: string; readonly target: string; readonly credits: string } | null
  readonly options: readonly WireOption[]
  /** Institutions that take part and have no rule for it. */
  readonly without: readonly string[]
}

export interface WireOutcome extends WireWorth {
  readonly evidence: readonly FileRef[]
  /** Why it was refused or revoked; null when it was neither. */
  readonly why: string | null
}

/** What an outcome is registered from. */
export interface WireChoices {
  readonly kinds: readonly WireWord[]
  readonly levels: readonly WireWord[]
  readonly grades: readonly WireWord[]
  /** That some rule in force is for. */
  readonly names: readonly { readonly kind: string; readonly name: string }[]
}
interface WireWord {
  readonly value: string
  readonly label: Label
}

export interface WireBalances {
  readonly issued: string
  readonly held: string
  readonly converted: string
  readonly lapsed: string
}

export interface WireEntry {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly credits: string
  readonly outcome: string
  readonly institution: string | null
  readonly target: string | null
  readonly at: string
}

export interface WireApplication {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly state: string
  readonly learner: string
  readonly outcome: string
  /** Ids of what it asks for. */
  readonly outcomeId: string
  readonly ruleId: string
  readonly institution: string
  readonly target: string
  readonly credits: string
  readonly grade: string
  readonly appliedOn: string
  /** What this person may do with it. */
  readonly can: readonly { readonly name: string; readonly label: Label; readonly comment: boolean }[]
}

export interface WireApplications {
  readonly rows: readonly WireApplication[]
  readonly total: number
}

/** What the credit bank is to whoever asks. */
export interface WireStanding {
  /** Id of their own account. */
  readonly learner: string | null
  /** They decide on applications. */
  readonly desk: boolean
  /** They write rules. */
  readonly rules: boolean
  /** They work for the bank itself: requests, mergers, programs. */
  readonly centre: boolean
  /** Code of the college that keeps the bank. */
  readonly college: string
  /** They may reconcile the ledger. */
  readonly ledger: boolean
  /** Opinions that they were asked for and that are open; null for who is no expert. */
  readonly opinions: number | null
}

export interface WireLearnerPage {
  readonly learner: {
    readonly id: string
    readonly name: string
    readonly number: string
    readonly proof: Label
    /** Somebody has checked who it is. */
    readonly isProven: boolean
    readonly stage: Label
  }
  readonly balances: WireBalances
  readonly outcomes: readonly WireOutcome[]
  readonly applications: readonly WireApplication[]
  readonly entries: readonly WireEntry[]
  readonly timeline: readonly WireMoment[]
  readonly next: WireNextSteps
  /** May this person apply for the learner? */
  readonly canApply: boolean
  /** It is the account of whoever looks. */
  readonly isOwn: boolean
}

/** Something in a life of learning. */
export interface WireMoment {
  readonly on: string
  readonly what: 'life' | 'outcome' | 'conversion'
  readonly label: Label
  readonly about: string
}

/** Where one could go on to learn, and with what. */
export interface WireNextSteps {
  /** Institutions with what they would take today; of a higher rung first (中职, 高职, 本科). */
  readonly places: readonly {
    readonly institution: string
    readonly kind: Label
    readonly credits: string
    readonly targets: readonly string[]
  }[]
  /** What a higher level of something held would become. */
  readonly levels: readonly {
    readonly outcome: string
    readonly level: Label
    readonly institution: string
    readonly target: string
    readonly credits: string
  }[]
}

/** Why a conversion was, or would be, decided as it is. */
export interface WireDecision {
  readonly checks: readonly WireCheck[]
  readonly ruleNumber: string
  readonly ruleVersion: number
  /** null: not decided yet, checked as things stand today. */
  readonly decidedAt: string | null
}

/** What learners would get by a rule, whether it is approved or not. */
export interface WireTrial {
  readonly tried: number
  readonly rows: readonly {
    readonly learner: string
    readonly learnerName: string
    readonly outcome: string
    readonly level: Label
    readonly grade: Label
    readonly becomes: { readonly target: string; readonly credits: string; readonly grade: string } | null
    readonly why: readonly Label[]
  }[]
  readonly conflicts: readonly Label[]
}

/** What is wrong among the rules themselves. */
export interface WireRuleReview {
  readonly conflicts: readonly { readonly rules: readonly [string, string]; readonly label: Label }[]
  readonly gaps: readonly { readonly label: Label; readonly outcomes: number }[]
}

export interface WireReconciliation {
  readonly entries: number
  readonly balances: WireBalances
  readonly differences: readonly Label[]
}

/** What merging two accounts would come to. */
export interface WireMerger {
  /** Each stands against it. */
  readonly problems: readonly Label[]
  /** To be looked at. */
  readonly notes: readonly Label[]
  readonly moved: readonly { readonly label: Label; readonly count: number }[]
  /** Unused credits of both, and after it. */
  readonly credits?: { readonly kept: string; readonly absorbed: string; readonly together: string }
}

/** What closing an account erases at once, and what is kept of it and why. */
export interface WireClosing {
  readonly erased: readonly Label[]
  readonly kept: readonly { readonly what: Label; readonly why: Label }[]
}

/** What a learner keeps in order themselves. */
export interface WireOwnAccount {
  readonly consents: readonly {
    readonly id: string
    readonly institution: string
    readonly purposes: readonly string[]
    readonly givenOn: string
    readonly until: string | null
    readonly state: string
  }[]
  readonly requests: readonly {
    readonly id: string
    readonly kind: string
    readonly state: string
    readonly askedOn: string
    /** Why it was refused. */
    readonly why: string | null
  }[]
  /** That take part today. */
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
}

/** What revoking an outcome does. */
export interface WireConsequences {
  readonly version: number
  readonly state: string
  readonly name: string
  readonly credits: string
  /** Approved ones are reversed, submitted ones refused. */
  readonly conversions: readonly {
    readonly id: string
    readonly state: string
    readonly institution: string
    readonly target: string
    readonly credits: string
  }[]
}

/** A program of an institution that may call. */
export interface WireClient {
  readonly id: string
  readonly name: string
  readonly institution: string
  readonly scopes: readonly string[]
  readonly sandbox: boolean
  readonly perMinute: number
  readonly perDay: number
  readonly createdAt: string
  readonly usedAt: string | null
  readonly disabledAt: string | null
  readonly callsToday: number
}

export interface WireHook {
  readonly id: string
  readonly client: string
  readonly url: string
  readonly events: readonly string[]
  readonly createdAt: string
  readonly endedAt: string | null
}

export interface WireDelivery {
  readonly id: string
  readonly url: string
  readonly event: string
  readonly madeAt: string
  readonly tries: number
  /** When it is tried next; null when it arrived or was given up. */
  readonly dueAt: string | null
  readonly sentAt: string | null
  readonly status: number | null
  readonly problem: string | null
}

/** The bank in numbers. */
export interface WireStatistics {
  readonly totals: {
    readonly learners: number
    readonly outcomes: number
    readonly conversions: number
    readonly credits: string
    readonly schools: number
    readonly firms: number
    readonly certificates: number
  }
  readonly kinds: readonly { readonly kind: Label; readonly outcomes: number; readonly credits: string }[]
  readonly years: readonly { readonly year: string; readonly outcomes: number; readonly conversions: number }[]
  /** Where institutions are: what they issued and took. */
  readonly regions: readonly {
    readonly region: string
    readonly name: string
    readonly institutions: number
    readonly outcomes: number
    readonly conversions: number
  }[]
  readonly institutions: readonly {
    readonly name: string
    readonly kind: Label
    readonly outcomes: number
    readonly conversions: number
  }[]
}

/** Of evidence that a learner hands in: files of an outcome, and megabytes of each. */
export const MOST_FILES = 10
export const MOST_MEGABYTES = 20
