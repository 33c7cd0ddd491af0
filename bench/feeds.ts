import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege } from '../src/engine/colleges.ts'
import { createFeed, type FeedChange } from '../src/engine/feeds/feeds.ts'
import { runFeed } from '../src/engine/feeds/run-feed.ts'
import { manyIds } from '../src/engine/records/many-ids.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { ruleOf } from '../src/fields/rules.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { DatabaseSource, FeedCounts } from '../src/language/wire-feeds.ts'
import { type BenchDatabase, openBench } from './college.ts'
import type { BenchRow } from './row.ts'

/** What a running college has: students of the roll, and a term's timetable, one row for each meeting. */
const STUDENTS = 17_045
const LESSONS = 200_000
/** Of a hundred rows one changes from night to night. */
const CHANGED = 100

/** The tables of the teaching-affairs system, as its makers name them. */
const SOURCE = `
CREATE TABLE xs AS SELECT to_char(20230000000 + n, 'FM00000000000') AS xh, '示' || n AS xm, CASE n % 2 WHEN 0 THEN '1' ELSE '2' END AS xbm,
  'U' || n % 20 AS yxh, 'M' || n % 60 AS zyh, 2021 + n % 3 AS nj, '机电' || n % 400 AS bj, date '2021-09-01' + (n % 3) * 365 AS rxrq, 3 AS xz,
  timestamptz '2024-01-01 00:00+08' + n * interval '1 millisecond' AS xgsj FROM generate_series(1, ${STUDENTS}) n;
ALTER TABLE xs ADD PRIMARY KEY (xh);
CREATE TABLE kb AS SELECT 'K' || n AS pkh, 'J' || n % 4000 AS jxbh, 'X1' AS xq, 'P' || n % 900 AS jhkch, 'C' || n % 300 AS kch, 'U' || n % 20 AS dwh,
  'M' || n % 60 AS zyh, 2021 + n % 3 AS nj, '机电' || n % 400 AS bj, 30 + n % 20 AS rs, 'T' || n % 900 AS jsgh, date '2024-02-26' + n % 126 AS skrq,
  1 + (n % 126) / 7 AS zc, CASE n % 3 WHEN 0 THEN '1-2' WHEN 1 THEN '3-4' ELSE '5-6' END AS jc, '08:30' AS sksj, 'R' || n % 300 AS jsh, '0' AS tk,
  timestamptz '2024-01-01 00:00+08' + n * interval '1 millisecond' AS xgsj FROM generate_series(1, ${LESSONS}) n;
ALTER TABLE kb ADD PRIMARY KEY (pkh);
CREATE INDEX ON kb (xgsj); CREATE INDEX ON xs (xgsj);`
const CHANGE = `UPDATE xs SET xm = xm || '改', xgsj = '2024-02-01 00:00+08' WHERE right(xh, 5)::int % ${CHANGED} = 0;
  UPDATE kb SET jsh = 'R' || (substr(pkh, 2)::int + 7) % 300, xgsj = '2024-02-01 00:00+08' WHERE substr(pkh, 2)::int % ${CHANGED} = 0`

const FEEDS = {
  students: {
    table: 'xs',
    mapping: {
      xh: 'number',
      xm: 'name',
      xbm: 'sex',
      yxh: 'unit',
      zyh: 'major',
      nj: 'grade',
      bj: 'className',
      rxrq: 'enteredOn',
      xz: 'years',
    },
  },
  lessons: {
    table: 'kb',
    mapping: {
      pkh: 'number',
      jxbh: 'teachingClass',
      xq: 'term',
      jhkch: 'plannedCourse',
      kch: 'course',
      dwh: 'unit',
      zyh: 'major',
      nj: 'grade',
      bj: 'className',
      rs: 'size',
      jsgh: 'teacher',
      skrq: 'heldOn',
      zc: 'week',
      jc: 'sections',
      sksj: 'startsAt',
      jsh: 'room',
      tk: 'cancelled',
    },
  },
} as const

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
const shown = (time: number) => `${time.toFixed(1)} s`

