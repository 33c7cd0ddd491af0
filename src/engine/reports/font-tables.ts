// Reads and cuts down TrueType files; structures as in OpenType 1.9.

type FontTable = { tag: string; checksum: number; bytes: Buffer }

function fontTables(font: Buffer): FontTable[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const record = 12 + 16 * index
    const start = font.readUInt32BE(record + 8)
    const bytes = font.subarray(start, start + font.readUInt32BE(record + 12))
    return { tag: font.toString('latin1', record, record + 4), checksum: font.readUInt32BE(record + 4), bytes }
  })
}

function tableOf(tables: FontTable[], tag: string): Buffer {
  return (tables.find((table) => table.tag === tag) as FontTable).bytes
}

/** Glyph number of every character the font can draw (`cmap`, format 12: groups of first, last, first glyph). */
export function characterGlyphs(font: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>()
  const cmap = tableOf(fontTables(font), 'cmap')
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.readUInt32BE(4 + 8 * index + 4)
    if (cmap.readUInt16BE(map) !== 12) continue
    for (let group = 0; group < cmap.readUInt32BE(map + 12); group += 1) {
      const at = map + 16 + 12 * group
      const first = cmap.readUInt32BE(at)
      const last = cmap.readUInt32BE(at + 4)
      for (let code = first; code <= last; code += 1) glyphs.set(code, cmap.readUInt32BE(at + 8) + code - first)
    }
  }
  return glyphs
}

const layoutTables = new Set(['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'STAT'])

/**
 * The same font with the outlines of only these glyphs (numbers stay, so all other tables still fit) and without
 * vertical and ligature tables: a few hundred kilobytes instead of ten million bytes.
 */
export function subsetFont(font: Buffer, wanted: Iterable<number>): Buffer {
  const tables = fontTables(font)
  const glyf = tableOf(tables, 'glyf')
  const loca = tableOf(tables, 'loca')
  const isLong = tableOf(tables, 'head').readUInt16BE(50) === 1
  const count = tableOf(tables, 'maxp').readUInt16BE(4)
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const kept = new Set<number>([0])
  const keep = (glyph: number) => {
    if (glyph >= count || (kept.has(glyph) && glyph !== 0)) return
    kept.add(glyph)
    const outline = glyf.subarray(offset(glyph), offset(glyph + 1))
    if (outline.length > 10 && outline.readInt16BE(0) < 0) componentsOf(outline).forEach(keep)
  }
  for (const glyph of wanted) keep(glyph)
  const places = Buffer.alloc((count + 1) * 4)
  const outlines: Buffer[] = []
  let end = 0
  for (let glyph = 0; glyph < count; glyph += 1) {
    places.writeUInt32BE(end, glyph * 4)
    if (!kept.has(glyph)) continue
    const outline = glyf.subarray(offset(glyph), offset(glyph + 1))
    const padding = Buffer.alloc((4 - (outline.length % 4)) % 4)
    outlines.push(outline, padding)
    end += outline.length + padding.length
  }
  places.writeUInt32BE(end, count * 4)
  const head = Buffer.from(tableOf(tables, 'head'))
  head.writeUInt16BE(1, 50)
  const replaced: Record<string, Buffer> = { glyf: Buffer.concat(outlines), loca: places, head }
  return writeFont(
    font,
    tables
      .filter(({ tag }) => !layoutTables.has(tag))
      .map((table) => ({ ...table, bytes: replaced[table.tag] ?? table.bytes })),
  )
}

// Compound glyph flags: 1 words as arguments, 8 one scale, 0x40 two scales, 0x80 a matrix, 0x20 more components follow.
function componentsOf(outline: Buffer): number[] {
  const components: number[] = []
  let at = 10
  for (;;) {
    const flags = outline.readUInt16BE(at)
    components.push(outline.readUInt16BE(at + 2))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    if ((flags & 0x20) === 0) return components
  }
}

function writeFont(font: Buffer, tables: FontTable[]): Buffer {
  const header = Buffer.alloc(12 + 16 * tables.length)
  font.copy(header, 0, 0, 4)
  header.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [header]
  let offset = header.length
  tables.forEach(({ tag, checksum, bytes }, index) => {
    const record = 12 + 16 * index
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(checksum, record + 4)
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(bytes.length, record + 12)
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}
