import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { StartError } from '../start-error.ts'
import { type Folders, explain } from './folders.ts'

/**
 * Who may log in: the superuser (PostgreSQL's own `postgres`, for setting up and for backups), the owner of the tables
 * (migrations), and the application, which may not change the structure.
 */
export type Login = 'superuser' | 'owner' | 'app'

const roleNames = { superuser: 'postgres', owner: 'jiangxin_owner', app: 'jiangxin_app' } as const

/** The password of a login; made up the first time and kept in a file only this user can read. */
export function readPassword(folders: Folders, login: Login): string {
  const file = path.join(folders.home, `${login}.password`)
  try {
    if (!existsSync(file)) {
      if (login === 'superuser' && existsSync(folders.cluster)) throw lostPassword(file)
      writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
    }
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw error instanceof StartError ? error : explain(error, file)
  }
}

/** The address of the embedded server for one login. It contains the password: never log it. */
export function urlOf(folders: Folders, port: number, login: Login, database = 'jiangxin'): string {
  return `postgres://${roleNames[login]}:${readPassword(folders, login)}@127.0.0.1:${port}/${database}`
}

/**
 * Creates what is missing of roles and database. Runs at every start of the server, so that a first start that was
 * interrupted half-way is completed by the next one.
 */
export async function prepareRoles(folders: Folders, port: number): Promise<void> {
  const { owner, app } = roleNames
  await withClient(urlOf(folders, port, 'superuser', 'postgres'), async (client) => {
    // A failing statement is written to the log as it is, passwords included.
    await client.query('SET log_min_error_statement = panic')
    const roles = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles')
    const known = new Set(roles.rows.map((row) => row.rolname))
    const ensure = (name: string, login: Login, rights: string) =>
      client.query(
        `${known.has(name) ? 'ALTER' : 'CREATE'} ROLE ${name} LOGIN ${rights} PASSWORD '${readPassword(folders, login)}'`,
      )
    await ensure(owner, 'owner', 'NOSUPERUSER CREATEDB CREATEROLE NOBYPASSRLS')
    await ensure(app, 'app', 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS')
    const databases = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'jiangxin'`)
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE jiangxin OWNER ${owner}`)
    // TEMPORARY and CONNECT are everyone's by default.
    await client.query('REVOKE ALL ON DATABASE jiangxin FROM PUBLIC')
    await client.query(`GRANT CONNECT ON DATABASE jiangxin TO ${app}`)
  })
  await letSearchUseItsIndex(folders, port)
}

/** By which words are looked for; by which learning records are, through whoever and whatever they name. */
const SEARCHING = [
  'ts_match_vq(tsvector, tsquery)',
  'arraycontains(anyarray, anyarray)',
  'arrayoverlap(anyarray, anyarray)',
]

/**
 * Behind the wall around each college PostgreSQL uses an index only by functions that tell nothing of the rows they
 * refuse. Those by which rows are looked for tell nothing, but are not marked so: every search would read every row.
 */
const letSearchUseItsIndex = (folders: Folders, port: number) =>
  withClient(urlOf(folders, port, 'superuser'), async (client) => {
    for (const name of SEARCHING) {
      const { rowCount } = await client.query(
        'SELECT 1 FROM pg_proc WHERE oid = $1::regprocedure AND NOT proleakproof',
        [name],
      )
      if (rowCount) await client.query(`ALTER FUNCTION ${name} LEAKPROOF`)
    }
  })

/** Whether the server answers a query. */
export async function answers(folders: Folders, port: number): Promise<boolean> {
  try {
    await withClient(urlOf(folders, port, 'owner'), (client) => client.query('SELECT 1'))
    return true
  } catch (error) {
    if (error instanceof StartError) throw error
    // 28P01: the password file is not the one this cluster was made with. Waiting would not help.
    if ((error as { code?: string }).code === '28P01')
      throw lostPassword(path.join(folders.home, 'owner.password'), error)
    return false
  }
}

/** Opens a connection for `work` and closes it. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'jiangxin-start',
    connectionTimeoutMillis: 10_000,
  })
  // A server that stops under an idle connection must not end our process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function lostPassword(file: string, cause?: unknown): StartError {
  return new StartError(
    `密码文件 ${file} 缺失或与数据库不符。请从备份中取回该文件，或用 jiangxin restore 恢复备份。`,
    `The password file ${file} is missing or does not fit the database: put the file back from a backup, or restore one with jiangxin restore.`,
    { cause },
  )
}
