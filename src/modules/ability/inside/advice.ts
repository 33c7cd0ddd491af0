import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { WireAdvice, WireMatch, WireMatchedSkill } from '../wire.ts'
import type { DemandFilter } from './demand.ts'
import type { PlanItem } from './plan-items.ts'

/** So many of each kind of advice are given. */
const MOST = 8
/** The latest advertisements in which is looked for what stands beside a missing skill. */
export const ADVICE_LOOKED_AT = 2000
/** A course is near when at least this part of the advertisements for the missing skill asks for one it teaches. */
const NEAR = 0.25
/** Two courses that share so much of what they name, of at least `LEAST_SHARED` skills, are looked at for a merger. */
const ALIKE = 0.6
const LEAST_SHARED = 3

/**
 * What to change in a plan. *Add* a missing skill, to the course whose skill is nearest in the same advertisements;
 * *upgrade* the course that only touches a skill; *drop* what hardly anybody asks; *merge* courses that name the same.
 */
export async function adviceOn(
  tx: Tx,
  filter: DemandFilter,
  matched: readonly WireMatchedSkill[],
  outdated: WireMatch['outdated'],
  skills: ReadonlyMap<string, readonly PlanItem[]>,
): Promise<WireAdvice[]> {
  const of = (state: WireMatchedSkill['state']) => matched.filter((one) => one.state === state).slice(0, MOST)
  const missing = of('missing')
  const beside = await besideCovered(
    tx,
    filter,
    missing.map(({ skill }) => skill),
    matched.filter(({ state }) => state === 'covered'),
  )
  const placed = missing.map(({ skill, n, share }): WireAdvice => {
    const nearest = beside.get(skill)
    const near = nearest !== undefined && nearest.n / nearest.of >= NEAR ? nearest : undefined
    return {
      kind: 'add',
      skill,
      n,
      share,
      courses: near === undefined ? [] : coursesOf(skills.get(near.skill) ?? []),
      beside: near ?? null,
    }
  })
  return [
    ...placed,
    ...of('thin').map(({ skill, n, share, through }): WireAdvice => ({
      kind: 'upgrade',
      skill,
      n,
      share,
      courses: coursesOf(skills.get(through ?? '') ?? []),
      beside: null,
    })),
    ...outdated.slice(0, MOST).map(({ skill, n, share }): WireAdvice => ({
      kind: 'drop',
      skill,
      n,
      share,
      courses: coursesOf(skills.get(skill) ?? []),
      beside: null,
    })),
    ...alike(skills),
  ]
}

/** Courses of items; of a text that was sent the items themselves. */
const coursesOf = (items: readonly PlanItem[]) => [
  ...new Set(items.map(({ course, label }) => (course === '' ? label : course))),
]

/**
 * Of each missing skill the covered one that is nearest, in the latest advertisements that ask it: asked beside it often
 * for how often it is asked at all, or what everybody asks would be near to everything.
 */
async function besideCovered(
  tx: Tx,
  { classes }: DemandFilter,
  missing: readonly string[],
  covered: readonly WireMatchedSkill[],
): Promise<Map<string, { skill: string; n: number; of: number }>> {
  if (missing.length === 0 || covered.length === 0) return new Map()
  const rows = await tx.run<{ skill: string; near: string; n: number; of: number }>(sql`
    SELECT m.skill, b.skill AS near, b.n, b.looked AS "of"
    FROM unnest(${[...missing]}::text[]) AS m(skill) CROSS JOIN LATERAL (
      SELECT o.skill, count(*)::integer AS n, max(s.looked)::integer AS looked
      FROM (SELECT advertisement_id, count(*) OVER () AS looked FROM (
        SELECT advertisement_id FROM advertisement_skills WHERE college_id = ${tx.collegeId} AND skill = m.skill
          ${classes ? sql`AND small_class = ANY(${[...classes]}::text[])` : sql``}
        ORDER BY advertisement_id DESC LIMIT ${ADVICE_LOOKED_AT}) AS latest) AS s
      JOIN advertisement_skills o ON o.college_id = ${tx.collegeId} AND o.advertisement_id = s.advertisement_id
      JOIN unnest(${covered.map(({ skill }) => skill)}::text[], ${covered.map(({ n }) => n)}::integer[]) AS c(skill, n) ON c.skill = o.skill
      GROUP BY o.skill ORDER BY count(*) / sqrt(max(c.n)) DESC, o.skill LIMIT 1
    ) AS b`)
  return new Map(rows.map(({ skill, near, n, of }) => [skill, { skill: near, n, of }]))
}

/** Pairs of courses that name mostly the same skills. */
function alike(skills: ReadonlyMap<string, readonly PlanItem[]>): WireAdvice[] {
  const named = new Map<string, Set<string>>()
  for (const [skill, items] of skills)
    for (const { course } of items) if (course !== '') named.set(course, (named.get(course) ?? new Set()).add(skill))
  const courses = [...named].filter(([, of]) => of.size >= LEAST_SHARED)
  return courses
    .flatMap(([one, ofOne], at) =>
      courses.slice(at + 1).flatMap(([other, ofOther]) => {
        const shared = [...ofOne].filter((skill) => ofOther.has(skill))
        const either = ofOne.size + ofOther.size - shared.length
        if (shared.length < LEAST_SHARED || shared.length / either < ALIKE) return []
        return [
          { kind: 'merge', skill: shared.join('、'), n: null, share: null, courses: [one, other], beside: null },
        ] satisfies WireAdvice[]
      }),
    )
    .slice(0, MOST)
}
