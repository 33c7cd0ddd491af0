const FULL_WIDTH = /[\uff10-\uff19\uff05\uff0e\uff21-\uff3a\uff41-\uff5a\uff0b]/g

/**
 * One spelling of characters that mean the same, so that rules know one: digits, letters, point, plus and per cent of
 * full width; blanks of every kind. Keeps the length, so that positions stay true.
 */
export function plainCharacters(text: string): string {
  return text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2002-\u200a\u3000]/g, ' ')
    .replace(/\u200b|\u200c|\u200d|\ufeff|\u00ad/g, ' ')
    .replace(/[∶]/g, '：')
    .replace(/[﹪]/g, '%')
}

/** Text of one paragraph: markup of plain-text formats gone, blanks single, none between Chinese characters of a wrapped line. */
export function cleanParagraph(text: string): string {
  return plainCharacters(text)
    .replace(/<\/?(b|i|u|em|strong|sup|sub|span|font|br|p)\b[^<>]{0,200}>/gi, '')
    .replace(/\*\*|__/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Joins two pieces of one paragraph that a line or page break tore apart. */
export function joinPieces(before: string, after: string): string {
  const isLatin = /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(after)
  const isWord = /[A-Za-z,.;:)]$/.test(before) || /^[A-Za-z(]/.test(after)
  return isLatin && isWord ? `${before} ${after}` : `${before}${after}`
}
