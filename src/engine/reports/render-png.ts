import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { characterGlyphs, subsetFont } from './font-tables.ts'
import { reportFontFiles, sansFamily } from './fonts.ts'

let sans: { bytes: Buffer; glyphs: Map<number, number> } | undefined

/** SVG drawings as PNG bytes, twice their size so that print stays sharp. Leaves nothing open and no file behind it. */
export function renderPngs(drawings: readonly string[]): Buffer[] {
  if (drawings.length === 0) return []
  sans ??= readSans()
  const { bytes, glyphs } = sans
  const wanted = [...new Set(drawings.join(''))].map((character) => glyphs.get(character.codePointAt(0) as number) ?? 0)
  // The renderer reads the whole font file again for every text in a drawing: with the full 10 MB a chart takes 300 ms,
  // with a font of just these characters 10 ms. It takes fonts by path only.
  const folder = mkdtempSync(join(tmpdir(), 'jiangxin-charts-'))
  try {
    const file = join(folder, 'charts.ttf')
    writeFileSync(file, subsetFont(bytes, wanted))
    const font = {
      loadSystemFonts: false,
      fontFiles: [file],
      defaultFontFamily: sansFamily,
      sansSerifFamily: sansFamily,
    }
    return drawings.map((svg) => {
      const { pixels, width, height } = new Resvg(svg, {
        font,
        fitTo: { mode: 'zoom', value: 2 },
        background: '#ffffff',
      }).render()
      return encodePng(pixels, width, height)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSans() {
  const bytes = readFileSync(reportFontFiles().sans)
  return { bytes, glyphs: characterGlyphs(bytes) }
}

// Flat colours pack as well without filters, and at this level five times faster than in the renderer's own encoder.
function encodePng(pixels: Buffer, width: number, height: number): Buffer {
  const stride = width * 4
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) pixels.copy(rows, y * (stride + 1) + 1, y * stride, (y + 1) * stride)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows, { level: 3 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8)
  return chunk
}
