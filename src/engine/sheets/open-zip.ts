import { crc32, createInflateRaw } from 'node:zlib'
import { brokenFile } from './broken-file.ts'
import { SheetError } from './sheet-error.ts'

interface ZipEntry {
  method: number
  crc: number
  packed: number
  unpacked: number
  offset: number
}

export interface Zip {
  paths: string[]
  has(path: string): boolean
  /** The bytes of one part, unpacked piece by piece, its checksum verified at the end. */
  chunks(path: string): AsyncGenerator<Uint8Array>
  /** A small part as text, whole. */
  text(path: string): Promise<string>
}

const SMALL_PART = 32 * 1024 * 1024
const BOMB_SIZE = 32 * 1024 * 1024
// Real worksheets pack 10 to 100 times; deflate ends at about 1030.
const BOMB_RATIO = 200

/**
 * Opens a zip archive held in memory, reading only its table of contents.
 * Throws SheetError: broken-file, encrypted; zip-bomb when a part that is asked for is or declares to be too big.
 */
export function openZip(bytes: Uint8Array, maxUnpackedBytes: number): Zip {
  const entries = readDirectory(bytes)

  async function* chunks(path: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(path)
    if (!entry) throw brokenFile(`${path} missing`)
    if (entry.unpacked > maxUnpackedBytes) throw zipBomb(path)
    if (entry.unpacked > BOMB_SIZE && entry.unpacked > entry.packed * BOMB_RATIO) throw zipBomb(path)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const at = entry.offset
    if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw brokenFile(path)
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    if (start + entry.packed > bytes.length) throw brokenFile(path)
    const packed = bytes.subarray(start, start + entry.packed)
    let size = 0
    let crc = 0
    for await (const chunk of entry.method === 0 ? [packed] : inflate(packed, path)) {
      size += chunk.length
      // The directory may lie about the size; stop as soon as more comes out.
      if (size > entry.unpacked) throw brokenFile(path)
      crc = crc32(chunk, crc)
      yield chunk
    }
    if (size !== entry.unpacked || crc !== entry.crc) throw brokenFile(path)
  }

  return {
    paths: [...entries.keys()],
    has: (path) => entries.has(path),
    chunks,
    async text(path) {
      const parts: Uint8Array[] = []
      let size = 0
      for await (const chunk of chunks(path)) {
        size += chunk.length
        if (size > SMALL_PART) throw zipBomb(path)
        parts.push(chunk)
      }
      return new TextDecoder().decode(Buffer.concat(parts))
    },
  }
}

async function* inflate(packed: Uint8Array, path: string): AsyncGenerator<Uint8Array> {
  // As text still small enough for the part of memory where what is short-lived costs nothing.
  const stream = createInflateRaw({ chunkSize: 56 * 1024 })
  stream.end(packed)
  try {
    for await (const chunk of stream) yield chunk as Uint8Array
  } catch (error) {
    throw brokenFile(path, error)
  } finally {
    stream.destroy()
  }
}

function readDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const stop = Math.max(0, bytes.length - 65_557)
  while (end >= stop && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < stop || end < 0) throw brokenFile('zip end')
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) {
    const locator = end - 20
    if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw brokenFile('zip64')
    const record = Number(view.getBigUint64(locator + 8, true))
    if (record + 56 > bytes.length) throw brokenFile('zip64')
    count = Number(view.getBigUint64(record + 32, true))
    at = Number(view.getBigUint64(record + 48, true))
  }
  const entries = new Map<string, ZipEntry>()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw brokenFile('zip directory')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (next > bytes.length) throw brokenFile('zip directory')
    if (view.getUint16(at + 8, true) & 1) throw encryptedFile()
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true))
    if (sizes.includes(0xffffffff)) readZip64(view, at + 46 + nameLength, extraLength, sizes)
    const method = view.getUint16(at + 10, true)
    if (method === 0 || method === 8) {
      const [unpacked = 0, packed = 0, offset = 0] = sizes
      entries.set(name, { method, crc: view.getUint32(at + 16, true), packed, unpacked, offset })
    }
    at = next
  }
  return entries
}

function readZip64(view: DataView, from: number, length: number, sizes: number[]): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    sizes.forEach((size, index) => {
      if (size !== 0xffffffff || field + 8 > from + length) return
      sizes[index] = Number(view.getBigUint64(field, true))
      field += 8
    })
    return
  }
  throw brokenFile('zip64')
}

function zipBomb(path: string): SheetError {
  return new SheetError('zip-bomb', {
    zh: `文件展开后大得不正常（${path}），为安全起见没有读取。请把需要的数据复制到新的工作簿，另存后重新上传。`,
    en: `The file unpacks to an abnormal size (${path}) and was not read. Copy the data to a new workbook and send that.`,
  })
}

/** The error for a workbook locked with a password. */
export function encryptedFile(): SheetError {
  return new SheetError('encrypted', {
    zh: '文件设有打开密码，无法读取。请在 Excel 的“文件—信息—保护工作簿”中取消密码，保存后重新上传。',
    en: 'The file is locked with a password. Remove it in Excel under File, Info, Protect Workbook, save and send again.',
  })
}
