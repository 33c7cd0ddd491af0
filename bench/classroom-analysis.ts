import { sql } from 'kysely'
import pg from 'pg'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { sumCases } from '../src/modules/teaching-analysis/inside/cases.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const CLASSES = 250
const LESSONS = 10
const STUDENTS = 40
/** Acts of each student in each lesson: with the teacher's, a million in all. */
const ACTS = 10
const NOW = '2024-01-01T00:00:00.000Z'

/** Ids that follow from what they are of, so that one statement fills each table. */
const id = (kind: string, ...parts: string[]) => `md5('${kind} ' || ${parts.join(` || ' ' || `)})::uuid`

/** Seven dimensions over a million acts, beside three of them by hand-written statements. */
export async function benchClassroomAnalysis(): Promise<BenchRow[]> {
  const bench = await openBench(testCatalogue())
  const college = (await makeTestCollege(bench.engine, 'A')).id
  const owner = new pg.Client({ connectionString: bench.adminUrl })
  await owner.connect()
  try {
    await owner.query(`SET app.college = '${college}'`)
    await fillLessons(owner, college)
    const hand = new pg.Client({ connectionString: bench.appUrl })
    await hand.connect()
    await hand.query(`SET app.college = '${college}'`)
    const rows: BenchRow[] = []
    for (const [name, scope, where, lessons] of [
      ['one class with its lessons', sql`x.teaching_class = 'K7'`, "x.teaching_class = 'K7'", 'with-lessons'],
      ['250 classes', sql`true`, 'true', 'classes'],
    ] as const) {
      const [own, by] = await inTurns(
        () => bench.engine.database.inCollege(college, (tx) => sumCases(tx, scope, NOW, lessons)),
        async () => {
          for (const statement of byHand(college, where)) await hand.query(statement)
        },
      )
      rows.push({
        name: `Analysis of ${name} among 1 M acts: seven dimensions, beside three`,
        ours: `${own.toFixed(0)} ms`,
        byHand: `${by.toFixed(0)} ms`,
        ratio: (own / by).toFixed(2),
        aim: '≤ 8',
      })
    }
    await hand.end()
    return rows
  } finally {
    await owner.end()
    await bench.close()
  }
}

/** The median of three rounds of each, one after the other, after one to warm up. */
async function inTurns(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 4; round++)
    for (const [i, work] of [a, b].entries()) {
      const started = performance.now()
      await work()
      if (round > 0) times[i]!.push(performance.now() - started)
    }
  const median = (of: number[]) => of.toSorted((x, y) => x - y)[Math.floor(of.length / 2)]!
  return [median(times[0]), median(times[1])]
}

