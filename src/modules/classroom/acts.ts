import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../engine/module-server.ts'
import { personAgent, recordActs as recordStatements } from '../learning-records/index.ts'
import { ACT_KINDS, type ActKindName } from './act-kinds.ts'

/** Where acts belong: a course and its teaching class, and the lesson in which they happened, if in one. */
export interface ActContext {
  readonly courseId: string
  readonly teachingClass: string
  readonly lessonId?: string | null
  /** The lesson as it was held (classroom_sessions). */
  readonly sessionId?: string | null
}

/** Something that a student or a teacher did. Scores are decimals as text. */
export interface NewAct {
  readonly kind: ActKindName
  /** Of the student who did it; of the student concerned, where the teacher did. */
  readonly studentId?: string | null
  /** Of the teacher who did it (staff record). */
  readonly teacherId?: string | null
  /** ISO 8601 in UTC; when it is recorded, without it. */
  readonly happenedAt?: string
  readonly activityId?: string | null
  readonly itemId?: string | null
  readonly knowledgePoints?: readonly string[]
  readonly correct?: boolean | null
  readonly score?: string | null
  readonly maxScore?: string | null
  /** How long it took, in seconds, as text. */
  readonly seconds?: string | null
  readonly body?: Readonly<Record<string, unknown>>
  /** Which window sent it, as its how manieth act. */
  readonly clientId?: string | null
  readonly sequence?: number | null
}

/**
 * Records acts and, in the same transaction, the learning record of each.
 * @param at when they are recorded, ISO 8601 in UTC
 * @returns the ids of the acts, in order: those of their statements, too
 */
export async function recordActs(
  tx: Tx,
  context: ActContext,
  acts: readonly NewAct[],
  at: string = new Date().toISOString(),
): Promise<string[]> {
  if (acts.length === 0) return []
  const rows = acts.map((act) => ({ id: v7(), happenedAt: act.happenedAt ?? at, act }))
  const { courseId, teachingClass, lessonId = null, sessionId = null } = context
  const written = rows.map(({ id, happenedAt, act }) => ({
    id,
    happened_at: happenedAt,
    kind: act.kind,
    actor: ACT_KINDS[act.kind].who,
    student_id: act.studentId ?? null,
    teacher_id: act.teacherId ?? null,
    activity_id: act.activityId ?? null,
    item_id: act.itemId ?? null,
    knowledge_points: act.knowledgePoints ?? [],
    correct: act.correct ?? null,
    score: act.score ?? null,
    max_score: act.maxScore ?? null,
    seconds: act.seconds ?? null,
    body: act.body ?? {},
    client_id: act.clientId ?? null,
    sequence: act.sequence ?? null,
  }))
  await tx.run(sql`
    INSERT INTO classroom_acts (college_id, id, happened_at, received_at, kind, actor, student_id, teacher_id, session_id, lesson_id, course_id, teaching_class,
      activity_id, item_id, knowledge_points, correct, score, max_score, seconds, body, client_id, sequence)
    SELECT ${tx.collegeId}::uuid, a.id, a.happened_at, ${at}::timestamptz, a.kind, a.actor, a.student_id, a.teacher_id, ${sessionId}::uuid, ${lessonId}::uuid,
      ${courseId}::uuid, ${teachingClass}, a.activity_id, a.item_id, a.knowledge_points, a.correct, a.score, a.max_score, a.seconds, a.body, a.client_id, a.sequence
    FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS a(id uuid, happened_at timestamptz, kind text, actor text, student_id uuid, teacher_id uuid,
      activity_id uuid, item_id uuid, knowledge_points uuid[], correct boolean, score numeric, max_score numeric, seconds numeric, body jsonb, client_id uuid, sequence integer)`)
  const persons = await personsOf(tx, acts)
  await recordStatements(
    tx,
    rows.map(({ id, happenedAt, act }) => statementOf(tx.collegeId, context, persons, id, happenedAt, act)),
    at,
  )
  return rows.map(({ id }) => id)
}

/** The people behind records of students and staff; who has no person yet stands for themselves. */
async function personsOf(tx: Tx, acts: readonly NewAct[]): Promise<ReadonlyMap<string, string>> {
  const ids = (whose: 'studentId' | 'teacherId') => [...new Set(acts.flatMap((act) => act[whose] ?? []))]
  const rows = await tx.run<{ id: string; person: string }>(sql`
    SELECT id, person FROM records.students WHERE college_id = ${tx.collegeId} AND id = ANY(${ids('studentId')}::uuid[]) AND person IS NOT NULL
    UNION ALL
    SELECT id, person FROM records.staff WHERE college_id = ${tx.collegeId} AND id = ANY(${ids('teacherId')}::uuid[]) AND person IS NOT NULL`)
  return new Map(rows.map(({ id, person }) => [id, person]))
}

const urn = (id: string) => `urn:uuid:${id}`
const about = (id: string) => ({ objectType: 'Activity', id: urn(id) })

function statementOf(
  collegeId: string,
  { courseId, lessonId, sessionId }: ActContext,
  persons: ReadonlyMap<string, string>,
  id: string,
  happenedAt: string,
  act: NewAct,
) {
  const { label, who, verb } = ACT_KINDS[act.kind]
  const by = (who === 'student' ? act.studentId : act.teacherId) ?? ''
  const within = sessionId ?? lessonId ?? courseId
  const object = act.itemId ?? act.activityId ?? within
  const result = {
    ...(act.correct === undefined || act.correct === null ? {} : { success: act.correct }),
    ...(act.score && act.maxScore && Number(act.maxScore) > 0
      ? {
          score: {
            raw: Number(act.score),
            min: 0,
            max: Number(act.maxScore),
            scaled: Number(act.score) / Number(act.maxScore),
          },
        }
      : {}),
    ...(act.seconds ? { duration: `PT${act.seconds}S` } : {}),
  }
  return {
    id,
    actor: personAgent(collegeId, persons.get(by) ?? by),
    verb: { id: verb, display: { 'zh-CN': label.zh, en: label.en } },
    object: about(object),
    ...(Object.keys(result).length > 0 ? { result } : {}),
    context: {
      contextActivities: { ...(object === within ? {} : { parent: [about(within)] }), grouping: [about(courseId)] },
    },
    timestamp: happenedAt,
  }
}
