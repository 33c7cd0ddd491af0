import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { recordActs } from '../acts.ts'
import type { Doubt, SignInState } from '../wire.ts'
import { MOST_WRONG } from '../code-window.ts'
import { isChallengeGood, isCodeGood, makeChallenge, signedText } from './codes.ts'
import { codeSource, contextOf, rosterOfSession, type Session, touch } from './session.ts'
import { REFUSALS, type SignInFacts, whySignInIsRefused, type WhyRefused } from './sign-in-rules.ts'

interface Device {
  readonly id: string
  readonly studentId: string
  readonly publicKey: Buffer
  readonly registeredAt: string
}

const deviceColumns = sql`id, student_id AS "studentId", public_key AS "publicKey", registered_at AS "registeredAt"`

/** @throws Refusal 422 when it is no P-256 key */
function readKey(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  try {
    const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return bytes
  } catch {
    // Refused below.
  }
  throw new Refusal('invalid', {
    zh: '这台手机的密钥无法读取，请刷新页面后重试',
    en: 'The key of this phone cannot be read: reload the page and try again',
  })
}

/**
 * Makes a phone the student's own, in place of the one before. A phone belongs to one student until they change to
 * another: somebody else's is refused when the challenge is used, and that is on record.
 * @param publicKey SPKI in base64, of a key that cannot leave the phone
 * @returns a challenge for signing in to this lesson, which the phone must sign with the code
 */
