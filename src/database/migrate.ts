import pg from 'pg'
import type { AnyRegister } from '../language/register.ts'
import { foundation, grants } from './migrations/0001-foundation.ts'
import { mail } from './migrations/0002-mail.ts'
import { jobs } from './migrations/0003-jobs.ts'
import { codes } from './migrations/0004-codes.ts'
import { standards } from './migrations/0005-standards.ts'
import { reporting } from './migrations/0006-reporting.ts'
import { uploads } from './migrations/0007-uploads.ts'
import { retention } from './migrations/0008-retention.ts'
import { feeds } from './migrations/0009-feeds.ts'
import { statisticsAndPaths } from './migrations/0010-statistics-and-paths.ts'
import { reportAudits } from './migrations/0011-report-audits.ts'
import { creditLedger } from './migrations/0012-credit-ledger.ts'
import { seals } from './migrations/0013-seals.ts'
import { proof } from './migrations/0015-proof.ts'
import { creditDoors } from './migrations/0014-credit-doors.ts'
import { sessionsByPasskey } from './migrations/0018-sessions-by-passkey.ts'
import { courseware } from './migrations/0019-courseware.ts'
import { learningRecords } from './migrations/0021-learning-records.ts'
import { wordsByCollege } from './migrations/0016-words-by-college.ts'
import { classroom } from './migrations/0022-classroom.ts'
import { advertisements } from './migrations/0017-advertisements.ts'
import { itemBank } from './migrations/0023-item-bank.ts'
import { coursework } from './migrations/0024-coursework.ts'
import { withheldBadges } from './migrations/0025-withheld-badges.ts'
import { teachingAnalysis } from './migrations/0026-teaching-analysis.ts'
import { skillTerms } from './migrations/0028-skill-terms.ts'
import { majorsAndCity } from './migrations/0029-majors-and-city.ts'
import { madeReports } from './migrations/0027-made-reports.ts'
import { keptTeaching } from './migrations/0030-kept-teaching.ts'
import { prepareJobQueue } from './job-queue.ts'
import { distribute, prepareDistribution } from './distribution.ts'
import { type Existing, planTables } from './plan.ts'

/** Numbered, never edited once released: the engine's tables from the first to the current version. */
export const migrations: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: foundation },
  { version: 2, sql: mail },
  { version: 3, sql: jobs },
  { version: 4, sql: codes },
  { version: 5, sql: standards },
  { version: 6, sql: reporting },
  { version: 7, sql: uploads },
  { version: 8, sql: retention },
  { version: 9, sql: feeds },
  { version: 10, sql: statisticsAndPaths },
  { version: 11, sql: reportAudits },
  { version: 12, sql: creditLedger },
  { version: 13, sql: seals },
  { version: 14, sql: creditDoors },
  { version: 15, sql: proof },
  { version: 16, sql: wordsByCollege },
  { version: 17, sql: advertisements },
  { version: 18, sql: sessionsByPasskey },
  { version: 21, sql: learningRecords },
  // After 21, whose sums it adds to.
  { version: 19, sql: courseware },
  { version: 22, sql: classroom },
  { version: 23, sql: itemBank },
  { version: 24, sql: coursework },
  { version: 25, sql: withheldBadges },
  { version: 26, sql: teachingAnalysis },
  { version: 28, sql: skillTerms },
  { version: 29, sql: majorsAndCity },
  // After 29, whose table it adds to.
  { version: 27, sql: madeReports },
  { version: 30, sql: keptTeaching },
]
const CURRENT = migrations.at(-1)!.version
/** All processes that migrate one database queue behind this number. */
const LOCK = 0x6a78

/** The database cannot be used as it is; the message says what to do. */
export class MigrationError extends Error {}

/**
 * Brings the database to this program's schema: engine tables by numbered migrations, registers' tables
 * by their declarations. Safe to run from several processes at once.
 * @param url address of a role that owns the tables
 * @param appRole role of the application: gets no more than it needs
 * @returns whether the tables are spread over several machines (see distribution.ts)
 * @throws MigrationError when the database is of a newer program
 */
