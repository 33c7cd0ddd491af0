import type { Folding } from './item.ts'

export const USUAL_FOLDING: Folding = { width: true, case: true, space: true }

/** A text as it is compared: Unicode composed, then folded as declared; spaces at the ends never count. */
export function foldText(text: string, folding: Folding): string {
  let folded = text.normalize('NFC').trim()
  if (folding.width) folded = [...folded].map(narrow).join('')
  if (folding.case) folded = folded.toLowerCase()
  return folding.space ? folded.replace(/\s+/gu, '') : folded.replace(/\s+/gu, ' ').trim()
}

/** The half-width form of a full-width character, and of the Chinese marks that keyboards put in their place. */
function narrow(character: string): string {
  const code = character.codePointAt(0)!
  if (code === 0x3000) return ' '
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0)
  return { '。': '.', '、': ',', '“': '"', '”': '"', '‘': "'", '’': "'", '－': '-', '−': '-' }[character] ?? character
}
