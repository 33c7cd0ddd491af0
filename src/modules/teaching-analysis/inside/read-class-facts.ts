import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { ClassFacts, HomeworkFacts, LessonFacts } from './class-facts.ts'

/** A class that is taught, as acts name it. */
export interface ClassKey {
  readonly courseId: string
  readonly teachingClass: string
}
export const keyOf = ({ courseId, teachingClass }: ClassKey): string => `${courseId} ${teachingClass}`

interface SessionRow {
  readonly id: string
  readonly lesson: string
  readonly openedAt: string
  readonly closedAt: string
  readonly hasPreview: boolean
}
interface ActRow {
  readonly id: string
  readonly kind: string
  readonly student: string
  readonly session: string
  readonly activity: string | null
  readonly item: string | null
  readonly points: readonly string[]
  readonly correct: boolean | null
  readonly body: Readonly<Record<string, unknown>>
}
interface ActivityRow {
  readonly id: string
  readonly session: string
  readonly kind: string
  readonly title: string
  readonly state: string
  readonly seconds: number | null
  readonly definition: { readonly steps?: readonly string[]; readonly groups?: readonly (readonly string[])[] }
}

/** Acts by which a student takes part; the others that are read tell of groups. */
const PARTS = ['answered', 'polled', 'worded', 'raised-hand', 'was-picked', 'posted', 'practised', 'grouped']

/**
 * All closed lessons of a class with what happened in them, in order, and its homework.
 * @param now homework is seen as it stood then, ISO 8601 in UTC
 */
export async function readClassFacts(tx: Tx, key: ClassKey, now: string): Promise<ClassFacts> {
  const { courseId, teachingClass } = key
  const sessions = await tx.run<SessionRow>(sql`
    SELECT x.id, x.lesson_id AS lesson, x.opened_at AS "openedAt", x.closed_at AS "closedAt",
      EXISTS (SELECT FROM coursework_materials m WHERE m.college_id = x.college_id AND m.lesson_id = x.lesson_id AND m.is_preview AND m.made_at < x.opened_at)
        OR EXISTS (SELECT FROM coursework_tasks t WHERE t.college_id = x.college_id AND t.lesson_id = x.lesson_id AND t.kind = 'preview' AND t.state <> 'draft'
          AND coalesce(t.opened_at, t.made_at) < x.opened_at) AS "hasPreview"
    FROM classroom_sessions x
    WHERE x.college_id = ${tx.collegeId} AND x.course_id = ${courseId} AND x.teaching_class = ${teachingClass} AND x.state = 'closed'
    ORDER BY x.opened_at, x.id`)
  const ids = sessions.map(({ id }) => id)
  const of = sql`college_id = ${tx.collegeId} AND session_id = ANY(${ids}::uuid[])`
  const signIns = await tx.run<{ session: string; id: string; state: LessonFacts['students'][number]['state'] }>(
    sql`SELECT session_id AS session, student_id AS id, state FROM classroom_signins WHERE ${of} ORDER BY student_id`,
  )
  const activities = await tx.run<ActivityRow>(sql`
    SELECT id, session_id AS session, kind, title, state, round(extract(epoch FROM closed_at - opened_at))::int AS seconds, definition - 'items' AS definition
    FROM classroom_activities WHERE ${of} AND opened_at IS NOT NULL ORDER BY session_id, ordinal`)
  const acts = await tx.run<ActRow>(sql`
    SELECT id, kind, student_id AS student, session_id AS session, activity_id AS activity, item_id AS item, knowledge_points AS points, correct, body
    FROM classroom_acts WHERE ${of} AND student_id IS NOT NULL AND kind = ANY(${PARTS}::text[]) ORDER BY happened_at, id`)
  const previews = await tx.run<{ session: string; student: string }>(sql`
    SELECT DISTINCT x.id AS session, a.student_id AS student FROM classroom_acts a
    JOIN classroom_sessions x ON x.college_id = a.college_id AND x.id = ANY(${ids}::uuid[]) AND x.lesson_id = a.lesson_id AND a.happened_at < x.opened_at
    WHERE a.college_id = ${tx.collegeId} AND a.course_id = ${courseId} AND a.teaching_class = ${teachingClass} AND a.student_id IS NOT NULL
      AND a.kind IN ('opened-material', 'did-preview')`)
  const names = await pointNames(tx, courseId)
  const by = <Row extends { readonly session: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ session }) => session)
  const [signedBy, activitiesBy, actsBy, previewsBy] = [by(signIns), by(activities), by(acts), by(previews)]
  return {
    lessons: sessions.map(({ id, openedAt, closedAt, hasPreview }): LessonFacts => {
      const done = (actsBy.get(id) ?? []).filter(({ kind, body }) => kind !== 'raised-hand' || body['up'] !== false)
      const held = activitiesBy.get(id) ?? []
      return {
        sessionId: id,
        openedAt,
        closedAt,
        students: signedBy.get(id) ?? [],
        activities: held.map((activity) => ({
          id: activity.id,
          kind: activity.kind,
          title: activity.title,
          seconds: activity.seconds,
          isShown: activity.state === 'shown',
          groups: activity.kind === 'groups' ? (activity.definition.groups ?? []) : [],
        })),
        answers: answersOf(done, names),
        steps: stepsOf(done, held),
        parts: done.map(({ id: act, student, kind, activity }) => ({ act, student, kind, activity })),
        previewed: hasPreview ? new Set((previewsBy.get(id) ?? []).map(({ student }) => student)) : null,
      }
    }),
    homework: await readHomework(tx, key, now),
  }
}

