import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { keyOf, mentionKey } from '../src/modules/learning-records/statement/mentions.ts'

const DAYS = 365
const DAY_MS = 86_400_000
const VERBS = 10
const ITEMS = 500
const COURSES = 40
const STUDENTS = 5000
/** Of these, as many are there on a day. */
const PRESENT = 1500
const site = 'https://a.test'

export const verbAt = (n: number) => `${site}/verbs/${n % VERBS}`
const itemAt = (n: number) => `${site}/items/${n % ITEMS}`
export const courseAt = (n: number) => `${site}/courses/${n % COURSES}`
/** Who is there on a day: others on the next. */
const presentAt = (day: number, n: number) => (day * 97 + (n % PRESENT)) % STUDENTS
export const studentAt = (n: number) => ({ account: { homePage: site, name: `s${n % STUDENTS}` } })

/** Midnight in Shanghai of the day before `n` others. */
const dayBefore = (n: number) => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return Date.parse(`${today}T00:00:00+08:00`) - n * DAY_MS
}

/**
 * A year of statements, the same number every day, by COPY; and their sums as the store leaves them: past days added up,
 * today still a row for each batch of 50.
 * @param total wanted; a multiple of the items is taken for each day
 * @returns how many there are now
 */
export async function fillStatements(admin: pg.Client, collegeId: string, total: number): Promise<number> {
  const perDay = Math.max(1, Math.round(total / DAYS / ITEMS)) * ITEMS
  await admin.query(
    `SET app.college = '${collegeId}'; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`,
  )
  for (let day = 0; day < DAYS + 31; day += 27)
    await admin.query('SELECT ensure_learning_month($1::timestamptz)', [new Date(dayBefore(day)).toISOString()])
  const students = Array.from({ length: STUDENTS }, (_, n) => {
    const { homePage, name } = studentAt(n).account
    return mentionKey('agent', `account ${JSON.stringify([homePage, name])}`)
  })
  // Built anew at the end: the same trees, sooner.
  const { rows: indexes } = await admin.query<{ indexname: string; indexdef: string }>(
    "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'learning_statements' AND indexname NOT LIKE '%_pkey'",
  )
  for (const { indexname } of indexes) await admin.query(`DROP INDEX ${indexname}`)
  // COPY goes past no wall between colleges, not even for the owner.
  await admin.query('ALTER TABLE learning_statements NO FORCE ROW LEVEL SECURITY')
  await pipeline(
    Readable.from(lines(collegeId, perDay, students)),
    admin.query(
      copyFrom(
        'COPY learning_statements (college_id, place, stored, id, verb_key, activity_key, keys, targets, voided, client_id, statement) FROM STDIN',
      ),
    ),
  )
  await admin.query('ALTER TABLE learning_statements FORCE ROW LEVEL SECURITY')
  for (const { indexdef } of indexes) await admin.query(indexdef.replace(' ON ONLY ', ' ON '))
  await fillSums(admin, collegeId, perDay, students)
  await admin.query('VACUUM ANALYZE learning_counts, learning_actors, learning_statements')
  return perDay * DAYS
}

function* lines(collegeId: string, perDay: number, students: readonly string[]): Generator<string> {
  const verbs = Array.from({ length: VERBS }, (_, n) => keyOf(verbAt(n)))
  const items = Array.from({ length: ITEMS }, (_, n) => keyOf(itemAt(n)))
  const courses = Array.from({ length: COURSES }, (_, n) => mentionKey('near-activity', courseAt(n)))
  const near = Array.from({ length: ITEMS }, (_, n) => mentionKey('near-activity', itemAt(n)))
  const step = (DAY_MS - 1) / perDay
  let i = 0
  for (let day = DAYS - 1; day >= 0; day--) {
    const midnight = dayBefore(day)
    let chunk = ''
    for (let n = 0; n < perDay; n++, i++) {
      const at = Math.floor(midnight + n * step)
      const hex = at.toString(16).padStart(12, '0')
      const tail = i.toString(16).padStart(12, '0')
      const place = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${tail}`
      const course = (i % ITEMS) % COURSES
      const student = presentAt(day, n)
      const statement = `{"id":"${place}","actor":${JSON.stringify(studentAt(student))},"verb":{"id":"${verbAt(i)}"},"object":{"id":"${itemAt(i)}"},"stored":"${new Date(at).toISOString()}"}`
      chunk += `${collegeId}\t${place}\t${new Date(at).toISOString()}\t${place}\t${verbs[i % VERBS]}\t${items[i % ITEMS]}\t{${students[student]},${near[i % ITEMS]},${courses[course]}}\t{}\tf\t${collegeId}\t${statement}\n`
      if (chunk.length > 262_144) {
        yield chunk
        chunk = ''
      }
    }
    yield chunk
  }
}

async function fillSums(
  admin: pg.Client,
  collegeId: string,
  perDay: number,
  students: readonly string[],
): Promise<void> {
  const kinds = [
    { kind: 'verb', names: VERBS, path: 'verbs' },
    { kind: 'activity', names: ITEMS, path: 'items' },
    { kind: 'course', names: COURSES, path: 'courses' },
  ]
  const today = new Date(dayBefore(0)).toISOString()
  const insert = `INSERT INTO learning_counts (college_id, kind, hour, name, batch, statements, succeeded, failed)`
  for (const { kind, names, path } of kinds) {
    // A course has the items whose number leaves the same rest.
    const each = `${perDay / ITEMS} * (SELECT count(*) FROM generate_series(0, ${ITEMS - 1}) AS item WHERE item % ${names} = n)`
    await admin.query(
      `${insert} SELECT $1::uuid, $2, $3::timestamptz - d * interval '1 day', '${site}/${path}/' || n, '00000000-0000-7000-8000-000000000000', ${each}, 0, 0
       FROM generate_series(1, ${DAYS - 1}) AS d, generate_series(0, ${names - 1}) AS n`,
      [collegeId, kind, today],
    )
    await admin.query(
      `${insert} SELECT $1::uuid, $2, date_trunc('hour', $3::timestamptz + (b * 50.0 / ${perDay}) * interval '1 day'), '${site}/${path}/' || n, lpad(to_hex(b), 32, '0')::uuid, count(*), 0, 0
       FROM generate_series(0, ${Math.ceil(perDay / 50) - 1}) AS b, generate_series(0, 49) AS i, LATERAL (SELECT ((b * 50 + i) % ${ITEMS}) % ${names} AS n) AS o
       GROUP BY b, n`,
      [collegeId, kind, today],
    )
  }
  for (let day = 0; day < DAYS; day++)
    await admin.query(
      `INSERT INTO learning_actors (college_id, day, actor)
       SELECT $1::uuid, ($2::timestamptz AT TIME ZONE 'Asia/Shanghai')::date - $3::integer, unnest($4::bigint[]) ON CONFLICT DO NOTHING`,
      [collegeId, today, day, Array.from({ length: Math.min(PRESENT, perDay) }, (_, n) => students[presentAt(day, n)])],
    )
}
