const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between XML tags with its entities resolved; entities a document declares itself are left as they stand. */
export function xmlText(xml: string): string {
  if (xml.includes('<![CDATA[')) {
    return xml
      .split(/<!\[CDATA\[(.*?)\]\]>/s)
      .map((part, index) => (index % 2 ? part : xmlText(part)))
      .join('')
  }
  const text = xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The text of a cell: entities resolved, then Excel's own escapes (_x000D_ for a carriage return, ECMA-376 22.4.2.4). */
export function cellText(xml: string): string {
  const text = xmlText(xml)
  // A slice keeps the whole piece of XML it was cut from in memory; a joined string does not.
  if (!text.includes('_x')) return text.length < 13 ? text : ` ${text}`.slice(1)
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

// What XML cannot carry, what it would change on the way (carriage returns), and text that looks like an escape.
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[&<>]|_(?=x[0-9a-fA-F]{4}_)/g

/** Text as the content of a cell element, so that `cellText` gives the very same text back. */
export function toCellText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    if (character === '&') return '&amp;'
    if (character === '<') return '&lt;'
    if (character === '>') return '&gt;'
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
  })
}

/** One attribute of an opening tag, entities resolved. */
export function xmlAttribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at > 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1)
    let open = at + name.length
    if (before > 32 || tag.charCodeAt(open) !== 61) continue
    open++
    const close = tag.indexOf(tag.charAt(open), open + 1)
    if (close < 0) return undefined
    const value = tag.slice(open + 1, close)
    return value.includes('&') ? xmlText(value) : value
  }
  return undefined
}

/** Every opening tag of this local name in a small document, whatever its prefix. */
export function xmlTags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []
}
