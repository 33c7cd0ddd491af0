import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords } from '../../../engine/records/list.ts'
import { broaderSkills } from '../dictionaries/broader.ts'
import { majorOccupations } from '../dictionaries/major-occupations.ts'
import { cleanText } from '../understanding/clean-text.ts'
import { type Dictionary, namedSkills } from '../understanding/find-skills.ts'
import type { WireMatch, WireMatchedSkill } from '../wire.ts'
import { classNameOf, type DemandFilter, demandOf } from './demand.ts'
import { dictionaryOf } from './own-dictionary.ts'
import { shareOf } from './share.ts'

/** A skill below this share of the advertisements (in percent) is no demand worth a course; named by a plan, outdated. */
const LEAST_SHARE = 2
const HARDLY = 0.3
/** Fewer advertisements say nothing of what is outdated. */
const ENOUGH = 200
/** A plan that names a skill once, beside others, only touches it when it is asked so often (percent). */
const KINDS = new Set(['tool', 'technique', 'knowledge', 'certificate', 'language'])

/** Small classes that the official catalogue of majors leads to, by the major's code. */
export function classesOf(major: string): string[] {
  const row = majorOccupations.split('\n').find((line) => line.startsWith(`${major} `))
  return [...new Set((row?.split(' ').slice(1) ?? []).map((code) => code.slice(0, 7)))]
}

const wider = new Map<string, string[]>()
for (const row of broaderSkills.trim().split('\n')) {
  const [name, narrower] = row.split(': ')
  for (const one of narrower!.split('、')) wider.set(one, [...(wider.get(one) ?? []), name!])
}

/** What a plan names: skill → the items (courses, sentences) that name it. */
function readPlan(text: string, dictionary: Dictionary): { skills: Map<string, string[]>; items: number } {
  const skills = new Map<string, string[]>()
  const items = text
    .split(/[\n。；;，,、]|(?<=[：:])/)
    .map((item) => item.replace(/^\s*(?:\d+[.、)）]\s*)?/, '').trim())
    .filter((item) => item.length >= 2)
  for (const item of items)
    for (const { term } of namedSkills(dictionary, cleanText(item))) {
      const where = skills.get(term.name) ?? []
      if (where.length < 5 && !where.includes(item)) where.push(item.slice(0, 80))
      skills.set(term.name, where)
    }
  return { skills, items: items.length }
}

/** Courses of a major from the registers, as the actor may read them; one per line. */
export async function coursesOf(engine: Engine, tx: Tx, actor: Actor, majorId: string): Promise<string> {
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'courses',
    where: [['major', 'is', majorId]],
    limit: 500,
  })
  return rows.map(({ values }) => String(values['name'] ?? '')).join('\n')
}

/**
 * A plan held against demand. *Covered*: an item of the plan names the skill. *Thin*: it names only a wider one.
 * *Missing*: neither, and at least 2 % of the advertisements ask for it. *Outdated*: the plan names it, and of at least
 * 200 advertisements less than 0.3 % ask for it. Soft skills are left out: no plan lists them as courses.
 */
export async function matchPlan(tx: Tx, filter: DemandFilter, plan: string, name: string): Promise<WireMatch> {
  const demand = await demandOf(tx, filter)
  const { skills, items } = readPlan(plan, (await dictionaryOf(tx)).dictionary)
  const asked = demand.skills.filter(({ kind, share }) => KINDS.has(kind) && Number(share.percent) >= LEAST_SHARE)
  const matched = asked.map((one): WireMatchedSkill => {
    const where = skills.get(one.skill)
    if (where !== undefined) return { ...one, state: 'covered', where, through: null }
    const through = wider.get(one.skill)?.find((wide) => skills.has(wide))
    return through === undefined
      ? { ...one, state: 'missing', where: [], through: null }
      : { ...one, state: 'thin', where: skills.get(through)!, through }
  })
  const all = matched.reduce((sum, { n }) => sum + n, 0)
  const covered = matched.reduce((sum, { n, state }) => sum + (state === 'covered' ? n : 0), 0)
  return {
    n: demand.n,
    occupations: (filter.classes ?? []).map((key) => ({
      key,
      name: classNameOf(key),
      n: demand.occupations.find((one) => one.key === key)?.n ?? 0,
    })),
    skills: matched,
    outdated: demand.n < ENOUGH ? [] : await hardlyAsked(tx, filter, skills, demand.n),
    coverage: all === 0 ? null : shareOf(covered, all),
    items,
    plan: name,
  }
}

async function hardlyAsked(
  tx: Tx,
  filter: DemandFilter,
  skills: ReadonlyMap<string, readonly string[]>,
  n: number,
): Promise<WireMatch['outdated']> {
  const rows = await tx.run<{ skill: string; n: number }>(sql`
    SELECT skill, sum(advertisements)::integer AS n FROM demand_counts
    WHERE college_id = ${tx.collegeId} AND city_code = '*' AND skill = ANY(${[...skills.keys()]}::text[])
      ${filter.classes ? sql`AND small_class = ANY(${[...filter.classes]}::text[])` : sql``} GROUP BY skill`)
  const asked = new Map(rows.map((row) => [row.skill, row.n]))
  return [...skills]
    .map(([skill, where]) => ({
      skill,
      where: [...where],
      n: asked.get(skill) ?? 0,
      share: shareOf(asked.get(skill) ?? 0, n),
    }))
    .filter((one) => (one.n * 100) / n < HARDLY)
    .toSorted((a, b) => a.n - b.n || (a.skill < b.skill ? -1 : 1))
    .slice(0, 30)
}
