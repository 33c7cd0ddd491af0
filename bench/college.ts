import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { v7 } from 'uuid'
import { connect } from '../src/database/connection.ts'
import { startEmbedded } from '../src/database/embedded/start-embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { hashPassword } from '../src/engine/access/password-hash.ts'
import type { Engine } from '../src/engine/engine.ts'
import type { Catalogue } from '../src/language/catalogue.ts'
import { guardList } from '../src/server/guard-list.ts'

export interface BenchDatabase {
  readonly engine: Engine
  readonly appUrl: string
  readonly adminUrl: string
  readonly dataDir: string
  close(): Promise<void>
}

/** A PostgreSQL of its own for a benchmark, with the catalogue's tables. */
export async function openBench(catalogue: Catalogue): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiangxin-bench-'))
  const { adminUrl, appUrl, stop } = await startEmbedded({ dataDir })
  await migrate(adminUrl, catalogue.registers.values(), 'jiangxin_app')
  const database = connect(appUrl)
  return {
    engine: { catalogue, database, filesDir: join(dataDir, 'files'), guards: guardList },
    appUrl,
    adminUrl,
    dataDir,
    async close() {
      // Who copies the database has closed it before.
      await database.close().catch(() => {})
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** An account that holds one role at one unit. */
export async function addAccount(
  engine: Engine,
  collegeId: string,
  name: string,
  password: string,
  role: string,
  unitId: string,
): Promise<void> {
  const id = v7()
  const hash = await hashPassword(password)
  await engine.database.inCollege(collegeId, async (tx) => {
    await tx.run(
      sql`INSERT INTO accounts (college_id, id, name, password_hash, display_name, created_at, password_changed_at) VALUES (${collegeId}, ${id}, ${name}, ${hash}, ${name}, now(), now())`,
    )
    await tx.run(
      sql`INSERT INTO assignments (college_id, id, account_id, role, unit_id) VALUES (${collegeId}, ${v7()}, ${id}, ${role}, ${unitId})`,
    )
  })
}

/**
 * Fills a register's table by one statement: for sizes that nobody would type.
 * @param tidying whether tables are vacuumed at once; who fills many colleges does so at the end
 */
export async function fill(
  adminUrl: string,
  collegeId: string,
  statement: string,
  tidying: 'at once' | 'later' = 'at once',
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
  await client.query(statement)
  await client.query('COMMIT')
  if (tidying === 'at once') await client.query('VACUUM ANALYZE')
  await client.end()
}
