import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  path: string
  content: Uint8Array | AsyncIterable<Uint8Array>
}

// A date every tool accepts (1 January 1980): the same data gives the same bytes.
const DOS_DATE = 0x21
const MAX_SIZE = 0xffff_ffff

/** A zip archive as it comes into being; memory holds one piece of one part. Parts and archive stay below 4 GiB. */
export async function* zipChunks(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content } of parts) {
    const name = Buffer.from(path, 'utf8')
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    // Bit 3: sizes follow the data; bit 11: the name is UTF-8.
    local.writeUInt16LE(0x0808, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(DOS_DATE, 12)
    local.writeUInt16LE(name.length, 26)
    yield Buffer.concat([local, name])
    const tally = { crc: 0, size: 0 }
    let packed = 0
    for await (const chunk of deflate(counted(content, tally))) {
      packed += chunk.length
      yield chunk
    }
    const descriptor = Buffer.alloc(16)
    descriptor.writeUInt32LE(0x08074b50, 0)
    descriptor.writeUInt32LE(tally.crc, 4)
    descriptor.writeUInt32LE(fits(packed), 8)
    descriptor.writeUInt32LE(fits(tally.size), 12)
    yield descriptor
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    local.copy(entry, 6, 4, 14)
    descriptor.copy(entry, 16, 4, 16)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(fits(offset), 42)
    directory.push(entry, name)
    offset += local.length + name.length + packed + descriptor.length
  }
  const table = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(fits(offset), 16)
  yield table
  yield end
}

async function* counted(content: ZipPart['content'], tally: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    tally.crc = crc32(chunk, tally.crc)
    tally.size += chunk.length
    yield chunk
  }
}

async function* deflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // Level 3 packs worksheets within a tenth of level 6 in half the time.
  const stream = createDeflateRaw({ level: 3, chunkSize: 64 * 1024 })
  // A failure of the source destroys the stream, so the loop below throws it.
  pipeline(Readable.from(source), stream, () => {})
  for await (const chunk of stream) yield chunk as Uint8Array
}

function fits(size: number): number {
  if (size > MAX_SIZE) throw new RangeError('A workbook of more than 4 GiB cannot be written')
  return size
}
