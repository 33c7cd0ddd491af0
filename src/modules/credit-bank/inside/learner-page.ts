import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../engine/access/reach.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord, listRecords } from '../../../engine/records/list.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { WireRecord } from '../../../language/wire.ts'
import type { WireApplication, WireEntry, WireLearnerPage } from '../wire.ts'
import { convertible, openRuleBook } from './convertible.ts'
import { tableOf } from './fact-sql.ts'
import { balancesOf } from './ledger.ts'
import { loadLearner } from './load-facts.ts'

/** Entries and applications shown on a page; all of them are in their lists. */
const SHOWN = 100

/** The account of whoever asks, when they have one. */
export async function ownLearner(engine: Engine, tx: Tx, actor: Actor): Promise<{ learner: string | null }> {
  if (actor.personId === null) return { learner: null }
  const [row] = await tx.run<{ id: string }>(sql`
    SELECT id FROM ${tableOf(engine, 'credit-learners')}
    WHERE college_id = ${tx.collegeId} AND owner_id = ${actor.personId} AND person = ${actor.personId} AND deleted_at IS NULL`)
  return { learner: row?.id ?? null }
}

/**
 * Everything of one learner: outcomes, what each could become and why not otherwise, applications, the ledger.
 * @throws Refusal 404 when the account is not within the actor's reach
 */
export async function learnerPage(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireLearnerPage> {
  const record = await getRecord(tx, actor, await collegeRegister(engine, tx, 'credit-learners'), id)
  const state = record.deletedAt === null ? await loadLearner(engine, tx, id) : undefined
  if (!state) throw unknownRecord()
  const book = await openRuleBook(engine, tx)
  const applications = await listRecords(engine, tx, actor, {
    register: 'credit-conversions',
    where: [['learner', 'is', id]],
    sort: '-updatedAt',
    limit: SHOWN,
  })
  const isOwn = actor.personId !== null && state.learner.person === actor.personId
  const reach = reachOf(getRegister(engine, 'credit-conversions'), actor, 'write')
  return {
    learner: {
      id,
      name: state.learner.name,
      number: String(record.values['number']),
      proof: book.words.proof(state.learner.proof),
    },
    balances: await balancesOf(tx, id),
    outcomes: convertible(book, state),
    applications: applications.rows.map(applicationOf),
    entries: await entriesOf(engine, tx, id),
    canApply: !reachesNothing(reach) && (isOwn || reach.all || reach.units.length > 0),
  }
}

/** A conversion as the desk and the learner see it. */
export const applicationOf = ({ id, version, state, values, titles, can }: WireRecord): WireApplication => ({
  id,
  version,
  state,
  number: String(values['number']),
  learner: titles['learner'] ?? '',
  outcome: titles['outcome'] ?? '',
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
