import { sql } from 'kysely'
import { listColleges } from '../../../engine/colleges.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Json } from './data-integrity.ts'
import { controllerOf, keyOfDidKey } from './did.ts'
import { fromMultikey } from './multibase.ts'

export interface Issuer {
  /** null: it proves its own key and nothing else (did:key). */
  readonly college: { readonly id: string; readonly name: string } | null
  readonly key: Buffer
  /** When and why the credential was taken back. */
  readonly revoked: { readonly at: string; readonly reason: string | null } | null
}

/** Places of a credential in the lists of colleges; entries of other kinds are not ours to judge. */
function placesOf(credential: Json): readonly { readonly list: number; readonly place: number }[] {
  return [credential['credentialStatus']].flat().flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { statusListCredential, statusListIndex } = entry as Json
    const list = /\/colleges\/[^/]+\/status\/(\d{1,9})$/.exec(String(statusListCredential))?.[1]
    const place = /^\d{1,9}$/.test(String(statusListIndex)) ? Number(statusListIndex) : null
    return list === undefined || place === null ? [] : [{ list: Number(list), place }]
  })
}

/**
 * Whose key a verification method is, when it is a did:key or of a college on this server, and whether that college took
 * the credential back. Nothing is fetched.
 */
export async function findIssuer(
  engine: Engine,
  method: string,
  credential: Json,
): Promise<Issuer | 'unknown-key' | 'unknown-issuer'> {
  const own = keyOfDidKey(method)
  if (own) return { college: null, key: own, revoked: null }
  const did = controllerOf(method)
  const code = decoded(/^did:web:[^#]+:colleges:([^:#]+)$/.exec(did)?.[1])
  const college = code === null ? undefined : (await listColleges(engine)).find((one) => one.code === code)
  if (!college) return 'unknown-issuer'
  const places = placesOf(credential)
  const keys = await engine.database.inCollege(college.id, (tx) =>
    tx.run<{ id: string; public_key: string; at: string | null; reason: string | null }>(sql`
      SELECT k.id, k.public_key, b.revoked_at AS at, b.reason
      FROM badge_keys AS k LEFT JOIN badges AS b ON b.college_id = k.college_id AND b.revoked_at IS NOT NULL AND (b.list, b.place) IN (
        SELECT * FROM unnest(${places.map(({ list }) => list)}::integer[], ${places.map(({ place }) => place)}::integer[]))
      WHERE k.college_id = ${college.id} AND k.issuer = ${did}`),
  )
  if (keys.length === 0) return 'unknown-issuer'
  const found = keys.find(({ id }) => `${did}#${id}` === method)
  const key = fromMultikey(found?.public_key)
  if (!found || key === null) return 'unknown-key'
  return { college, key, revoked: found.at === null ? null : { at: found.at, reason: found.reason } }
}

function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text)
  } catch {
    return null
  }
}
