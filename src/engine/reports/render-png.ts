import { Resvg } from '@resvg/resvg-js'
import { reportFontFiles, sansFamily } from './fonts.ts'

/** An SVG as PNG bytes, twice its size so that print stays sharp. Leaves nothing open behind it. */
export function renderPng(svg: string): Buffer {
  const { sans } = reportFontFiles()
  const font = { loadSystemFonts: false, fontFiles: [sans], defaultFontFamily: sansFamily, sansSerifFamily: sansFamily }
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 }, background: '#ffffff' }).render().asPng()
}