async function fillLessons(owner: pg.Client, college: string): Promise<void> {
  const lessons = `generate_series(1, ${CLASSES}) AS c CROSS JOIN generate_series(1, ${LESSONS}) AS l`
  const session = id('session', 'c::text', 'l::text')
  const course = id('course', '(c % 25)::text')
  const activity = id('activity', 'c::text', 'l::text')
  const start = `timestamptz '2023-09-04T00:30:00Z' + l * interval '7 days'`
  await owner.query(`
    INSERT INTO classroom_sessions (college_id, id, lesson_id, course_id, teaching_class, teacher_id, unit_id, room_id, held_on, state, opened_at, opened_by, closes_at, late_after, closed_at, secret)
    SELECT '${college}', ${session}, ${id('lesson', 'c::text', 'l::text')}, ${course}, 'K' || c, ${id('teacher', '(c % 90)::text')}, ${id('unit', '(c % 9)::text')}, ${id('room', 'c::text')},
      (${start})::date, 'closed', ${start}, ${id('teacher', '(c % 90)::text')}, ${start} + interval '2 hours', ${start}, ${start} + interval '95 minutes', '' FROM ${lessons}`)
  await owner.query(`
    INSERT INTO classroom_activities (college_id, id, session_id, ordinal, kind, title, definition, state, opened_at, closed_at)
    SELECT '${college}', ${activity}, ${session}, 1, 'quiz', 'quiz', '{}', 'shown', ${start}, ${start} + interval '60 seconds' FROM ${lessons}`)
  await owner.query(`
    INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at)
    SELECT '${college}', ${session}, ${id('student', 'c::text', 's::text')}, CASE WHEN (c + l + s) % 17 = 0 THEN 'absent' ELSE 'present' END, 'code', ${start}
    FROM ${lessons} CROSS JOIN generate_series(1, ${STUDENTS}) AS s`)
  const act = (kind: string, columns: string, values: string, from: string) =>
    owner.query(`
      INSERT INTO classroom_acts (college_id, id, happened_at, received_at, kind, actor, session_id, lesson_id, course_id, teaching_class, activity_id, ${columns})
      SELECT '${college}', gen_random_uuid(), ${start} + interval '30 seconds', ${start}, '${kind}', 'student', ${session}, ${id('lesson', 'c::text', 'l::text')}, ${course}, 'K' || c, ${activity}, ${values}
      FROM ${lessons} ${from}`)
  await act(
    'answered',
    'student_id, knowledge_points, score, max_score, correct, body',
    `${id('student', 'c::text', 's::text')}, ARRAY[${id('point', '(c % 25)::text', '(l / 2)::text')}], ((c + l * 3 + s * 7 + n) % 4 > 0)::int, 1, (c + l * 3 + s * 7 + n) % 4 > 0, jsonb_build_object('place', n)`,
    `CROSS JOIN generate_series(1, ${STUDENTS}) AS s CROSS JOIN generate_series(1, ${ACTS}) AS n WHERE (c + l + s) % 17 > 0 AND (c + l + s) % 6 > 0`,
  )
  await act(
    'polled',
    'student_id',
    id('student', 'c::text', 's::text'),
    `CROSS JOIN generate_series(1, ${STUDENTS}) AS s CROSS JOIN generate_series(1, 2) AS n WHERE (c + l + s) % 17 > 0`,
  )
  for (const [kind, seconds] of [
    ['opened-activity', 0],
    ['closed-activity', 60],
  ] as const) {
    await act(kind, 'body', `'{}'`, '')
    await owner.query(
      `UPDATE classroom_acts SET actor = 'teacher', happened_at = happened_at + interval '${seconds - 30} seconds' WHERE college_id = '${college}' AND kind = '${kind}'`,
    )
  }
  await owner.query('VACUUM ANALYZE classroom_acts, classroom_sessions, classroom_signins, classroom_activities')
}

/** What somebody who needs participation, mastery and wait time of classes writes. */
const byHand = (college: string, where: string): readonly string[] => [
  `SELECT teaching_class, count(*), avg(v) FROM (
     SELECT x.teaching_class, g.student_id, avg((p.student_id IS NOT NULL)::int) AS v FROM classroom_sessions x
     JOIN classroom_signins g ON g.college_id = x.college_id AND g.session_id = x.id AND g.state IN ('present', 'late')
     LEFT JOIN (SELECT DISTINCT session_id, student_id FROM classroom_acts WHERE college_id = '${college}' AND kind IN ('answered', 'polled')) p
       ON p.session_id = x.id AND p.student_id = g.student_id
     WHERE x.college_id = '${college}' AND ${where} GROUP BY x.teaching_class, g.student_id) AS s GROUP BY teaching_class`,
  `SELECT teaching_class, count(*), avg(v) FROM (
     SELECT a.teaching_class, a.student_id, avg(a.score / a.max_score) AS v FROM classroom_sessions x
     JOIN classroom_acts a ON a.college_id = x.college_id AND a.session_id = x.id AND a.kind = 'answered'
     WHERE x.college_id = '${college}' AND ${where} GROUP BY a.teaching_class, a.student_id) AS s GROUP BY teaching_class`,
  `SELECT x.teaching_class, avg(extract(epoch FROM e.happened_at - o.happened_at)) FROM classroom_sessions x
   JOIN classroom_acts o ON o.college_id = x.college_id AND o.session_id = x.id AND o.kind = 'opened-activity'
   JOIN classroom_acts e ON e.college_id = x.college_id AND e.session_id = x.id AND e.activity_id = o.activity_id AND e.kind = 'closed-activity'
   WHERE x.college_id = '${college}' AND ${where} GROUP BY x.teaching_class`,
]