export async function challengePhone(
  tx: Tx,
  session: Session,
  student: string,
  publicKey: string,
): Promise<{ challenge: string }> {
  const bytes = readKey(publicKey)
  const thumbprint = createHash('sha256').update(bytes).digest('hex')
  const at = new Date().toISOString()
  const [known] = await tx.run<Device>(sql`
    SELECT ${deviceColumns} FROM classroom_devices WHERE college_id = ${tx.collegeId} AND thumbprint = ${thumbprint} AND released_at IS NULL`)
  if (!known) {
    // Two windows of one phone may come at once: one of them registers it.
    await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`device ${tx.collegeId} ${student}`}, 0))`)
    await tx.run(
      sql`UPDATE classroom_devices SET released_at = ${at} WHERE college_id = ${tx.collegeId} AND student_id = ${student} AND released_at IS NULL`,
    )
    await tx.run(sql`
      INSERT INTO classroom_devices (college_id, id, student_id, public_key, thumbprint, registered_at)
      VALUES (${tx.collegeId}, ${v7()}, ${student}, ${bytes}, ${thumbprint}, ${at}) ON CONFLICT DO NOTHING`)
  }
  const nonce = randomBytes(12).toString('base64url')
  return { challenge: makeChallenge(codeSource(session), [session.id, student, thumbprint], nonce, Date.now()) }
}

/** Whoever tries by a program fills no table: so many refusals of a student in a lesson are kept. */
const MOST_KEPT = 50

export interface SignInRequest {
  readonly publicKey: string
  readonly challenge: string
  readonly code: string
  /** Of challenge and code, by the phone's key: ECDSA with SHA-256, IEEE P1363, in base64. */
  readonly signature: string
}

/** What came of it: signed in, or refused, and why. A refusal is on record, so it must not roll back. */
export type SignedIn = { readonly state: SignInState } | { readonly refused: WhyRefused; readonly triesLeft: number }

/** Signs a student in by the code in the room. */
export async function signIn(tx: Tx, session: Session, student: string, request: SignInRequest): Promise<SignedIn> {
  const now = Date.now()
  const at = new Date(now).toISOString()
  // One at a time for a student: two windows must not pass the limits together.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${tx.collegeId} ${student}`}, 0))`)
  const bytes = readKey(request.publicKey)
  const thumbprint = createHash('sha256').update(bytes).digest('hex')
  const [device] = await tx.run<Device>(sql`
    SELECT ${deviceColumns} FROM classroom_devices WHERE college_id = ${tx.collegeId} AND thumbprint = ${thumbprint} AND released_at IS NULL`)
  const [counted] = await tx.run<
    Pick<SignInFacts, 'wrongCodes' | 'deviceSpokeFor' | 'elsewhere'> & { state: SignInState | null; how: string | null }
  >(sql`
    SELECT
      (SELECT count(*) FROM classroom_refusals WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND student_id = ${student} AND why = 'wrong-code') AS "wrongCodes",
      (SELECT student_id FROM classroom_signins WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND device_id = ${device?.id ?? null}::uuid AND student_id <> ${student}) AS "deviceSpokeFor",
      (SELECT i.session_id FROM classroom_signins i JOIN classroom_sessions s ON s.college_id = i.college_id AND s.id = i.session_id
        WHERE i.college_id = ${tx.collegeId} AND i.student_id = ${student} AND i.session_id <> ${session.id} AND i.state IN ('present', 'late')
          AND s.state = 'open' AND s.closes_at > ${at}::timestamptz LIMIT 1) AS elsewhere,
      (SELECT state FROM classroom_signins WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND student_id = ${student}) AS state,
      (SELECT how FROM classroom_signins WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND student_id = ${student}) AS how`)
  const { state, how, ...facts } = counted!
  if (state && how !== 'closing' && (state === 'present' || state === 'late')) return { state }
  const source = codeSource(session)
  const why = whySignInIsRefused({
    ...facts,
    setByTeacher: how === 'manual',
    isOwnDevice: device?.studentId === student,
    isSigned: isSignedBy(bytes, request),
    isChallengeGood: isChallengeGood(source, [session.id, student, thumbprint], request.challenge, now),
    isCodeGood: isCodeGood(source, request.code, now),
  })
  if (why) {
    await tx.run(sql`
      INSERT INTO classroom_refusals (college_id, id, session_id, student_id, at, why)
      SELECT ${tx.collegeId}::uuid, ${v7()}::uuid, ${session.id}::uuid, ${student}::uuid, ${at}::timestamptz, ${why}
      WHERE (SELECT count(*) FROM classroom_refusals WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND student_id = ${student}) < ${MOST_KEPT}`)
    await touch(tx, session.id)
    const wrong = facts.wrongCodes + (why === 'wrong-code' ? 1 : 0)
    return { refused: why, triesLeft: Math.max(0, MOST_WRONG - wrong) }
  }
  const signedInAs: SignInState = now > Date.parse(session.lateAfter) ? 'late' : 'present'
  const doubts: Doubt[] = [
    ...(Date.parse(device!.registeredAt) > Date.parse(session.openedAt) ? (['new-phone'] as const) : []),
    ...(facts.wrongCodes >= MOST_WRONG / 2 ? (['many-tries'] as const) : []),
  ]
  await tx.run(sql`
    INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at, device_id, doubt)
    VALUES (${tx.collegeId}, ${session.id}, ${student}, ${signedInAs}, 'code', ${at}, ${device!.id}, ${doubts.length > 0 ? JSON.stringify(doubts) : null})
    ON CONFLICT (college_id, session_id, student_id) DO UPDATE
      SET state = excluded.state, how = excluded.how, at = excluded.at, device_id = excluded.device_id, doubt = excluded.doubt`)
  await recordActs(
    tx,
    contextOf(session),
    [{ kind: 'signed-in', studentId: student, body: { how: 'code', state: signedInAs } }],
    at,
  )
  await touch(tx, session.id)
  return { state: signedInAs }
}

function isSignedBy(key: Buffer, { challenge, code, signature }: SignInRequest): boolean {
  const publicKey = createPublicKey({ key, format: 'der', type: 'spki' })
  const text = Buffer.from(signedText(challenge, code))
  return verify('sha256', text, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64'))
}

/** The words of a refusal, for whoever tried. @throws Refusal 409, 422 */
export const refusalOf = (why: WhyRefused): Refusal =>
  new Refusal(why === 'wrong-code' ? 'invalid' : 'conflict', REFUSALS[why])

/**
 * Sets a sign-in by hand: what it was and why it changes stays on record.
 * @throws Refusal 404 when the student does not belong to the lesson
 */
export async function correctSignIn(
  tx: Tx,
  actor: Actor,
  session: Session,
  student: string,
  state: SignInState,
  reason: string | null,
): Promise<void> {
  if (!(await rosterOfSession(tx, session)).some(({ id }) => id === student))
    throw new Refusal('not-found', {
      zh: '这名学生不在这次课的名单里',
      en: 'This student is not on the list of this lesson',
    })
  const at = new Date().toISOString()
  const [before] = await tx.run<{ state: SignInState; how: string }>(
    sql`SELECT state, how FROM classroom_signins WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND student_id = ${student} FOR UPDATE`,
  )
  if (before && before.how !== 'closing' && !reason)
    throw new Refusal('invalid', {
      zh: '更正已有的签到，请写明原因',
      en: 'Say why a sign-in that is there is corrected',
    })
  // The phone that signed in stays named: it cannot sign in somebody else in this lesson.
  await tx.run(sql`
    INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at, corrected_by, correction_reason)
    VALUES (${tx.collegeId}, ${session.id}, ${student}, ${state}, 'manual', ${at}, ${actor.accountId}, ${reason})
    ON CONFLICT (college_id, session_id, student_id) DO UPDATE
      SET state = excluded.state, how = excluded.how, corrected_by = excluded.corrected_by, correction_reason = excluded.correction_reason`)
  await recordActs(
    tx,
    contextOf(session),
    [
      {
        kind: 'corrected-sign-in',
        teacherId: session.teacherId,
        studentId: student,
        body: { before: before?.state ?? null, beforeHow: before?.how ?? null, after: state, reason },
      },
    ],
    at,
  )
  await touch(tx, session.id)
}
