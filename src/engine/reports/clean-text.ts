// XML 1.0 cannot hold these at all, and none of them prints; U+00AD and the like stay, they are layout.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Text every output can hold: no control characters, no half surrogate pairs, line ends and tabs as spaces. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(unprintable, '')
}
