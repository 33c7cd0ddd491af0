/** XML cannot carry the other control characters at all. */
const isPossible = (character: string) =>
  character >= ' ' ? character < '\ufffe' || character > '\uffff' : '\t\n\r'.includes(character)

/** Text as content or as an attribute's value. */
export const escaped = (text: string): string =>
  [...text]
    .filter(isPossible)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
