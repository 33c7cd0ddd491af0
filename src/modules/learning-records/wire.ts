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

export interface WireOverview {
  readonly statements: number
  readonly succeeded: number
  readonly failed: number
  readonly days: readonly { readonly day: string; readonly statements: number }[]
  readonly verbs: readonly { readonly verb: string; readonly statements: number }[]
  readonly activities: readonly {
    readonly activity: string
    readonly name: Readonly<Record<string, string>> | null
    readonly statements: number
  }[]
}
