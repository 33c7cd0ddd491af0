import { sql } from 'kysely'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'

/**
 * Attendance of a class in per cent, by student: who was there counts whole, who was late half, who was absent not at
 * all; lessons of leave are left out. Nobody is in it before the first lesson that was closed.
 */
export async function attendanceOf(tx: Tx, teachingClass: string): Promise<Map<string, string>> {
  const rows = await tx.run<{ student: string; halves: number; lessons: number }>(sql`
    SELECT i.student_id AS student, sum(CASE i.state WHEN 'present' THEN 2 WHEN 'late' THEN 1 ELSE 0 END)::int AS halves, count(*)::int AS lessons
    FROM classroom_signins i JOIN classroom_sessions s ON s.college_id = i.college_id AND s.id = i.session_id
    WHERE i.college_id = ${tx.collegeId} AND s.teaching_class = ${teachingClass} AND s.state = 'closed' AND i.state <> 'leave'
    GROUP BY i.student_id`)
  return new Map(
    rows.map(({ student, halves, lessons }) => [
      student,
      new Exact(halves).times(50).div(lessons).toDecimalPlaces(2).toFixed(),
    ]),
  )
}
