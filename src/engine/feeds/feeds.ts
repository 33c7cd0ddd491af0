import { sql } from 'kysely'
import { v7 } from 'uuid'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { FeedSettings, FeedSource, WireFeed, WireFeedRegister } from '../../language/wire-feeds.ts'
import { type Actor, may } from '../access/actor.ts'
import { reachOf } from '../access/reach.ts'
import { writeAudit } from '../access/write-audit.ts'
import { type Engine, getRegister } from '../engine.ts'
import { importableFields } from '../importing/match-headers.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { keepSecret, readSecret } from '../secrets.ts'
import { lastRunSql } from './feed-runs.ts'
import { feedKeyOf } from './map-rows.ts'

/** A feed as the engine holds it. */
export interface Feed extends FeedSettings {
  readonly id: string
  readonly version: number
  readonly hasSecret: boolean
  readonly highWater: string | null
  readonly changedAt: string
  readonly changedBy: string
}

const columns = sql`id, name, register, source, secret IS NOT NULL AS "hasSecret", mapping, mode, changed_column AS "changedColumn", vanished, cron,
  enabled, high_water AS "highWater", version, changed_at AS "changedAt", changed_by AS "changedBy"`

/** A feed writes a register's records of the whole college: so must whoever sets it up. */
export const mayFeed = (engine: Engine, actor: Actor, register: AnyRegister): boolean =>
  may(engine.catalogue, actor, 'standards.manage') && reachOf(register, actor, 'write').all

/** @throws Refusal 403 */
export function checkMayFeed(engine: Engine, actor: Actor, register: AnyRegister): void {
  if (!mayFeed(engine, actor, register))
    throw notAllowed({ zh: `为“${register.label.zh}”接入数据`, en: `bring data into "${register.label.en}"` })
}

/** The registers that a person may feed, those without a key left out: a row could not find its record again. */
export function feedableRegisters(engine: Engine, actor: Actor): WireFeedRegister[] {
  return [...engine.catalogue.registers.values()].flatMap((register) => {
    const key = feedKeyOf(register)
    const fields = importableFields(register, actor)
    if (!key || !key.every((name) => fields.includes(name)) || !mayFeed(engine, actor, register)) return []
    return [{ name: register.name, key, fields, isEvents: register.eventsAt !== undefined }]
  })
}

/** The feeds of registers that a person may feed, with what became of them last. @throws Refusal 403 */
export async function listFeeds(engine: Engine, tx: Tx, actor: Actor): Promise<Omit<WireFeed, 'next'>[]> {
  if (!may(engine.catalogue, actor, 'standards.manage')) throw notAllowed({ zh: '管理数据接入', en: 'manage feeds' })
  const rows = await tx.run<Omit<WireFeed, 'next'>>(sql`
    SELECT ${columns}, (${lastRunSql}) AS "lastRun",
      (SELECT count(*) FROM feed_rows r WHERE r.college_id = feeds.college_id AND r.feed_id = feeds.id) AS rows,
      (SELECT count(*) FROM feed_dead_rows d WHERE d.college_id = feeds.college_id AND d.feed_id = feeds.id) AS dead,
      (SELECT count(*) FROM feed_rows r WHERE r.college_id = feeds.college_id AND r.feed_id = feeds.id AND r.missing_since IS NOT NULL) AS missing
    FROM feeds WHERE college_id = ${tx.collegeId} ORDER BY name`)
  return rows.filter(({ register }) => {
    const found = engine.catalogue.registers.get(register)
    return found && mayFeed(engine, actor, found)
  })
}

