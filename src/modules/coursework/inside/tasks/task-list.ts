import type { Tx } from '../../../../engine/module-server.ts'
import type { WireTaskRow } from '../../wire.ts'
import { type Seat, studentsOf } from '../classes.ts'
import { reviewsOf } from '../peers/reviews.ts'
import { resultOf } from './result-of.ts'
import { factsOf, type Task, tasksOf, workOf } from './task-rows.ts'

/** The tasks of a class for whoever sits in it: a student sees those that were opened, and how they stand themselves. */
export async function listTasks(tx: Tx, seat: Seat): Promise<WireTaskRow[]> {
  const all = await tasksOf(tx, seat.of.teachingClass)
  const tasks = seat.as === 'teacher' ? all : all.filter(({ state }) => state !== 'draft')
  const now = new Date().toISOString()
  const ids = tasks.map(({ id }) => id)
  const work = await workOf(tx, ids, seat.as === 'student' ? seat.studentId : null)
  if (seat.as === 'student') {
    const rows: WireTaskRow[] = []
    for (const task of tasks) {
      const result = resultOf(factsOf(task, seat.studentId, work), now)
      const isOpen = task.peersDrawnAt && !task.releasedAt && (!task.peersDueAt || task.peersDueAt > now)
      const reviews = isOpen ? await reviewsOf(tx, task.id) : []
      rows.push({
        ...rowOf(task),
        dueAt: result.dueAt,
        handedIn: 0,
        waiting: 0,
        own: result.state === 'graded' && !task.releasedAt && task.kind !== 'preview' ? 'handed-in' : result.state,
        reviewsToDo: reviews.filter(({ reviewerId, doneAt }) => reviewerId === seat.studentId && !doneAt).length,
      })
    }
    return rows
  }
  const students = await studentsOf(tx, seat.of)
  return tasks.map((task) => {
    const states = students.map(({ id }) => resultOf(factsOf(task, id, work), now))
    return {
      ...rowOf(task),
      dueAt: task.dueAt,
      handedIn: states.filter(({ attempt }) => attempt > 0).length,
      waiting: task.maxScore === '0' ? 0 : states.filter(({ state }) => state === 'handed-in').length,
      own: null,
      reviewsToDo: 0,
    }
  })
}

const rowOf = ({ id, kind, title, lessonId, state, maxScore, releasedAt }: Task) => ({
  id,
  kind,
  title,
  lessonId,
  state,
  maxScore,
  isReleased: releasedAt !== null,
})
