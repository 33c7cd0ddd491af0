import type { Label } from '../../language/label.ts'

/** What a certificate turns out to be. Only `valid` is good; the words of each say what to do. */
export type Verdict =
  | 'valid'
  | 'revoked'
  | 'expired'
  | 'not-yet'
  | 'forged'
  | 'wrong-issuer'
  | 'unknown-issuer'
  | 'unreadable'

export interface WireCheckedPoint {
  readonly name: 'form' | 'signature' | 'issuer' | 'period' | 'status'
  /** null: could not be asked, because an earlier one failed. */
  readonly ok: boolean | null
  readonly label: Label
}

/** What a certificate says, whether it is true or not. */
export interface WireBadgeContent {
  readonly name: string
  readonly holder: string | null
  readonly issuer: string
  /** The name under which this server knows the issuer. */
  readonly knownIssuer: string | null
  readonly issuedAt: string | null
  readonly until: string | null
  readonly credits: string | null
  readonly description: string | null
  readonly results: readonly { readonly name: string; readonly value: string }[]
}

export interface WireVerification {
  readonly verdict: Verdict
  /** In plain words, with the reason. */
  readonly label: Label
  readonly checks: readonly WireCheckedPoint[]
  readonly content: WireBadgeContent | null
  readonly at: string
}

/** A certificate that was issued. */
export interface WireBadge {
  readonly id: string
  readonly kind: 'outcome' | 'transcript' | 'other'
  readonly name: string
  readonly outcomes: readonly string[]
  readonly issuedAt: string
  readonly revokedAt: string | null
  readonly reason: string | null
  /** Its page shows it to whoever has the address; else whoever has the file may still verify that. */
  readonly isShared: boolean
  /** The page on which anybody verifies it. */
  readonly page: string
  /** The credential, and with .png and .pdf the baked picture and the printed certificate. */
  readonly address: string
}

export interface WireBadges {
  readonly learner: { readonly id: string; readonly name: string; readonly number: string }
  /** Accredited outcomes: each may have a certificate. */
  readonly outcomes: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly WireBadge[]
  readonly canRevoke: boolean
}

export interface WireIssuerKey {
  readonly id: string
  readonly issuer: string
  readonly publicKey: string
  readonly madeAt: string
  readonly retiredAt: string | null
}

/** The form that the verifying page is given, and that a file is checked against before it is sent. */
export const MOST_TEXT = 262_144
export const MOST_PICTURE = 5 * 1_048_576
