import type pg from 'pg'
import { grants } from './migrations/0001-foundation.ts'
import { StartError } from './start-error.ts'

/** Where the rows of tables are once PostgreSQL is a Citus of several machines. */
export interface Place {
  readonly schema: string
  /** Their names; none: all of the schema. */
  readonly tables?: readonly string[]
  /** Each college's rows together on one machine, those of all tables beside each other; or all on the coordinator. */
  readonly at: 'with the college' | 'on the coordinator'
  readonly why: string
}

/** The distribution plan: where every table of the program is. No table is copied to all machines. */
export const places: readonly Place[] = [
  {
    schema: 'records',
    at: 'with the college',
    why: 'A register joins registers of the same college only.',
  },
  {
    schema: 'public',
    tables: Object.keys(grants),
    at: 'with the college',
    why: 'History, outbox, files and figures are written in the transaction of the record they are about.',
  },
  {
    schema: 'public',
    tables: ['colleges', 'retention', 'schema_versions'],
    at: 'on the coordinator',
    why: 'Short lists that are read by themselves and joined with nothing.',
  },
  {
    schema: 'jobs',
    at: 'on the coordinator',
    why: 'The job queue takes the next job of all colleges with FOR UPDATE SKIP LOCKED, which one machine must see.',
  },
]

async function isCitus(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ is: boolean }>(
    "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') AS is",
  )
  return rows[0]!.is
}

/** An empty table, made and taken away: with it goes all that ours rest on. */
const SAMPLE = `
DROP TABLE IF EXISTS public.distribution_sample;
CREATE TABLE public.distribution_sample (college_id uuid, chinese text COLLATE "zh-x-icu", plain text COLLATE "C");
SELECT create_distributed_table('public.distribution_sample', 'college_id', colocate_with => 'none');
DROP TABLE public.distribution_sample`

/**
 * To be done before the transaction that distributes: what tables rest on is sent to the other machines on connections
 * of its own, which wait for ever for locks of a transaction that made a table first.
 * @throws StartError where rows would be looked for without the wall around their college
 */
export async function prepareDistribution(client: pg.Client): Promise<void> {
  if (!(await isCitus(client))) return
  const { rows } = await client.query<{ sent: string; known: boolean }>(
    `SELECT current_setting('citus.propagate_set_commands') AS sent,
       EXISTS (SELECT FROM pg_dist_object WHERE classid = 'pg_collation'::regclass AND objid = '"zh-x-icu"'::regcollation) AS known`,
  )
  const { sent, known } = rows[0]!
  if (sent !== 'local')
    throw new StartError(
      "这个 Citus 的其他机器不知道查询属于哪所学校。请执行 ALTER DATABASE … SET citus.propagate_set_commands = 'local'（见 deploy/citus/machine.sql），然后重新启动。",
      "The other machines of this Citus do not hear whose rows are asked for. Run ALTER DATABASE … SET citus.propagate_set_commands = 'local' (see deploy/citus/machine.sql) and start again.",
    )
  if (!known) for (const statement of SAMPLE.split(';')) await client.query(statement)
}

/** The table beside which all others are put: rows of one college meet in the same shard of each. */
const FIRST = 'public.accounts'

/**
 * Where the server is the coordinator of a Citus, tables that are not yet distributed get their place, with the rows
 * that they hold; on a plain PostgreSQL nothing happens. On the caller's transaction: all or nothing.
 * Foreign keys are set anew afterwards, for a table that is distributed may not refer to one that is not; and the owner is
 * let past the walls meanwhile, or it would see no row.
 * @returns whether the server is one that spreads tables
 */
export async function distribute(client: pg.Client): Promise<boolean> {
  if (!(await isCitus(client))) return false
  const tables = await undistributed(client)
  if (tables.length === 0) return true
  // One connection for each machine: hundreds of tables in one transaction would open hundreds.
  await client.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'")
  const { rows: links } = await client.query<{ at: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS at, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND conrelid = ANY($1::regclass[])`,
    [tables],
  )
  for (const { at, name } of links) await client.query(`ALTER TABLE ${at} DROP CONSTRAINT ${name}`)
  for (const table of tables) await client.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
  const { rows: spread } = await client.query('SELECT 1 FROM pg_dist_partition WHERE logicalrelid = $1::regclass', [
    FIRST,
  ])
  for (const [i, table] of tables.entries())
    await client.query('SELECT create_distributed_table($1::regclass, $2, colocate_with => $3)', [
      table,
      'college_id',
      i === 0 && spread.length === 0 ? 'none' : FIRST,
    ])
  for (const { at, name, definition } of links)
    await client.query(`ALTER TABLE ${at} ADD CONSTRAINT ${name} ${definition}`)
  for (const table of tables) await client.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
  return true
}

/** Tables that belong with the college and are not there yet, the one that others are put beside first. */
async function undistributed(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; name: string; full: string }>(
    `SELECT n.nspname AS schema, c.relname AS name, format('%I.%I', n.nspname, c.relname) AS full
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY($1::text[])
       AND NOT EXISTS (SELECT FROM pg_dist_partition d WHERE d.logicalrelid = c.oid) ORDER BY 3`,
    [places.filter(({ at }) => at === 'with the college').map(({ schema }) => schema)],
  )
  return rows
    .filter(({ schema, name }) => placeOf(schema, name)?.at === 'with the college')
    .map(({ full }) => full)
    .toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST))
}

/** The place of a table; undefined when the plan does not know it. */
export const placeOf = (schema: string, name: string): Place | undefined =>
  places.find((place) => place.schema === schema && (place.tables?.includes(name) ?? true))
