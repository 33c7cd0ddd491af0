import { sql } from 'kysely'
import { type Actor, may } from '../../../engine/access/actor.ts'
import { writeAudit } from '../../../engine/access/write-audit.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { keepSecret, readSecret } from '../../../engine/secrets.ts'
import type { PlatformAddress } from './platform-client.ts'
import { isSecret } from './sealed-body.ts'
import { type Connection, type PlatformPaths, USUAL_PATHS } from './wire-platform.ts'

export interface ConnectionChange extends Omit<Connection, 'hasSecret' | 'changedAt' | 'changedBy'> {
  /** The one kept stays when absent. */
  readonly secret?: string
}

interface Row {
  readonly url: string
  readonly app_key: string
  readonly secret: string
  readonly mode: 'ecb' | 'cbc'
  readonly encoding: 'base64' | 'hex'
  readonly batch_rows: number
  readonly paths: PlatformPaths | null
  readonly enabled: boolean
  readonly changed_at: string
  readonly changed_by: string
}

async function findRow(tx: Tx, standard: string): Promise<Row | undefined> {
  const [row] = await tx.run<Row>(sql`
    SELECT url, app_key, secret, mode, encoding, batch_rows, paths, enabled, changed_at, changed_by FROM standard_connections
    WHERE college_id = ${tx.collegeId} AND standard = ${standard}`)
  return row
}

export function checkMayManage(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'standards.manage'))
    throw notAllowed({ zh: '管理数据上报', en: 'manage the reporting of data' })
}

/** @throws Refusal 403 */
export async function findConnection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  standard: string,
): Promise<Connection | null> {
  checkMayManage(engine, actor)
  const row = await findRow(tx, standard)
  return row
    ? {
        url: row.url,
        appKey: row.app_key,
        hasSecret: row.secret !== '',
        mode: row.mode,
        encoding: row.encoding,
        batchRows: row.batch_rows,
        paths: row.paths ?? USUAL_PATHS,
        enabled: row.enabled,
        changedAt: row.changed_at,
        changedBy: row.changed_by,
      }
    : null
}

/** @throws Refusal 422 when a connection like this cannot work */
function checkChange(change: ConnectionChange, before: Row | undefined): void {
  const wrong = (field: string, zh: string, en: string) =>
    new Refusal('invalid', { zh, en }, { problems: [{ field, message: { zh, en } }] })
  if (!/^https?:\/\/[^/\s]+/.test(change.url))
    throw wrong('url', '地址应以 http:// 或 https:// 开头', 'The address must begin with http:// or https://')
  for (const [name, path] of Object.entries(change.paths))
    if (!/^\/[\w./-]*$/.test(path))
      throw wrong(
        `paths.${name}`,
        '路径应以 / 开头，只含字母、数字和 . _ - /',
        'A path begins with / and has letters, digits and . _ - / only',
      )
  if (change.secret !== undefined && !isSecret(change.secret))
    throw wrong(
      'secret',
      '应用密钥应为 32 位十六进制数字，或 16 个字符：请从平台重新复制',
      'The secret must have 32 hexadecimal digits or 16 characters: copy it again from the platform',
    )
  if (change.secret === undefined && !before) throw wrong('secret', '请填写应用密钥', 'Enter the application secret')
}

/** The address that a change would lead to, with the secret that is kept when none is given. @throws Refusal 403, 422 */
export async function addressOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  standard: string,
  change: ConnectionChange,
): Promise<PlatformAddress> {
  checkMayManage(engine, actor)
  const before = await findRow(tx, standard)
  checkChange(change, before)
  const { url, appKey, mode, encoding, paths } = change
  return { url, appKey, mode, encoding, paths, secret: change.secret ?? readSecret(engine, before!.secret) }
}

/** Keeps where to report to. The secret is kept encrypted and never shown again. @throws Refusal 403, 422 */
export async function changeConnection(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  standard: string,
  change: ConnectionChange,
): Promise<void> {
  checkMayManage(engine, actor)
  const before = await findRow(tx, standard)
  checkChange(change, before)
  const secret = change.secret === undefined ? before!.secret : keepSecret(engine, change.secret)
  await tx.run(sql`
    INSERT INTO standard_connections (college_id, standard, url, app_key, secret, mode, encoding, batch_rows, paths, enabled, changed_at, changed_by)
    VALUES (${tx.collegeId}, ${standard}, ${change.url}, ${change.appKey}, ${secret}, ${change.mode}, ${change.encoding},
      ${change.batchRows}, ${JSON.stringify(change.paths)}::jsonb, ${change.enabled}, ${new Date().toISOString()}, ${actor.name})
    ON CONFLICT (college_id, standard) DO UPDATE SET url = excluded.url, app_key = excluded.app_key, secret = excluded.secret, mode = excluded.mode,
      encoding = excluded.encoding, batch_rows = excluded.batch_rows, paths = excluded.paths, enabled = excluded.enabled, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
  await writeAudit(tx, {
    kind: 'standard.connection',
    actor,
    subject: standard,
    detail: { url: change.url, paths: change.paths, enabled: change.enabled, newKey: change.secret !== undefined },
  })
}

/** The connection as the client needs it; null when there is none or it is switched off. */
export async function openConnection(
  engine: Engine,
  tx: Tx,
  standard: string,
): Promise<{ address: PlatformAddress; batchRows: number } | null> {
  const row = await findRow(tx, standard)
  if (!row?.enabled) return null
  const address = {
    url: row.url,
    appKey: row.app_key,
    secret: readSecret(engine, row.secret),
    mode: row.mode,
    encoding: row.encoding,
    paths: row.paths ?? USUAL_PATHS,
  }
  return { address, batchRows: row.batch_rows }
}
