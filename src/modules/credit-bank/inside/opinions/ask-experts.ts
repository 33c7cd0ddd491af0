import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { today } from '../../../../engine/access/today.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { getRecord, listRecords } from '../../../../engine/records/list.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import type { Label } from '../../../../language/label.ts'
import type { WireExpert, WireOpinions } from '../../wire-opinions.ts'
import { newNumber } from '../accounts/new-number.ts'
import { tableOf } from '../fact-sql.ts'
import { wordsOf } from '../words-of.ts'
import { appealOf } from './appeal-of.ts'

/** Opinions that an appeal should have, of others than who refused it: the desk says what is missing and stops nobody. */
const ON_APPEAL = 1
const SHOWN = 20

export const mayAsk = (engine: Engine, actor: Actor): boolean =>
  !reachesNothing(reachOf(getRegister(engine, 'outcome-opinions'), actor, 'write'))

/** People who sign in and can be asked, experts from outside first. @throws Refusal 403 */
export async function findExperts(engine: Engine, tx: Tx, actor: Actor, search: string): Promise<WireExpert[]> {
  if (!mayAsk(engine, actor)) throw notAllowed({ zh: '邀请专家评议', en: 'ask experts for opinions' })
  return tx.run<WireExpert & Record<string, unknown>>(sql`
    SELECT p.id, p.name, u.name AS unit, bool_or(x.role = 'scoring-expert') AS "isExpert"
    FROM accounts AS a
      JOIN ${tableOf(engine, 'people')} AS p ON p.college_id = a.college_id AND p.id = a.person_id AND p.deleted_at IS NULL
      LEFT JOIN ${tableOf(engine, 'units')} AS u ON u.college_id = p.college_id AND u.id = p.unit
      JOIN assignments AS x ON x.college_id = a.college_id AND x.account_id = a.id AND x.role NOT IN ('student', 'learner', 'guest')
        AND (x.valid_from IS NULL OR x.valid_from <= ${today()}::date) AND (x.valid_to IS NULL OR x.valid_to >= ${today()}::date)
    WHERE a.college_id = ${tx.collegeId} AND NOT a.disabled AND position(lower(${search}) IN lower(p.name)) > 0
    GROUP BY p.id, p.name, u.name ORDER BY "isExpert" DESC, p.name, p.id LIMIT ${SHOWN}`)
}

/**
 * Asks experts for their opinion of an outcome, each for themselves.
 * @throws Refusal 403, 404; 422 who cannot be asked
 */
export async function askExperts(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  outcome: string,
  asked: {
    readonly experts: readonly string[]
    readonly dueOn: string
    readonly question?: string | undefined
    readonly isLearnerShown: boolean
  },
): Promise<void> {
  const { experts, question, ...rest } = asked
  await getRecord(tx, actor, await collegeRegister(engine, tx, 'learning-outcomes'), outcome)
  for (const expert of new Set(experts))
    await act(engine, tx, actor, {
      register: 'outcome-opinions',
      action: 'create',
      values: { number: newNumber('YJ'), outcome, expert, question: question || null, ...rest },
    })
}

/** What experts say of an outcome, and what is missing. @throws Refusal 404 when it is not within the actor's reach */
export async function opinionsOf(engine: Engine, tx: Tx, actor: Actor, outcome: string): Promise<WireOpinions> {
  const { state } = await getRecord(tx, actor, await collegeRegister(engine, tx, 'learning-outcomes'), outcome)
  const register = getRegister(engine, 'outcome-opinions')
  const { rows } = await listRecords(engine, tx, actor, {
    register: register.name,
    where: [['outcome', 'is', outcome]],
    limit: SHOWN,
  })
  const ended = await tx.run<{ id: string; why: string | null }>(sql`
    SELECT DISTINCT ON (subject_id) subject_id AS id, reason AS why FROM history
    WHERE college_id = ${tx.collegeId} AND subject = 'outcome-opinions' AND subject_id = ANY(${rows.map(({ id }) => id)}::text[])
      AND action IN ('decline', 'withdraw') ORDER BY subject_id, id DESC`)
  const why = new Map(ended.map((one) => [one.id, one.why]))
  const appeal = state === 'registered' ? await appealOf(tx, outcome) : null
  return {
    isAppeal: appeal !== null,
    missing: appeal ? Math.max(0, ON_APPEAL - (await sinceAppeal(engine, tx, outcome, appeal))) : 0,
    canAsk: state === 'registered' && mayAsk(engine, actor),
    opinions: rows.map(({ id, version, state: at, values, titles, can }) => ({
      id,
      version,
      expert: titles['expert'] ?? '',
      state: at,
      dueOn: String(values['dueOn']),
      isOverdue: at === 'assigned' && String(values['dueOn']) < today(),
      recommendation: wordOf(engine, 'recommendation', values['recommendation']),
      level: wordOf(engine, 'level', values['level']),
      credits: (values['credits'] as string | null) ?? null,
      reason: (values['reason'] as string | null) ?? null,
      why: why.get(id) ?? null,
      canWithdraw: can.actions.some(({ name }) => name === 'withdraw'),
    })),
  }
}

async function sinceAppeal(
  engine: Engine,
  tx: Tx,
  outcome: string,
  { at, refusedBy }: { readonly at: string; readonly refusedBy: string | null },
): Promise<number> {
  const [row] = await tx.run<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM ${tableOf(engine, 'outcome-opinions')} AS q
    WHERE q.college_id = ${tx.collegeId} AND q.outcome = ${outcome} AND q.state = 'answered' AND q.deleted_at IS NULL
      AND q.created_at >= ${at}::timestamptz AND NOT EXISTS (
        SELECT 1 FROM accounts AS a WHERE a.college_id = q.college_id AND a.person_id = q.expert AND a.id = ${refusedBy}::uuid)`)
  return row!.n
}

/** What a choice of the register is called. */
const wordOf = (engine: Engine, field: string, value: unknown): Label | null =>
  wordsOf(engine, 'outcome-opinions', field).find((word) => word.value === value)?.label ?? null
