import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
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

interface KeptKey {
  readonly id: string
  readonly issuer: string
  readonly private_key: string
}

/**
 * The key that signs for an issuer; the first is made when it is needed. When the college has moved to another address,
 * its name is another one and so is its key: only the office brings that about.
 * @throws Refusal 409 when others ask at an address that is not the issuer's
 */
export async function currentKey(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  issuer: string,
  isOffice: boolean,
): Promise<SigningKey> {
  const find = async () =>
    (
      await tx.run<KeptKey & Record<string, unknown>>(sql`
        SELECT id, issuer, private_key FROM badge_keys WHERE college_id = ${tx.collegeId} AND retired_at IS NULL`)
    )[0]
  let key = await find()
  if (!key || (key.issuer !== issuer && isOffice)) {
    await lockIssuer(tx)
    key = await find()
    if (!key || key.issuer !== issuer) {
      await rotateKey(engine, tx, actor, issuer)
      key = await find()
    }
  }
  if (key!.issuer !== issuer)
    throw new Refusal('conflict', {
      zh: `证书以 ${key!.issuer} 的名义签发，与现在的访问地址不符：请从学校公布的网址访问，或请学分银行管理部门出具`,
      en: `Certificates are issued as ${key!.issuer}, which is not the address of this visit: use the college’s own address, or ask the office of the credit bank`,
    })
  return { id: `${issuer}#${key!.id}`, secret: readSecret(engine, key!.private_key) }
}

/** The latest key of an issuer, retired or not; null when it has none: nobody outside has one made. */
export async function latestKey(engine: Engine, tx: Tx, issuer: string): Promise<SigningKey | null> {
  const [key] = await tx.run<{ id: string; private_key: string }>(sql`
    SELECT id, private_key FROM badge_keys WHERE college_id = ${tx.collegeId} AND issuer = ${issuer}
    ORDER BY retired_at IS NULL DESC, made_at DESC, id DESC LIMIT 1`)
  return key ? { id: `${issuer}#${key.id}`, secret: readSecret(engine, key.private_key) } : null
}

/** Makes a new key and lets the one before sign no more. What was signed stays valid. */
export async function rotateKey(engine: Engine, tx: Tx, actor: Actor, issuer: string): Promise<void> {
  await lockIssuer(tx)
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
