import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { keepFile, type Limits, openFile } from '../files/store.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { readSheet } from '../sheets/read-sheet.ts'

/**
 * Sheets read lately, by the hash of their file: whoever accepts an import has just looked at its preview, and
 * reading takes most of the time. The content cannot change under its hash.
 */
const recent = new Map<string, { sheet: Sheet; timer: NodeJS.Timeout }>()
const MOST_SHEETS = 3
const MOST_CELLS = 1_500_000
const KEPT_MS = 10 * 60_000

function remember(sha256: string, sheet: Sheet): void {
  if (sheet.headers.length * sheet.rows.length > MOST_CELLS) return
  forget(sha256)
  recent.set(sha256, { sheet, timer: setTimeout(() => recent.delete(sha256), KEPT_MS).unref() })
  const [oldest] = recent.keys()
  if (recent.size > MOST_SHEETS && oldest !== undefined) forget(oldest)
}

function forget(sha256: string): void {
  clearTimeout(recent.get(sha256)?.timer)
  recent.delete(sha256)
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Reads a sheet that was sent and keeps its file. What cannot be read is not kept.
 * @throws SheetError, Refusal 413, 422 infected
 */
export async function keepSheet(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  file: { fileName: string; bytes: Uint8Array },
  limits: Limits,
): Promise<{ sheet: Sheet; sha256: string }> {
  const sheet = await readSheet(file.bytes, file.fileName)
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  const type = isWorkbook ? XLSX : 'text/csv'
  const { sha256 } = await keepFile(
    engine,
    tx,
    actor,
    { name: file.fileName, type, content: Readable.from([Buffer.from(file.bytes)]) },
    limits,
  )
  remember(sha256, sheet)
  return { sheet, sha256 }
}

/** Reads a sheet that the college keeps. @throws Refusal 404, SheetError */
export async function openSheet(engine: Engine, tx: Tx, sha256: string, fileName: string): Promise<Sheet> {
  const known = recent.get(sha256)
  if (known) return known.sheet
  const { stream } = await openFile(engine, tx, sha256)
  const sheet = await readSheet(await buffer(stream), fileName)
  remember(sha256, sheet)
  return sheet
}
