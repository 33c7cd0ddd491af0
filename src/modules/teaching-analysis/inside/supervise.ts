import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import { DIMENSION_NAMES, dimensionOf } from '../model/evaluation-model.ts'
import { ADVICE_RULES } from '../rules/advice-rules.ts'
import type { RiskReason, WirePattern, WireSupervision } from '../wire.ts'
import type { Scope } from './cases.ts'
import { type KeptSums, readSums, refreshSums } from './kept-sums.ts'
import { type ClassKey, keyOf } from './read-class-facts.ts'
import { RISKS } from './risk.ts'
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

interface ClassOfUnit extends ClassKey {
  readonly unitId: string
  readonly unitName: string
  readonly teacherId: string
  readonly lessons: number
}

type Kept = ReadonlyMap<string, Pick<KeptSums, 'whole' | 'risks'>>

/**
 * Patterns of teaching by unit: never a class, a teacher or a student. A figure of fewer than five teachers, or about
 * fewer than five students, is not shown, nor is one from which such a figure would follow.
 * @throws Refusal 403, StillPreparing
 */
export async function supervise(tx: Tx, actor: Actor, now: string): Promise<WireSupervision> {
  const units = supervisedUnits(actor)
  if (units?.length === 0) throw notAllowed({ zh: '查看督导分析', en: 'see the patterns of teaching' })
  const scope = units === null ? sql`true` : sql`x.unit_id = ANY(${units}::uuid[])`
  await refreshSums(tx, scope, now)
  const kept: Kept = new Map((await readSums(tx, scope, ['whole', 'risks'])).map((one) => [keyOf(one), one]))
  const classes = await classesOf(tx, scope)
  const students = await studentsOf(tx, scope)
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
      students: isShown ? (students.get(unitId) ?? 0) : null,
      dimensions: isShown ? dimensionsOf(of, kept) : [],
      advice: isShown ? await adviceOf(tx, of) : [],
      risks: isShown ? risksOfUnit(of, kept) : [],
    })
  }
  return { least: LEAST_GROUP, units: found }
}

const teachersOf = (classes: readonly ClassOfUnit[]) => new Set(classes.map(({ teacherId }) => teacherId)).size

async function classesOf(tx: Tx, scope: Scope): Promise<ClassOfUnit[]> {
  return tx.run<ClassOfUnit>(sql`
    SELECT x.unit_id AS "unitId", u.name AS "unitName", x.course_id AS "courseId", x.teaching_class AS "teachingClass", min(x.teacher_id::text) AS "teacherId",
      count(*)::int AS lessons
    FROM classroom_sessions x JOIN records.units u ON u.college_id = x.college_id AND u.id = x.unit_id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${scope}
    GROUP BY x.unit_id, u.name, x.course_id, x.teaching_class ORDER BY u.name, x.teaching_class`)
}

/** How many students were expected in lessons of each unit. */
async function studentsOf(tx: Tx, scope: Scope): Promise<Map<string, number>> {
  const rows = await tx.run<{ unit: string; students: number }>(sql`
    SELECT unit, count(*)::int AS students FROM (
      SELECT DISTINCT x.unit_id AS unit, g.student_id FROM classroom_sessions x
      JOIN classroom_signins g ON g.college_id = x.college_id AND g.session_id = x.id
      WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${scope}
    ) AS expected GROUP BY unit`)
  return new Map(rows.map(({ unit, students }) => [unit, students]))
}

/** The mean over classes of each dimension, where it is known of classes of five teachers or more. */
function dimensionsOf(classes: readonly ClassOfUnit[], kept: Kept): WireSupervision['units'][number]['dimensions'] {
  return DIMENSION_NAMES.map((name) => {
    const dimension = dimensionOf(name)
    const known = classes.flatMap((of) => {
      const own = kept.get(keyOf(of))?.whole.find((one) => one.dimension === name)
      return own && own.units >= dimension.least
        ? [{ teacherId: of.teacherId, mean: new Exact(own.sum).div(own.units) }]
        : []
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
function risksOfUnit(classes: readonly ClassOfUnit[], kept: Kept): WirePattern[] {
  const students = new Map<RiskReason, Set<string>>()
  for (const key of classes)
    for (const { studentId, reasons } of kept.get(keyOf(key))?.risks ?? [])
      for (const { reason } of reasons) students.set(reason, (students.get(reason) ?? new Set()).add(studentId))
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
