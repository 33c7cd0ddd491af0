import { createHash } from 'node:crypto'
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
import { dropCitusDatabase, makeCitusDatabase } from './citus-database.ts'
import { dropDatabase } from './drop-database.ts'

export interface TestDatabase {
  readonly engine: Engine
  readonly database: Database
  readonly adminUrl: string
  readonly appUrl: string
  close(): Promise<void>
}

let made = 0

/**
 * A database of its own for one test file, with the catalogue's tables, on the run's one PostgreSQL.
 * @param guards what modules have to say to changes; without them registers stand alone
 */
export async function openTestDatabase(catalogue: Catalogue, guards: readonly Guard[] = []): Promise<TestDatabase> {
  if (inject('citusUrl') !== '') return openOnCitus(catalogue, guards, async () => {})
  return openCopy(catalogue, guards, await templateOf(catalogue, 'empty', async () => {}))
}

/** The same with what `fill` puts in: done once per run for all test files that give the same name. */
export async function openFilledDatabase(
  catalogue: Catalogue,
  name: string,
  fill: (engine: Engine) => Promise<void>,
): Promise<TestDatabase> {
  if (inject('citusUrl') !== '') return openOnCitus(catalogue, [], fill)
  return openCopy(catalogue, [], await templateOf(catalogue, name, fill))
}

/** Runs statements as the owner of the run's PostgreSQL. */
async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('database').adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address of another database of the same PostgreSQL. */
function addressOf(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

/** The name of the database that is copied for all test files with the same tables: whoever needs it first makes it. */
async function templateOf(
  catalogue: Catalogue,
  name: string,
  fill: (engine: Engine) => Promise<void>,
): Promise<string> {
  const tables = createHash('sha1').update(JSON.stringify([...catalogue.registers.values()]))
  const template = `template_${name}_${tables.digest('hex').slice(0, 16)}`
  const { adminUrl, appUrl } = inject('database')
  await asOwner(async (owner) => {
    await owner.query('SELECT pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await owner.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rowCount !== 0) return
    const raw = `${template}_raw`
    await owner.query(`DROP DATABASE IF EXISTS ${raw} WITH (FORCE)`)
    await owner.query(`CREATE DATABASE ${raw} TEMPLATE template0`)
    await migrate(addressOf(adminUrl, raw), catalogue.registers.values(), 'jiangxin_app')
    const database = connect(addressOf(appUrl, raw), { max: 6 })
    await fill({ catalogue, database, filesDir: '', guards: [] })
    await database.close()
    // Named when it is whole: one that was cut short is made again.
    await owner.query(`ALTER DATABASE ${raw} RENAME TO ${template}`)
  })
  return template
}

async function openCopy(catalogue: Catalogue, guards: readonly Guard[], template: string): Promise<TestDatabase> {
  const name = nextName()
  await asOwner(async (owner) => {
    await owner.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    await owner.query(`GRANT CONNECT ON DATABASE ${name} TO jiangxin_app`)
  })
  return opened(catalogue, guards, name, () => asOwner((owner) => dropDatabase(owner, name)))
}

/** Made anew each time: what is spread over several machines cannot be copied from a template. */
async function openOnCitus(
  catalogue: Catalogue,
  guards: readonly Guard[],
  fill: (engine: Engine) => Promise<void>,
): Promise<TestDatabase> {
  const name = nextName()
  await makeCitusDatabase(inject('citusUrl'), name)
  await migrate(addressOf(inject('database').adminUrl, name), catalogue.registers.values(), 'jiangxin_app')
  const made = opened(catalogue, guards, name, () => dropCitusDatabase(inject('citusUrl'), name))
  await fill(made.engine)
  return made
}

const nextName = () => `test_${process.pid}_${++made}`

function opened(
  catalogue: Catalogue,
  guards: readonly Guard[],
  name: string,
  drop: () => Promise<unknown>,
): TestDatabase {
  const { adminUrl, appUrl } = inject('database')
  const on = (url: string) => addressOf(url, name)
  const database = connect(on(appUrl), { max: 6, isSpread: inject('citusUrl') !== '' })
  const filesDir = mkdtempSync(join(tmpdir(), 'jiangxin-files-'))
  return {
    engine: { catalogue, database, filesDir, guards },
    database,
    adminUrl: on(adminUrl),
    appUrl: on(appUrl),
    async close() {
      await database.close()
      rmSync(filesDir, { recursive: true, force: true })
      await drop()
    },
  }
}
