import type { WireBadgeContent } from '../wire.ts'
import type { Json } from './data-integrity.ts'

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  // One level: what is nested a thousand times is no text.
  const first = isObject(one) ? one['@value'] : one
  return typeof first === 'string' || typeof first === 'number' ? String(first).slice(0, 500) : null
}
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]

/** What a credential says to a person, read with care: it may be anybody's. */
export function contentOf(credential: Json, knownIssuer: string | null): WireBadgeContent {
  const issuer = credential['issuer']
  const subject = listOf(credential['credentialSubject']).find(isObject) ?? {}
  const achievement = listOf(subject['achievement']).find(isObject) ?? {}
  const identity = listOf(subject['identifier']).find(
    (one): one is Json => isObject(one) && one['identityType'] === 'name' && one['hashed'] === false,
  )
  const descriptions = new Map(
    listOf(achievement['resultDescription'])
      .filter(isObject)
      .map((one) => [one['id'], textOf(one['name']) ?? '']),
  )
  return {
    name: textOf(credential['name']) ?? textOf(achievement['name']) ?? '—',
    holder: textOf(identity?.['identityHash']) ?? textOf(subject['name']),
    issuer: (isObject(issuer) ? (textOf(issuer['name']) ?? textOf(issuer['id'])) : textOf(issuer)) ?? '—',
    knownIssuer,
    issuedAt: textOf(credential['validFrom']),
    until: textOf(credential['validUntil']),
    credits: textOf(subject['creditsEarned']),
    description: textOf(achievement['description']),
    results: listOf(subject['result'])
      .filter(isObject)
      .slice(0, 300)
      .map((one) => ({ name: descriptions.get(one['resultDescription']) ?? '', value: textOf(one['value']) ?? '' })),
  }
}
