import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { characterGlyphs, subsetFont } from './font-tables.ts'
import { reportFontFiles, sansFamily } from './fonts.ts'

let sans: { bytes: Buffer; glyphs: Map<number, number> } | undefined

/** An SVG as PNG bytes, twice its size so that print stays sharp. Leaves nothing open and no file behind it. */
export function renderPng(svg: string): Buffer {
  sans ??= readSans()
  const { bytes, glyphs } = sans
  const wanted = [...new Set(svg)].map((character) => glyphs.get(character.codePointAt(0) as number) ?? 0)
  // The renderer reads the whole font file again for every text in the drawing: with the full 10 MB a chart takes
  // 300 ms, with a font of just its own characters 30 ms. It takes fonts by path only.
  const folder = mkdtempSync(join(tmpdir(), 'jiangxin-chart-'))
  try {
    const file = join(folder, 'chart.ttf')
    writeFileSync(file, subsetFont(bytes, wanted))
    const font = { loadSystemFonts: false, fontFiles: [file], defaultFontFamily: sansFamily, sansSerifFamily: sansFamily }
    return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff' }).render().asPng()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readSans() {
  const bytes = readFileSync(reportFontFiles().sans)
  return { bytes, glyphs: characterGlyphs(bytes) }
}
