/** What travels about accounts, roles, sessions and the audit. Times ISO 8601, days YYYY-MM-DD. */

export interface WireAssignment {
  readonly id: string
  readonly role: string
  readonly unitId: string
  readonly unitName: string
  readonly from: string | null
  /** Last day on which it counts; of a delegated role no later than the delegator's own. */
  readonly to: string | null
  readonly delegatedBy: { readonly id: string; readonly name: string } | null
  /** Counts today. */
  readonly isValid: boolean
}

export interface WireAccountRow {
  readonly id: string
  /** The name for signing in. */
  readonly name: string
  readonly personName: string
  readonly personId: string | null
  readonly lang: 'zh' | 'en'
  /** Locked by an administrator: may not sign in. */
  readonly locked: boolean
  readonly mustChangePassword: boolean
  readonly passkeys: number
  readonly createdAt: string
  readonly lastSignInAt: string | null
  readonly version: number
  readonly assignments: readonly WireAssignment[]
  /** Whether the actor may change, lock and reset this account. */
  readonly canManage: boolean
}

export interface WireDelegation {
  readonly id: string
  readonly role: string
  readonly unitId: string
  readonly unitName: string
  readonly from: string | null
  readonly to: string | null
  readonly byName: string
  readonly toName: string
  readonly isValid: boolean
}

export interface WireSession {
  readonly id: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  readonly address: string | null
  readonly device: string | null
  /** The one that asks. */
  readonly current: boolean
}

export interface WirePasskey {
  readonly id: string
  readonly label: string
  readonly createdAt: string
  readonly usedAt: string | null
}

export interface WireUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly office: string | null
  /** The unit has ended on this day. */
  readonly to: string | null
  readonly children: readonly WireUnit[]
}

export interface WireAudit {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly actorId: string | null
  readonly actorName: string
  readonly subject: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
  readonly address: string | null
}
