import { fromMultikey } from './multibase.ts'

/**
 * did:web of a college below the address of its server: https://bank.example:8443 and the code `demo` give
 * did:web:bank.example%3A8443:colleges:demo, whose document stands at /colleges/demo/did.json.
 */
export function didOf(address: string, college: string): string {
  const { host, pathname } = new URL(address)
  const path = pathname.split('/').filter(Boolean)
  return ['did:web', encodeURIComponent(host), ...path, 'colleges', encodeURIComponent(college)].join(':')
}

/** The key of a did:key with Ed25519, which says it itself; null for everything else. */
export function keyOfDidKey(method: string): Buffer | null {
  const [, key, fragment] = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)(?:#(.+))?$/.exec(method) ?? []
  return key !== undefined && (fragment === undefined || fragment === key) ? fromMultikey(key) : null
}

/** The part of a verification method before its fragment. */
export const controllerOf = (method: string): string => method.split('#')[0]!
