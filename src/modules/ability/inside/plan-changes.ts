import { sql } from 'kysely'
import { v7 } from 'uuid'
import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { PlanState, WireKeptMatch, WireMatch, WirePlanChange } from '../wire.ts'
import type { DemandFilter } from './demand.ts'
import { matchPlan } from './match-plan.ts'
import { type Plan, type PlanOrder, planOf } from './plan-items.ts'
import { shareOf } from './share.ts'

/** Two plans against one demand: what the later one has and the earlier one has not, and the other way round. */
export async function comparePlans(tx: Tx, filter: DemandFilter, earlier: Plan, later: Plan): Promise<WirePlanChange> {
  const before = await matchPlan(tx, filter, earlier)
  const after = await matchPlan(tx, filter, later)
  const was = new Map(before.skills.map((one) => [one.skill, one]))
  const changes = after.skills.flatMap(({ state, where, ...one }) => {
    const old = was.get(one.skill)!
    return old.state === state ? [] : [{ ...one, was: old.state, is: state, whereBefore: old.where, whereAfter: where }]
  })
  const of = ({ plan, coverage, items }: WireMatch) => ({ plan, coverage, items })
  return {
    n: after.n,
    before: of(before),
    after: of(after),
    changes,
    same: after.skills.length - changes.length,
  }
}

/** What is asked again when a major is watched. */
interface Asked extends Pick<PlanOrder, 'major' | 'programme'> {
  readonly classes: readonly string[]
  readonly city?: string | undefined
}

/** Keeps a comparison as it stands today. @throws Refusal 422 */
export async function keepMatch(tx: Tx, match: WireMatch, asked: Asked, by: string): Promise<string> {
  if (match.code === '')
    throw new Refusal('invalid', {
      zh: '没有专业代码，无法归到一个专业下：请填写六位专业代码后再对照',
      en: 'Without the code of a major it belongs to none: give the six digits and compare again',
    })
  const id = v7()
  await tx.run(sql`
    INSERT INTO plan_matches (college_id, id, code, plan, asked, advertisements, covered, mentions, skills, kept_at, kept_by)
    VALUES (${tx.collegeId}, ${id}, ${match.code}, ${match.plan}, ${JSON.stringify(asked)}, ${match.n}, ${match.coverage?.covered ?? 0},
      ${match.coverage?.mentions ?? 0}, ${JSON.stringify(match.skills.map(({ skill, state, n }) => ({ skill, state, n })))},
      ${new Date().toISOString()}, ${by})`)
  return id
}

interface KeptRow {
  readonly id: string
  readonly plan: string
  readonly asked: Asked
  readonly advertisements: number
  readonly covered: number
  readonly mentions: number
  readonly skills: readonly { readonly skill: string; readonly state: PlanState; readonly n: number }[]
  readonly kept_at: Date
  readonly kept_by: string
}

const keptRows = (tx: Tx, code: string) =>
  tx.run<KeptRow>(sql`
    SELECT id, plan, asked, advertisements, covered, mentions, skills, kept_at, kept_by FROM plan_matches
    WHERE college_id = ${tx.collegeId} AND code = ${code} ORDER BY id DESC LIMIT 60`)

/** A major over time: comparisons kept, the latest first, each with what changed since the one before. */
export async function listKept(tx: Tx, code: string): Promise<WireKeptMatch[]> {
  const rows = await keptRows(tx, code)
  return rows.map((row, at) => {
    const old = rows[at + 1]
    const was = new Map(old?.skills.map(({ skill, state }) => [skill, state]))
    const now = new Map(row.skills.map(({ skill, state }) => [skill, state]))
    const count = (state: PlanState) => row.skills.filter((one) => one.state === state).length
    const changed = (of: ReadonlyMap<string, PlanState>, other: ReadonlyMap<string, PlanState>) =>
      [...of].flatMap(([skill, state]) =>
        state === 'covered' && other.has(skill) && other.get(skill) !== 'covered' ? [skill] : [],
      )
    return {
      id: row.id,
      plan: row.plan,
      keptAt: new Date(row.kept_at).toISOString(),
      keptBy: row.kept_by,
      n: row.advertisements,
      coverage: row.mentions === 0 ? null : shareOf(row.covered, row.mentions).percent,
      counts: { covered: count('covered'), thin: count('thin'), missing: count('missing') },
      gained: old === undefined ? [] : changed(now, was),
      lost: old === undefined ? [] : changed(was, now),
      newlyAsked: old === undefined ? [] : [...now.keys()].filter((skill) => !was.has(skill)).slice(0, 20),
    }
  })
}

/**
 * Compares majors that are watched (the latest comparison kept is of a plan in the registers) with the demand of today
 * and keeps what came out, where there are other advertisements now.
 */
export async function rematchWatched(engine: Engine, college: string): Promise<number> {
  const system = asSystem(college, 'ability')
  const codes = await engine.database.inCollege(college, (tx) =>
    tx.run<{ code: string }>(sql`SELECT DISTINCT code FROM plan_matches WHERE college_id = ${college} ORDER BY code`),
  )
  let kept = 0
  for (const { code } of codes)
    kept += await engine.database.inCollege(college, async (tx) => {
      const [latest] = await keptRows(tx, code)
      const { major, programme } = latest!.asked
      if (major === undefined && programme === undefined) return 0
      // A major or programme that was deleted is watched no more.
      const plan = await planOf(engine, tx, system, { major, programme }).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'unknown-record') return undefined
        throw error
      })
      if (plan === undefined) return 0
      const match = await matchPlan(tx, { classes: latest!.asked.classes, city: latest!.asked.city }, plan)
      if (match.n === latest!.advertisements) return 0
      await keepMatch(tx, match, latest!.asked, '')
      return 1
    })
  return kept
}
