import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { broaderSkills } from '../dictionaries/broader.ts'
import { cleanText } from '../understanding/clean-text.ts'
import { type Dictionary, namedSkills } from '../understanding/find-skills.ts'
import type { WireMatch, WireMatchedSkill } from '../wire.ts'
import { adviceOn } from './advice.ts'
import { classNameOf, counted, type DemandFilter, demandOf } from './demand.ts'
import { dictionaryOf, type OwnDictionary } from './own-dictionary.ts'
import type { Plan, PlanItem } from './plan-items.ts'
import { shareOf } from './share.ts'

/** A skill below this share of the advertisements (in percent) is no demand worth a course; named by a plan, outdated. */
const LEAST_SHARE = 2
const HARDLY = 0.3
/** Fewer advertisements say nothing of what is outdated. */
const ENOUGH = 200
const KINDS = new Set(['tool', 'technique', 'knowledge', 'certificate', 'language'])

/** Skill → wider skills that touch it, as a college calls them. */
export function widerSkills({ renamed }: Pick<OwnDictionary, 'renamed'>): ReadonlyMap<string, readonly string[]> {
  const called = (name: string) => renamed({ name, kind: 'knowledge' }).name
  const wider = new Map<string, readonly string[]>()
  for (const row of broaderSkills.trim().split('\n')) {
    const [name, narrower] = row.split(': ')
    for (const one of narrower!.split('、').map(called))
      if (one !== called(name!)) wider.set(one, [...(wider.get(one) ?? []), called(name!)])
  }
  return wider
}

/** Items that name a skill, at most so many of each. */
const SHOWN = 5

/** What a plan names: skill → the items (courses, points, sentences) that name it. */
export function readPlan(items: readonly PlanItem[], dictionary: Dictionary): Map<string, PlanItem[]> {
  const skills = new Map<string, PlanItem[]>()
  for (const item of items)
    for (const { term } of namedSkills(dictionary, cleanText(item.text))) {
      const where = skills.get(term.name) ?? []
      if (where.length < SHOWN && !where.some(({ label }) => label === item.label)) where.push(item)
      skills.set(term.name, where)
    }
  return skills
}

const labels = (items: readonly PlanItem[]) => items.map(({ label }) => label)

/**
 * A plan held against demand. *Covered*: an item of the plan names the skill. *Thin*: it names only a wider one.
 * *Missing*: neither, and at least 2 % of the advertisements ask for it. *Outdated*: the plan names it, and of at least
 * 200 advertisements less than 0.3 % ask for it. Soft skills are left out: no plan lists them as courses.
 */
export async function matchPlan(
  tx: Tx,
  filter: DemandFilter,
  plan: Pick<Plan, 'items' | 'name' | 'code'>,
): Promise<WireMatch> {
  const demand = await demandOf(tx, filter)
  const own = await dictionaryOf(tx)
  const wider = widerSkills(own)
  const skills = readPlan(plan.items, own.dictionary)
  const asked = demand.skills.filter(({ kind, share }) => KINDS.has(kind) && Number(share.percent) >= LEAST_SHARE)
  const matched = asked.map((one): WireMatchedSkill => {
    const where = skills.get(one.skill)
    if (where !== undefined) return { ...one, state: 'covered', where: labels(where), through: null }
    const through = wider.get(one.skill)?.find((wide) => skills.has(wide))
    return through === undefined
      ? { ...one, state: 'missing', where: [], through: null }
      : { ...one, state: 'thin', where: labels(skills.get(through)!), through }
  })
  const outdated = demand.n < ENOUGH ? [] : await hardlyAsked(tx, filter, skills, demand.n)
  const mentions = matched.reduce((sum, { n }) => sum + n, 0)
  const inState = (of: WireMatchedSkill['state']) =>
    matched.reduce((sum, { n, state }) => sum + (state === of ? n : 0), 0)
  const covered = inState('covered')
  return {
    code: plan.code,
    n: demand.n,
    occupations: (filter.classes ?? []).map((key) => ({
      key,
      name: classNameOf(key),
      n: demand.occupations.find((one) => one.key === key)?.n ?? 0,
    })),
    skills: matched,
    outdated,
    coverage:
      mentions === 0
        ? null
        : {
            ...shareOf(covered, mentions),
            covered,
            mentions,
            touched: shareOf(covered + inState('thin'), mentions).percent,
          },
    advice: await adviceOn(tx, filter, matched, outdated, skills),
    items: plan.items.length,
    plan: plan.name,
  }
}

async function hardlyAsked(
  tx: Tx,
  filter: DemandFilter,
  skills: ReadonlyMap<string, readonly PlanItem[]>,
  n: number,
): Promise<WireMatch['outdated']> {
  const rows = await tx.run<{ skill: string; n: number }>(sql`
    SELECT skill, sum(advertisements)::integer AS n FROM demand_counts
    WHERE ${counted(tx, filter)} AND skill = ANY(${[...skills.keys()]}::text[]) GROUP BY skill`)
  const asked = new Map(rows.map((row) => [row.skill, row.n]))
  return [...skills]
    .map(([skill, where]) => ({
      skill,
      where: labels(where),
      n: asked.get(skill) ?? 0,
      share: shareOf(asked.get(skill) ?? 0, n),
    }))
    .filter((one) => (one.n * 100) / n < HARDLY)
    .toSorted((a, b) => a.n - b.n || (a.skill < b.skill ? -1 : 1))
    .slice(0, 30)
}
