import { randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachOf } from '../../../engine/access/reach.ts'
import { collegeOfTx } from '../../../engine/colleges.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { table } from '../../../engine/records/stored.ts'
import { notAllowed, Refusal, unknownRecord } from '../../../engine/refusal.ts'
import { accountsOf, learnerPage } from '../../credit-bank/index.ts'
import type { WireBadge, WireBadges } from '../wire.ts'
import { type Json, NotLinkedData, signDocument } from './data-integrity.ts'
import { credentialProblems } from './data-model.ts'
import { didOf } from './did.ts'
import { currentKey, lockIssuer } from './keys.ts'
import { openBadge, type Proven, statusEntry } from './open-badge.ts'
import { PLACES } from './status-list.ts'

/** A college as the issuer that others see. */
export interface Issuing {
  readonly code: string
  readonly name: string
  readonly did: string
  /** https://bank.example/colleges/demo */
  readonly base: string
  /** https://bank.example/verify/demo */
  readonly page: string
}

export async function issuing(tx: Tx, address: string): Promise<Issuing> {
  const { code, name } = await collegeOfTx(tx)
  const path = encodeURIComponent(code)
  return {
    code,
    name,
    did: didOf(address, code),
    base: `${address}/colleges/${path}`,
    page: `${address}/verify/${path}`,
  }
}

export type Order = { readonly outcome: string } | { readonly learner: string }

/**
 * Issues a certificate for an accredited outcome, or a transcript of all of them. An outcome has one certificate as long
 * as it is not revoked; a new transcript stands beside the ones before.
 * @throws Refusal 404 not within reach, 409 not accredited, or nothing to prove
 */
export async function issueBadge(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: string,
  order: Order,
): Promise<WireBadge> {
  const issuer = await issuing(tx, address)
  const { learner, outcomes, proven } =
    'outcome' in order
      ? await provenOutcome(engine, tx, actor, issuer, order.outcome)
      : await provenTranscript(engine, tx, actor, issuer, order.learner)
  await lockIssuer(tx)
  if ('outcome' in order) {
    const [known] = await badgesWhere(
      tx,
      issuer,
      sql`kind = 'outcome' AND learner_id = ANY(${await accountsOf(engine, tx, [learner])}::uuid[]) AND ${order.outcome} = ANY(outcomes) AND revoked_at IS NULL`,
    )
    if (known) return known
  }
  return keepSigned(engine, tx, actor, issuer, { kind: proven.kind, learner, outcomes }, (standing) =>
    openBadge(proven, standing),
  )
}

interface Kept {
  readonly kind: WireBadge['kind']
  readonly learner: string | null
  readonly outcomes: readonly string[]
}

/** Takes a place in the status list, signs and keeps. The issuer is locked. */
async function keepSigned(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  issuer: Issuing,
  { kind, learner, outcomes }: Kept,
  write: (standing: Parameters<typeof openBadge>[1]) => Json,
): Promise<WireBadge> {
  const { list, place } = await freePlace(tx)
  const token = randomBytes(16).toString('base64url')
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const credential = await signDocument(
    write({
      address: `${issuer.base}/credentials/${token}`,
      issuer: { did: issuer.did, name: issuer.name, url: issuer.base },
      status: { list: `${issuer.base}/status/${list}`, place },
      at,
    }),
    await currentKey(engine, tx, actor, issuer.did, mayRevoke(engine, actor)),
    at,
  )
  const id = v7()
  await tx.run(sql`
    INSERT INTO badges (college_id, id, token, kind, learner_id, outcomes, list, place, credential, issued_at, issued_by)
    VALUES (${tx.collegeId}, ${id}, ${token}, ${kind}, ${learner}, ${[...outcomes]}::uuid[], ${list}, ${place},
      ${JSON.stringify(credential)}, ${at}, ${actor.accountId})`)
  const [made] = await badgesWhere(tx, issuer, sql`id = ${id}`)
  return made!
}