/** The nightly feed of students and timetable from a second PostgreSQL: first load, 1 % changed, nothing changed. */
export async function benchFeeds(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query('CREATE DATABASE teaching_affairs TEMPLATE template0')
  const url = new URL(db.adminUrl)
  url.pathname = '/teaching_affairs'
  const other = new pg.Client({ connectionString: url.toString() })
  await other.connect()
  try {
    await other.query(SOURCE)
    const college = await createCollege(db.engine, { code: 'bench', name: '学院' })
    await addMasters(db, college)
    // As the server itself does within a minute.
    await admin.query('ANALYZE')
    const ids = await addFeeds(db, college, url)
    const memory = watchMemory()
    const times: Record<string, { time: number; counts: FeedCounts }> = {}
    const night = async (name: string, what: 'changed' | 'all') => {
      const all: FeedCounts[] = []
      const time = await seconds(async () => {
        for (const id of ids[what])
          all.push(
            await runFeed(db.engine, {
              college,
              feed: id,
              what: 'usual',
              askedBy: '',
              folder: undefined,
              progress: memory.note,
            }),
          )
      })
      const sum = (key: keyof FeedCounts) => all.reduce((total, counts) => total + counts[key], 0)
      if (sum('wrong') > 0) throw new Error(`${sum('wrong')} rows of the benchmark were not taken`)
      times[name] = {
        time,
        counts: {
          ...all[0]!,
          read: sum('read'),
          created: sum('created'),
          changed: sum('changed'),
          unchanged: sum('unchanged'),
        },
      }
    }
    const hand = await copied(other, admin)
    await night('first', 'changed')
    const { early, late } = memory.peaks()
    const out = new pg.Client({ connectionString: db.adminUrl })
    await out.connect()
    await out.query("SELECT set_config('app.college', $1, false)", [college])
    const alike = await copiedAlike(out, admin).finally(() => out.end())
    // The other way of taking part: everything is read, and what says what it said is passed over by its hash.
    await night('hashes', 'all')
    await other.query(CHANGE)
    await admin.query('ANALYZE')
    await night('some', 'changed')
    await night('some by hash', 'all')
    await night('none by hash', 'all')
    const row = (name: string, key: string, aim = '', against = hand): BenchRow => {
      const { time, counts } = times[key]!
      const told = `${counts.read} read, ${counts.created} new, ${counts.changed} changed`
      return {
        name: `${name} (${told})`,
        ours: shown(time),
        byHand: shown(against),
        ratio: (against / time).toFixed(2),
        aim,
      }
    }
    return [
      row(
        `feed of ${STUDENTS} students and ${LESSONS} lessons, first load: against bare COPY of the same rows, speed`,
        'first',
        '≥ 0.30',
      ),
      row(
        'the same first load: against COPY of the finished records into tables with the same keys, references and indexes',
        'first',
        '≥ 0.30',
        alike,
      ),
      row('the same read again by another feed, nothing to write', 'hashes'),
      row('next night, 1 % changed, by time of change: against bare COPY of all', 'some', '≥ 0.30'),
      row('next night, everything read and told apart by hash', 'some by hash', '≥ 0.30'),
      row('another night, nothing changed, everything read', 'none by hash', '≥ 0.30'),
      {
        name: 'memory of the process at its highest: first quarter of the load, whole load',
        ours: `${late} MB`,
        byHand: `${early} MB`,
        ratio: (late / early).toFixed(2),
        aim: '≤ 1.2',
      },
    ]
  } finally {
    await other.end()
    await admin.end()
    await db.close()
  }
}

/** The least that brings the same rows from one database to the other: COPY out, COPY in, a key. */
async function copied(other: pg.Client, admin: pg.Client): Promise<number> {
  let time = 0
  for (const { table } of Object.values(FEEDS)) {
    const { rows } = await other.query<{ name: string; type: string }>(
      'SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 ORDER BY attnum',
      [table],
    )
    await admin.query(
      `CREATE TABLE bare_${table} (${rows.map(({ name, type }, i) => `${name} ${type}${i === 0 ? ' PRIMARY KEY' : ''}`).join(', ')})`,
    )
    time += await seconds(() =>
      pipeline(other.query(copyTo(`COPY ${table} TO STDOUT`)), admin.query(copyFrom(`COPY bare_${table} FROM STDIN`))),
    )
  }
  return time
}

