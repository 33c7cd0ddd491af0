const ENTITY = /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|#\d{1,6}|[a-z]{2,8});/gi
const TAG = /<\/?[a-z!][^<>]{0,400}>|(?<=^|[^a-z])(?:span|div|br|p)>/gi
const WIDE = /[０-９Ａ-Ｚａ-ｚ＋＃．－／＆～％\u3000\u00a0\t]/g
/** Control characters and marks of no width (but line ends). */
const CONTROL = /(?![\n\r])[\p{Cc}\u200b-\u200f\ufeff]/gu

/**
 * The text as the reader's rules want it: HTML blanked out, wide letters made narrow, small letters. As long as the
 * original, character for character, so that every offset means the same words in both.
 */
export function cleanText(text: string): string {
  let clean = text
  if (clean.includes('<') || clean.includes('>')) clean = clean.replace(TAG, blank)
  if (clean.includes('&')) clean = clean.replace(ENTITY, blank)
  clean = clean.replace(WIDE, narrow).replace(CONTROL, ' ')
  return clean.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** A tag that ends a line stays one: sentences must not run into each other. */
function blank(match: string): string {
  const endsLine = /^<\/?(?:br|p|li|div|tr|h\d|ul|ol)\b/i.test(match)
  return (endsLine ? '\n' : ' ').padEnd(match.length)
}

function narrow(letter: string): string {
  const code = letter.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' '
}
