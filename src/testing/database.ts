import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database } from '../database/connection.ts'
import { migrate } from '../database/migrate.ts'
import type { Engine } from '../engine/engine.ts'
import type { Guard } from '../engine/records/guards.ts'
import type { Catalogue } from '../language/catalogue.ts'

export interface TestDatabase {
  readonly engine: Engine
  readonly database: Database
  readonly adminUrl: string
  readonly appUrl: string
  close(): Promise<void>
}

let made = 0

/** A database of its own for one test file, with the catalogue's tables, on the run's one PostgreSQL. */
export async function openTestDatabase(catalogue: Catalogue, guards: readonly Guard[] = []): Promise<TestDatabase> {
  const { adminUrl, appUrl } = inject('database')
  const name = `test_${process.pid}_${++made}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`)
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO jiangxin_app`)
  await admin.end()
  const on = (url: string) => {
    const u = new URL(url)
    u.pathname = `/${name}`
    return u.toString()
  }
  await migrate(on(adminUrl), catalogue.registers.values(), 'jiangxin_app')
  const database = connect(on(appUrl), { max: 6 })
  const filesDir = mkdtempSync(join(tmpdir(), 'jiangxin-files-'))
  return {
    engine: { catalogue, database, filesDir, guards },
    database,
    adminUrl: on(adminUrl),
    appUrl: on(appUrl),
    async close() {
      await database.close()
      rmSync(filesDir, { recursive: true, force: true })
      const cleaner = new pg.Client({ connectionString: adminUrl })
      await cleaner.connect()
      // A vacuum of the server's own may just be at work there, and may not be ended by us: then the database
      // goes with the run's whole cluster.
      await cleaner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch((error: { code?: string }) => {
        if (error.code !== '42501') throw error
      })
      await cleaner.end()
    },
  }
}
