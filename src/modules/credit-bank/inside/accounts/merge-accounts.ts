import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { column, table } from '../../../../engine/records/stored.ts'
import type { Label } from '../../../../language/label.ts'
import type { AnyRegister } from '../../../../language/register.ts'
import type { WireBalances, WireMerger } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'
import { balancesOf, lockLearner, moveEntries } from '../ledger.ts'
import { type LearnerState, live, loadLearner } from '../load-facts.ts'
import { isSameName } from '../same-name.ts'
import { matchNames } from './names.ts'

export interface Merger {
  readonly id: string
  readonly number: string
  readonly kept: string
  readonly absorbed: string
}

/** Proofs of identity, the weakest first. */
const PROOFS = ['declared', 'institution', 'document', 'verified']

/** Registers whose records belong to a learner, with the field that says to whom. */
const ofLearners = (engine: Engine): { register: AnyRegister; field: string }[] =>
  [...engine.catalogue.registers.values()].flatMap((register) =>
    register.name === 'learner-merges'
      ? []
      : Object.entries(register.fields).flatMap(([field, { kind, ...rest }]) =>
          kind === 'reference' && 'register' in rest && rest.register === 'credit-learners'
            ? [{ register, field }]
            : [],
        ),
  )

/** What stands against merging two accounts, and what should be known of it; asked before it happens. */
export async function reviewMerger(engine: Engine, tx: Tx, { kept, absorbed }: Merger): Promise<WireMerger> {
  const [one, other] = [await loadLearner(engine, tx, kept), await loadLearner(engine, tx, absorbed)]
  if (!one || !other || kept === absorbed)
    return {
      problems: [{ zh: '请选择两个不同的、在用的账户', en: 'Choose two different accounts in use' }],
      notes: [],
      moved: [],
    }
  const problems: Label[] = [...betterKept(one, other), ...twiceReplaced(one, other)]
  const match = matchNames(one.learner.name, other.learner.name)
  const notes: Label[] = []
  if (!match.same)
    notes.push({
      zh: `姓名不同：“${one.learner.name}”与“${other.learner.name}”，请核对证件`,
      en: `The names differ: “${one.learner.name}” and “${other.learner.name}”. Check the identity card`,
    })
  else if (match.variants.length > 0)
    notes.push({
      zh: `姓名只差异体字或繁简字：${match.variants.join('、')}`,
      en: `The names differ in variant characters only: ${match.variants.join(', ')}`,
    })
  const [a, b] = [await balancesOf(tx, kept), await balancesOf(tx, absorbed)]
  const moved: WireMerger['moved'][number][] = []
  for (const { register, field } of ofLearners(engine)) {
    const [row] = await tx.run<{ n: number }>(sql`
      SELECT count(*)::integer AS n FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND ${column(field)} = ${absorbed} AND deleted_at IS NULL`)
    if (row!.n > 0) moved.push({ label: register.label, count: row!.n })
  }
  return {
    problems,
    notes,
    moved,
    credits: {
      kept: a.held,
      absorbed: b.held,
      together: new Exact(a.held).plus(b.held).toFixed(1),
    },
  }
}

/** The account that stays is the one somebody has seen more of. */
function betterKept(kept: LearnerState, absorbed: LearnerState): Label[] {
  const isBetter = PROOFS.indexOf(absorbed.learner.proof) > PROOFS.indexOf(kept.learner.proof)
  const isTwoPeople = kept.learner.person !== null && absorbed.learner.person !== null
  return [
    ...(isBetter
      ? [
          {
            zh: '并入账户的实名认证更高：请对调两个账户',
            en: 'The account absorbed is the better proven one: swap the two',
          },
        ]
      : []),
    ...(isTwoPeople
      ? [
          {
            zh: '两个账户关联了两名本校人员：请先更正人员关联',
            en: 'The accounts are linked to two persons of the college: correct that first',
          },
        ]
      : []),
  ]
}

/** A course that both have replaced would be replaced twice. */
function twiceReplaced(kept: LearnerState, absorbed: LearnerState): Label[] {
  return live(absorbed.uses).flatMap((use) =>
    live(kept.uses).some((one) => one.institution === use.institution && isSameName(one.target, use.target))
      ? [
          {
            zh: `两个账户都在${use.institutionName}转换了“${use.target}”：请先冲销其中一项`,
            en: `Both have become “${use.target}” at ${use.institutionName}: reverse one of them first`,
          },
        ]
      : [],
  )
}

/** Moves everything of the absorbed account to the kept one. What they have together is the same before and after. */
export async function mergeAccounts(engine: Engine, tx: Tx, actor: Actor, merger: Merger): Promise<readonly Label[]> {
  const { kept, absorbed } = merger
  for (const learner of [kept, absorbed].sort()) await lockLearner(tx, learner)
  const { problems } = await reviewMerger(engine, tx, merger)
  if (problems.length > 0) return problems
  const system = asSystem(tx.collegeId, `账户合并 ${merger.number}`)
  const outcomes = await ownedBy(engine, tx, absorbed)
  await inBalance(tx, [kept, absorbed], async () => {
    for (const { register, field } of ofLearners(engine)) {
      const rows = await tx.run<{ id: string }>(sql`
        SELECT id FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND ${column(field)} = ${absorbed} AND deleted_at IS NULL ORDER BY id`)
      for (const { id } of rows) {
        await act(engine, tx, system, {
          register: register.name,
          id,
          action: 'update',
          values: { [field]: kept },
          comment: merger.number,
        })
        await tx.change(sql`
          INSERT INTO credit_moves (college_id, merge_id, register, record_id) VALUES (${tx.collegeId}, ${merger.id}, ${register.name}, ${id}) ON CONFLICT DO NOTHING`)
      }
    }
    await moveEntries(tx, absorbed, kept, outcomes, `merge/${merger.id}`, postedBy(actor))
    await keepDecisions(tx, absorbed, kept, outcomes)
  })
  await act(engine, tx, system, { register: 'credit-learners', id: absorbed, action: 'delete', comment: merger.number })
  return []
}