/** @throws Refusal 404; 403 when the actor may not feed its register */
export async function getFeed(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Feed> {
  const [feed] = isUuid(id)
    ? await tx.run<Feed>(sql`SELECT ${columns} FROM feeds WHERE college_id = ${tx.collegeId} AND id = ${id}`)
    : []
  if (!feed) throw noFeed()
  checkMayFeed(engine, actor, getRegister(engine, feed.register))
  return feed
}

const noFeed = () =>
  new Refusal('not-found', {
    zh: '没有找到这项数据接入，它可能已被删除',
    en: 'This feed was not found: it may have been removed',
  })

/** The password or token of a feed, to be used and never shown. */
export async function secretOf(engine: Engine, tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.run<{ secret: string | null }>(
    sql`SELECT secret FROM feeds WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  return row?.secret ? readSecret(engine, row.secret) : null
}

/**
 * The secret to try a source with: the one given, else the one kept, if it is for the same place.
 * @throws Refusal 404, 403, 422
 */
export async function secretFor(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  source: FeedSource,
  given: string | undefined,
  feedId: string | undefined,
): Promise<string | null> {
  if (given !== undefined || feedId === undefined) return given ?? null
  const feed = await getFeed(engine, tx, actor, feedId)
  if (feed.hasSecret) checkSamePlace(feed.source, source)
  return secretOf(engine, tx, feedId)
}

/** Where a secret goes. */
function placeOf(source: FeedSource): string {
  if (source.kind === 'folder') return ''
  if (source.kind === 'http') return JSON.stringify([new URL(source.url).origin, source.signIn])
  return JSON.stringify([source.kind, source.host, source.port, source.user, source.tls])
}

/** Nobody may have a secret that somebody else entered sent to an address of their own. */
function checkSamePlace(before: FeedSource, after: FeedSource): void {
  if (placeOf(before) !== placeOf(after))
    throw wrong('secret', {
      zh: '地址或登录方式变了，请重新填写密码或令牌',
      en: 'The address or the sign-in changed: enter the password or token again',
    })
}

const wrong = (field: string, message: Label) => new Refusal('invalid', message, { problems: [{ field, message }] })

/** What cannot hold in a feed, whatever its source. @throws Refusal 403, 404, 422 */
export function checkFeed(engine: Engine, actor: Actor, feed: FeedSettings): AnyRegister {
  const register = getRegister(engine, feed.register)
  checkMayFeed(engine, actor, register)
  const key = feedKeyOf(register)
  const open = importableFields(register, actor)
  if (!key || !key.every((name) => open.includes(name)))
    throw wrong('register', {
      zh: `“${register.label.zh}”没有可用来辨认记录的编号，或您无权填写它，不能接入`,
      en: `"${register.label.en}" has no key by which rows find their records, or you may not fill it: it cannot be fed`,
    })
  const filled = feed.mapping.map((entry) => entry.field)
  for (const [index, { column, field }] of feed.mapping.entries()) {
    const known = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined
    if (!known || !open.includes(field))
      throw wrong('mapping', {
        zh: `列“${column}”对应的字段“${known?.label.zh ?? field}”不能由接入填写，或您没有权限`,
        en: `Column “${column}”: field “${known?.label.en ?? field}” cannot be filled by a feed, or not by you`,
      })
    if (filled.indexOf(field) !== index)
      throw wrong('mapping', {
        zh: `字段“${known.label.zh}”对应了两列，请只留一列`,
        en: `Field “${known.label.en}” is filled by two columns: keep one`,
      })
  }
  const missing = key.filter((name) => !filled.includes(name)).map((name) => register.fields[name]!.label)
  if (missing.length > 0)
    throw wrong('mapping', {
      zh: `请为“${missing.map((l) => l.zh).join('、')}”选择对应的列：要靠它找到已有的记录`,
      en: `Choose a column for “${missing.map((l) => l.en).join(', ')}”: records are found by it`,
    })
  checkMode(register, feed)
  return register
}

function checkMode(register: AnyRegister, { source, mode, changedColumn, vanished }: FeedSettings): void {
  if (mode === 'changed' && source.kind === 'folder')
    throw wrong('mode', {
      zh: '文件夹中的每个文件只读一次，不需要增量',
      en: 'Each file of a folder is read once: there is nothing to take in part',
    })
  if (mode === 'changed' && !changedColumn)
    throw wrong('changedColumn', {
      zh: '请选择用来判断变化的列，如更新时间',
      en: 'Choose the column by which changes are told, such as the time of change',
    })
  if (vanished !== 'nothing' && (mode === 'changed' || source.kind === 'folder'))
    throw wrong('vanished', {
      zh: '只有每次读取全部时，才知道哪些行不在了',
      en: 'Only when everything is read each time is it known which rows are gone',
    })
  if (vanished === 'retire' && register.eventsAt)
    throw wrong('vanished', {
      zh: '已发生的事件不会因来源删除而停用',
      en: 'What happened is not taken out of use because a source forgets it',
    })
}

/** What a change of a feed carries; the version is the one that was seen. */
export interface FeedChange extends FeedSettings {
  readonly version?: number
  /** The one kept stays when absent. */
  readonly secret?: string | undefined
}

/** Makes a feed. @throws Refusal 403, 404, 409, 422 */
export async function createFeed(engine: Engine, tx: Tx, actor: Actor, change: FeedChange): Promise<Feed> {
  checkFeed(engine, actor, change)
  await checkName(tx, change.name)
  const id = v7()
  await tx.run(sql`
    INSERT INTO feeds (college_id, id, name, register, source, secret, mapping, mode, changed_column, vanished, cron, enabled, version, changed_at, changed_by)
    VALUES (${tx.collegeId}, ${id}, ${change.name}, ${change.register}, ${JSON.stringify(change.source)}, ${change.secret ? keepSecret(engine, change.secret) : null},
      ${JSON.stringify(change.mapping)}, ${change.mode}, ${change.changedColumn}, ${change.vanished}, ${change.cron}, ${change.enabled}, 1,
      ${new Date().toISOString()}, ${actor.name})`)
  await audit(tx, actor, 'feed.change', change)
  return getFeed(engine, tx, actor, id)
}

/** Changes a feed. Another mapping, source or mode makes the next run look at everything again. @throws Refusal 403, 404, 409, 422 */
export async function changeFeed(engine: Engine, tx: Tx, actor: Actor, id: string, change: FeedChange): Promise<Feed> {
  const before = await getFeed(engine, tx, actor, id)
  checkFeed(engine, actor, change)
  if (change.register !== before.register)
    throw wrong('register', { zh: '数据表不能改：请另建一项接入', en: 'The register cannot change: make another feed' })
  if (change.version !== before.version)
    throw new Refusal('stale', {
      zh: `在您编辑期间，${before.changedBy}已修改了这项接入，请刷新后再改`,
      en: `${before.changedBy} changed this feed while you were editing: reload, then change it again`,
    })
  if (change.name !== before.name) await checkName(tx, change.name)
  if (change.secret === undefined && before.hasSecret) checkSamePlace(before.source, change.source)
  const told = (feed: FeedSettings) => JSON.stringify([feed.source, feed.mapping, feed.mode, feed.changedColumn])
  const highWater = told(before) === told(change) ? before.highWater : null
  const secret =
    change.secret === undefined ? sql`secret` : sql`${change.secret ? keepSecret(engine, change.secret) : null}`
  await tx.run(sql`
    UPDATE feeds SET name = ${change.name}, source = ${JSON.stringify(change.source)}, secret = ${secret}, mapping = ${JSON.stringify(change.mapping)},
      mode = ${change.mode}, changed_column = ${change.changedColumn}, vanished = ${change.vanished}, cron = ${change.cron}, enabled = ${change.enabled},
      high_water = ${highWater}, version = version + 1, changed_at = ${new Date().toISOString()}, changed_by = ${actor.name}
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await audit(tx, actor, 'feed.change', change)
  return getFeed(engine, tx, actor, id)
}

/** Removes a feed and what it remembers; the records it brought stay. @throws Refusal 403, 404 */
export async function removeFeed(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<void> {
  const feed = await getFeed(engine, tx, actor, id)
  for (const table of ['feed_rows', 'feed_dead_rows', 'feed_files', 'feed_runs'])
    await tx.run(sql`DELETE FROM ${sql.table(table)} WHERE college_id = ${tx.collegeId} AND feed_id = ${id}`)
  await tx.run(sql`DELETE FROM feeds WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await audit(tx, actor, 'feed.remove', feed)
}

/** Keeps the highest value that was taken, unless somebody has changed the feed meanwhile. */
export async function keepHighWater(tx: Tx, feed: Feed, value: string): Promise<void> {
  await tx.run(
    sql`UPDATE feeds SET high_water = ${value} WHERE college_id = ${tx.collegeId} AND id = ${feed.id} AND version = ${feed.version}`,
  )
}

async function checkName(tx: Tx, name: string): Promise<void> {
  const [taken] = await tx.run(sql`SELECT id FROM feeds WHERE college_id = ${tx.collegeId} AND name = ${name}`)
  if (taken)
    throw wrong('name', {
      zh: '已有同名的数据接入，请换一个名称',
      en: 'There is a feed of this name already: choose another',
    })
}

const audit = (tx: Tx, actor: Actor, kind: 'feed.change' | 'feed.remove', feed: FeedSettings) =>
  writeAudit(tx, {
    kind,
    actor,
    subject: feed.name,
    detail: {
      register: feed.register,
      source: feed.source.kind,
      mode: feed.mode,
      cron: feed.cron,
      enabled: feed.enabled,
    },
  })
