import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { characterGlyphs } from './font-tables.ts'

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
  const inSans = characterGlyphs(readFileSync(sans))
  // Both: a missing one would otherwise change the typeface in the middle of a word.
  return new Set([...characterGlyphs(readFileSync(serif)).keys()].filter((code) => inSans.has(code)))
}