export async function migrate(
  url: string,
  registers: Iterable<AnyRegister>,
  appRole: string,
): Promise<{ isSpread: boolean }> {
  const declared = [...registers]
  const client = new pg.Client({ connectionString: url, application_name: 'jiangxin-migrate' })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_versions (version integer PRIMARY KEY, applied_at timestamptz NOT NULL)',
    )
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_versions')
    const applied = new Set(rows.map((row) => row.version))
    const at = Math.max(0, ...applied)
    if (at > CURRENT)
      throw new MigrationError(
        `The database has schema version ${at}; this program knows ${CURRENT}. Start the newer program that wrote it, or restore a backup made before the upgrade.`,
      )
    await ensureRole(client, appRole)
    await prepareJobQueue(client, url, appRole)
    await prepareDistribution(client)
    await client.query('BEGIN')
    // Those that are missing, not those above the last: numbers are given out before the work is done.
    const missing = migrations.filter((m) => !applied.has(m.version))
    for (const { version, sql } of missing) {
      await client.query(sql)
      await client.query('INSERT INTO schema_versions VALUES ($1, now())', [version])
    }
    if (missing.length > 0) await protect(client, appRole)
    const planned = planTables(declared, await readExisting(client), appRole)
    const isLink = (statement: string) => statement.includes(' ADD FOREIGN KEY ')
    for (const statement of planned) if (!isLink(statement)) await client.query(statement)
    await keepRetention(client, declared)
    // What a table refers to must stand beside it first.
    const isSpread = await distribute(client)
    for (const statement of planned) if (isLink(statement)) await client.query(statement)
    await client.query('COMMIT')
    return { isSpread }
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (!rowCount) await client.query(`CREATE ROLE ${pg.escapeIdentifier(role)} NOLOGIN`)
  // Where one address serves both roles, the owner must be able to step down to the application's.
  const { rows } = await client.query<{ member: boolean }>("SELECT pg_has_role(current_user, $1, 'MEMBER') AS member", [
    role,
  ])
  if (!rows[0]?.member) await client.query(`GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER`).catch(() => {})
}

async function protect(client: pg.Client, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  await client.query(
    `GRANT USAGE ON SCHEMA public, records TO ${to}; GRANT SELECT, INSERT, UPDATE ON colleges TO ${to}; GRANT SELECT ON schema_versions, retention TO ${to};
     GRANT EXECUTE ON FUNCTION erase_history(text, text[]), analyze_tables(text[]), ensure_learning_month(timestamptz),
       forget_teaching(timestamptz, timestamptz) TO ${to}`,
  )
  for (const [table, rights] of Object.entries(grants))
    await client.query(
      `GRANT ${rights} ON ${table} TO ${to};
       ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
       DROP POLICY IF EXISTS college ON ${table};
       CREATE POLICY college ON ${table} USING (college_id = nullif(current_setting('app.college', true), '')::uuid)`,
    )
}

/** The declared years, where only the owner may write them: erase_history believes nothing else. */
async function keepRetention(client: pg.Client, registers: readonly AnyRegister[]): Promise<void> {
  const kept = registers.flatMap((r) => (r.retentionYears === undefined ? [] : [[r.name, r.retentionYears] as const]))
  const names = kept.map(([name]) => name)
  await client.query('DELETE FROM retention WHERE NOT register = ANY($1::text[])', [names])
  await client.query(
    `INSERT INTO retention SELECT * FROM unnest($1::text[], $2::integer[])
     ON CONFLICT (register) DO UPDATE SET years = excluded.years WHERE retention.years <> excluded.years`,
    [names, kept.map(([, years]) => years)],
  )
}

async function readExisting(client: pg.Client): Promise<Existing> {
  const { rows: columns } = await client.query<{ table: string; name: string; type: string }>(
    `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'records' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`,
  )
  const tables = new Map<string, Map<string, string>>()
  for (const { table, name, type } of columns) {
    const known = tables.get(table) ?? new Map<string, string>()
    tables.set(table, known.set(name, type))
  }
  const { rows: indexes } = await client.query<{ name: string }>(
    "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'records'",
  )
  return { tables, indexes: new Set(indexes.map((i) => i.name)) }
}
