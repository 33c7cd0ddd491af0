import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../engine/access/actor.ts'
import { reachOf } from '../../../engine/access/reach.ts'
import { collegeOfTx } from '../../../engine/colleges.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord, listRecords } from '../../../engine/records/list.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type {
  WireApplication,
  WireApplications,
  WireEntry,
  WireLearnerPage,
  WireMoment,
  WireOutcome,
  WireStanding,
} from '../wire.ts'
import { isOwnAccount } from './accounts/own-account.ts'
import { convertible, openRuleBook } from './convertible.ts'
import { tableOf } from './fact-sql.ts'
import type { CreditWords } from './facts.ts'
import { balancesOf } from './ledger.ts'
import { loadLearner } from './load-facts.ts'
import { nextSteps } from './next-steps.ts'
import { countOpinions } from './opinions/open-opinions.ts'

/** Entries and applications shown on a page; all of them are in their lists. */
const SHOWN = 100

/** What the credit bank is to whoever asks: a place where they have an account, where they decide, where they write rules. */
export async function standingOf(engine: Engine, tx: Tx, actor: Actor): Promise<WireStanding> {
  const works = (register: string, doing: 'read' | 'write') => {
    const reach = reachOf(getRegister(engine, register), actor, doing)
    return reach.all || reach.units.length > 0
  }
  return {
    learner: await ownLearner(engine, tx, actor),
    desk: works('credit-conversions', 'read'),
    rules: works('conversion-rules', 'write'),
    centre: reachOf(getRegister(engine, 'learner-requests'), actor, 'write').all,
    college: (await collegeOfTx(tx)).code,
    ledger: reachOf(getRegister(engine, 'learning-outcomes'), actor, 'read').all,
    opinions: await countOpinions(engine, tx, actor),
  }
}

/** The id of the account of whoever asks, when they have one. */
export async function ownLearner(engine: Engine, tx: Tx, actor: Actor): Promise<string | null> {
  if (actor.personId === null) return null
  const [row] = await tx.run<{ id: string }>(sql`
    SELECT id FROM ${tableOf(engine, 'credit-learners')}
    WHERE college_id = ${tx.collegeId} AND owner_id = ${actor.personId} AND person = ${actor.personId} AND deleted_at IS NULL`)
  return row?.id ?? null
}

/**
 * Everything of one learner: outcomes, what each could become and why not otherwise, applications, the ledger.
 * @throws Refusal 404 when the account is not within the actor's reach
 */
