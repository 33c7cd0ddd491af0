import { sql } from 'kysely'
import { v7 } from 'uuid'
import { Exact } from '../../../engine/indicators/exact.ts'
import { manyIds } from '../../../engine/records/many-ids.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WireBalances, WireCheck } from '../wire.ts'
import type { ConversionFacts } from './facts.ts'
import type { LoadedConversion } from './load-facts.ts'
import { isSameName } from './same-name.ts'

export type Account = 'issued' | 'held' | 'converted' | 'lapsed'

/** Where and as what credits are converted. */
interface Destination {
  readonly conversion: string
  readonly institution: string
  readonly category: string
  readonly target: string
}

/** Credits that go from one account of a learner to another. */
export interface Entry {
  /** Posted once only: a second one with the same key changes nothing. */
  readonly key: string
  readonly from: Account
  readonly to: Account
  readonly credits: string
  readonly outcome: string
  readonly destination?: Destination
  readonly turn?: number
  readonly targetTurn?: number | null
  readonly reverses?: string
}

/** Who posts, when. */
export interface Posting {
  readonly by: string
  readonly at: string
}

/** Whoever compares a learner's sums, or posts, does so one after the other; until the end of the transaction. */
export async function lockLearner(tx: Tx, learner: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`credit ${tx.collegeId} ${learner}`}, 0))`)
}

const rowsOf = (tx: Tx, learner: string, entries: readonly Entry[], { by, at }: Posting) =>
  sql.join(
    entries.map((entry) => {
      const to = entry.destination
      return sql`(${tx.collegeId}::uuid, ${learner}::uuid, ${v7()}::uuid, ${entry.key}, ${entry.from}, ${entry.to}, ${entry.credits}::numeric,
        ${entry.outcome}::uuid, ${to?.conversion ?? null}::uuid, ${to?.institution ?? null}::uuid, ${to?.category ?? null}, ${to?.target ?? null},
        ${entry.turn ?? null}::integer, ${entry.targetTurn ?? null}::integer, ${entry.reverses ?? null}::uuid, ${at}::timestamptz, ${by}::uuid)`
    }),
  )

const INTO = sql`INSERT INTO credit_entries (college_id, learner_id, id, key, from_account, to_account, credits, outcome_id,
  conversion_id, institution_id, category, target, turn, target_turn, reverses, posted_at, posted_by)`
/** Of `e`: neither taken back by another entry, nor taking one back. */
const standing = (tx: Tx) => sql`e.reverses IS NULL AND NOT EXISTS (
  SELECT 1 FROM credit_entries AS b WHERE b.college_id = ${tx.collegeId} AND b.learner_id = e.learner_id AND b.reverses = e.id)`
const ONCE = sql`ON CONFLICT (college_id, learner_id, key) DO NOTHING`

/**
 * Adds entries to a learner's ledger; those whose key is there already change nothing.
 * @returns how many were new
 * @throws Refusal 409 when an outcome, a target or a reversal would count twice
 */
export async function post(tx: Tx, learner: string, entries: readonly Entry[], posting: Posting): Promise<number> {
  if (entries.length === 0) return 0
  return tx.change(sql`${INTO} VALUES ${rowsOf(tx, learner, entries, posting)} ${ONCE}`).catch((error: unknown) => {
    throw usedTwice(error)
  })
}

/** The entries of a conversion: the target's credits are converted, what is left of the outcome lapses. */
export function conversionEntries(
  facts: Pick<LoadedConversion, 'outcome' | 'rule' | 'uses'>,
  conversion: string,
): Entry[] {
  const { outcome, rule, uses } = facts
  const reversed = uses.filter((use) => use.reversed)
  const destination = { conversion, institution: rule.institution, category: rule.category, target: rule.target }
  const surplus = new Exact(outcome.credits).minus(rule.credits)
  const into: Entry = {
    key: `convert/${conversion}`,
    from: 'held',
    to: 'converted',
    credits: rule.credits,
    outcome: outcome.id,
    destination,
    turn: reversed.filter((use) => use.outcome === outcome.id).length,
    // Credits of a category may be given many times, a course once.
    targetTurn:
      rule.targetKind === 'category'
        ? null
        : reversed.filter((use) => use.institution === rule.institution && isSameName(use.target, rule.target)).length,
  }
  return surplus.gt(0)
    ? [
        into,
        {
          key: `surplus/${conversion}`,
          from: 'held',
          to: 'lapsed',
          credits: surplus.toFixed(),
          outcome: outcome.id,
          destination,
        },
      ]
    : [into]
}

/** What explains a conversion for good: the facts as they were, and every check with its words. */
export interface Decision {
  readonly learner: string
  readonly conversion: string
  readonly rule: string
  readonly version: number
  readonly facts: string
  readonly checks: string
}

export const decisionOf = (
  { learner, rule, limits, outcome, institution, day }: ConversionFacts,
  conversion: string,
  checks: readonly WireCheck[],
): Decision => ({
  learner: learner.id,
  conversion,
  rule: rule.id,
  version: rule.version,
  facts: JSON.stringify({ rule, limits, outcome, institution, day, proof: learner.proof }),
  checks: JSON.stringify(checks),
})

/** Many entries of many learners in one statement: of a first load. Those whose key is there already change nothing. */
export async function postMany(
  tx: Tx,
  rows: readonly { readonly learner: string; readonly entry: Entry }[],
  { by, at }: Posting,
): Promise<void> {
  if (rows.length === 0) return
  const all = <T>(of: (entry: Entry, learner: string) => T) => rows.map(({ entry, learner }) => of(entry, learner))
  await tx.run(sql`${INTO}
    SELECT ${tx.collegeId}::uuid, e.*, ${at}::timestamptz, ${by}::uuid FROM unnest(
      ${all((_entry, learner) => learner)}::uuid[], ${manyIds(rows.length)}::uuid[], ${all(({ key }) => key)}::text[], ${all(({ from }) => from)}::text[],
      ${all(({ to }) => to)}::text[], ${all(({ credits }) => credits)}::numeric[], ${all(({ outcome }) => outcome)}::uuid[],
      ${all(({ destination }) => destination?.conversion ?? null)}::uuid[], ${all(({ destination }) => destination?.institution ?? null)}::uuid[],
      ${all(({ destination }) => destination?.category ?? null)}::text[], ${all(({ destination }) => destination?.target ?? null)}::text[],
      ${all(({ turn }) => turn ?? null)}::integer[], ${all(({ targetTurn }) => targetTurn ?? null)}::integer[],
      ${all(({ reverses }) => reverses ?? null)}::uuid[]) AS e ${ONCE}`)
}

/** Many decisions in one statement. */
export async function postDecisions(tx: Tx, rows: readonly Decision[], { by, at }: Posting): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO credit_decisions (college_id, learner_id, conversion_id, rule_id, rule_version, facts, checks, decided_at, decided_by)
    SELECT ${tx.collegeId}::uuid, d.*, ${at}::timestamptz, ${by}::uuid FROM unnest(
      ${rows.map(({ learner }) => learner)}::uuid[], ${rows.map(({ conversion }) => conversion)}::uuid[], ${rows.map(({ rule }) => rule)}::uuid[],
      ${rows.map(({ version }) => version)}::integer[], ${rows.map(({ facts }) => facts)}::jsonb[], ${rows.map(({ checks }) => checks)}::jsonb[]) AS d
    ON CONFLICT (college_id, learner_id, conversion_id) DO NOTHING`)
}

