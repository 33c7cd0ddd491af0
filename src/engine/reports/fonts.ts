import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const sansFamily = 'Noto Sans SC'
export const serifFamily = 'Noto Serif SC'

function fontFile(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier))
}

/** Paths of the bundled fonts: a report looks the same on every machine, whatever is installed there. */
export function reportFontFiles() {
  return {
    sans: fontFile('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    sansBold: fontFile('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    serif: fontFile('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
    serifBold: fontFile('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  }
}

let covered: Set<number> | undefined

/**
 * Text the bundled fonts can draw: what they lack (an emoji, a private-use character) becomes 〓, the printers' mark for a
 * missing sort. PDF/A forbids undrawable characters, and one of them would refuse the whole report.
 */
export function drawableText(value: string): string {
  const characters = (covered ??= coveredCharacters())
  let result = ''
  for (const character of value) {
    const code = character.codePointAt(0) as number
    if (characters.has(code) && !isPrivateUse(code)) result += character
    // Joiners and variation selectors only change their neighbour: nothing is lost without them.
    else if (!/\p{Default_Ignorable_Code_Point}|\p{Mn}/u.test(character)) result += '〓'
  }
  return result
}

function isPrivateUse(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

function coveredCharacters(): Set<number> {
  const { sans, serif } = reportFontFiles()
  const inSans = characterMap(readFileSync(sans))
  // Both: a missing one would otherwise change the typeface in the middle of a word.
  return new Set([...characterMap(readFileSync(serif))].filter((code) => inSans.has(code)))
}

// The `cmap` table, format 12: groups of (first character, last character, glyph), OpenType 1.9.
function characterMap(font: Buffer): Set<number> {
  const characters = new Set<number>()
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table += 1) {
    const record = 12 + 16 * table
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue
    const start = font.readUInt32BE(record + 8)
    for (let index = 0; index < font.readUInt16BE(start + 2); index += 1) {
      const map = start + font.readUInt32BE(start + 4 + 8 * index + 4)
      if (font.readUInt16BE(map) !== 12) continue
      for (let group = 0; group < font.readUInt32BE(map + 12); group += 1) {
        const at = map + 16 + 12 * group
        for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) characters.add(code)
      }
    }
  }
  return characters
}
