import { sql } from 'kysely'
import { asSystem } from '../../../../engine/access/actor.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { WireTermChange } from '../../wire-filing.ts'
import { type Finished, type Nature, NATURES, type TermResult, termResultOf } from './term-result.ts'

/** A filing as it is about to be made, in place of those of its class before. */
export interface NewFiling {
  readonly teachingClass: string
  readonly courseId: string
  readonly term: string
  readonly credits: string
  readonly results: Readonly<Record<string, string>>
}

/** The record of a student and term, as it should be. */
export interface TermRow extends WireTermChange {
  readonly student: string
  readonly term: string
  /** Of the register of results; the day of entry is added when they are written. */
  readonly values: Readonly<Record<string, string | null>>
  readonly known: { readonly id: string; readonly version: number } | null
}

interface Term {
  readonly id: string
  readonly from: string
}
interface Course extends Finished {
  readonly student: string
  readonly course: string
  readonly from: string
}
interface Held extends TermResult {
  readonly id: string
  readonly version: number
  readonly student: string
  readonly term: string
  readonly from: string
  readonly isOurs: boolean
}

/**
 * How records of results of these students should be once a filing is made: of its term, and of later terms that were
 * written from gradebooks, as they say what was reached so far. What the office entered or changed stays, and what it
 * says of an earlier term is built upon.
 */
export async function readTermRows(
  tx: Tx,
  reason: string,
  students: readonly string[],
  filing: NewFiling,
): Promise<TermRow[]> {
  const terms = await tx.run<Term>(sql`
    SELECT id, "from"::text FROM records.terms WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY "from"`)
  const from = terms.find(({ id }) => id === filing.term)!.from
  const persons = await tx.run<{ id: string; unit: string; person: string | null }>(
    sql`SELECT id, unit, person FROM records.students WHERE college_id = ${tx.collegeId} AND id = ANY(${[...students]}::uuid[]) ORDER BY number`,
  )
  const courses = Map.groupBy(await coursesOf(tx, students, filing), ({ student }) => student)
  const held = Map.groupBy(await heldOf(tx, reason, students), ({ student }) => student)
  return persons.flatMap(({ id: student, unit, person }) => {
    const own = held.get(student) ?? []
    const concerned = terms.filter(
      (term) => term.id === filing.term || (term.from > from && own.some((row) => row.term === term.id && row.isOurs)),
    )
    return concerned.map((term): TermRow => {
      const known = own.find((row) => row.term === term.id) ?? null
      const base = own.filter((row) => !row.isOurs && row.from < term.from).at(-1) ?? null
      const finished = (courses.get(student) ?? []).filter(
        (course) => course.from <= term.from && (base === null || course.from > base.from),
      )
      // Of a course taken twice the later counts.
      const found = termResultOf([...new Map(finished.map((one) => [one.course, one])).values()], base)
      const lacks: readonly Nature[] = 'lacks' in found ? found.lacks : []
      const result = 'result' in found ? found.result : null
      return {
        student,
        term: term.id,
        change: changeOf(known, result),
        lacks,
        values: { student, unit, person, term: term.id, ...result },
        known,
      }
    })
  })
}

function changeOf(known: Held | null, result: TermResult | null): WireTermChange['change'] {
  if (known && !known.isOurs) return 'office'
  if (!result) return known ? 'removed' : 'lacks'
  if (!known) return 'made'
  const isSame = Object.entries(result).every(([name, value]) => new Exact(known[name as keyof TermResult]).eq(value))
  return isSame ? 'same' : 'changed'
}

/** Courses that these students finished, by the latest filing of each class, the earliest term first. */
async function coursesOf(tx: Tx, students: readonly string[], filing: NewFiling): Promise<Course[]> {
  return tx.run<Course>(sql`
    WITH latest AS (
      SELECT DISTINCT ON (f.teaching_class) f.teaching_class, f.course_id, f.term_id, f.credits, f.results FROM coursework_filings f
      WHERE f.college_id = ${tx.collegeId} AND f.teaching_class <> ${filing.teachingClass} ORDER BY f.teaching_class, f.filed_at DESC, f.id DESC
    ), f AS (
      SELECT course_id, term_id, credits, results FROM latest
      UNION ALL SELECT ${filing.courseId}::uuid, ${filing.term}::uuid, ${filing.credits}::numeric, ${JSON.stringify(filing.results)}::jsonb
    )
    SELECT r.student, c.id AS course, c.kind AS nature, r.score, f.credits::text AS credits, t."from"::text FROM f
    CROSS JOIN LATERAL jsonb_each_text(f.results) AS r(student, score)
    JOIN records.courses c ON c.college_id = ${tx.collegeId} AND c.id = f.course_id
    JOIN records.terms t ON t.college_id = ${tx.collegeId} AND t.id = f.term_id
    WHERE r.student = ANY(${[...students]}::text[]) ORDER BY t."from"`)
}

/** Records of results of these students by term, the earliest first, and whether gradebooks alone wrote them. */
async function heldOf(tx: Tx, reason: string, students: readonly string[]): Promise<Held[]> {
  const { name } = asSystem(tx.collegeId, reason)
  return tx.run<Held>(sql`
    SELECT b.id, b.version, b.student, b.term, t."from"::text,
      ${sql.join(NATURES.flatMap((nature) => [sql`b.${sql.ref(`${nature}_credits`)}::text AS ${sql.ref(`${nature}Credits`)}`, sql`b.${sql.ref(`${nature}_score`)}::text AS ${sql.ref(`${nature}Score`)}`]))},
      NOT EXISTS (SELECT FROM history h WHERE h.college_id = b.college_id AND h.subject = 'term-results' AND h.subject_id = b.id::text AND h.actor_name <> ${name})
        AND EXISTS (SELECT FROM history h WHERE h.college_id = b.college_id AND h.subject = 'term-results' AND h.subject_id = b.id::text AND h.action = 'create') AS "isOurs"
    FROM records.term_results b JOIN records.terms t ON t.college_id = b.college_id AND t.id = b.term
    WHERE b.college_id = ${tx.collegeId} AND b.deleted_at IS NULL AND b.student = ANY(${[...students]}::uuid[]) ORDER BY t."from"`)
}
