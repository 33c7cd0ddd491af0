import type { FileRef } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'

interface Word {
  readonly value: string
  readonly label: Label
}

/** What experts say of an outcome, for the desk that decides on it. */
export interface WireOpinions {
  /** It was refused, and waits again because the learner appealed. */
  readonly isAppeal: boolean
  /** Opinions that should still come before an appeal is decided. */
  readonly missing: number
  readonly canAsk: boolean
  readonly opinions: readonly WireOpinion[]
}

export interface WireOpinion {
  readonly id: string
  readonly version: number
  readonly expert: string
  readonly state: string
  readonly dueOn: string
  readonly isOverdue: boolean
  readonly recommendation: Label | null
  readonly level: Label | null
  readonly credits: string | null
  readonly reason: string | null
  /** Why the expert stepped back, or the desk took the question back. */
  readonly why: string | null
  readonly canWithdraw: boolean
}

/** Somebody who can be asked: they sign in. */
export interface WireExpert {
  readonly id: string
  readonly name: string
  /** Experts from outside have none. */
  readonly unit: string | null
  /** Has the role of an expert. */
  readonly isExpert: boolean
}

/** What an expert was asked and has not been decided yet. */
export interface WireMyOpinions {
  readonly opinions: readonly WireMyOpinion[]
  readonly recommendations: readonly Word[]
  readonly levels: readonly Word[]
}

export interface WireMyOpinion {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly dueOn: string
  readonly question: string | null
  readonly outcome: {
    readonly name: string
    readonly kind: Label
    readonly level: Label
    readonly grade: Label
    readonly issuer: string
    readonly issuedOn: string
    readonly expiresOn: string | null
    readonly hours: number | null
    readonly credits: string
    readonly evidence: readonly FileRef[]
    /** These only when the desk said that they are needed. */
    readonly learner: string | null
    readonly certificateNumber: string | null
    readonly note: string | null
  }
  readonly recommendation: string | null
  readonly level: string | null
  readonly credits: string | null
  readonly reason: string | null
}
