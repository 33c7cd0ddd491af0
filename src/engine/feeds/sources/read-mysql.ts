import mysql, { type ConnectionOptions, type FieldPacket } from 'mysql2'
import type { DatabaseSource, FeedTls } from '../../../language/wire-feeds.ts'
import type { SheetCell } from '../../sheets/sheet.ts'
import {
  BATCH,
  checkColumns,
  CONNECT_SECONDS,
  type ReadOptions,
  relationOf,
  saidBy,
  type SourceBatch,
  sourceRefusal,
} from './source.ts'

const tlsOf: Readonly<Record<FeedTls, ConnectionOptions>> = {
  none: {},
  encrypted: { ssl: { rejectUnauthorized: false } },
  verified: { ssl: { rejectUnauthorized: true } },
}

/** A session that can change nothing; the server waits an hour for us to take the next rows. Moments come as they are in China. */
const SESSION = [
  'SET SESSION TRANSACTION READ ONLY',
  "SET SESSION time_zone = '+08:00', net_write_timeout = 3600",
  'START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY',
]

const quote = (name: string) => `\`${name.replaceAll('`', '``')}\``

/**
 * The rows of a view or query of MySQL or MariaDB, streamed, in one read-only transaction.
 * @throws Refusal 503 in words when the server cannot be reached, refuses, or breaks off
 */
export async function* readMysql(source: DatabaseSource, options: ReadOptions): AsyncGenerator<SourceBatch> {
  const { secret, since, limit = Infinity, signal } = options
  const connection = mysql.createConnection({
    host: source.host,
    port: source.port,
    database: source.database,
    user: source.user,
    password: secret ?? '',
    ...tlsOf[source.tls],
    charset: 'utf8mb4',
    connectTimeout: CONNECT_SECONDS * 1000,
    // The server may not ask for files of ours.
    flags: ['-LOCAL_FILES'],
    rowsAsArray: true,
    // Texts as the server writes them: no number loses digits, no day moves with a time zone.
    typeCast: (field) => (field.type === 'BIT' ? bits(field.buffer()) : emptyDay(field.string())),
  })
  connection.on('error', () => {})
  const cut = () => connection.destroy()
  signal?.addEventListener('abort', cut)
  let read = 0
  try {
    signal?.throwIfAborted()
    const run = (sql: string) =>
      new Promise<void>((done, failed) => connection.query(sql, (error) => (error ? failed(error) : done())))
    for (const statement of SESSION) await run(statement)
    const relation = relationOf(source.from, quote)
    const newer = since && since.value !== null ? ` WHERE ${quote(since.column)} >= ?` : ''
    const most = limit === Infinity ? '' : ` LIMIT ${limit}`
    const query = connection.query({
      sql: `SELECT * FROM ${relation} AS source${newer}${since ? ` ORDER BY ${quote(since.column)}` : ''}${most}`,
      values: newer ? [since!.value] : [],
    })
    let columns: readonly string[] = []
    query.on('fields', (fields: FieldPacket[]) => (columns = fields.map((field) => field.name)))
    let rows: SheetCell[][] = []
    const batch = (): SourceBatch => {
      if (read === 0) checkColumns(columns)
      const full = rows.map((cells, index) => ({ number: read + index + 1, cells }))
      read += rows.length
      rows = []
      return { columns, rows: full }
    }
    for await (const row of query.stream({ highWaterMark: 500 })) {
      rows.push(row as SheetCell[])
      if (rows.length === BATCH) yield batch()
    }
    if (read === 0 || rows.length > 0) yield batch()
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Error && 'status' in error ? error : refusalOf(source, error, read)
  } finally {
    signal?.removeEventListener('abort', cut)
    cut()
  }
}

const bits = (bytes: Buffer | null): string | null =>
  bytes === null ? null : BigInt(`0x0${bytes.toString('hex')}`).toString()

/** What MySQL writes where there is no day. */
const emptyDay = (text: string | null): string | null => (text?.startsWith('0000-00-00') ? null : text)

function refusalOf(source: DatabaseSource, error: unknown, read: number) {
  const where = `${source.host}:${source.port}/${source.database}`
  const said = saidBy(error)
  const { code, errno } = error as { code?: string; errno?: number }
  if (code === 'ER_ACCESS_DENIED_ERROR' || code === 'ER_DBACCESS_DENIED_ERROR' || code === 'ER_HOST_NOT_PRIVILEGED')
    return sourceRefusal(
      `${where} 拒绝登录：请检查用户名、密码和该库允许的地址（${said}）`,
      `${where} refused the sign-in: check user, password and the addresses it lets in (${said})`,
    )
  if (code === 'ER_NO_SUCH_TABLE' || code === 'ER_TABLEACCESS_DENIED_ERROR')
    return sourceRefusal(
      `${where} 中没有“${source.from}”，或用户“${source.user}”无权读取（${said}）`,
      `There is no “${source.from}” in ${where}, or “${source.user}” may not read it (${said})`,
    )
  if (code?.startsWith('ER_') && errno !== undefined)
    return sourceRefusal(`${where} 不能执行这个查询：${said}`, `${where} cannot run this query: ${said}`)
  return read > 0
    ? sourceRefusal(
        `读到第 ${read} 行后，${where} 的连接中断（${said}）；已写入的保留，下次从头核对`,
        `The connection to ${where} broke after row ${read} (${said}); what was taken stays, the next run goes on`,
      )
    : sourceRefusal(
        `连不上 ${where}：请检查地址、端口、防火墙（${said}）`,
        `${where} cannot be reached: check address, port and firewall (${said})`,
      )
}
