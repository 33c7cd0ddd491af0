import { crc32, inflateSync } from 'node:zlib'

/** Open Badges 3.0, "Baked badges": the credential stands in an iTXt chunk of the PNG, under this keyword. */
const KEYWORD = 'openbadgecredential'
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** A packed text may not unpack to more. */
const MOST_TEXT = 1_048_576

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE)

interface Chunk {
  readonly type: string
  readonly data: Buffer
  readonly start: number
  readonly end: number
}

/** The chunks of a PNG up to where it ends or breaks off. */
function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let start = 8; start + 12 <= png.length;) {
    const length = png.readUInt32BE(start)
    const end = start + 12 + length
    if (end > png.length) break
    chunks.push({
      type: png.toString('latin1', start + 4, start + 8),
      data: png.subarray(start + 8, end - 4),
      start,
      end,
    })
    start = end
  }
  return chunks
}

/** The PNG with a text in it, instead of the one that it had. */
export function bake(png: Buffer, text: string): Buffer {
  // keyword, 0, not compressed, method 0, no language, no translated keyword
  const data = Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')])
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write('iTXt', 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8)
  const [header, ...rest] = chunksOf(png)
  const kept = rest.filter((one) => textOf(one) === null).map(({ start, end }) => png.subarray(start, end))
  return Buffer.concat([SIGNATURE, png.subarray(header!.start, header!.end), chunk, ...kept])
}

/** The text that was baked into a PNG; null when there is none, or it cannot be read. */
export function unbake(png: Buffer): string | null {
  for (const chunk of chunksOf(png)) {
    const text = textOf(chunk)
    if (text !== null) return text
  }
  return null
}

function textOf({ type, data }: Chunk): string | null {
  if (type !== 'iTXt' || data.toString('latin1', 0, KEYWORD.length + 1) !== `${KEYWORD}\0`) return null
  const isPacked = data[KEYWORD.length + 1] === 1
  const language = data.indexOf(0, KEYWORD.length + 3)
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1)
  if (translated === -1) return null
  const text = data.subarray(translated + 1)
  try {
    return (isPacked ? inflateSync(text, { maxOutputLength: MOST_TEXT }) : text).toString('utf8')
  } catch {
    return null
  }
}
