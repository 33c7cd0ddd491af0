import pg from 'pg'
import type { BenchDatabase } from './college.ts'

const TABLES = ['plan_tasks', 'plan_budgets', 'plan_payments', 'plan_arrivals', 'task_progress']

/** As many plans as the bench is asked for, each of two levels, ten boards and leaf tasks with money and reports of every year. */
export async function fillPlans(
  db: BenchDatabase,
  collegeId: string,
  unit: string,
  size: { readonly plans: number; readonly tasks: number; readonly years: number },
): Promise<void> {
  const { plans, tasks, years } = size
  const client = new pg.Client({ connectionString: db.adminUrl })
  await client.connect()
  await client.query(`SET app.college = '${collegeId}'`)
  const college = `'${collegeId}'::uuid`
  const common = 'college_id, id, state, version, unit_id, created_at, updated_at, search'
  /** Ids that follow from what the row is, so that rows can name each other. */
  const id = (...parts: readonly string[]) => `md5(concat_ws('/', ${parts.join(', ')}))::uuid`
  const head = (state: string, of: string) =>
    `${college}, ${of}, '${state}', 1, '${unit}'::uuid, now(), now(), to_tsvector('simple', '')`
  const plan = id("'plan'", 'p')
  const board = id("'board'", 'p', 'b')
  const task = id("'task'", 'p', 't')
  const level = (n: string) => id("'level'", 'p', n)
  /** Two thirds of the boards are the school's. */
  const levelOf = (b: string) => `CASE WHEN ${b} < 7 THEN ${level('1')} ELSE ${level('2')} END`
  const eachTask = `generate_series(1, ${plans}) AS p, generate_series(1, ${tasks}) AS t`
  const eachYear = `${eachTask}, generate_series(1, ${years}) AS y`
  const source = "(ARRAY['central', 'local', 'industry', 'own'])[1 + (t + y) % 4]"
  const into = (table: string, columns: string, from: string) =>
    client.query(`INSERT INTO records.${table} (${common}, ${columns}) ${from}`)
  const putBack = await takeIndexes(client, TABLES)
  await into(
    'plans',
    'code, name, kind, "from", "to", as_of, edition',
    `SELECT ${head('in-force', plan)}, 'bench-' || p, '示例计划 ' || p, 'college', '2019-01-01', '${2018 + years}-12-31', '${2018 + years}-12-31', 1
     FROM generate_series(1, ${plans}) AS p`,
  )
  await into(
    'plan_levels',
    'code, plan, kind, name, weight, score, weighted',
    `SELECT ${head('active', level('l'))}, 'B' || p || '-' || l, ${plan}, CASE l WHEN 1 THEN 'school' ELSE 'group' END, '层面 ' || l,
       CASE l WHEN 1 THEN 30 ELSE 70 END, 90 + (p * l) % 10, CASE l WHEN 1 THEN 0.30 ELSE 0.70 END * (90 + (p * l) % 10)
     FROM generate_series(1, ${plans}) AS p, generate_series(1, 2) AS l`,
  )
  await into(
    'plan_tasks',
    'number, name, plan, level, kind, unit, "from", "to"',
    `SELECT ${head('active', board)}, 'B' || p || '-' || b, '板块 ' || b, ${plan}, ${levelOf('b')}, 'board', '${unit}', '2019-01-01', '${2018 + years}-12-31'
     FROM generate_series(1, ${plans}) AS p, generate_series(0, 9) AS b`,
  )
  await into(
    'plan_tasks',
    'number, name, plan, level, kind, parent, unit, "from", "to"',
    `SELECT ${head('active', task)}, 'B' || p || '-' || b || '-' || t, '任务点 ' || t, ${plan}, ${levelOf('b')}, 'leaf', ${board}, '${unit}', '2019-01-01', '${2018 + years}-12-31'
     FROM (SELECT p, t, t % 10 AS b FROM ${eachTask}) AS each`,
  )
  for (const [table, columns, values] of [
    ['plan_budgets', 'number, year, kind', "'Y' || p || '-' || t || '-' || y, 2018 + y, 'budget'"],
    [
      'plan_payments',
      'number, purpose, paid_on, year',
      "'Z' || p || '-' || t || '-' || y, '支出', make_date(2018 + y, 12, 1), 2018 + y",
    ],
  ] as const)
    await into(
      table,
      `task, unit, source, amount, ${columns}`,
      `SELECT ${head('approved', 'gen_random_uuid()')}, ${task}, '${unit}', ${source}, 1000 + (t * 7 + y * 13 + p) % 500, ${values} FROM ${eachYear}`,
    )
  await into(
    'plan_arrivals',
    'number, task, unit, source, amount, arrived_on, year',
    `SELECT ${head('approved', 'gen_random_uuid()')}, 'D' || p || '-' || b || '-' || y, ${board}, '${unit}', (ARRAY['central', 'local', 'industry', 'own'])[1 + (b + y) % 4],
       100000, make_date(2018 + y, 11, 1), 2018 + y
     FROM generate_series(1, ${plans}) AS p, generate_series(0, 9) AS b, generate_series(1, ${years}) AS y`,
  )
  await into(
    'task_progress',
    'task, unit, month, percent, done',
    `SELECT ${head('approved', 'gen_random_uuid()')}, ${task}, '${unit}', (2018 + y) || '-12', CASE WHEN (t + p) % 50 = 0 THEN least(90, y * 20) ELSE least(100, y * 25) END, '完成' FROM ${eachYear}`,
  )
  await putBack()
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Takes the indexes off the large tables, for they are made faster at once than row by row. @returns what makes them again */
export async function takeIndexes(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT format('%I.%I', schemaname, indexname) AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = ANY($1) AND indexname NOT LIKE '%\\_pkey'`,
    [tables],
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  return async () => {
    for (const { definition } of rows) await client.query(definition)
  }
}
