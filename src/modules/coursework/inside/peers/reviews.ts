import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { notAllowed, Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import { recordActs } from '../../../classroom/index.ts'
import type { WireOwnReview, WirePeer } from '../../wire.ts'
import { openedTask } from '../tasks/hand-in.ts'
import { ownTask } from '../tasks/keep-task.ts'
import { gradeOf, latestOf, type Task, workOf, type Work } from '../tasks/task-rows.ts'
import { calibrate } from './calibrate.ts'
import { drawPeers } from './draw-peers.ts'

export interface ReviewRow {
  readonly reviewerId: string
  readonly authorId: string
  readonly place: number
  readonly scores: Readonly<Record<string, string>> | null
  readonly comment: string | null
  readonly doneAt: string | null
}

export const reviewsOf = (tx: Tx, taskId: string): Promise<ReviewRow[]> =>
  tx.run<ReviewRow>(sql`
    SELECT reviewer_id AS "reviewerId", author_id AS "authorId", place, scores, comment, done_at AS "doneAt" FROM coursework_reviews
    WHERE college_id = ${tx.collegeId} AND task_id = ${taskId} ORDER BY reviewer_id, place`)

/**
 * Draws who reviews whom among those who have handed in by now. Who is missing reviews nobody and is not reviewed; who
 * hands in later is graded by the teacher alone.
 * @throws Refusal 409 before the deadline, when it was drawn already, or with fewer than two hand-ins
 */
export async function drawReviews(tx: Tx, actor: Actor, taskId: string, revision: number): Promise<void> {
  await tx.run(sql`SELECT 1 FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND id = ${taskId} FOR UPDATE`)
  const { task } = await ownTask(tx, actor, taskId)
  if (task.revision !== revision)
    throw new Refusal('stale', {
      zh: '任务刚被修改过，请重新打开',
      en: 'The task was changed meanwhile: open it again',
    })
  const conflict = (zh: string, en: string) => new Refusal('conflict', { zh, en })
  if (task.peers === null) throw conflict('这个任务没有设置互评', 'This task has no reviews by peers')
  if (task.peersDrawnAt) throw conflict('互评已经分配过', 'Reviews were drawn already')
  const at = new Date().toISOString()
  if (task.state === 'draft' || (task.state === 'open' && task.dueAt > at))
    throw conflict('截止以后才能分配互评', 'Reviews are drawn after the deadline')
  const { handIns } = await workOf(tx, [taskId])
  const authors = [...handIns.values()].map(([latest]) => latest!.studentId)
  if (authors.length < 2) throw conflict('不足两人提交，无法互评', 'Fewer than two have handed in')
  const drawn = drawPeers(authors, task.peers, taskId)
  const places = Map.groupBy(drawn, ({ reviewer }) => reviewer)
  const rows = [...places.values()].flatMap((own) =>
    own.map(({ reviewer, author }, i) => ({ reviewer_id: reviewer, author_id: author, place: i + 1 })),
  )
  await tx.run(sql`
    INSERT INTO coursework_reviews (college_id, task_id, reviewer_id, author_id, place)
    SELECT ${tx.collegeId}::uuid, ${taskId}::uuid, r.reviewer_id, r.author_id, r.place
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(reviewer_id uuid, author_id uuid, place integer)`)
  await tx.run(
    sql`UPDATE coursework_tasks SET peers_drawn_at = ${at}, revision = revision + 1 WHERE college_id = ${tx.collegeId} AND id = ${taskId}`,
  )
}

const totalOf = (scores: Readonly<Record<string, string>>) =>
  Object.values(scores)
    .reduce((sum, score) => sum.plus(score), new Exact(0))
    .toFixed()

/** What peers suggest for each criterion, by author. */
export function peersOf(task: Task, reviews: readonly ReviewRow[], work: Work): Map<string, WirePeer> {
  const authors = [...new Set(reviews.map(({ authorId }) => authorId))]
  const done = reviews.filter(({ doneAt, scores }) => doneAt !== null && scores !== null)
  const suggestions = task.rubric.map(({ id, points }) => {
    const graded = authors.flatMap((author) => {
      const score = gradeOf(task, author, work)?.rubricScores[id]
      return score === undefined ? [] : [[author, score] as const]
    })
    const given = done.flatMap(({ reviewerId: reviewer, authorId: author, scores }) => {
      const score = scores?.[id]
      return score === undefined ? [] : [{ reviewer, author, score }]
    })
    return { id, byAuthor: calibrate(given, points, new Map(graded)) }
  })
  return new Map(
    authors.map((author) => {
      const own = suggestions.flatMap(({ id, byAuthor }) => {
        const score = byAuthor.get(author)
        return score === undefined ? [] : [[id, score] as const]
      })
      const criteria = own.length > 0 && own.length === task.rubric.length ? Object.fromEntries(own) : null
      return [
        author,
        {
          asked: reviews.filter(({ authorId }) => authorId === author).length,
          done: done.filter(({ authorId }) => authorId === author).length,
          criteria,
          suggested: criteria && totalOf(criteria),
        },
      ]
    }),
  )
}

/** The hand-ins that a student reviews, without who wrote them: names of files are numbers. */
export function ownReviews(task: Task, studentId: string, reviews: readonly ReviewRow[], work: Work): WireOwnReview[] {
  return reviews
    .filter(({ reviewerId }) => reviewerId === studentId)
    .map(({ authorId, place, scores, comment, doneAt }) => {
      const of = latestOf(task, authorId, work)
      return {
        place,
        text: of?.text ?? '',
        files: (of?.files ?? []).map((file, i) => ({ ...file, name: unnamed(file.name, i) })),
        scores,
        comment: comment ?? '',
        isDone: doneAt !== null,
      }
    })
}

/** People write their names into the names of their files. */
const unnamed = (name: string, i: number) => `${i + 1}${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''}`

/**
 * Keeps a student's review of the hand-in at a place of their list.
 * @throws Refusal 404 none there, 409 past due or graded, 422 a criterion without a score
 */
export async function review(
  tx: Tx,
  actor: Actor,
  taskId: string,
  place: number,
  given: { readonly scores: Readonly<Record<string, string>>; readonly comment: string },
): Promise<void> {
  const { task, seat } = await openedTask(tx, actor, taskId)
  const at = new Date().toISOString()
  if (task.releasedAt || (task.peersDueAt && task.peersDueAt < at))
    throw new Refusal('conflict', { zh: '互评已截止', en: 'Reviews are closed' })
  for (const { id, name, points } of task.rubric) {
    const score = given.scores[id]
    if (score === undefined || !/^\d{1,6}(\.\d{1,2})?$/.test(score) || new Exact(score).gt(points)) {
      const message = { zh: `“${name}”应打 0 到 ${points} 分`, en: `"${name}" takes 0 to ${points} points` }
      throw new Refusal('invalid', message, { problems: [{ field: `scores.${id}`, message }] })
    }
  }
  const scores = Object.fromEntries(task.rubric.map(({ id }) => [id, given.scores[id]!]))
  const [before] = await tx.run<{ done: boolean }>(sql`
    SELECT done_at IS NOT NULL AS done FROM coursework_reviews
    WHERE college_id = ${tx.collegeId} AND task_id = ${taskId} AND reviewer_id = ${seat.studentId} AND place = ${place} FOR UPDATE`)
  if (!before) throw unknownRecord()
  await tx.run(sql`
    UPDATE coursework_reviews SET scores = ${JSON.stringify(scores)}::jsonb, comment = ${given.comment}, done_at = ${at}
    WHERE college_id = ${tx.collegeId} AND task_id = ${taskId} AND reviewer_id = ${seat.studentId} AND place = ${place}`)
  if (!before.done)
    await recordActs(
      tx,
      { courseId: task.courseId, teachingClass: task.teachingClass, lessonId: task.lessonId },
      [{ kind: 'reviewed-peer', studentId: seat.studentId, activityId: taskId }],
      at,
    )
}

/** The hand-in that a student reviews at a place. @throws Refusal 403 for what is not theirs to review */
export async function reviewedAuthor(tx: Tx, taskId: string, reviewerId: string, place: number): Promise<string> {
  const [row] = await tx.run<{ author: string }>(sql`
    SELECT author_id AS author FROM coursework_reviews
    WHERE college_id = ${tx.collegeId} AND task_id = ${taskId} AND reviewer_id = ${reviewerId} AND place = ${place}`)
  if (!row) throw notAllowed({ zh: '查看他人作业', en: "see somebody else's work" })
  return row.author
}
