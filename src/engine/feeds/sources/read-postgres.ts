import { Socket } from 'node:net'
import pg from 'pg'
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

/** Texts as the server writes them: no number loses digits, no day moves with a time zone. */
const asWritten = { getTypeParser: () => (text: string) => text } as unknown as pg.CustomTypesConfig

/** A session that can change nothing. Moments come as they are in China. */
const SESSION = `SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY; SET TimeZone = 'Asia/Shanghai'; SET DateStyle = 'ISO, YMD'; SET statement_timeout = '30min'`

const tlsOf: Readonly<Record<FeedTls, pg.ClientConfig['ssl']>> = {
  none: false,
  encrypted: { rejectUnauthorized: false },
  verified: true as const,
}

/**
 * The rows of a view or query, batch by batch through a cursor, in one read-only transaction: what others write
 * meanwhile is not seen.
 * @throws Refusal 503 in words when the server cannot be reached, refuses, or breaks off
 */
export async function* readPostgres(source: DatabaseSource, options: ReadOptions): AsyncGenerator<SourceBatch> {
  const { secret, since, limit = Infinity, signal } = options
  // Ours, so that it can be cut whatever the server is busy with.
  const socket = new Socket()
  const cut = () => void socket.destroy()
  const client = new pg.Client({
    host: source.host,
    port: source.port,
    database: source.database,
    user: source.user,
    password: secret ?? '',
    ssl: tlsOf[source.tls],
    stream: () => socket,
    types: asWritten,
    connectionTimeoutMillis: CONNECT_SECONDS * 1000,
    application_name: 'jiangxin',
  })
  // Without a listener a broken connection would end the process; whoever waits for an answer hears of it.
  client.on('error', () => {})
  signal?.addEventListener('abort', cut)
  let read = 0
  try {
    signal?.throwIfAborted()
    await client.connect()
    await client.query(SESSION)
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const relation = relationOf(source.from, (name) => pg.escapeIdentifier(name))
    const column = since && pg.escapeIdentifier(since.column)
    const newer = column && since.value !== null ? ` WHERE ${column} >= $1` : ''
    // Always a prepared statement: more than one in the text is refused.
    await client.query({
      text: `DECLARE feed NO SCROLL CURSOR FOR SELECT * FROM ${relation} AS source${newer}${column ? ` ORDER BY ${column} NULLS FIRST` : ''}`,
      values: newer ? [since!.value] : [],
      queryMode: 'extended',
    } as pg.QueryConfig)
    while (read < limit) {
      const size = Math.min(BATCH, limit - read)
      const { fields, rows } = await client.query<SheetCell[]>({
        text: `FETCH FORWARD ${size} FROM feed`,
        rowMode: 'array',
      })
      const columns = fields.map((field) => field.name)
      if (read === 0) checkColumns(columns)
      for (const [index, { dataTypeID }] of fields.entries()) {
        const mend = MENDED[dataTypeID]
        if (mend) for (const row of rows) if (row[index] !== null) row[index] = mend(String(row[index]))
      }
      if (read === 0 || rows.length > 0)
        yield { columns, rows: rows.map((cells, index) => ({ number: read + index + 1, cells })) }
      read += rows.length
      if (rows.length < size) break
    }
    await client.end()
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Error && 'status' in error ? error : refusalOf(source, error, read, since?.column)
  } finally {
    signal?.removeEventListener('abort', cut)
    cut()
  }
}

const MENDED: Readonly<Record<number, (text: string) => SheetCell>> = {
  [pg.types.builtins.BOOL]: (text) => text === 't',
  // The session's zone is China's; the offset says nothing more.
  [pg.types.builtins.TIMESTAMPTZ]: (text) => text.replace(/[+-]\d\d(?::?\d\d)?$/, ''),
}

function refusalOf(source: DatabaseSource, error: unknown, read: number, since: string | undefined) {
  const where = `${source.host}:${source.port}/${source.database}`
  const said = saidBy(error)
  const code = String((error as { code?: unknown }).code ?? '')
  if (code === '28P01' || code === '28000')
    return sourceRefusal(
      `${where} 拒绝登录：请检查用户名、密码和该库允许的地址（${said}）`,
      `${where} refused the sign-in: check user, password and the addresses it lets in (${said})`,
    )
  if (code === '42P01' || code === '42501')
    return sourceRefusal(
      `${where} 中没有“${source.from}”，或用户“${source.user}”无权读取（${said}）`,
      `There is no “${source.from}” in ${where}, or “${source.user}” may not read it (${said})`,
    )
  if (code === '42703' && since)
    return sourceRefusal(
      `${where} 中没有列“${since}”（用来判断变化的列），或查询中有不存在的列：${said}`,
      `${where} has no column “${since}” (by which changes are told), or the query names one that is not there: ${said}`,
    )
  if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('57') && !code.startsWith('08'))
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
