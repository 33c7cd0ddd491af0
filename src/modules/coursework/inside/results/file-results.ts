import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import { createMany, updateMany } from '../../../../engine/records/write-many.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import type { WireFiling, WireFilingRow, WireTermChange } from '../../wire-filing.ts'
import { teacherSeat } from '../classes.ts'
import { showBook } from '../gradebook/gradebook.ts'
import { readTermRows, type TermRow } from './read-term-rows.ts'
import { creditsOf } from './term-result.ts'

/** In whose name records are written: what anybody else wrote or changed is never touched. */
const REASON = '成绩册'

interface Filing {
  readonly credits: string
  readonly results: Readonly<Record<string, string>>
  readonly filedAt: string
}

interface Taught {
  readonly term: string
  readonly termCode: string
  readonly hours: number
}

/** The latest filing of a class; the one that holds. */
async function findFiling(tx: Tx, teachingClass: string): Promise<Filing | null> {
  const [filing] = await tx.run<Filing>(sql`
    SELECT credits::text AS credits, results, filed_at AS "filedAt" FROM coursework_filings
    WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} ORDER BY filed_at DESC, id DESC LIMIT 1`)
  return filing ?? null
}

/** The term of a class (that of its last lesson) and the hours of its course. */
async function taughtIn(tx: Tx, teachingClass: string): Promise<Taught> {
  const [taught] = await tx.run<Taught>(sql`
    SELECT l.term, t.code AS "termCode", c.hours FROM records.lessons l
    JOIN records.terms t ON t.college_id = l.college_id AND t.id = l.term
    JOIN records.courses c ON c.college_id = l.college_id AND c.id = l.course
    WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND coalesce(l.teaching_class, l.number) = ${teachingClass}
    ORDER BY l.held_on DESC LIMIT 1`)
  return taught!
}

interface Planned {
  readonly wire: WireFiling
  readonly courseId: string
  readonly term: string
  readonly results: Readonly<Record<string, string>>
  readonly records: readonly TermRow[]
}

async function plan(tx: Tx, actor: Actor, teachingClass: string, asked: string | null): Promise<Planned> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  const book = await showBook(tx, actor, of.teachingClass)
  const taught = await taughtIn(tx, of.teachingClass)
  const before = await findFiling(tx, of.teachingClass)
  const credits = asked ?? before?.credits ?? creditsOf(taught.hours)
  const complete = book.rows.filter(
    ({ final }) =>
      final.score !== null && final.categories.every(({ entries }) => entries.every(({ use }) => use !== 'pending')),
  )
  const results = Object.fromEntries(complete.map(({ studentId, final }) => [studentId, final.score!]))
  // Whoever was filed and has no result any more is no longer in it; their records follow, too.
  const concerned = [...new Set([...Object.keys(before?.results ?? {}), ...Object.keys(results)])]
  const records = await readTermRows(tx, REASON, concerned, {
    teachingClass: of.teachingClass,
    courseId: of.courseId,
    term: taught.term,
    credits,
    results,
  })
  const changeOf = new Map<string, WireTermChange>(
    records.flatMap((row) =>
      row.term === taught.term ? [[row.student, { change: row.change, lacks: row.lacks }]] : [],
    ),
  )
  const rows = book.rows.map(({ studentId, number, name }): WireFilingRow => ({
    studentId,
    number,
    name,
    score: results[studentId] ?? null,
    before: before?.results[studentId] ?? null,
    term: changeOf.get(studentId) ?? null,
  }))
  const content = {
    credits,
    rows,
    records: records.map(({ student, term, change, values }) => [student, term, change, values]),
  }
  return {
    courseId: of.courseId,
    term: taught.term,
    results,
    records,
    wire: {
      termCode: taught.termCode,
      credits,
      filedAt: before?.filedAt ?? null,
      rows,
      isChanged: before === null || before.credits !== credits || rows.some((row) => row.score !== row.before),
      seen: createHash('sha256').update(JSON.stringify(content)).digest('base64url'),
    },
  }
}

/**
 * What would be filed of a class now: the result of each student, and what becomes of their record of the term.
 * @param credits what the course is worth, by its hours without
 * @throws Refusal 404, 403
 */
export async function previewFiling(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  credits: string | null,
): Promise<WireFiling> {
  return (await plan(tx, actor, teachingClass, credits)).wire
}

/**
 * Files the results of a class: exactly what was shown. Done again after corrections, it brings the records to them.
 * @param seen of the preview that the teacher saw
 * @throws Refusal 404, 403; 409 when the book or a record changed since; 422
 */
export async function fileResults(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  input: { readonly credits: string; readonly reason: string; readonly seen: string },
): Promise<void> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`results ${tx.collegeId}`}, 0))`)
  const { wire, courseId, term, results, records } = await plan(tx, actor, of.teachingClass, input.credits)
  if (wire.seen !== input.seen)
    throw new Refusal('stale', {
      zh: '预览之后成绩或台账又有变动，请重新核对后再归档',
      en: 'Marks or records changed since the preview: look at it again, then file',
    })
  if (Object.keys(results).length === 0)
    throw new Refusal('invalid', {
      zh: '还没有一名学生的成绩齐全，不能归档。请先评完各项，或标为免计',
      en: 'No student has all their marks yet: grade what is open, or excuse it, then file',
    })
  if (wire.filedAt !== null && input.reason === '')
    throw new Refusal('invalid', { zh: '更正已归档的成绩，请写明原因', en: 'Say why filed results are corrected' })
  await tx.run(sql`
    INSERT INTO coursework_filings (college_id, id, teaching_class, course_id, term_id, credits, results, reason, filed_at, filed_by)
    VALUES (${tx.collegeId}, ${v7()}, ${of.teachingClass}, ${courseId}, ${term}, ${input.credits}, ${JSON.stringify(results)}::jsonb, ${input.reason},
      ${new Date().toISOString()}, ${staffId})`)
  await writeRecords(engine, tx, records)
}

async function writeRecords(engine: Engine, tx: Tx, records: readonly TermRow[]): Promise<void> {
  const system = asSystem(tx.collegeId, REASON)
  const enteredOn = today()
  const made = records.flatMap(({ change, values }) =>
    change === 'made' ? [{ values: { ...values, enteredOn } }] : [],
  )
  if (made.length > 0) await createMany(engine, tx, system, 'term-results', made)
  const changed = records.flatMap(({ change, values, known }) =>
    change === 'changed' ? [{ id: known!.id, version: known!.version, values: { ...values, enteredOn } }] : [],
  )
  if (changed.length > 0) await updateMany(engine, tx, system, 'term-results', changed)
  for (const { change, known } of records)
    if (change === 'removed')
      await act(engine, tx, system, {
        register: 'term-results',
        id: known!.id,
        action: 'delete',
        version: known!.version,
        comment: '成绩册已更正',
        untitled: true,
      })
}