/** COPY of the records as they are now into tables like the registers' own: nothing checked, no history, but the same keys. */
async function copiedAlike(out: pg.Client, admin: pg.Client): Promise<number> {
  let time = 0
  for (const register of Object.keys(FEEDS)) {
    const full = `records.${register}`
    await admin.query(`CREATE TABLE alike_${register} (LIKE ${full} INCLUDING ALL)`)
    const { rows: links } = await admin.query<{ definition: string }>(
      "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'",
      [full],
    )
    for (const { definition } of links) await admin.query(`ALTER TABLE alike_${register} ADD ${definition}`)
    time += await seconds(() =>
      pipeline(out.query(copyTo(`COPY ${full} TO STDOUT`)), admin.query(copyFrom(`COPY alike_${register} FROM STDIN`))),
    )
  }
  return time
}

/** What students and lessons refer to, made of the examples of their fields. */
async function addMasters({ engine }: BenchDatabase, college: string): Promise<void> {
  const system = asSystem(college, 'bench')
  const made = new Map<string, readonly string[]>()
  const add = async (name: string, count: number, own: (row: number) => Record<string, unknown>) => {
    const fields = Object.entries(engine.catalogue.registers.get(name)!.fields)
    const ids = manyIds(count)
    const rows = ids.map((id, row) => {
      const values: Record<string, unknown> = {}
      for (const [field, declared] of fields)
        if (declared.required && !declared.derived)
          values[field] =
            declared.kind === 'reference'
              ? made.get(declared.register)?.[row % made.get(declared.register)!.length]
              : ruleOf(declared).example(declared as never, row)
      return { id, values: { ...values, ...own(row) } }
    })
    await engine.database.inCollege(college, (tx) => createMany(engine, tx, system, name, rows, { validate: false }))
    made.set(name, ids)
  }
  await add('units', 20, (row) => ({ code: `U${row}`, name: `院系${row}`, kind: 'faculty', office: null }))
  await add('terms', 1, () => ({ code: 'X1' }))
  await add('staff', 900, (row) => ({ number: `T${row}`, name: `示教${row}` }))
  await add('majors', 60, (row) => ({ code: `M${row}`, name: `专业${row}` }))
  await add('courses', 300, (row) => ({ code: `C${row}`, name: `课程${row}` }))
  await add('training-programmes', 60, () => ({}))
  await add('programme-courses', 900, (row) => ({
    number: `P${row}`,
    programme: made.get('training-programmes')![row % 60],
    course: made.get('courses')![Math.floor(row / 3)],
  }))
  await add('classrooms', 300, (row) => ({ number: `R${row}`, name: `教室${row}` }))
}

/** Two feeds of each register: by time of change, and everything each time. */
async function addFeeds(
  { engine }: BenchDatabase,
  college: string,
  url: URL,
): Promise<Record<'changed' | 'all', string[]>> {
  const source: Omit<DatabaseSource, 'from'> = {
    kind: 'postgres',
    host: url.hostname,
    port: Number(url.port),
    database: 'teaching_affairs',
    user: decodeURIComponent(url.username),
    tls: 'none',
  }
  const ids: Record<'changed' | 'all', string[]> = { changed: [], all: [] }
  for (const mode of ['changed', 'all'] as const)
    for (const [register, { table, mapping }] of Object.entries(FEEDS)) {
      const feed: FeedChange = {
        name: `${register} ${mode}`,
        register,
        source: { ...source, from: table },
        mapping: Object.entries(mapping).map(([column, field]) => ({
          column,
          field,
          ...(field === 'sex' ? { values: { '1': 'male', '2': 'female' } } : {}),
        })),
        mode,
        changedColumn: mode === 'changed' ? 'xgsj' : null,
        vanished: mode === 'all' ? 'list' : 'nothing',
        cron: null,
        enabled: true,
        secret: decodeURIComponent(url.password),
      }
      const made = await engine.database.inCollege(college, (tx) =>
        createFeed(engine, tx, asSystem(college, 'bench'), feed),
      )
      ids[mode].push(made.id)
    }
  return ids
}

/** The process's memory in MB as rows come in. */
function watchMemory() {
  const noted: number[] = []
  return {
    note: async () => void noted.push(Math.round(process.memoryUsage.rss() / 1_048_576)),
    peaks: () => ({ early: Math.max(...noted.slice(0, Math.ceil(noted.length / 4))), late: Math.max(...noted) }),
  }
}
