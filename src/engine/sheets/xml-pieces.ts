import { brokenFile } from './broken-file.ts'

// One element longer than this is no row and no shared string of a real workbook.
const MAX_ELEMENT = 16 * 1024 * 1024
const MAX_HEAD = 64 * 1024

/**
 * A large XML part as text, cut only after the closing tag `</name>` so that no such element is ever split; the last
 * piece is what remains. A prefix on the root element's namespace (<x:worksheet>) is taken off every tag.
 */
export async function* xmlPieces(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let prefix: string | undefined
  let ending = ''
  // Held apart and searched once: joining at every chunk takes minutes on a large part without any row.
  let held: string[] = []
  let heldLength = 0
  let overlap = ''
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    held.push(text)
    heldLength += text.length
    if (heldLength > MAX_ELEMENT) throw brokenFile(`<${name}> without end`)
    if (prefix === undefined) {
      const head = held.join('').slice(0, MAX_HEAD)
      const root = /<(?:([\w.-]+):)?[A-Za-z]\w*[\s>/]/.exec(head)
      if (!root && head.length === MAX_HEAD) throw brokenFile(`<${name}>`)
      if (!root) continue
      prefix = root[1] ?? ''
      ending = prefix ? `</${prefix}:${name}>` : `</${name}>`
    }
    const recent = overlap + text
    overlap = recent.slice(-ending.length)
    const last = recent.lastIndexOf(ending)
    if (last < 0) continue
    const whole = held.join('')
    const cut = whole.length - (recent.length - last - ending.length)
    yield withoutPrefix(whole.slice(0, cut), prefix)
    const rest = whole.slice(cut)
    held = [rest]
    heldLength = rest.length
    overlap = rest.slice(-ending.length)
  }
  held.push(decoder.decode())
  yield withoutPrefix(held.join(''), prefix ?? '')
}

function withoutPrefix(xml: string, prefix: string): string {
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}
