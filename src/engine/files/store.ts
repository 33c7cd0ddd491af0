import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { FileRef } from '../../language/fields.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'

/** Number of the locks on contents. */
const CONTENT = 0x6a7b

const HASH = /^[0-9a-f]{64}$/

/** Where the content of a file lies: named by its SHA-256, so that the same content is kept once. */
export const pathOf = (filesDir: string, sha256: string): string =>
  join(filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** A name that is no path and has no control characters; its end is kept, for it says the kind. */
export const safeName = (name: string) =>
  [...name]
    .map((c) => (c === '/' || c === '\\' || c < ' ' ? '_' : c))
    .join('')
    .slice(-200) || 'file'

/** What a file's first bytes say it is; the sender's word is not taken for types that a browser would run. */
const DANGEROUS = /\.(exe|dll|bat|cmd|com|msi|scr|js|mjs|vbs|ps1|sh|html?|xhtml|svg|hta|jar)$/i

export interface Limits {
  readonly maxBytes: number
  /** A program that is given the file's path; a non-zero end means: infected. */
  readonly scanCommand?: string
}

/** A file whose content is in its place, not yet known to any college. */
export interface Received extends FileRef {
  readonly scan: 'clean' | 'not-scanned'
}

/**
 * Receives a file by the hash of its content: written beside, scanned, then moved into place, so that a killed
 * process leaves nothing half-written under a valid name. Needs no transaction: a slow sender holds no connection.
 * @throws Refusal 413 too large, 422 dangerous type or infected
 */
export async function receiveFile(
  engine: Engine,
  file: { name: string; type: string; content: Readable },
  limits: Limits,
): Promise<Received> {
  const name = safeName(file.name)
  if (DANGEROUS.test(name))
    throw new Refusal('invalid', {
      zh: `不接受“${name}”这种可执行或网页文件，请改为 PDF、图片或 Office 文件`,
      en: `"${name}" is a kind of file that could be run: send a PDF, picture or Office file`,
    })
  const inbox = join(engine.filesDir, 'incoming')
  mkdirSync(inbox, { recursive: true })
  const arriving = join(inbox, v7())
  const hash = createHash('sha256')
  let size = 0
  try {
    await pipeline(
      file.content,
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          size += chunk.length
          if (size > limits.maxBytes)
            throw new Refusal('too-large', {
              zh: `文件超过 ${Math.round(limits.maxBytes / 1048576)} MB 的上限`,
              en: `The file is larger than ${Math.round(limits.maxBytes / 1048576)} MB`,
            })
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(arriving, { flags: 'wx', mode: 0o600, flush: true }),
    )
    if (size === 0) throw new Refusal('invalid', { zh: `文件“${name}”是空的`, en: `File "${name}" is empty` })
    const scan = limits.scanCommand ? await scanned(limits.scanCommand, arriving) : 'not-scanned'
    if (scan === 'infected')
      throw new Refusal('invalid', {
        zh: `文件“${name}”未通过病毒扫描，已拒收`,
        en: `File "${name}" failed the virus scan and was refused`,
      })
    const sha256 = hash.digest('hex')
    const target = pathOf(engine.filesDir, sha256)
    if (!existsSync(target)) {
      mkdirSync(join(target, '..'), { recursive: true })
      await rename(arriving, target)
    }
    return { sha256, name, size, type: file.type, scan }
  } finally {
    await rm(arriving, { force: true })
  }
}

/** Makes a received file known to the actor's college; the same content again is no second file, but one's own upload. */
export async function recordFile(tx: Tx, actor: Actor, { sha256, name, size, type, scan }: Received): Promise<FileRef> {
  const at = new Date().toISOString()
  await lockContent(tx, sha256, 'together')
  await tx.run(sql`
    INSERT INTO files (college_id, sha256, name, size, type, scan, created_by, created_at)
    VALUES (${tx.collegeId}, ${sha256}, ${name}, ${size}, ${type}, ${scan}, ${actor.accountId}, ${at})
    ON CONFLICT (college_id, sha256) DO UPDATE SET name = excluded.name, scan = excluded.scan, created_by = excluded.created_by
      WHERE files.scan = 'erased'`)
  await tx.run(sql`
    INSERT INTO uploads (college_id, account_id, sha256, name, at)
    VALUES (${tx.collegeId}, ${actor.accountId}, ${sha256}, ${name}, ${at})
    ON CONFLICT (college_id, account_id, sha256) DO UPDATE SET name = excluded.name, at = excluded.at`)
  return { sha256, name, size, type }
}

/** Holds a content still until the transaction ends: those who keep it do so together, whoever removes it alone. */
export async function lockContent(tx: Tx, sha256: string, how: 'together' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await tx.run(sql`SELECT ${lock}(${CONTENT}, hashtext(${sha256}))`)
}

/** @throws Refusal 413 when the person has uploaded as much as one person may */
async function withinQuota(engine: Engine, tx: Tx, actor: Actor, { sha256, size }: Received): Promise<void> {
  const quota = engine.personQuota
  if (!quota || actor.system) return
  const [own] = await tx.run<{ bytes: string; files: number }>(sql`
    SELECT coalesce(sum(f.size), 0)::text AS bytes, count(*) AS files FROM uploads u JOIN files f ON f.college_id = u.college_id AND f.sha256 = u.sha256
    WHERE u.college_id = ${tx.collegeId} AND u.account_id = ${actor.accountId} AND u.sha256 <> ${sha256}`)
  if (Number(own!.bytes) + size <= quota.bytes && own!.files < quota.files) return
  const megabytes = Math.round(quota.bytes / 1048576)
  throw new Refusal('too-large', {
    zh: `您上传的文件已达上限（${megabytes} MB，${quota.files} 个），请联系系统管理员`,
    en: `You have uploaded as much as one person may (${megabytes} MB, ${quota.files} files): ask a system administrator`,
  })
}

/**
 * Records a received file whose content is still there.
 * @throws Refusal 409 when it was just removed as nobody's, 413 when the person has uploaded too much
 */
export async function keepReceived(engine: Engine, tx: Tx, actor: Actor, received: Received): Promise<FileRef> {
  await withinQuota(engine, tx, actor, received)
  const kept = await recordFile(tx, actor, received)
  if (!existsSync(pathOf(engine.filesDir, kept.sha256)))
    throw new Refusal('conflict', { zh: '文件没有保存成功，请重新上传', en: 'The file was not kept: upload it again' })
  return kept
}

/** Receives and records in one go, for content that is at hand. */
export async function keepFile(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  file: { name: string; type: string; content: Readable },
  limits: Limits,
): Promise<FileRef> {
  return keepReceived(engine, tx, actor, await receiveFile(engine, file, limits))
}

function scanned(command: string, path: string): Promise<'clean' | 'infected'> {
  const [program = '', ...args] = command.split(' ')
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, path], { stdio: 'ignore' })
    child.on('error', (error) => reject(new Error(`VIRUS_SCAN_COMMAND could not be run: ${error.message}`)))
    child.on('exit', (code) => resolve(code === 0 ? 'clean' : 'infected'))
  })
}

/** The content of a kept file. @throws Refusal 404 when the college never kept it */
export async function openFile(
  engine: Engine,
  tx: Tx,
  sha256: string,
): Promise<{ stream: Readable; size: number; type: string }> {
  const [row] = HASH.test(sha256)
    ? await tx.run<{ size: number; type: string }>(
        sql`SELECT size, type FROM files WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256}`,
      )
    : []
  const path = row && pathOf(engine.filesDir, sha256)
  if (!row || !path || !existsSync(path))
    throw new Refusal('not-found', { zh: '没有找到这个文件', en: 'This file was not found' })
  return { ...row, stream: createReadStream(path) }
}
