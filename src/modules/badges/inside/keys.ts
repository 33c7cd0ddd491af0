import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { keepSecret, readSecret } from '../../../engine/secrets.ts'
import type { WireIssuerKey } from '../wire.ts'
import { makeKey, type SigningKey } from './data-integrity.ts'

/** Keys of one college: one signs, those before it stay so that what they signed can be verified. */
export const listKeys = (tx: Tx): Promise<WireIssuerKey[]> =>
  tx.run<WireIssuerKey & Record<string, unknown>>(sql`
    SELECT id, issuer, public_key AS "publicKey", made_at AS "madeAt", retired_at AS "retiredAt"
    FROM badge_keys WHERE college_id = ${tx.collegeId} ORDER BY made_at DESC, id DESC`)

/** Whoever makes keys or takes places in the status list does so one after the other; until the end of the transaction. */
export async function lockIssuer(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`badges ${tx.collegeId}`}, 0))`)
}

/** The key that signs for an issuer; made when there is none, or when the college has moved to another address. */
export async function currentKey(engine: Engine, tx: Tx, actor: Actor, issuer: string): Promise<SigningKey> {
  const find = () =>
    tx.run<{ id: string; private_key: string }>(sql`
      SELECT id, private_key FROM badge_keys WHERE college_id = ${tx.collegeId} AND retired_at IS NULL AND issuer = ${issuer}`)
  let [key] = await find()
  if (!key) {
    await lockIssuer(tx)
    ;[key] = await find()
    if (!key) {
      await rotateKey(engine, tx, actor, issuer)
      ;[key] = await find()
    }
  }
  return { id: `${issuer}#${key!.id}`, secret: readSecret(engine, key!.private_key) }
}

/** Makes a new key and lets the one before sign no more. What was signed stays valid. */
export async function rotateKey(engine: Engine, tx: Tx, actor: Actor, issuer: string): Promise<void> {
  const at = new Date().toISOString()
  const { publicKey, secret } = makeKey()
  await tx.run(sql`
    UPDATE badge_keys SET retired_at = ${at} WHERE college_id = ${tx.collegeId} AND retired_at IS NULL`)
  await tx.run(sql`
    INSERT INTO badge_keys (college_id, id, issuer, public_key, private_key, made_at, made_by)
    VALUES (${tx.collegeId}, ${v7()}, ${issuer}, ${publicKey}, ${keepSecret(engine, secret)}, ${at}, ${actor.accountId})`)
}

/** The document that did:web resolves to. Retired keys stay: what they signed is to be verified. */
export function didDocument(issuer: string, keys: readonly WireIssuerKey[]): object {
  const own = keys.filter((key) => key.issuer === issuer)
  const methods = own.map(({ id, publicKey }) => ({
    id: `${issuer}#${id}`,
    type: 'Multikey',
    controller: issuer,
    publicKeyMultibase: publicKey,
  }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: issuer,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}
