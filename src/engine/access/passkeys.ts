import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WirePasskey } from '../../language/wire-access.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { keepChallenge, takeChallenge } from './challenges.ts'
import type { Session } from './find-session.ts'
import { addressKey, lockedMs, lockedOut } from './lock-out.ts'
import { admit, type Credentials, failed, type SignIn } from './sign-in.ts'
import { tellOwner } from './tell-owner.ts'
import { writeAudit } from './write-audit.ts'

/** Comes with the first passkey: many servers never see one. */
const webauthn = () => import('@simplewebauthn/server')

/** Whom a passkey is for: the site's domain, and the origin its pages come from. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

/** EdDSA, ES256 and RS256 (COSE numbers): what authenticators offer. Named, or else the library probes the runtime for experimental ones. */
const ALGORITHMS = [-8, -7, -257]

/** What the browser needs to make a passkey; it must be answered within five minutes, once. */
export async function passkeyOptions(
  tx: Tx,
  session: Session,
  party: RelyingParty,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { actor } = session
  await mayChangePasskeys(tx, session)
  const known = await tx.run<{ id: string; transports: string[] | null }>(
    sql`SELECT id, transports FROM passkeys WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId}`,
  )
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: '匠心 Jiangxin',
    rpID: party.id,
    userName: session.accountName,
    userDisplayName: actor.name,
    userID: userHandle(actor.accountId),
    excludeCredentials: known.map((k) => ({ id: k.id, transports: k.transports ?? [] })),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(tx, options.challenge, actor.accountId)
  return options
}

export interface NewPasskey {
  readonly label: string
  readonly response: RegistrationResponseJSON
}

/** Keeps a passkey that the browser made. @throws Refusal 422 when the answer does not hold, 409 when it is known already */
export async function addPasskey(
  tx: Tx,
  session: Session,
  party: RelyingParty,
  made: NewPasskey,
  address: string,
): Promise<WirePasskey> {
  const { actor } = session
  await mayChangePasskeys(tx, session)
  const challenge = await takeChallenge(tx, made.response.response.clientDataJSON, actor.accountId)
  const { verifyRegistrationResponse } = await webauthn()
  const verified =
    challenge === null
      ? null
      : await verifyRegistrationResponse({
          response: made.response,
          expectedChallenge: challenge,
          expectedOrigin: party.origin,
          expectedRPID: party.id,
          requireUserVerification: true,
          supportedAlgorithmIDs: ALGORITHMS,
        }).catch(() => null)
  if (!verified?.verified)
    throw new Refusal('invalid', { zh: '通行密钥验证失败，请重试', en: 'The passkey could not be verified: try again' })
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  const at = new Date().toISOString()
  const added = await tx.change(sql`
    INSERT INTO passkeys (college_id, id, account_id, public_key, counter, transports, label, created_at)
    VALUES (${tx.collegeId}, ${id}, ${actor.accountId}, ${Buffer.from(publicKey)}, ${counter}, ${transports ?? []}::text[], ${made.label}, ${at})
    ON CONFLICT (college_id, id) DO NOTHING`)
  if (added === 0) throw new Refusal('conflict', { zh: '这个通行密钥已经登记过', en: 'This passkey is known already' })
  await writeAudit(tx, {
    kind: 'passkey.add',
    actor,
    subject: session.accountName,
    detail: { label: made.label },
    address,
  })
  await tellOwner(tx, actor.accountId, 'passkey.add', address)
  return { id, label: made.label, createdAt: at, usedAt: null }
}

export async function listPasskeys(tx: Tx, accountId: string): Promise<WirePasskey[]> {
  const rows = await tx.run<{ id: string; label: string; created_at: string; used_at: string | null }>(
    sql`SELECT id, label, created_at, used_at FROM passkeys WHERE college_id = ${tx.collegeId} AND account_id = ${accountId} ORDER BY created_at`,
  )
  return rows.map((r) => ({ id: r.id, label: r.label, createdAt: r.created_at, usedAt: r.used_at }))
}

