import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { studentsOf, type TeachingClass } from '../classes.ts'
import type { Task } from './task-rows.ts'

const KINDS = {
  preview: { zh: '预习', en: 'Preview' },
  homework: { zh: '作业', en: 'Homework' },
  journal: { zh: '实践日志', en: 'Practice journal' },
  reflection: { zh: '反思', en: 'Reflection' },
} satisfies Record<Task['kind'], object>

/** In China, where the college is. */
const momentOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** Tells the students of a class that a task was opened to them, and by when it is due. */
export async function tellStudents(tx: Tx, of: TeachingClass, task: Task, at: string): Promise<void> {
  const students = await studentsOf(tx, of)
  const accounts = await tx.run<{ id: string }>(sql`
    SELECT a.id FROM records.students s JOIN accounts a ON a.college_id = s.college_id AND a.person_id = s.person AND NOT a.disabled
    WHERE s.college_id = ${tx.collegeId} AND s.id = ANY(${students.map(({ id }) => id)}::uuid[])`)
  const { zh, en } = KINDS[task.kind]
  const due = momentOf(task.dueAt)
  await sendNotices(
    tx,
    accounts.map(({ id }) => id),
    {
      kind: 'coursework.task',
      text: {
        zh: `${of.courseName}：新的${zh}“${task.title}”，${due} 截止`,
        en: `${of.courseName}: new ${en.toLowerCase()} "${task.title}", due ${due}`,
      },
      link: `/coursework/tasks/${task.id}/me`,
    },
    at,
  )
}
