import type { Actor } from '../../../../engine/access/actor.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { unknownRecord } from '../../../../engine/refusal.ts'
import { answerInWords, gradeAnswer, presentItem, solutionInWords } from '../../../item-bank/index.ts'
import type { WireHandIn, WireOwnTask, WireTaskPage, WireTaskStudent } from '../../wire.ts'
import { studentsOf, type TeachingClass } from '../classes.ts'
import { ownReviews, peersOf, reviewsOf, type ReviewRow } from '../peers/reviews.ts'
import { keysAreOpen, openedTask } from './hand-in.ts'
import { ownTask } from './keep-task.ts'
import { isOpenAt, resultOf } from './result-of.ts'
import { factsOf, gradeOf, latestOf, presentTask, type Task, workOf, type Work } from './task-rows.ts'

/** A task as its teacher sees it: every student of the class, and how each stands. */
export async function showTask(tx: Tx, actor: Actor, id: string): Promise<WireTaskPage> {
  const { task, seat } = await ownTask(tx, actor, id)
  const work = await workOf(tx, [id])
  return {
    task: presentTask(task),
    className: seat.of.courseName,
    students: await standing(tx, task, seat.of, work, await reviewsOf(tx, id)),
  }
}

async function standing(
  tx: Tx,
  task: Task,
  of: TeachingClass,
  work: Work,
  reviews: readonly ReviewRow[],
): Promise<WireTaskStudent[]> {
  const now = new Date().toISOString()
  const peers = peersOf(task, reviews, work)
  return (await studentsOf(tx, of)).map(({ id, number, name }) => ({
    studentId: id,
    number,
    name,
    ...resultOf(factsOf(task, id, work), now),
    peer: peers.get(id) ?? null,
  }))
}

/** What one student handed in, as the teacher grades it. @throws Refusal 404 for who is not in the class */
export async function showHandIn(tx: Tx, actor: Actor, id: string, studentId: string): Promise<WireHandIn> {
  const { task, seat } = await ownTask(tx, actor, id)
  const work = await workOf(tx, [id])
  const reviews = await reviewsOf(tx, id)
  const students = await standing(tx, task, seat.of, work, reviews)
  const student = students.find((one) => one.studentId === studentId)
  if (!student) throw unknownRecord()
  const given = latestOf(task, studentId, work)
  const grade = gradeOf(task, studentId, work)
  const names = new Map(students.map((one) => [one.studentId, one.name]))
  return {
    student,
    text: given?.text ?? '',
    files: given?.files ?? [],
    answers: task.items.map(({ item }, i) => ({
      given: answerInWords(item, given?.answers[i]),
      solution: solutionInWords(item),
      auto: given?.itemScores[i] ?? null,
      suggested: given ? gradeAnswer(item, given.answers[i]).suggested : null,
      score: grade?.itemScores[i] ?? null,
    })),
    rubricScores: grade?.rubricScores ?? {},
    reviews: reviews
      .filter(({ authorId }) => authorId === studentId)
      .map(({ reviewerId, scores, comment, doneAt }) => ({
        reviewer: names.get(reviewerId) ?? '',
        scores,
        comment: comment ?? '',
        isDone: doneAt !== null,
      })),
    gradeRevision: grade?.revision ?? 0,
  }
}

/**
 * A task as a student of the class sees it: what is asked without its key, what they gave, and results once they are
 * open. A preview shows what its items gave at once, and solutions after it is due; all else when the teacher says.
 */
export async function showOwnTask(tx: Tx, actor: Actor, id: string): Promise<WireOwnTask> {
  const { task, seat } = await openedTask(tx, actor, id)
  const { studentId, of } = seat
  const now = new Date().toISOString()
  const reviews = task.peersDrawnAt ? await reviewsOf(tx, id) : []
  // Of others only what this student reviews.
  const work = reviews.length > 0 ? await workOf(tx, [id]) : await workOf(tx, [id], studentId)
  const facts = factsOf(task, studentId, work)
  const result = resultOf(facts, now)
  const given = latestOf(task, studentId, work)
  const grade = gradeOf(task, studentId, work)
  const showsScores = task.releasedAt !== null || (task.kind === 'preview' && given !== null)
  const showsKeys = keysAreOpen(task, result.dueAt, now)
  const attemptsLeft = (given?.attempt ?? 0) < task.attempts
  return {
    id: task.id,
    kind: task.kind,
    title: task.title,
    instructions: task.instructions,
    courseName: of.courseName,
    teachingClass: of.teachingClass,
    asked: task.items.map(({ item }) => presentItem(item, studentId)),
    rubric: task.rubric,
    accepts: task.accepts,
    maxScore: task.maxScore,
    late: task.late,
    attempts: task.attempts,
    canHandIn:
      attemptsLeft &&
      !(task.peersDrawnAt && given) &&
      (task.state === 'open' || facts.extension !== null) &&
      isOpenAt(now, result.dueAt, task.late) &&
      !(showsKeys && given),
    result: showsScores ? result : { ...result, ...hidden(result.state) },
    given: given ? { answers: given.answers, text: given.text, files: given.files } : null,
    perItem:
      showsScores && given
        ? task.items.map(({ item }, i) => ({
            score: grade?.itemScores[i] ?? given.itemScores[i] ?? null,
            maxScore: item.points,
            solution: showsKeys ? solutionInWords(item) : null,
            explanation: showsKeys ? item.explanation : null,
          }))
        : null,
    rubricScores: showsScores && grade ? grade.rubricScores : null,
    reviews: task.releasedAt ? [] : ownReviews(task, studentId, reviews, work),
    peersDueAt: task.peersDrawnAt ? task.peersDueAt : null,
    comments: task.releasedAt
      ? reviews.flatMap(({ authorId, comment }) => (authorId === studentId && comment?.trim() ? [comment] : []))
      : [],
  }
}

/** Before results are open, a graded hand-in is one that was handed in. */
const hidden = (state: WireTaskStudent['state']) => ({
  earned: null,
  score: null,
  feedback: '',
  isNewer: false,
  ...(state === 'graded' ? { state: 'handed-in' as const } : {}),
})
