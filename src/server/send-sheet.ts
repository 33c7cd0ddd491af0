import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { Refusal } from '../engine/refusal.ts'
import { SheetError } from '../engine/sheets/sheet-error.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/**
 * Sends a sheet while it comes into being. The first piece is made before the answer begins: what is refused until
 * then is still an answer with a status; later, the download breaks off.
 */
export async function sendSheet(
  reply: FastifyReply,
  name: string,
  format: keyof typeof TYPES,
  pieces: AsyncGenerator<Uint8Array | string>,
): Promise<FastifyReply> {
  const first = await sheetRefusals(() => pieces.next())
  async function* all() {
    if (!first.done) yield first.value
    yield* pieces
  }
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`)
    .send(Readable.from(all(), { objectMode: false, highWaterMark: 256 * 1024 }))
}

/** Runs `work`; a sheet that cannot be read or written is refused with its own words. */
export async function sheetRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof SheetError ? new Refusal('invalid', error.text) : error
  }
}
