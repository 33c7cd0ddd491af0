import type { Client } from 'pg'
import pg from 'pg'
import packageJson from 'pg-boss/package.json' with { type: 'json' }

/** The schema that holds pg-boss's tables. */
export const JOB_SCHEMA = 'jobs'

/**
 * Installs or upgrades the tables of the job queue, as the role that owns them, and lets the application's role use
 * them. Two cheap queries when nothing is to be done: pg-boss itself is then not even loaded.
 */
export async function prepareJobQueue(client: Client, url: string, appRole: string): Promise<void> {
  const { rows } = await client.query<{ installed: boolean }>(
    `SELECT to_regclass('${JOB_SCHEMA}.version') IS NOT NULL AS installed`,
  )
  const version = rows[0]?.installed
    ? (await client.query<{ version: number }>(`SELECT max(version::int) AS version FROM ${JOB_SCHEMA}.version`))
        .rows[0]?.version
    : undefined
  if (version !== packageJson.pgboss.schema) await install(url)
  const to = pg.escapeIdentifier(appRole)
  // Every time: a start that was killed between the two steps would otherwise leave tables that nobody may use.
  await client.query(
    `GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO ${to};
     GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO ${to};
     GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO ${to}`,
  )
}

async function install(url: string): Promise<void> {
  const { PgBoss } = await import('pg-boss')
  const address = new URL(url)
  // Its tables stay where they are on a Citus, which would send its scripts of many statements to all machines.
  address.searchParams.set('options', '-c citus.enable_ddl_propagation=off')
  const boss = new PgBoss({
    connectionString: address.toString(),
    schema: JOB_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  let failure: unknown
  boss.on('error', (error) => (failure ??= error))
  await boss.start()
  await boss.stop()
  if (failure) throw failure
}
