import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import { renderAsync, type ResvgRenderOptions } from '@resvg/resvg-js'
import { characterGlyphs, subsetFont } from './font-tables.ts'
import { reportFontFiles, sansFamily } from './fonts.ts'
import { recent } from './recent.ts'

const pack = promisify(deflate)

/** Pictures under way at once: each holds its 3 MB of pixels. */
const LANES = 12

let sans: { bytes: Buffer; glyphs: Map<number, number> } | undefined
const rendered = recent<Buffer>(120)

/**
 * SVG drawings as PNG bytes, twice their size: 240 dots per inch where the report prints them. They are drawn on other
 * threads, so that pages can be set meanwhile. Leaves nothing open and no file behind it.
 */
export async function renderPngs(drawings: readonly string[]): Promise<Buffer[]> {
  const missing = [...new Set(drawings)].filter((svg) => rendered.find(svg) === undefined)
  const made = new Map<string, Buffer>()
  if (missing.length > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'jiangxin-charts-'))
    try {
      const options = renderOptions(missing, folder)
      const waiting = missing.values()
      const lane = async () => {
        for (const svg of waiting) made.set(svg, rendered.keep(svg, await renderPng(svg, options)))
      }
      await Promise.all(Array.from({ length: LANES }, lane))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return drawings.map((svg) => (made.get(svg) ?? rendered.find(svg)) as Buffer)
}

// The renderer reads the whole font file again for every text in a drawing: with the full 10 MB a chart takes 300 ms,
// with a font of just these characters 10 ms. It takes fonts by path only.
function renderOptions(drawings: readonly string[], folder: string): ResvgRenderOptions {
  const { bytes, glyphs } = (sans ??= readSans())
  const wanted = [...new Set(drawings.join(''))].map((character) => glyphs.get(character.codePointAt(0) as number) ?? 0)
  const file = join(folder, 'charts.ttf')
  writeFileSync(file, subsetFont(bytes, wanted))
  return {
    font: {
      loadSystemFonts: false,
      fontFiles: [file],
      defaultFontFamily: sansFamily,
      sansSerifFamily: sansFamily,
    },
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
  }
}

async function renderPng(svg: string, options: ResvgRenderOptions): Promise<Buffer> {
  const { pixels, width, height } = await renderAsync(svg, options)
  return encodePng(pixels, width, height)
}

function readSans() {
  const bytes = readFileSync(reportFontFiles().sans)
  return { bytes, glyphs: characterGlyphs(bytes) }
}

// Flat colours pack as well without filters, and at this level five times faster than in the renderer's own encoder.
async function encodePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
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
    pngChunk('IDAT', await pack(rows, { level: 3 })),
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
