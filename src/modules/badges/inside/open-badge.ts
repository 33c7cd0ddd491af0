import { CREDENTIALS, OPEN_BADGES } from './contexts.ts'
import type { Json } from './data-integrity.ts'

/** Where a certificate stands in the world. */
export interface Standing {
  readonly address: string
  readonly issuer: { readonly did: string; readonly name: string; readonly url: string }
  readonly status: { readonly list: string; readonly place: number }
  /** With its zone. */
  readonly at: string
}

/** What is proven of a learner. */
export interface Proven {
  readonly kind: 'outcome' | 'transcript'
  readonly holder: string
  readonly name: string
  readonly description: string
  /** How it was gained, for whoever reads the certificate. */
  readonly criteria: string
  /** A decimal string. */
  readonly credits: string
  readonly until: string | null
  readonly results: readonly { readonly id: string; readonly name: string; readonly value: string }[]
  readonly achievement: string
}

/** An Open Badge 3.0 on Verifiable Credentials 2.0, not yet signed. */
export function openBadge(proven: Proven, { address, issuer, status, at }: Standing): Json {
  return {
    '@context': [CREDENTIALS, OPEN_BADGES],
    id: address,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: at,
    ...(proven.until === null ? {} : { validUntil: `${proven.until}T23:59:59+08:00` }),
    name: proven.name,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityHash: proven.holder, identityType: 'name', hashed: false }],
      // A number is what the vocabulary asks for; credits have one decimal, which binary numbers keep when printed.
      creditsEarned: Number(proven.credits),
      ...(proven.results.length === 0
        ? {}
        : {
            result: proven.results.map(({ id, value }) => ({ type: ['Result'], resultDescription: id, value })),
          }),
      achievement: {
        id: proven.achievement,
        type: ['Achievement'],
        achievementType: proven.kind === 'outcome' ? 'Certificate' : 'Transcript',
        name: proven.name,
        description: proven.description,
        criteria: { narrative: proven.criteria },
        creditsAvailable: Number(proven.credits),
        ...(proven.results.length === 0
          ? {}
          : {
              resultDescription: proven.results.map(({ id, name }) => ({
                id,
                type: ['ResultDescription'],
                name,
                resultType: 'Result',
              })),
            }),
      },
    },
    credentialStatus: statusEntry(status),
  }
}

export const statusEntry = ({ list, place }: Standing['status']): Json => ({
  id: `${list}#${place}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(place),
  statusListCredential: list,
})

/** The list of what was revoked, not yet signed. */
export const statusListCredential = (address: string, did: string, encodedList: string, at: string): Json => ({
  '@context': [CREDENTIALS],
  id: address,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: did,
  validFrom: at,
  credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList },
})
