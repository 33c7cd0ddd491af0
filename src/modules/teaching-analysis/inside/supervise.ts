import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import { DIMENSION_NAMES, dimensionOf } from '../model/evaluation-model.ts'
import { ADVICE_RULES } from '../rules/advice-rules.ts'
import type { RiskReason, WirePattern, WireSupervision } from '../wire.ts'
import { sumCases, type Sums } from './cases.ts'
import { readClassFacts } from './read-class-facts.ts'
import { RISKS, risksOf } from './risk.ts'
import { meanOf } from './statistics.ts'
import { LEAST_GROUP, shownGroups } from './suppress.ts'

/** Who supervises the whole college; heads of units supervise theirs. */
const OF_COLLEGE = ['quality-office', 'college-leader']

/** The units whose patterns the actor may see: null for all; none for those who supervise nobody. */
export function supervisedUnits(actor: Actor): readonly string[] | null {
  if (actor.held.some(({ role, isRoot }) => OF_COLLEGE.includes(role) || (role === 'unit-head' && isRoot))) return null
  return [...new Set(actor.held.filter(({ role }) => role === 'unit-head').flatMap(({ unitIds }) => unitIds))]
}

export const canSupervise = (actor: Actor): boolean => supervisedUnits(actor)?.length !== 0

interface ClassOfUnit {
  readonly unitId: string
  readonly unitName: string
  readonly courseId: string
  readonly teachingClass: string
  readonly teacherId: string
  readonly lessons: number
  readonly students: readonly string[]
}

/**
 * Patterns of teaching by unit: never a class, a teacher or a student. A figure of fewer than five teachers, or about
 * fewer than five students, is not shown, nor is one from which such a figure would follow.
 * @throws Refusal 403
 */
export async function supervise(tx: Tx, actor: Actor, now: string): Promise<WireSupervision> {
  const units = supervisedUnits(actor)
  if (units?.length === 0) throw notAllowed({ zh: '查看督导分析', en: 'see the patterns of teaching' })
  const classes = await classesOf(tx, units)
  const scope = units === null ? sql`true` : sql`x.unit_id = ANY(${units}::uuid[])`
  const sums = await sumCases(tx, scope, now, 'classes')
  const byUnit = [...Map.groupBy(classes, ({ unitId }) => unitId)]
  const shown = shownGroups(byUnit.map(([, of]) => ({ persons: teachersOf(of) })))
  const found: WireSupervision['units'][number][] = []
  for (const [i, [unitId, of]] of byUnit.entries()) {
    const isShown = shown[i]!
    found.push({
      unitId,
      name: of[0]!.unitName,
      isShown,
      teachers: isShown ? teachersOf(of) : null,
      classes: isShown ? of.length : null,
      lessons: isShown ? of.reduce((sum, { lessons }) => sum + lessons, 0) : null,
      students: isShown ? new Set(of.flatMap(({ students }) => students)).size : null,
      dimensions: isShown ? dimensionsOf(of, sums) : [],
      advice: isShown ? await adviceOf(tx, of) : [],
      risks: isShown ? await risksOfUnit(tx, of, now) : [],
    })
  }
  return { least: LEAST_GROUP, units: found }
}

const teachersOf = (classes: readonly ClassOfUnit[]) => new Set(classes.map(({ teacherId }) => teacherId)).size

async function classesOf(tx: Tx, units: readonly string[] | null): Promise<ClassOfUnit[]> {
  return tx.run<ClassOfUnit>(sql`
    SELECT x.unit_id AS "unitId", u.name AS "unitName", x.course_id AS "courseId", x.teaching_class AS "teachingClass", min(x.teacher_id::text) AS "teacherId",
      count(DISTINCT x.id)::int AS lessons, array_agg(DISTINCT g.student_id) AS students
    FROM classroom_sessions x JOIN records.units u ON u.college_id = x.college_id AND u.id = x.unit_id
    JOIN classroom_signins g ON g.college_id = x.college_id AND g.session_id = x.id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND (${units}::uuid[] IS NULL OR x.unit_id = ANY(${units}::uuid[]))
    GROUP BY x.unit_id, u.name, x.course_id, x.teaching_class ORDER BY u.name, x.teaching_class`)
}

/** The mean over classes of each dimension, where it is known of classes of five teachers or more. */
function dimensionsOf(
  classes: readonly ClassOfUnit[],
  sums: readonly Sums[],
): WireSupervision['units'][number]['dimensions'] {
  return DIMENSION_NAMES.map((name) => {
    const dimension = dimensionOf(name)
    const known = classes.flatMap(({ courseId, teachingClass, teacherId }) => {
      const own = sums.find(
        (one) => one.dimension === name && one.courseId === courseId && one.teachingClass === teachingClass,
      )
      return own && own.units >= dimension.least ? [{ teacherId, mean: new Exact(own.sum).div(own.units) }] : []
    })
    const persons = new Set(known.map(({ teacherId }) => teacherId)).size
    if (persons < LEAST_GROUP) return { name, label: dimension.label, value: null, interval: null, persons: null }
    const add = (numbers: readonly Exact[]) => numbers.reduce((sum, one) => sum.plus(one), new Exact(0))
    const { mean, interval } = meanOf(
      known.length,
      add(known.map((one) => one.mean)),
      add(known.map((one) => one.mean.pow(2))),
    )
    const shown = (value: Exact) => value.times(dimension.unit === 's' ? 1 : 100).toFixed(1)
    return {
      name,
      label: dimension.label,
      value: shown(mean),
      interval: interval && { low: shown(interval.low), high: shown(interval.high) },
      persons,
    }
  })
}

/** How often each rule was given and taken, where five teachers or more were given it. */
async function adviceOf(tx: Tx, classes: readonly ClassOfUnit[]): Promise<WireSupervision['units'][number]['advice']> {
  const rows = await tx.run<{ rule: string; teachers: number; given: number; taken: number }>(sql`
    SELECT v.rule, count(DISTINCT v.teacher_id)::int AS teachers, count(*)::int AS given, count(*) FILTER (WHERE v.state IN ('accepted', 'done'))::int AS taken
    FROM teaching_advice v JOIN classroom_sessions x ON x.college_id = v.college_id AND x.id = v.session_id
    WHERE v.college_id = ${tx.collegeId} AND x.unit_id = ${classes[0]!.unitId} GROUP BY v.rule`)
  return ADVICE_RULES.map(({ name, label }) => {
    const row = rows.find(({ rule }) => rule === name)
    const isShown = row !== undefined && row.teachers >= LEAST_GROUP
    return {
      name,
      label,
      value: isShown ? String(row.given) : null,
      interval: null,
      persons: isShown ? row.teachers : null,
      given: isShown ? row.given : null,
      taken: isShown ? row.taken : null,
    }
  })
}

/** How many students there are reasons to look after, by reason: five or more, or nothing. */
async function risksOfUnit(tx: Tx, classes: readonly ClassOfUnit[], now: string): Promise<WirePattern[]> {
  const students = new Map<RiskReason, Set<string>>()
  for (const key of classes)
    for (const [student, reasons] of risksOf(await readClassFacts(tx, key, now)))
      for (const { reason } of reasons) students.set(reason, (students.get(reason) ?? new Set()).add(student))
  return (Object.keys(RISKS) as RiskReason[]).map((reason) => {
    const persons = students.get(reason)?.size ?? 0
    const isShown = persons >= LEAST_GROUP
    return {
      name: reason,
      label: RISKS[reason].label,
      value: isShown ? String(persons) : null,
      interval: null,
      persons: isShown ? persons : null,
    }
  })
}
