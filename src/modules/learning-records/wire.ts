/** What a program may do with the store (xAPI 4.0; profiles and state as OAuth scopes). */
export const SCOPES = [
  'statements/write',
  'statements/read',
  'statements/read/mine',
  'state',
  'profile',
  'define',
  'all/read',
  'all',
] as const
export type Scope = (typeof SCOPES)[number]

export interface WireClient {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** A text by language, as xAPI has it. */
export type WireWords = Readonly<Record<string, string>>

/** How many days an overview may look back. */
export const PERIODS = [7, 30, 365] as const
export type Period = (typeof PERIODS)[number]

/** A verb, an activity or a course, with the statements of it that came. */
export interface WireCount {
  /** Its address. */
  readonly id: string
  readonly name: WireWords | null
  readonly statements: number
}

export interface WireOverview {
  readonly statements: number
  readonly succeeded: number
  readonly failed: number
  /** People and groups who did something. */
  readonly actors: number
  readonly days: readonly { readonly day: string; readonly statements: number; readonly actors: number }[]
  readonly verbs: readonly WireCount[]
  readonly activities: readonly WireCount[]
  readonly courses: readonly WireCount[]
  /** The reader may see the statements themselves, with who did what. */
  readonly maySeeStatements: boolean
}

export interface WireStatement {
  readonly id: string
  readonly stored: string
  /** When it happened, by the sender's clock. */
  readonly at: string
  readonly actor: string
  readonly verb: { readonly id: string; readonly display: WireWords | null }
  /** The activity's address, or in words what else it is about. */
  readonly object: { readonly id: string; readonly name: WireWords | null }
  readonly success: boolean | null
  /** A decimal from -1 to 1. */
  readonly score: string | null
}

export interface WireStatements {
  readonly statements: readonly WireStatement[]
  /** Where the next page begins; null at the end. */
  readonly next: string | null
}
