import { crc32, deflateRawSync } from 'node:zlib'
import { brokenFile } from '../../../engine/sheets/broken-file.ts'

/**
 * The archive with some parts replaced or added; all others stay as they are, to the byte, packed as they were.
 * @throws SheetError when it is no archive
 */
export function replaceParts(archive: Uint8Array, parts: ReadonlyMap<string, string>): Buffer {
  const old = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  const waiting = new Map(parts)
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0

  function add(name: Buffer, head: Buffer, data: Buffer): void {
    // Local headers say the same as the directory, field for field, less what only the directory holds.
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head.subarray(6, 28), Buffer.alloc(4), name])
    local.writeUInt16LE(name.length, 26)
    local.writeUInt16LE(0, 28)
    const listed = Buffer.from(head)
    listed.writeUInt16LE(name.length, 28)
    listed.writeUInt16LE(0, 30)
    listed.writeUInt16LE(0, 32)
    listed.writeUInt32LE(offset, 42)
    pieces.push(local, data)
    directory.push(listed, name)
    offset += local.length + data.length
  }

  for (const { name, head, data } of entriesOf(old)) {
    const path = name.toString('utf8')
    const text = waiting.get(path)
    waiting.delete(path)
    if (text === undefined) add(name, head, data)
    else add(name, ...packed(head, text))
  }
  for (const [path, text] of waiting) add(Buffer.from(path), ...packed(newHead(), text))

  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, listing, end])
}

/** The entries in the order of the directory: name, fixed part of the directory's record, packed bytes. */
function entriesOf(archive: Buffer): { name: Buffer; head: Buffer; data: Buffer }[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0) throw brokenFile('zip end')
  const entries: { name: Buffer; head: Buffer; data: Buffer }[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > archive.length) throw brokenFile('zip directory')
    const head = Buffer.from(archive.subarray(at, at + 46))
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => head.readUInt16LE(field)) as [
      number,
      number,
      number,
    ]
    const name = archive.subarray(at + 46, at + 46 + nameLength)
    const local = head.readUInt32LE(42)
    if (local + 30 > archive.length) throw brokenFile(name.toString('utf8'))
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    // Sizes stand in the header, no longer behind the data.
    head.writeUInt16LE(head.readUInt16LE(8) & ~8, 8)
    entries.push({ name, head, data: archive.subarray(start, start + head.readUInt32LE(20)) })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function packed(head: Buffer, text: string): [Buffer, Buffer] {
  const bytes = Buffer.from(text)
  const data = deflateRawSync(bytes)
  const own = Buffer.from(head)
  own.writeUInt16LE(8, 10)
  own.writeUInt32LE(crc32(bytes), 16)
  own.writeUInt32LE(data.length, 20)
  own.writeUInt32LE(bytes.length, 24)
  return [own, data]
}

function newHead(): Buffer {
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(0x0800, 8)
  // 1 January 1980, the first day a zip can name.
  head.writeUInt16LE(33, 14)
  return head
}
