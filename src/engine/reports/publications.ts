import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { WirePublication } from '../../language/wire-reports.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { pathOf } from '../files/store.ts'
import { Refusal } from '../refusal.ts'
import type { OutputName, Outputs } from './compile.ts'

export interface KeptFile {
  readonly name: OutputName
  readonly sha256: string
  readonly size: number
}

export const OUTPUT_TYPES: Readonly<Record<OutputName, string>> = {
  'report.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'report.pdf': 'application/pdf',
  'index.html': 'text/html; charset=utf-8',
  'staff.html': 'text/html; charset=utf-8',
  'preview.html': 'text/html; charset=utf-8',
  'figures.json': 'application/json; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
}

/** What anybody may fetch of a publication; the rest is for those signed in, and for checking the seal. */
const PUBLIC = new Set<string>(['report.docx', 'report.pdf', 'index.html', 'figures.json', 'report.json'])

/** A report's publications, newest first: none is ever taken back. */
export async function listPublications(tx: Tx, reportId: string): Promise<WirePublication[]> {
  const rows = await tx.run<Omit<WirePublication, 'files'> & { files: readonly KeptFile[] }>(sql`
    SELECT id, hash, published_at AS at, published_by_name AS "byName", files FROM publications
    WHERE college_id = ${tx.collegeId} AND report_id = ${reportId} ORDER BY id DESC`)
  return rows.map((r) => ({ ...r, files: r.files.filter((f) => PUBLIC.has(f.name)) }))
}

export interface PublishedFile extends KeptFile {
  readonly at: string
}

/** Files of the latest publication, in the order asked for; none when nothing is published. */
export async function publishedFiles(tx: Tx, reportId: string, names: readonly OutputName[]): Promise<PublishedFile[]> {
  const [row] = await tx.run<{ files: readonly KeptFile[]; at: string }>(
    sql`SELECT files, published_at AS at FROM publications WHERE college_id = ${tx.collegeId} AND report_id = ${reportId} ORDER BY id DESC LIMIT 1`,
  )
  return names.flatMap((name) => row?.files.filter((f) => f.name === name).map((f) => ({ ...f, at: row.at })) ?? [])
}

/** One file of the latest publication; null when there is none. */
export const publishedFile = async (tx: Tx, reportId: string, name: OutputName): Promise<PublishedFile | null> =>
  (await publishedFiles(tx, reportId, [name]))[0] ?? null

/** The bytes as they were published. @throws Refusal 404 when the folder of files has lost them, 409 when they were changed */
export async function readKept(engine: Engine, file: KeptFile): Promise<Buffer> {
  const bytes = await readFile(pathOf(engine.filesDir, file.sha256)).catch(() => null)
  if (!bytes)
    throw new Refusal('not-found', {
      zh: `已发布的文件“${file.name}”不在文件目录中，请从备份恢复`,
      en: `The published file "${file.name}" is missing in the folder of files: restore it from a backup`,
    })
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new Refusal('conflict', {
      zh: `已发布的文件“${file.name}”被改动过，与封存的校验值不符，请从备份恢复`,
      en: `The published file "${file.name}" was tampered with: its hash is not the sealed one. Restore it from a backup`,
    })
  return bytes
}

/** Keeps what was printed by the hash of its content. Bytes that are there already are not written again. */
export async function keepOutputs(engine: Engine, tx: Tx, actor: Actor, outputs: Outputs): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const [name, bytes] of Object.entries(outputs) as [OutputName, Uint8Array][]) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const target = pathOf(engine.filesDir, sha256)
    if (!existsSync(target)) {
      const inbox = join(engine.filesDir, 'incoming')
      await mkdir(inbox, { recursive: true })
      const arriving = join(inbox, v7())
      try {
        await writeFile(arriving, bytes, { flag: 'wx', mode: 0o600, flush: true })
        await mkdir(dirname(target), { recursive: true })
        await rename(arriving, target)
      } finally {
        // When the disk is full, a part of it would only take up more room.
        await rm(arriving, { force: true })
      }
    }
    await tx.run(sql`
      INSERT INTO files (college_id, sha256, name, size, type, scan, created_by, created_at)
      VALUES (${tx.collegeId}, ${sha256}, ${name}, ${bytes.byteLength}, ${OUTPUT_TYPES[name]}, 'made-here', ${actor.accountId}, ${new Date().toISOString()})
      ON CONFLICT (college_id, sha256) DO NOTHING`)
    kept.push({ name, sha256, size: bytes.byteLength })
  }
  return kept
}
