import { Client } from 'pg'
import { startEmbedded } from './embedded/start-embedded.ts'
import { StartError } from './start-error.ts'

/** What opening the database needs to know; part of the program's settings. */
export type DatabaseSettings = {
  /** Folder of the embedded server. */
  dataDir: string
  /** A PostgreSQL server to use instead, as the owner of the tables. */
  databaseUrl?: string | undefined
  /** The same server as the application role; the owner's address when absent. */
  databaseAppUrl?: string | undefined
}

/** Where to connect. The addresses contain passwords: never log them. */
export type DatabaseUrls = {
  kind: 'embedded' | 'server'
  /** For migrations: owns the tables. */
  adminUrl: string
  /** For everything else: may not change the structure. */
  appUrl: string
  /** Starts the embedded server again if it ended under us; does nothing for a server of one's own. */
  revive(): Promise<void>
  /** Gives the embedded server back (the last user stops it); does nothing for a server of one's own. */
  close(): Promise<void>
}

const oldestMajor = 15

/**
 * Opens the database the settings ask for, and makes sure it answers.
 * @throws StartError when it cannot be used
 */
export async function openDatabaseUrls(
  settings: DatabaseSettings,
  log: (line: string) => void = () => undefined,
): Promise<DatabaseUrls> {
  if (!settings.databaseUrl) {
    const embedded = await startEmbedded({ dataDir: settings.dataDir, log })
    return {
      kind: 'embedded',
      adminUrl: embedded.adminUrl,
      appUrl: embedded.appUrl,
      // Left at once: the use noted by the first start keeps the server running, on the port it had.
      revive: async () => (await startEmbedded({ dataDir: settings.dataDir, log })).stop(),
      close: () => embedded.stop(),
    }
  }
  const appUrl = settings.databaseAppUrl ?? settings.databaseUrl
  await checkServer('DATABASE_URL', settings.databaseUrl)
  if (appUrl !== settings.databaseUrl) await checkServer('DATABASE_APP_URL', appUrl)
  return {
    kind: 'server',
    adminUrl: settings.databaseUrl,
    appUrl,
    revive: async () => undefined,
    close: async () => undefined,
  }
}

async function checkServer(variable: string, url: string): Promise<void> {
  const shown = withoutPassword(url)
  const client = new Client({
    connectionString: url,
    application_name: 'jiangxin-start',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
    )
    const { version, encoding } = rows[0]!
    const major = Math.floor(version / 10_000)
    if (major < oldestMajor) {
      throw new StartError(
        `${variable}（${shown}）是 PostgreSQL ${major}，匠心需要 ${oldestMajor} 或更新版本。请升级服务器或改用别的服务器。`,
        `${variable} (${shown}) is PostgreSQL ${major} and Jiangxin needs ${oldestMajor} or later: upgrade it or use another server.`,
      )
    }
    if (encoding !== 'UTF8') {
      throw new StartError(
        `${variable}（${shown}）的编码是 ${encoding}，需要 UTF8。请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 新建数据库。`,
        `${variable} (${shown}) has encoding ${encoding} and must have UTF8: create a database with ENCODING 'UTF8' TEMPLATE template0.`,
      )
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    const said = (error as Error).message || (error as NodeJS.ErrnoException).code
    throw new StartError(
      `无法连接 ${variable} 指定的 PostgreSQL（${shown}）：${said}。请检查地址、端口、用户、密码与数据库名；不设置 DATABASE_URL 则使用内置数据库。`,
      `Cannot connect to the PostgreSQL of ${variable} (${shown}): ${said}. Check host, port, user, password and database; without DATABASE_URL the embedded one is used.`,
      { cause: error },
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** An address that may be shown: the password is replaced by stars. */
export function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    if (parsed.password) parsed.password = '***'
    return parsed.toString()
  } catch {
    return url.replace(/:[^:@/]*@/, ':***@')
  }
}
