import pg from 'pg'
import { declarations } from '../catalogue/index.gen.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { analyseClass } from '../src/modules/teaching-analysis/inside/analyse.ts'
import { refreshSome } from '../src/modules/teaching-analysis/inside/kept-sums.ts'
import { studentsAtRisk } from '../src/modules/teaching-analysis/inside/students-at-risk.ts'
import { supervise } from '../src/modules/teaching-analysis/inside/supervise.ts'
import { openBench } from './college.ts'
import { takeIndexes } from './plan-rows.ts'
import type { BenchRow } from './row.ts'

const CLASSES = 250
const LESSONS = 10
const STUDENTS = 40
/** Acts of each student in each lesson: with the teacher's, a million in all. */
const ACTS = 10
const TEACHERS = 90
const UNITS = 9
const COURSES = 25
const NOW = '2024-01-01T00:00:00.000Z'

/** Ids that follow from what they are of, so that one statement fills each table. */
const id = (kind: string, ...parts: string[]) => `md5('${kind} ' || ${parts.join(` || ' ' || `)})::uuid`

/**
 * Pages about teaching in a college with a million acts, beside statements by hand that read the acts for a part of what
 * the page shows; the job that keeps the sums for the first time; and a page after lessons of four classes changed.
 */
export async function benchClassroomAnalysis(): Promise<BenchRow[]> {
  const bench = await openBench(assembleCatalogue(declarations))
  const { database } = bench.engine
  const college = await createCollege(bench.engine, { code: 'bench', name: '示例学院' }, false)
  const owner = new pg.Client({ connectionString: bench.adminUrl })
  const hand = new pg.Client({ connectionString: bench.appUrl })
  try {
    for (const client of [owner, hand]) {
      await client.connect()
      await client.query(`SET app.college = '${college}'`)
    }
    await fillRecords(owner, college)
    await fillLessons(owner, college)
    const ids = await readIds(owner)
    const rows: BenchRow[] = []
    const row = (name: string, [own, by]: readonly [number, number], aim: string) =>
      rows.push({
        name,
        ours: `${own.toFixed(0)} ms`,
        byHand: `${by.toFixed(0)} ms`,
        ratio: (own / by).toFixed(2),
        aim,
      })
    const byHand = (statements: readonly string[]) => async () => {
      for (const statement of statements) await hand.query(statement)
    }
    const started = performance.now()
    for (let left = 1; left > 0;) ({ left } = await database.inCollege(college, (tx) => refreshSome(tx, NOW)))
    const first = performance.now() - started
    const actor = (role: string, unit: string | null, person: string | null): Actor => ({
      collegeId: college,
      accountId: ids.person,
      personId: person,
      name: role,
      lang: 'zh',
      held: [{ role, unitId: unit ?? ids.unit, unitIds: [unit ?? ids.unit], isRoot: unit === null, offices: [] }],
    })
    const leader = actor('college-leader', null, null)
    const pages: readonly [name: string, page: (tx: Tx) => Promise<unknown>, statements: readonly string[]][] = [
      ['patterns of the college', (tx) => supervise(tx, leader, NOW), valuesByHand(college, 'true')],
      [
        'students to help, for the head of a faculty',
        (tx) => studentsAtRisk(tx, actor('unit-head', ids.unit, null), NOW),
        [absentByHand(college, ids.unit)],
      ],
      [
        'a class, beside nine of its course',
        (tx) =>
          analyseClass(tx, actor('teacher', ids.unit, ids.person), { courseId: ids.course, teachingClass: 'K7' }, NOW),
        valuesByHand(college, `x.course_id = '${ids.course}'`),
      ],
    ]
    for (const [i, [name, page, statements]] of pages.entries()) {
      const times = await inTurns(() => database.inCollege(college, page), byHand(statements))
      if (i === 0)
        row(
          'Job: sums of 250 classes kept for the first time; by hand three of seven dimensions',
          [first, times[1]],
          '',
        )
      row(`Page: ${name}, from 1 M acts; by hand a part of it from the acts`, times, '≤ 1,000 ms')
    }
    const changed = await inTurns(
      async () => {
        await owner.query(
          `UPDATE classroom_sessions SET revision = revision + 1 WHERE college_id = '${college}' AND teaching_class IN ('K1', 'K2', 'K3', 'K4')`,
        )
        await database.inCollege(college, (tx) => supervise(tx, leader, NOW))
      },
      byHand(valuesByHand(college, 'true')),
    )
    row('Page: patterns of the college after lessons of four classes changed', changed, '≤ 1,000 ms')
    return rows
  } finally {
    for (const client of [owner, hand]) await client.end()
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

/** Units, teachers, courses with their knowledge points, lessons and students that acts are of. */
async function fillRecords(owner: pg.Client, college: string): Promise<void> {
  const into = (table: string, own: string, unit: string, columns: string, values: string, from: string) =>
    owner.query(`
      INSERT INTO records.${table} (college_id, id, state, version, unit_id, created_at, updated_at, ${columns})
      SELECT '${college}', ${own}, 'active', 1, ${unit}, now(), now(), ${values} FROM ${from}`)
  const unitOf = (n: string) => id('unit', `(${n} % ${UNITS})::text`)
  await into(
    'units',
    id('unit', 'n::text'),
    id('unit', 'n::text'),
    'code, name, kind',
    `'U' || n, '示例系 ' || n, 'faculty'`,
    `generate_series(0, ${UNITS - 1}) AS n`,
  )
  await into(
    'people',
    id('person', 'n::text'),
    unitOf('n'),
    'number, name, kind',
    `'P' || n, '示例教师 ' || n, 'staff'`,
    `generate_series(0, ${TEACHERS - 1}) AS n`,
  )
  await into(
    'staff',
    id('teacher', 'n::text'),
    unitOf('n'),
    'number, name, unit, person, owner_id',
    `'T' || n, '示例教师 ' || n, ${unitOf('n')}, ${id('person', 'n::text')}, ${id('person', 'n::text')}`,
    `generate_series(0, ${TEACHERS - 1}) AS n`,
  )
  await into(
    'courses',
    id('course', 'n::text'),
    unitOf('n'),
    'code, name, unit',
    `'C' || n, '示例课程 ' || n, ${unitOf('n')}`,
    `generate_series(0, ${COURSES - 1}) AS n`,
  )
  await into(
    'knowledge_points',
    id('point', 'n::text', 'p::text'),
    unitOf('n'),
    'code, name, course, place',
    `p::text, '示例知识点 ' || p, ${id('course', 'n::text')}, p`,
    `generate_series(0, ${COURSES - 1}) AS n CROSS JOIN generate_series(0, ${LESSONS / 2}) AS p`,
  )
  await into('terms', id('term', `'1'`), unitOf('0'), 'code', `'2023-2024-1'`, 'generate_series(1, 1)')
  await into(
    'lessons',
    id('lesson', 'c::text', 'l::text'),
    unitOf('c'),
    'number, teaching_class, term, course, class_name, teacher',
    `'L' || c || '-' || l, 'K' || c, ${id('term', `'1'`)}, ${id('course', `(c % ${COURSES})::text`)}, '示例班 ' || c, ${id('teacher', `(c % ${TEACHERS})::text`)}`,
    `generate_series(1, ${CLASSES}) AS c CROSS JOIN generate_series(1, ${LESSONS}) AS l`,
  )
  await into(
    'students',
    id('student', 'c::text', 's::text'),
    unitOf('c'),
    'number, name, class_name, unit',
    `'S' || c || '-' || s, '示例学生 ' || s, '示例班 ' || c, ${unitOf('c')}`,
    `generate_series(1, ${CLASSES}) AS c CROSS JOIN generate_series(1, ${STUDENTS}) AS s`,
  )
}

/** Whose pages are opened: those of the class K7, and of the faculty that teaches it. */
async function readIds(owner: pg.Client) {
  const { rows } = await owner.query<{ person: string; course: string; unit: string }>(
    `SELECT ${id('person', `'7'`)} AS person, ${id('course', `'7'`)} AS course, ${id('unit', `'7'`)} AS unit`,
  )
  return rows[0]!
}

async function fillLessons(owner: pg.Client, college: string): Promise<void> {
  const putBack = await takeIndexes(owner, ['classroom_acts'])
  const lessons = `generate_series(1, ${CLASSES}) AS c CROSS JOIN generate_series(1, ${LESSONS}) AS l`
  const session = id('session', 'c::text', 'l::text')
  const course = id('course', `(c % ${COURSES})::text`)
  const activity = id('activity', 'c::text', 'l::text')
  const start = `timestamptz '2023-09-04T00:30:00Z' + l * interval '7 days'`
  await owner.query(`
    INSERT INTO classroom_sessions (college_id, id, lesson_id, course_id, teaching_class, teacher_id, unit_id, room_id, held_on, state, opened_at, opened_by, closes_at, late_after, closed_at, secret)
    SELECT '${college}', ${session}, ${id('lesson', 'c::text', 'l::text')}, ${course}, 'K' || c, ${id('teacher', `(c % ${TEACHERS})::text`)}, ${id('unit', `(c % ${UNITS})::text`)}, ${id('room', 'c::text')},
      (${start})::date, 'closed', ${start}, ${id('teacher', `(c % ${TEACHERS})::text`)}, ${start} + interval '2 hours', ${start}, ${start} + interval '95 minutes', '' FROM ${lessons}`)
  await owner.query(`
    INSERT INTO classroom_activities (college_id, id, session_id, ordinal, kind, title, definition, state, opened_at, closed_at)
    SELECT '${college}', ${activity}, ${session}, 1, 'quiz', 'quiz', '{}', 'shown', ${start}, ${start} + interval '60 seconds' FROM ${lessons}`)
  await owner.query(`
    INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at)
    SELECT '${college}', ${session}, ${id('student', 'c::text', 's::text')}, CASE WHEN (c + l + s) % 17 = 0 THEN 'absent' ELSE 'present' END, 'code', ${start}
    FROM ${lessons} CROSS JOIN generate_series(1, ${STUDENTS}) AS s`)
  const act = (kind: string, columns: string, values: string, from: string, actor = 'student', seconds = 30) =>
    owner.query(`
      INSERT INTO classroom_acts (college_id, id, happened_at, received_at, kind, actor, session_id, lesson_id, course_id, teaching_class, activity_id, ${columns})
      SELECT '${college}', gen_random_uuid(), ${start} + interval '${seconds} seconds', ${start}, '${kind}', '${actor}', ${session}, ${id('lesson', 'c::text', 'l::text')}, ${course}, 'K' || c, ${activity}, ${values}
      FROM ${lessons} ${from}`)
  await act(
    'answered',
    'student_id, knowledge_points, score, max_score, correct, body',
    `${id('student', 'c::text', 's::text')}, ARRAY[${id('point', `(c % ${COURSES})::text`, '(l / 2)::text')}], ((c + l * 3 + s * 7 + n) % 4 > 0)::int, 1, (c + l * 3 + s * 7 + n) % 4 > 0, jsonb_build_object('place', n)`,
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
  ] as const)
    await act(kind, 'body', `'{}'`, '', 'teacher', seconds)
  await putBack()
  await owner.query('VACUUM ANALYZE')
}

/** What somebody who needs participation, mastery and wait time of classes writes. */
const valuesByHand = (college: string, where: string): readonly string[] => [
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

/** Who was absent three times or more of at least five, in a fifth or more, in classes with students of a faculty. */
const absentByHand = (college: string, unit: string): string => `
  SELECT x.course_id, x.teaching_class, g.student_id, count(*) FILTER (WHERE g.state = 'absent') FROM classroom_sessions x
  JOIN classroom_signins g ON g.college_id = x.college_id AND g.session_id = x.id
  JOIN records.students s ON s.college_id = g.college_id AND s.id = g.student_id AND s.unit = '${unit}'
  WHERE x.college_id = '${college}' AND x.state = 'closed' GROUP BY x.course_id, x.teaching_class, g.student_id
  HAVING count(*) >= 5 AND count(*) FILTER (WHERE g.state = 'absent') >= greatest(3, count(*) * 0.2)`