/** A place that nobody has, drawn by lot so that neighbours say nothing of each other. The issuer is locked. */
async function freePlace(tx: Tx): Promise<{ readonly list: number; readonly place: number }> {
  const [last] = await tx.run<{ list: number; taken: number }>(sql`
    SELECT list, count(*)::integer AS taken FROM badges WHERE college_id = ${tx.collegeId}
      AND list = (SELECT coalesce(max(list), 1) FROM badges WHERE college_id = ${tx.collegeId}) GROUP BY list`)
  // Half full: a free place is found at once.
  const list = last === undefined ? 1 : last.taken < PLACES / 2 ? last.list : last.list + 1
  for (;;) {
    const place = randomInt(PLACES)
    const [taken] = await tx.run(
      sql`SELECT 1 FROM badges WHERE college_id = ${tx.collegeId} AND list = ${list} AND place = ${place}`,
    )
    if (!taken) return { list, place }
  }
}

async function provenOutcome(engine: Engine, tx: Tx, actor: Actor, issuer: Issuing, id: string) {
  // Learners reach their outcomes by their account, which is asked whether they may.
  const [row] = await tx.run<{ learner: string }>(sql`
    SELECT learner FROM ${table(getRegister(engine, 'learning-outcomes'))}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND deleted_at IS NULL`)
  if (!row) throw unknownRecord()
  const { learner } = row
  const page = await learnerPage(engine, tx, actor, learner)
  const outcome = page.outcomes.find((one) => one.id === id)
  if (!outcome || outcome.state !== 'accredited')
    throw new Refusal('conflict', {
      zh: '只有已认定的学习成果才能出具证书',
      en: 'Only an accredited outcome can be certified',
    })
  const level = outcome.level ? `（${outcome.level.zh}）` : ''
  const proven: Proven = {
    kind: 'outcome',
    holder: page.learner.name,
    name: `${outcome.name}${level}`,
    description: `${outcome.kind.zh}，成绩${outcome.grade.zh}，由${outcome.issuer}于 ${outcome.issuedOn} 颁发`,
    criteria: `${issuer.name}学分银行审核材料后认定，记 ${outcome.credits} 学分`,
    credits: outcome.credits,
    until: outcome.expiresOn,
    results: [],
    achievement: `urn:uuid:${outcome.id}`,
  }
  return { learner, outcomes: [id], proven }
}

async function provenTranscript(engine: Engine, tx: Tx, actor: Actor, issuer: Issuing, learner: string) {
  const page = await learnerPage(engine, tx, actor, learner)
  const outcomes = page.outcomes.filter(({ state }) => state === 'accredited')
  if (outcomes.length === 0)
    throw new Refusal('conflict', {
      zh: '还没有已认定的学习成果，不能出具学分证明',
      en: 'No outcome is accredited yet: there is nothing to certify',
    })
  const credits = outcomes.reduce((sum, one) => sum.plus(one.credits), new Exact(0)).toFixed(1)
  const proven: Proven = {
    kind: 'transcript',
    holder: page.learner.name,
    name: '学分证明',
    description: `截至 ${new Date().toISOString().slice(0, 10)} 已认定的学习成果 ${outcomes.length} 项，共 ${credits} 学分`,
    criteria: `${issuer.name}学分银行审核材料后认定`,
    credits,
    until: null,
    results: outcomes.map((one) => ({
      id: `urn:uuid:${one.id}`,
      name: `${one.name}${one.level ? `（${one.level.zh}）` : ''} · ${one.issuer} · ${one.issuedOn}`,
      value: one.credits,
    })),
    achievement: `urn:uuid:${learner}`,
  }
  return { learner, outcomes: outcomes.map(({ id }) => id), proven }
}

/** Works at the office that keeps all outcomes. */
export const mayRevoke = (engine: Engine, actor: Actor): boolean =>
  reachOf(getRegister(engine, 'learning-outcomes'), actor, 'write').all

