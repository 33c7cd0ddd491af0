import type { AuditDocument } from '../document.ts'
import type { Finding } from '../finding.ts'

/** How long a file that was audited can still be exported or checked again without being sent again. */
const KEPT_MS = 30 * 60_000
const MOST_BYTES = 192 * 1024 * 1024

export interface Result {
  readonly document: AuditDocument
  readonly findings: readonly Finding[]
}

/** A file in memory, with what was found in it under each set of options. */
export interface RecentFile {
  readonly bytes: Uint8Array
  readonly results: Map<string, Result>
}

const recent = new Map<string, RecentFile & { readonly timer: NodeJS.Timeout }>()

/** A file that this person sent lately. `owner` names the person and their college. */
export const findRecent = (owner: string, sha256: string): RecentFile | undefined => recent.get(`${owner}/${sha256}`)

/** Keeps a file in memory for half an hour, the latest ones within a bound; never on a disk. */
export function keepRecent(owner: string, sha256: string, bytes: Uint8Array): RecentFile {
  const key = `${owner}/${sha256}`
  drop(key)
  const file = { bytes, results: new Map(), timer: setTimeout(() => drop(key), KEPT_MS).unref() }
  recent.set(key, file)
  let total = 0
  for (const [other, { bytes: held }] of [...recent].toReversed()) {
    total += held.length
    if (total > MOST_BYTES && other !== key) drop(other)
  }
  return file
}

function drop(key: string): void {
  clearTimeout(recent.get(key)?.timer)
  recent.delete(key)
}
