import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { declarations } from '../catalogue/index.gen.ts'
import { today } from '../src/engine/access/today.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { addAccount, openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const PEOPLE = 200
const EACH = 3
const PASSWORD = 'bench password 1'

/** 200 people fill and submit the month of their own tasks at once, over HTTP; by hand: the same rows with their history. */
export async function benchPlanFills(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const college = await makeTestCollege(db.engine, 'fills')
  const year = today().slice(0, 4)
  const plan = await college.add('plans', {
    code: 'fills',
    name: '示例计划',
    kind: 'college',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  })
  const level = await college.add('plan-levels', { code: 'F', plan, kind: 'school', name: '学校', weight: '100' })
  const dates = { from: `${year}-01-01`, to: `${year}-12-31` }
  const place = { plan, level, unit: college.east, ...dates }
  const board = await college.add('plan-tasks', { number: 'F-0', name: '板块', kind: 'board', ...place })
  const settings = { ...readSettings({ DATA_DIR: db.dataDir, LOG_LEVEL: 'silent' }), port: 0 }
  const app = await createApp({ engine: db.engine, settings })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(app.server.address() as { port: number }).port}/api`
  const people: { headers: Record<string, string>; tasks: string[] }[] = []
  for (let i = 0; i < PEOPLE; i++) {
    const person = await college.person(`示例 ${i}`, college.east)
    const tasks: string[] = []
    for (let n = 0; n < EACH; n++)
      tasks.push(
        await college.add('plan-tasks', {
          number: `F-${i}-${n}`,
          name: '任务点',
          kind: 'leaf',
          parent: board,
          owner: person,
          ...place,
        }),
      )
    await addAccount(db.engine, college.id, `p${i}`, PASSWORD, 'teacher', college.east)
    await db.engine.database.inCollege(college.id, (tx) =>
      tx.run(sql`UPDATE accounts SET person_id = ${person} WHERE college_id = ${college.id} AND name = ${`p${i}`}`),
    )
    const signIn = await fetch(`${address}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ college: 'fills', name: `p${i}`, password: PASSWORD }),
    })
    const { csrf } = (await signIn.json()) as { csrf: string }
    const headers = {
      cookie: signIn.headers.get('set-cookie')!.split(';')[0]!,
      'x-csrf': csrf,
      'content-type': 'application/json',
    }
    people.push({ headers, tasks })
  }
  const month = today().slice(0, 7)
  const times: number[] = []
  const began = performance.now()
  await Promise.all(
    people.map(async ({ headers, tasks }) => {
      for (const task of tasks) {
        const asked = performance.now()
        const body = {
          task,
          month,
          percent: 40,
          done: '本月按计划推进',
          problems: null,
          reason: null,
          files: null,
          submit: true,
        }
        const answer = await fetch(`${address}/plan-fills`, { method: 'POST', headers, body: JSON.stringify(body) })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
        await answer.arrayBuffer()
        times.push(performance.now() - asked)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const [kept] = await db.engine.database.inCollege(college.id, (tx) =>
    tx.run<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM records.task_progress WHERE college_id = ${college.id} AND state = 'submitted'`,
    ),
  )
  if (kept?.n !== PEOPLE * EACH) throw new Error(`${kept?.n} of ${PEOPLE * EACH} reports arrived`)
  await app.close()
  const hand = await byHand(
    db.appUrl,
    college.id,
    college.west,
    people.flatMap(({ tasks }) => tasks),
  )
  await db.close()
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
  const rate = (PEOPLE * EACH) / seconds
  return [
    {
      name: `${PEOPLE} people fill and submit ${EACH} reports each at once, over HTTP`,
      ours: `${rate.toFixed(0)}/s, p95 ${(p95 / 1000).toFixed(1)} s, ${kept.n} kept`,
      byHand: `${hand.toFixed(0)}/s without HTTP and rights`,
      ratio: (rate / hand).toFixed(2),
      aim: '',
    },
  ]
}

/** The two writes of each report with one line of history each, on ten connections. */
async function byHand(url: string, college: string, unit: string, tasks: readonly string[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // The database is stopped next, maybe before the last of these connections is gone.
  pool.on('error', () => {})
  const began = performance.now()
  await Promise.all(
    tasks.map(async (task) => {
      const client = await pool.connect()
      const id = v7()
      const history = `INSERT INTO history (college_id, id, subject, subject_id, action, actor_name, at, after)
        VALUES ($1, $2, 'task-progress', $3, $4, 'bench', now(), '{}')`
      await client.query(`BEGIN; SET LOCAL app.college = '${college}'`)
      await client.query(
        `INSERT INTO records.task_progress (college_id, id, state, version, unit_id, created_at, updated_at, task, unit, month, percent, done, search)
         VALUES ($1, $2, 'draft', 1, $3, now(), now(), $4, $3, '2001-01', 40, '本月按计划推进', to_tsvector('simple', '本月按计划推进'))`,
        [college, id, unit, task],
      )
      await client.query(history, [college, v7(), id, 'create'])
      await client.query(
        `UPDATE records.task_progress SET state = 'submitted', version = 2 WHERE college_id = $1 AND id = $2`,
        [college, id],
      )
      await client.query(history, [college, v7(), id, 'submit'])
      await client.query('COMMIT')
      client.release()
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await pool.end()
  return tasks.length / seconds
}