/** Moves back what the merger moved, with what has been made of it since. */
export async function undoMerger(engine: Engine, tx: Tx, actor: Actor, merger: Merger): Promise<void> {
  const { kept, absorbed } = merger
  for (const learner of [kept, absorbed].sort()) await lockLearner(tx, learner)
  const system = asSystem(tx.collegeId, `撤销账户合并 ${merger.number}`)
  await act(engine, tx, system, {
    register: 'credit-learners',
    id: absorbed,
    action: 'restore',
    comment: merger.number,
  })
  const moved = sql`SELECT record_id FROM credit_moves WHERE college_id = ${tx.collegeId} AND merge_id = ${merger.id}`
  const outcomes = (
    await tx.run<{ id: string }>(sql`
      SELECT id FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${tx.collegeId} AND learner = ${kept} AND id IN (${moved})`)
  ).map(({ id }) => id)
  await inBalance(tx, [kept, absorbed], async () => {
    for (const { register, field } of ofLearners(engine)) {
      const isUse = 'outcome' in register.fields && register.fields['outcome']!.kind === 'reference'
      const rows = await tx.run<{ id: string }>(sql`
        SELECT id FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND ${column(field)} = ${kept} AND deleted_at IS NULL
          AND (id IN (${moved}) ${isUse ? sql`OR outcome = ANY(${outcomes}::uuid[])` : sql``}) ORDER BY id`)
      for (const { id } of rows)
        await act(engine, tx, system, {
          register: register.name,
          id,
          action: 'update',
          values: { [field]: absorbed },
          comment: merger.number,
        })
    }
    await moveEntries(tx, kept, absorbed, outcomes, `unmerge/${merger.id}`, postedBy(actor))
    await keepDecisions(tx, kept, absorbed, outcomes)
  })
}

/** The absorbed account is closed for good; its learner signs in to the other one, as before when that has no sign-in. */
export async function confirmMerger(tx: Tx, { kept, absorbed }: Merger): Promise<void> {
  await tx.change(sql`DELETE FROM credit_sessions WHERE college_id = ${tx.collegeId} AND learner_id = ${absorbed}`)
  await tx.change(sql`
    DELETE FROM credit_logins AS g WHERE college_id = ${tx.collegeId} AND (learner_id = ${kept} AND phone IS NULL
      OR learner_id = ${absorbed} AND EXISTS (SELECT 1 FROM credit_logins AS k WHERE k.college_id = g.college_id AND k.learner_id = ${kept} AND k.phone IS NOT NULL))`)
  await tx.change(
    sql`UPDATE credit_logins SET learner_id = ${kept} WHERE college_id = ${tx.collegeId} AND learner_id = ${absorbed}`,
  )
}

const postedBy = (actor: Actor) => ({ by: actor.accountId, at: new Date().toISOString() })

async function ownedBy(engine: Engine, tx: Tx, learner: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(
    sql`SELECT id FROM ${tableOf(engine, 'learning-outcomes')} WHERE college_id = ${tx.collegeId} AND learner = ${learner}`,
  )
  return rows.map(({ id }) => id)
}

/** Decisions are never changed: the learner's new account gets a copy, so that its conversions stay explained. */
async function keepDecisions(tx: Tx, from: string, to: string, outcomes: readonly string[]): Promise<void> {
  await tx.change(sql`
    INSERT INTO credit_decisions (college_id, learner_id, conversion_id, rule_id, rule_version, facts, checks, decided_at, decided_by)
    SELECT college_id, ${to}, conversion_id, rule_id, rule_version, facts, checks, decided_at, decided_by FROM credit_decisions AS d
    WHERE college_id = ${tx.collegeId} AND learner_id = ${from} AND facts -> 'outcome' ->> 'id' = ANY(${[...outcomes]}::text[])
    ON CONFLICT (college_id, learner_id, conversion_id) DO NOTHING`)
}

/** @throws Error when credits were made or lost: nothing of it is kept then */
async function inBalance(tx: Tx, learners: readonly string[], work: () => Promise<void>): Promise<void> {
  const sum = async () => {
    const all: WireBalances[] = []
    for (const learner of learners) all.push(await balancesOf(tx, learner))
    return (['issued', 'held', 'converted', 'lapsed'] as const).map((account) =>
      all.reduce((total, one) => total.plus(one[account]), new Exact(0)).toFixed(1),
    )
  }
  const before = await sum()
  await work()
  const after = await sum()
  if (before.join() !== after.join())
    throw new Error(`A merger of accounts would change their balances from ${before.join()} to ${after.join()}`)
}