/** @throws Refusal 404 when it is not one of the account's */
export async function removePasskey(tx: Tx, session: Session, id: string, address: string): Promise<void> {
  const { actor } = session
  await mayChangePasskeys(tx, session)
  const [removed] = await tx.run<{ label: string }>(
    sql`DELETE FROM passkeys WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND id = ${id} RETURNING label`,
  )
  if (!removed) throw new Refusal('not-found', { zh: '没有找到这个通行密钥', en: 'This passkey was not found' })
  await writeAudit(tx, {
    kind: 'passkey.remove',
    actor,
    subject: session.accountName,
    detail: { label: removed.label },
    address,
  })
  await tellOwner(tx, actor.accountId, 'passkey.remove', address)
}

/**
 * Where a role asks for a passkey, a password alone makes the first one and no other: or else whoever learned the
 * password would give himself the role.
 * @throws Refusal 403
 */
async function mayChangePasskeys(tx: Tx, session: Session): Promise<void> {
  if (session.withheldRoles.length === 0) return
  if ((await listPasskeys(tx, session.actor.accountId)).length === 0) return
  throw new Refusal('not-allowed', {
    zh: '您的角色要求用通行密钥登录：请先用已有的通行密钥登录，再更改通行密钥；丢失的，请系统管理员重置密码',
    en: 'One of your roles asks for a passkey: sign in with yours to change them. If it is lost, ask a system administrator to reset your password',
  })
}

/** What the browser needs to ask for a passkey. It names no account and no key, so it tells nothing about who exists. */
export async function passkeySignInOptions(
  tx: Tx,
  party: RelyingParty,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
  await keepChallenge(tx, options.challenge, null)
  return options
}

export interface PasskeySignIn extends Pick<SignIn, 'collegeId' | 'origin' | 'sessionHours' | 'formerToken'> {
  readonly party: RelyingParty
  readonly response: AuthenticationResponseJSON
}

interface Passkey extends Credentials {
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: AuthenticatorTransport[] | null
}

/**
 * Signs in with a passkey: key and finger or PIN, so that no password is asked.
 * @returns the new session's token
 * @throws Refusal 401 the answer does not hold or is used a second time, 423
 */
export async function signInByPasskey(engine: Engine, request: PasskeySignIn): Promise<string> {
  // Refusals are returned, not thrown: the used challenge, the count and the audit must stay.
  const outcome = await engine.database.inCollege(request.collegeId, async (tx) => {
    const locked = await lockedMs(tx, addressKey(request.origin.address))
    if (locked > 0) return lockedOut(locked)
    const challenge = await takeChallenge(tx, request.response.response.clientDataJSON, null)
    const [passkey] = await tx.run<Passkey>(sql`
      SELECT a.id, a.display_name, a.disabled, k.public_key, k.counter, k.transports
      FROM passkeys k JOIN accounts a ON a.college_id = k.college_id AND a.id = k.account_id
      WHERE k.college_id = ${tx.collegeId} AND k.id = ${request.response.id} FOR UPDATE OF k`)
    const counter = passkey && challenge !== null ? await verify(passkey, challenge, request) : null
    if (counter === null || !passkey) return failed(tx, passkey, request.origin)
    await tx.change(sql`
      UPDATE passkeys SET counter = ${counter}, used_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${request.response.id}`)
    return admit(tx, passkey, request, 'passkey')
  })
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** The authenticator's new counter; null when anything about the answer is wrong, also a counter that did not grow (a copied key). */
async function verify(passkey: Passkey, challenge: string, { response, party }: PasskeySignIn): Promise<number | null> {
  const handle = response.response.userHandle
  if (handle && !Buffer.from(handle, 'base64url').equals(userHandle(passkey.id))) return null
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
      ...(passkey.transports ? { transports: passkey.transports } : {}),
    },
  }).catch(() => null)
  return verified?.verified ? verified.authenticationInfo.newCounter : null
}

/** The account's id as an authenticator keeps it. */
const userHandle = (accountId: string) => Buffer.from(accountId.replaceAll('-', ''), 'hex')