/**
 * Posts a conversion with the decision that explains it, in one statement. The learner is locked and the checks hold.
 * @throws Refusal 409 when the outcome or the target was used meanwhile
 */
export async function postConversion(
  tx: Tx,
  facts: LoadedConversion,
  conversion: string,
  checks: readonly WireCheck[],
  posting: Posting,
): Promise<void> {
  const { learner } = facts
  const kept = decisionOf(facts, conversion, checks)
  await tx
    .run(
      sql`WITH decided AS (
        INSERT INTO credit_decisions (college_id, learner_id, conversion_id, rule_id, rule_version, facts, checks, decided_at, decided_by)
        VALUES (${tx.collegeId}, ${learner.id}, ${conversion}, ${kept.rule}, ${kept.version}, ${kept.facts}::jsonb, ${kept.checks}::jsonb, ${posting.at}, ${posting.by})
        ON CONFLICT (college_id, learner_id, conversion_id) DO NOTHING)
      ${INTO} VALUES ${rowsOf(tx, learner.id, conversionEntries(facts, conversion), posting)} ${ONCE}`,
    )
    .catch((error: unknown) => {
      throw usedTwice(error)
    })
}

/**
 * Takes a conversion back by entries of their own: its credits and its surplus are held again.
 * @returns how many entries were new
 */
export async function postReversal(tx: Tx, learner: string, conversion: string, posting: Posting): Promise<number> {
  const rows = await tx.run<{
    id: string
    key: string
    to: Account
    credits: string
    outcome: string
    institution: string
    category: string
    target: string
  }>(sql`
    SELECT id, key, to_account AS "to", credits::text AS credits, outcome_id AS outcome, institution_id AS institution, category, target
    FROM credit_entries AS e WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} AND conversion_id = ${conversion}
      AND from_account = 'held' AND ${standing(tx)} ORDER BY id`)
  return post(
    tx,
    learner,
    rows.map(({ id, key, to, credits, outcome, ...destination }) => ({
      key: `reverse/${key}`,
      from: to,
      to: 'held',
      credits,
      outcome,
      destination: { ...destination, conversion },
      reverses: id,
    })),
    posting,
  )
}

