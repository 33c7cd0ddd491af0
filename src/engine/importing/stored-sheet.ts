import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { type Limits, openFile, pathOf, receiveFile } from '../files/store.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { readSheet } from '../sheets/read-sheet.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sheets that are sent lie apart from the files that records hold, each in a folder of its import: no other needs it. */
const folderOf = (engine: Engine, collegeId: string): string => join(engine.filesDir, 'imports', collegeId)

/** @returns the SHA-256 of the content. @throws Refusal 413, 422 infected */
export async function keepSheet(
  engine: Engine,
  collegeId: string,
  importId: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
  limits: Limits,
): Promise<string> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  const filesDir = join(folderOf(engine, collegeId), importId)
  const file = {
    name: fileName,
    type: isWorkbook ? XLSX : 'text/csv',
    content: Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]),
  }
  return (await receiveFile({ ...engine, filesDir }, file, limits)).sha256
}

/** Reads the sheet of an import again, or one that the college keeps. @throws Refusal 404, SheetError */
export async function openSheet(
  engine: Engine,
  tx: Tx,
  file: { readonly id?: string; readonly sha256: string; readonly fileName: string },
  signal?: AbortSignal,
): Promise<Sheet> {
  const sent = file.id === undefined ? '' : pathOf(join(folderOf(engine, tx.collegeId), file.id), file.sha256)
  const bytes = existsSync(sent) ? await readFile(sent) : await buffer((await openFile(engine, tx, file.sha256)).stream)
  return readSheet(bytes, file.fileName, { signal })
}

/**
 * Removes the sheets of imports that are no more, unless they have come lately: their import may not be committed yet.
 * @param isImport of these ids, those that there are
 * @returns how many
 */
export async function removeSheets(
  engine: Engine,
  collegeId: string,
  before: number,
  isImport: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const folder = folderOf(engine, collegeId)
  if (!existsSync(folder)) return 0
  const old: string[] = []
  for (const id of await readdir(folder)) if ((await stat(join(folder, id))).mtimeMs < before) old.push(id)
  const used = await isImport(old)
  const unused = old.filter((id) => !used.has(id))
  for (const id of unused) await rm(join(folder, id), { recursive: true, force: true })
  return unused.length
}
