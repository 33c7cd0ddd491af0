import { Readable, pipeline } from 'node:stream'
import { promisify } from 'node:util'
import { crc32, createDeflateRaw, deflateRaw } from 'node:zlib'

/** What a part holds: whole, or as it comes into being. */
type Content = Uint8Array | AsyncIterable<Uint8Array>

export interface ZipPart {
  path: string
  /** A function is asked a few parts before its turn comes: nobody waits for its reading. */
  content: Content | (() => Promise<Content>)
}

// A date every tool accepts (1 January 1980): the same data gives the same bytes.
const DOS_DATE = 0x21
const MAX_SIZE = 0xffff_ffff
const MAX_ENTRIES = 0xffff
/** Parts that are read and packed while one is written: as many as a machine has threads for it. */
const AHEAD = 4
// Level 3 packs worksheets within a tenth of level 6 in half the time.
const LEVEL = 3
const pack = promisify<Uint8Array, object, Buffer>(deflateRaw)

/** A part that waits for its turn: packed already when it was there whole. */
type Prepared =
  | { readonly path: string; readonly packed: Buffer; readonly crc: number; readonly size: number }
  | { readonly path: string; readonly content: AsyncIterable<Uint8Array> }

/**
 * A zip archive as it comes into being; memory holds a few whole parts, and one piece of one that is not. A part stays
 * below 4 GiB; the archive may be of any size (zip64 from 4 GiB or 65,536 parts on).
 * @throws RangeError for a larger part
 */
export async function* zipChunks(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const part of ahead(parts)) {
    const name = Buffer.from(part.path, 'utf8')
    const local = localHeader(name)
    let [crc, size, packed] = [0, 0, 0]
    if ('packed' in part) {
      ;({ crc, size } = part)
      packed = part.packed.length
      // One piece for a small part: each piece on its own costs more than what is in it.
      yield Buffer.concat([local, name, part.packed, descriptorOf(crc, packed, size)])
    } else {
      yield Buffer.concat([local, name])
      const tally = { crc: 0, size: 0 }
      for await (const chunk of deflate(counted(part.content, tally))) {
        packed += chunk.length
        yield chunk
      }
      ;({ crc, size } = tally)
      yield descriptorOf(crc, packed, size)
    }
    directory.push(...entryOf(name, local, descriptorOf(crc, packed, size), offset))
    offset += local.length + name.length + packed + 16
  }
  const table = Buffer.concat(directory)
  yield table
  yield endOf(directory.length / 3, table.length, offset)
}

/** Parts in their order, some of them prepared before their turn. */
async function* ahead(parts: Iterable<ZipPart>): AsyncGenerator<Prepared> {
  const waiting: Promise<Prepared>[] = []
  for (const part of parts) {
    const prepared = prepare(part)
    // Whoever waits for it hears of a failure; until then nobody does.
    prepared.catch(() => {})
    waiting.push(prepared)
    // What is not a function is made as it is asked for, after all that was before it.
    if (typeof part.content !== 'function') while (waiting.length > 0) yield waiting.shift()!
    else if (waiting.length > AHEAD) yield waiting.shift()!
  }
  yield* waiting
}

async function prepare({ path, content: given }: ZipPart): Promise<Prepared> {
  const content = typeof given === 'function' ? await given() : given
  if (!(content instanceof Uint8Array)) return { path, content }
  return { path, packed: await pack(content, { level: LEVEL }), crc: crc32(content), size: content.length }
}

async function* counted(
  content: AsyncIterable<Uint8Array>,
  tally: { crc: number; size: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    tally.crc = crc32(chunk, tally.crc)
    tally.size += chunk.length
    yield chunk
  }
}

async function* deflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 })
  // A failure of the source destroys the stream, so the loop below throws it.
  pipeline(Readable.from(source), stream, () => {})
  for await (const chunk of stream) yield chunk as Uint8Array
}

function localHeader(name: Buffer): Buffer {
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  // Bit 3: sizes follow the data; bit 11: the name is UTF-8.
  local.writeUInt16LE(0x0808, 6)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(DOS_DATE, 12)
  local.writeUInt16LE(name.length, 26)
  return local
}

function descriptorOf(crc: number, packed: number, size: number): Buffer {
  const descriptor = Buffer.alloc(16)
  descriptor.writeUInt32LE(0x08074b50, 0)
  descriptor.writeUInt32LE(crc, 4)
  descriptor.writeUInt32LE(fits(packed), 8)
  descriptor.writeUInt32LE(fits(size), 12)
  return descriptor
}

/** Head, name and extra field of a part in the directory; the extra field holds a place beyond 4 GiB (zip64). */
function entryOf(name: Buffer, local: Buffer, descriptor: Buffer, offset: number): readonly [Buffer, Buffer, Buffer] {
  const isFar = offset > MAX_SIZE
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(isFar ? 45 : 20, 4)
  local.copy(entry, 6, 4, 14)
  descriptor.copy(entry, 16, 4, 16)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt16LE(isFar ? 12 : 0, 30)
  entry.writeUInt32LE(isFar ? MAX_SIZE : offset, 42)
  const extra = Buffer.alloc(isFar ? 12 : 0)
  if (isFar) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8, 2)
    extra.writeBigUInt64LE(BigInt(offset), 4)
  }
  return [entry, name, extra]
}

/** The end of the archive; what its fields cannot hold stands in the record of zip64 before it. */
export function endOf(entries: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, MAX_ENTRIES), 8)
  end.writeUInt16LE(Math.min(entries, MAX_ENTRIES), 10)
  end.writeUInt32LE(Math.min(length, MAX_SIZE), 12)
  end.writeUInt32LE(Math.min(offset, MAX_SIZE), 16)
  if (entries < MAX_ENTRIES && length < MAX_SIZE && offset < MAX_SIZE) return end
  const large = Buffer.alloc(56)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeUInt16LE(45, 12)
  large.writeUInt16LE(45, 14)
  large.writeBigUInt64LE(BigInt(entries), 24)
  large.writeBigUInt64LE(BigInt(entries), 32)
  large.writeBigUInt64LE(BigInt(length), 40)
  large.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([large, locator, end])
}

function fits(size: number): number {
  if (size > MAX_SIZE) throw new RangeError('A part of more than 4 GiB cannot be packed')
  return size
}
