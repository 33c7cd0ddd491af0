import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { notAllowed, Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import { recordActs } from '../../../classroom/index.ts'
import type { WirePost, WireTopic, WireTopicRow } from '../../wire.ts'
import { openSeat, type Seat, teacherSeat } from '../classes.ts'

interface TopicRow {
  readonly id: string
  readonly teaching_class: string
  readonly course_id: string
  readonly lesson_id: string | null
  readonly title: string
  readonly text: string
  readonly closed_at: string | null
}

/** A topic and where the actor sits in its class. @throws Refusal 404 */
async function openTopic(tx: Tx, actor: Actor, id: string): Promise<{ topic: TopicRow; seat: Seat }> {
  const [topic] = await tx.run<TopicRow>(sql`
    SELECT id, teaching_class, course_id, lesson_id, title, text, closed_at FROM coursework_topics WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  if (!topic) throw unknownRecord()
  return { topic, seat: await openSeat(tx, actor, topic.teaching_class) }
}

/** A teacher opens a topic. @returns its id */
export async function makeTopic(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<string> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  const id = v7()
  await tx.run(sql`
    INSERT INTO coursework_topics (college_id, id, teaching_class, course_id, teacher_id, title, text, made_at)
    VALUES (${tx.collegeId}, ${id}, ${of.teachingClass}, ${of.courseId}, ${staffId}, ${title}, ${text}, ${new Date().toISOString()})`)
  return id
}

/** Closes a topic: it can be read, and nothing is added. */
export async function closeTopic(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { topic } = await openTopic(tx, actor, id)
  await teacherSeat(tx, actor, topic.teaching_class)
  await tx.run(
    sql`UPDATE coursework_topics SET closed_at = coalesce(closed_at, ${new Date().toISOString()}) WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
}

/** Writes a post, perhaps as a reply. @throws Refusal 404, 409 when the topic is closed */
export async function writePost(
  tx: Tx,
  actor: Actor,
  id: string,
  { text, replyTo }: { readonly text: string; readonly replyTo: string | null },
): Promise<void> {
  const { topic, seat } = await openTopic(tx, actor, id)
  if (topic.closed_at) throw new Refusal('conflict', { zh: '讨论已关闭', en: 'The discussion is closed' })
  if (replyTo !== null) {
    const [known] = await tx.run(
      sql`SELECT 1 FROM coursework_posts WHERE college_id = ${tx.collegeId} AND topic_id = ${id} AND id = ${replyTo}`,
    )
    if (!known) throw unknownRecord()
  }
  const at = new Date().toISOString()
  const who =
    seat.as === 'teacher'
      ? { studentId: null, teacherId: seat.staffId }
      : { studentId: seat.studentId, teacherId: null }
  await tx.run(sql`
    INSERT INTO coursework_posts (college_id, id, topic_id, student_id, teacher_id, text, reply_to, at)
    VALUES (${tx.collegeId}, ${v7()}, ${id}, ${who.studentId}, ${who.teacherId}, ${text}, ${replyTo}, ${at})`)
  await recordActs(
    tx,
    { courseId: topic.course_id, teachingClass: topic.teaching_class, lessonId: topic.lesson_id },
    [{ kind: seat.as === 'teacher' ? 'gave-feedback' : 'discussed', ...who, activityId: id }],
    at,
  )
}

/** A teacher hides a post, with a reason that its writer sees; it is not deleted. */
export async function hidePost(tx: Tx, actor: Actor, topicId: string, postId: string, reason: string): Promise<void> {
  const { topic } = await openTopic(tx, actor, topicId)
  await teacherSeat(tx, actor, topic.teaching_class)
  const hidden = await tx.change(sql`
    UPDATE coursework_posts SET hidden_reason = ${reason} WHERE college_id = ${tx.collegeId} AND topic_id = ${topicId} AND id = ${postId} AND student_id IS NOT NULL`)
  if (hidden === 0) throw notAllowed({ zh: '隐藏这条发言', en: 'hide this post' })
}

export async function showTopic(tx: Tx, actor: Actor, id: string): Promise<WireTopic> {
  const { topic, seat } = await openTopic(tx, actor, id)
  const own = seat.as === 'teacher' ? seat.staffId : seat.studentId
  const posts = await tx.run<WirePost>(sql`
    SELECT p.id, p.at, p.reply_to AS "replyTo", p.hidden_reason AS "hiddenReason", p.teacher_id IS NOT NULL AS "isTeacher",
      coalesce(p.teacher_id, p.student_id) = ${own}::uuid AS "isMine", coalesce(s.name, t.name) AS by,
      CASE WHEN p.hidden_reason IS NULL OR ${seat.as === 'teacher'} OR p.student_id = ${own}::uuid THEN p.text ELSE '' END AS text
    FROM coursework_posts p
    LEFT JOIN records.students s ON s.college_id = p.college_id AND s.id = p.student_id
    LEFT JOIN records.staff t ON t.college_id = p.college_id AND t.id = p.teacher_id
    WHERE p.college_id = ${tx.collegeId} AND p.topic_id = ${id} ORDER BY p.at, p.id`)
  return {
    id,
    teachingClass: topic.teaching_class,
    courseName: seat.of.courseName,
    title: topic.title,
    text: topic.text,
    as: seat.as,
    isClosed: topic.closed_at !== null,
    posts,
  }
}

export const listTopics = (tx: Tx, teachingClass: string): Promise<WireTopicRow[]> =>
  tx.run<WireTopicRow>(sql`
    SELECT t.id, t.title, t.closed_at IS NOT NULL AS "isClosed", count(p.id)::int AS posts, max(p.at) AS "lastAt"
    FROM coursework_topics t LEFT JOIN coursework_posts p ON p.college_id = t.college_id AND p.topic_id = t.id
    WHERE t.college_id = ${tx.collegeId} AND t.teaching_class = ${teachingClass}
    GROUP BY t.id, t.title, t.closed_at, t.made_at ORDER BY t.made_at DESC`)
