// XML 1.0 cannot hold these at all, and none of them prints; U+00AD and the like stay, they are layout.
const unprintable = /[\p{Cc}\ufffe\uffff]/gu

/** Text every output can hold: no control characters, no half surrogate pairs, line ends and tabs as spaces. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(unprintable, '')
}