export async function learnerPage(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireLearnerPage> {
  const state = await loadLearner(engine, tx, id)
  const isOwn = state !== undefined && isOwnAccount(actor, state.learner)
  // Whoever works here sees the accounts within reach; everybody else their own.
  if (!isOwn) await getRecord(tx, actor, await collegeRegister(engine, tx, 'credit-learners'), id)
  if (!state) throw unknownRecord()
  const book = await openRuleBook(engine, tx)
  const applications = await listRecords(engine, tx, isOwn ? asSystem(tx.collegeId, '本人查看') : actor, {
    register: 'credit-conversions',
    where: [['learner', 'is', id]],
    sort: '-updatedAt',
    limit: SHOWN,
  })
  const reach = reachOf(getRegister(engine, 'credit-conversions'), actor, 'write')
  const proofs = await proofsOf(engine, tx, id)
  const outcomes = convertible(book, state).map((one) => ({ ...one, ...proofs.get(one.id)! }))
  const rows = applications.rows.map(applicationOf)
  const events = await lifeOf(engine, tx, id, book.words)
  return {
    learner: {
      id,
      name: state.learner.name,
      number: state.learner.number,
      proof: book.words.proof(state.learner.proof),
      isProven: state.learner.proof !== 'declared',
      stage: book.words.stage(state.learner.stage),
    },
    balances: await balancesOf(tx, id),
    outcomes,
    applications: isOwn ? rows.map((row) => ({ ...row, can: ownSteps(row.state) })) : rows,
    entries: await entriesOf(engine, tx, id),
    timeline: timelineOf(outcomes, rows, events),
    next: nextSteps(book, state),
    canApply: isOwn || reach.all || reach.units.length > 0,
    isOwn,
  }
}

/** What a learner may do with their own application, whoever made it for them. */
export const ownSteps = (state: string): WireApplication['can'] =>
  state === 'submitted'
    ? [{ name: 'withdraw', label: { zh: '撤回', en: 'Withdraw' }, comment: false }]
    : state === 'refused'
      ? [{ name: 'appeal', label: { zh: '申诉', en: 'Appeal' }, comment: true }]
      : []

/** Evidence of each outcome of a learner, and the latest reason why one was refused or revoked. */
async function proofsOf(
  engine: Engine,
  tx: Tx,
  learner: string,
): Promise<ReadonlyMap<string, Pick<WireOutcome, 'evidence' | 'why'>>> {
  const rows = await tx.run<{ id: string; evidence: WireOutcome['evidence'] | null; why: string | null }>(sql`
    SELECT o.id, o.evidence, CASE WHEN o.state IN ('refused', 'revoked') THEN (
      SELECT h.reason FROM history AS h WHERE h.college_id = o.college_id AND h.subject = 'learning-outcomes'
        AND h.subject_id = o.id::text AND h.action IN ('refuse', 'revoke') ORDER BY h.at DESC LIMIT 1) END AS why
    FROM ${tableOf(engine, 'learning-outcomes')} AS o
    WHERE o.college_id = ${tx.collegeId} AND o.learner = ${learner} AND o.deleted_at IS NULL`)
  return new Map(rows.map(({ id, evidence, why }) => [id, { evidence: evidence ?? [], why }]))
}

async function lifeOf(engine: Engine, tx: Tx, learner: string, words: CreditWords): Promise<WireMoment[]> {
  const rows = await tx.run<{ on: string; stage: string; where: string }>(sql`
    SELECT e.on, e.stage, e.where FROM ${tableOf(engine, 'life-events')} AS e
    WHERE e.college_id = ${tx.collegeId} AND e.learner = ${learner} AND e.deleted_at IS NULL ORDER BY e.on DESC LIMIT ${SHOWN}`)
  return rows.map(({ on, stage, where }) => ({ on, what: 'life', label: words.stage(stage), about: where }))
}

/** A life of learning, the latest first. */
const timelineOf = (
  outcomes: readonly WireOutcome[],
  applications: readonly WireApplication[],
  events: readonly WireMoment[],
): WireMoment[] =>
  [
    ...events,
    ...outcomes.map((one) => ({ on: one.issuedOn, what: 'outcome' as const, label: one.kind, about: one.name })),
    ...applications
      .filter(({ state }) => state === 'approved')
      .map((one) => ({
        on: one.appliedOn,
        what: 'conversion' as const,
        label: { zh: '学分转换', en: 'Conversion' },
        about: `${one.outcome} → ${one.target}`,
      })),
  ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))

/** Applications in a state that the actor may see, the oldest first: what waits longest comes first. */
export async function listApplications(engine: Engine, tx: Tx, actor: Actor, state: string): Promise<WireApplications> {
  const { rows, total } = await listRecords(engine, tx, actor, {
    register: 'credit-conversions',
    where: [['state', 'is', state]],
    sort: state === 'submitted' ? 'appliedOn' : '-updatedAt',
    limit: SHOWN,
  })
  return { rows: rows.map(applicationOf), total }
}

/** A conversion as the desk and the learner see it. */
const applicationOf = ({ id, version, state, values, titles, can }: WireRecord): WireApplication => ({
  id,
  version,
  state,
  number: String(values['number']),
  learner: titles['learner'] ?? '',
  outcome: titles['outcome'] ?? '',
  outcomeId: String(values['outcome']),
  ruleId: String(values['rule']),
  institution: titles['institution'] ?? '',
  target: String(values['target']),
  credits: String(values['credits']),
  grade: String(values['grade']),
  appliedOn: String(values['appliedOn']),
  can: can.actions,
})

const entriesOf = (engine: Engine, tx: Tx, learner: string): Promise<WireEntry[]> =>
  tx.run<WireEntry & Record<string, unknown>>(sql`
    SELECT e.id, e.from_account AS "from", e.to_account AS "to", e.credits::text AS credits, o.name AS outcome,
      n.name AS institution, e.target, e.posted_at AS at
    FROM credit_entries AS e
      JOIN ${tableOf(engine, 'learning-outcomes')} AS o ON o.college_id = e.college_id AND o.id = e.outcome_id
      LEFT JOIN ${tableOf(engine, 'credit-institutions')} AS n ON n.college_id = e.college_id AND n.id = e.institution_id
    WHERE e.college_id = ${tx.collegeId} AND e.learner_id = ${learner} ORDER BY e.posted_at DESC, e.id DESC LIMIT ${SHOWN}`)