/**
 * Signs a credential that another system wrote, as the college: for the office only. Without a status of its own it gets
 * a place in the college's list.
 * @throws Refusal 403; 400 with what is wrong
 */
export async function issueCredential(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: string,
  credential: Json,
): Promise<Json> {
  if (!mayRevoke(engine, actor)) throw notAllowed({ zh: '以学校名义签发证书', en: 'sign credentials for the college' })
  const [fault] = credentialProblems(credential)
  if (fault) throw new Refusal('bad-request', fault.message)
  const issuer = await issuing(tx, address)
  const named = credential['issuer']
  await lockIssuer(tx)
  const badge = await keepSigned(
    engine,
    tx,
    actor,
    issuer,
    { kind: 'other', learner: null, outcomes: [] },
    ({ status, at }) => {
      const { proof: _before, ...unsigned } = credential
      return {
        ...unsigned,
        issuer: typeof named === 'object' ? { ...named, id: issuer.did } : issuer.did,
        ...('credentialStatus' in credential ? {} : { credentialStatus: statusEntry(status) }),
        ...('validFrom' in credential ? {} : { validFrom: at }),
      }
    },
  ).catch((error: unknown) => {
    // What no vocabulary defines cannot be signed.
    if (!(error instanceof NotLinkedData)) throw error
    throw new Refusal('bad-request', {
      zh: `证书内容不能按其词汇表解释：${error.message}`,
      en: `What it says is not defined by its vocabularies: ${error.message}`,
    })
  })
  const [row] = await tx.run<{ credential: string }>(
    sql`SELECT credential FROM badges WHERE college_id = ${tx.collegeId} AND id = ${badge.id}`,
  )
  return JSON.parse(row!.credential) as Json
}

async function badgesWhere(tx: Tx, issuer: Issuing, which: ReturnType<typeof sql>): Promise<WireBadge[]> {
  const rows = await tx.run<Omit<WireBadge, 'page' | 'address'> & { token: string } & Record<string, unknown>>(sql`
    SELECT id, kind, token, outcomes, issued_at AS "issuedAt", revoked_at AS "revokedAt", reason, withheld_at IS NULL AS "isShared",
      coalesce(credential::jsonb->>'name', '') AS name
    FROM badges WHERE college_id = ${tx.collegeId} AND ${which} ORDER BY issued_at DESC, id DESC LIMIT 200`)
  return rows.map(({ token, ...row }) => ({
    ...row,
    page: `${issuer.page}/${token}`,
    address: `${issuer.base}/credentials/${token}`,
  }))
}

/** The certificates of a learner within the actor's reach. @throws Refusal 404 */
export async function listBadges(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  address: string,
  learner: string,
): Promise<WireBadges> {
  const page = await learnerPage(engine, tx, actor, learner)
  const issuer = await issuing(tx, address)
  return {
    learner: { id: learner, name: page.learner.name, number: page.learner.number },
    outcomes: page.outcomes.flatMap(({ id, name, state }) => (state === 'accredited' ? [{ id, name }] : [])),
    rows: await badgesWhere(tx, issuer, sql`learner_id = ANY(${await accountsOf(engine, tx, [learner])}::uuid[])`),
    canRevoke: mayRevoke(engine, actor),
  }
}

/** Takes a certificate back, for good. @throws Refusal 403, 404, 409 */
export async function revokeBadge(engine: Engine, tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
  if (!mayRevoke(engine, actor)) throw notAllowed({ zh: '撤销证书', en: 'revoke certificates' })
  const changed = await tx.change(sql`
    UPDATE badges SET revoked_at = ${new Date().toISOString()}, revoked_by = ${actor.accountId}, reason = ${reason}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND revoked_at IS NULL`)
  if (changed === 0)
    throw new Refusal('conflict', {
      zh: '没有这份证书，或已经撤销',
      en: 'There is no such certificate, or it was revoked already',
    })
}
