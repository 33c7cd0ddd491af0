import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { keepFile, type Limits, openFile } from '../files/store.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { readSheet } from '../sheets/read-sheet.ts'

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
  signal?: AbortSignal,
): Promise<{ sheet: Sheet; sha256: string }> {
  const sheet = await readSheet(file.bytes, file.fileName, { signal })
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  const type = isWorkbook ? XLSX : 'text/csv'
  const { sha256 } = await keepFile(
    engine,
    tx,
    actor,
    { name: file.fileName, type, content: Readable.from([Buffer.from(file.bytes)]) },
    limits,
  )
  return { sheet, sha256 }
}

/** Reads a sheet that the college keeps. @throws Refusal 404, SheetError */
export async function openSheet(
  engine: Engine,
  tx: Tx,
  sha256: string,
  fileName: string,
  signal?: AbortSignal,
): Promise<Sheet> {
  const { stream } = await openFile(engine, tx, sha256)
  return readSheet(await buffer(stream), fileName, { signal })
}
