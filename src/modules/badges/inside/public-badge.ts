import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { type Json, signDocument } from './data-integrity.ts'
import type { Issuing } from './issue.ts'
import { latestKey } from './keys.ts'
import { statusListCredential } from './open-badge.ts'
import { encodeList } from './status-list.ts'

/** A list is signed anew after this at the latest, and as soon as something is revoked. */
const KEPT_MS = 5 * 60_000
const MOST_KEPT = 200
const kept = new Map<string, { readonly revoked: number; readonly at: number; readonly credential: Json }>()

/** The text of a certificate as it was signed, by the token of its address. @throws Refusal 404, also when its holder shows it no more */
export async function badgeText(tx: Tx, token: string): Promise<string> {
  const [row] = await tx.run<{ credential: string; isShared: boolean }>(
    sql`SELECT credential, withheld_at IS NULL AS "isShared" FROM badges WHERE college_id = ${tx.collegeId} AND token = ${token}`,
  )
  if (!row)
    throw new Refusal('not-found', {
      zh: '没有这份证书：网址可能不完整，或证书不是本平台颁发的',
      en: 'There is no such certificate: the address may be incomplete, or it was not issued here',
    })
  if (!row.isShared)
    throw new Refusal('not-found', {
      zh: '持证人没有公开这份证书：请向本人索取证书文件（PNG 或 JSON），在核验页上传核验',
      en: 'Its holder does not show this certificate: ask them for the file (PNG or JSON) and verify that',
    })
  return row.credential
}

/** The signed list of what was revoked, for verifiers elsewhere. @throws Refusal 404 */
export async function statusList(engine: Engine, tx: Tx, issuer: Issuing, list: number): Promise<Json> {
  const rows = await tx.run<{ place: number; revoked: boolean }>(sql`
    SELECT place, revoked_at IS NOT NULL AS revoked FROM badges
    WHERE college_id = ${tx.collegeId} AND list = ${list} AND (revoked_at IS NOT NULL OR place = (
      SELECT place FROM badges AS b WHERE b.college_id = ${tx.collegeId} AND b.list = ${list} LIMIT 1))`)
  const signing = await latestKey(engine, tx, issuer.did)
  if (rows.length === 0 || signing === null)
    throw new Refusal('not-found', { zh: '没有这个状态列表', en: 'There is no such status list' })
  const places = rows.filter(({ revoked }) => revoked).map(({ place }) => place)
  const address = `${issuer.base}/status/${list}`
  const key = `${tx.collegeId} ${address}`
  const known = kept.get(key)
  if (known && known.revoked === places.length && Date.now() - known.at < KEPT_MS) return known.credential
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const credential = await signDocument(statusListCredential(address, issuer.did, encodeList(places), at), signing, at)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, { revoked: places.length, at: Date.now(), credential })
  return credential
}