async function pointNames(tx: Tx, courseId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.run<{ id: string; name: string }>(
    sql`SELECT id, name FROM records.knowledge_points WHERE college_id = ${tx.collegeId} AND course = ${courseId}`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The last of each student to each item; acts come in order. */
function answersOf(acts: readonly ActRow[], names: ReadonlyMap<string, string>): LessonFacts['answers'] {
  const last = new Map<string, LessonFacts['answers'][number]>()
  for (const { id, kind, student, activity, item, points, correct, body } of acts) {
    if (kind !== 'answered' || activity === null) continue
    const place = Number(body['place'] ?? 0)
    const key = item ?? `${activity}/${place}`
    last.set(`${student} ${activity} ${key}`, {
      act: id,
      student,
      activity,
      item: key,
      place: place + 1,
      points: points.flatMap((point) => (names.has(point) ? [{ id: point, name: names.get(point)! }] : [])),
      isCorrect: correct,
    })
  }
  return [...last.values()]
}

/** Of everybody who was looked at in a practice: every step, passed or not. */
function stepsOf(acts: readonly ActRow[], activities: readonly ActivityRow[]): LessonFacts['steps'] {
  return activities.flatMap((activity) => {
    const steps = activity.kind === 'practice' ? (activity.definition.steps ?? []) : []
    const own = acts.filter((act) => act.kind === 'practised' && act.activity === activity.id)
    const last = new Map(own.map((act) => [`${act.student} ${String(act.body['step'])}`, act]))
    return [...new Set(own.map(({ student }) => student))].flatMap((student) =>
      steps.map((step, i) => {
        const act = last.get(`${student} ${i}`)
        return { act: act?.id ?? null, student, step, isPassed: act !== undefined && act.body['done'] !== false }
      }),
    )
  })
}

/** What was due by now, with when each was handed in and answered. */
async function readHomework(tx: Tx, { courseId, teachingClass }: ClassKey, now: string): Promise<HomeworkFacts[]> {
  const tasks = await tx.run<{ id: string; title: string; dueAt: string }>(sql`
    SELECT id, title, due_at AS "dueAt" FROM coursework_tasks
    WHERE college_id = ${tx.collegeId} AND course_id = ${courseId} AND teaching_class = ${teachingClass} AND kind = 'homework' AND state <> 'draft' AND due_at <= ${now}
    ORDER BY due_at, id`)
  const handed = await tx.run<HomeworkFacts['handedIn'][number] & { readonly task: string }>(sql`
    SELECT h.activity_id AS task, h.id AS act, h.student_id AS student, h.happened_at AS at, min(f.happened_at) AS "feedbackAt"
    FROM classroom_acts h
    LEFT JOIN classroom_acts f ON f.college_id = h.college_id AND f.course_id = h.course_id AND f.teaching_class = h.teaching_class AND f.activity_id = h.activity_id
      AND f.student_id = h.student_id AND f.kind IN ('graded', 'gave-feedback') AND f.happened_at >= h.happened_at AND f.happened_at <= ${now}
    WHERE h.college_id = ${tx.collegeId} AND h.course_id = ${courseId} AND h.teaching_class = ${teachingClass} AND h.kind = 'handed-in' AND h.student_id IS NOT NULL
      AND h.happened_at <= ${now} AND h.activity_id = ANY(${tasks.map(({ id }) => id)}::uuid[])
    GROUP BY h.activity_id, h.id, h.student_id, h.happened_at ORDER BY h.happened_at, h.id`)
  const byTask = Map.groupBy(handed, ({ task }) => task)
  return tasks.map(({ id, title, dueAt }) => ({
    id,
    title,
    dueAt,
    seenAt: now,
    handedIn: (byTask.get(id) ?? []).map(({ act, student, at, feedbackAt }) => ({ act, student, at, feedbackAt })),
  }))
}