/**
 * Moves what stands of outcomes from one learner's ledger to another's: each entry is taken back here, the last first, and
 * made again there. None is edited, and what both have together stays the same. Both learners are locked.
 * @param why begins the keys: the same move happens once
 */
export async function moveEntries(
  tx: Tx,
  from: string,
  to: string,
  outcomes: readonly string[],
  why: string,
  posting: Posting,
): Promise<void> {
  const rows = await tx.run<{
    id: string
    from: Account
    to: Account
    credits: string
    outcome: string
    conversion: string | null
    institution: string
    category: string
    target: string
    targetTurn: number | null
    before: number
    targetsBefore: number
  }>(sql`
    SELECT e.id, e.from_account AS "from", e.to_account AS "to", e.credits::text AS credits, e.outcome_id AS outcome,
      e.conversion_id AS conversion, e.institution_id AS institution, e.category, e.target, e.target_turn AS "targetTurn",
      (SELECT count(*)::integer FROM credit_entries AS u WHERE u.college_id = ${tx.collegeId} AND u.learner_id = ${to}
        AND u.outcome_id = e.outcome_id AND u.turn IS NOT NULL) AS before,
      (SELECT count(*)::integer FROM credit_entries AS u WHERE u.college_id = ${tx.collegeId} AND u.learner_id = ${to}
        AND u.institution_id = e.institution_id AND u.target = e.target AND u.target_turn IS NOT NULL) AS "targetsBefore"
    FROM credit_entries AS e WHERE e.college_id = ${tx.collegeId} AND e.learner_id = ${from}
      AND e.outcome_id = ANY(${[...outcomes]}::uuid[]) AND ${standing(tx)} ORDER BY e.id`)
  const entryOf = (row: (typeof rows)[number]) => ({
    credits: row.credits,
    outcome: row.outcome,
    ...(row.conversion === null
      ? {}
      : {
          destination: {
            conversion: row.conversion,
            institution: row.institution,
            category: row.category,
            target: row.target,
          },
        }),
  })
  await post(
    tx,
    from,
    rows.toReversed().map((row) => ({
      ...entryOf(row),
      key: `${why}/out/${row.id}`,
      from: row.to,
      to: row.from,
      reverses: row.id,
    })),
    posting,
  )
  await post(
    tx,
    to,
    rows.map((row) => ({
      ...entryOf(row),
      key: `${why}/in/${row.id}`,
      from: row.from,
      to: row.to,
      ...(row.to === 'converted'
        ? { turn: row.before, targetTurn: row.targetTurn === null ? null : row.targetsBefore }
        : {}),
    })),
    posting,
  )
}

/** Credits of an outcome that are held: not converted, not lapsed. */
export async function heldOf(tx: Tx, learner: string, outcome: string): Promise<string> {
  const [row] = await tx.run<{ held: string }>(sql`
    SELECT coalesce(sum(CASE WHEN to_account = 'held' THEN credits WHEN from_account = 'held' THEN -credits END), 0)::text AS held
    FROM credit_entries WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} AND outcome_id = ${outcome}`)
  return row!.held
}

/** What a learner's accounts hold (all learners' without one): sums of the entries, nothing else is kept. */
export async function balancesOf(tx: Tx, learner: string | null): Promise<WireBalances> {
  const sum = (account: Account) =>
    sql`(coalesce(sum(credits) FILTER (WHERE to_account = ${sql.lit(account)}), 0) - coalesce(sum(credits) FILTER (WHERE from_account = ${sql.lit(account)}), 0))::numeric(14,1)::text AS ${sql.ref(account)}`
  const [row] = await tx.run<WireBalances & Record<string, unknown>>(sql`
    SELECT ${sql.join([sum('issued'), sum('held'), sum('converted'), sum('lapsed')])}
    FROM credit_entries WHERE college_id = ${tx.collegeId} ${learner === null ? sql`` : sql`AND learner_id = ${learner}`}`)
  return row!
}

function usedTwice(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23505' || !constraint?.startsWith('credit_entries_')) return error
  return constraint === 'credit_entries_target_once'
    ? new Refusal('conflict', {
        zh: '目标课程刚刚已由另一项成果替代，不能重复替代；请刷新后再看',
        en: 'Another outcome has just replaced this target: reload to see which',
      })
    : new Refusal('conflict', {
        zh: '这项成果刚刚已在另一处转换：每项成果只能使用一次；请刷新后再看',
        en: 'This outcome has just been converted elsewhere: an outcome is used once. Reload to see where',
      })
}
