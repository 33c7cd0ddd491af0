import { brokenFile } from './broken-file.ts'

// One element longer than this is no row and no shared string of a real workbook.
const MAX_ELEMENT = 32 * 1024 * 1024

/**
 * A large XML part as text, cut only after the closing tag `</name>` so that no such element is ever split; the last
 * piece is what remains. A prefix on the root element's namespace (<x:worksheet>) is taken off every tag.
 */
export async function* xmlPieces(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const close = `</${name}>`
  let rest = ''
  let prefix: string | undefined
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true })
    if (prefix === undefined) {
      const root = /<(?:([\w.-]+):)?[A-Za-z]\w*[\s>/]/.exec(rest)
      if (!root) continue
      prefix = root[1] ?? ''
    }
    const ending = prefix ? `</${prefix}:${name}>` : close
    const last = rest.lastIndexOf(ending)
    if (last < 0) {
      if (rest.length > MAX_ELEMENT) throw brokenFile(`<${name}> without end`)
      continue
    }
    const cut = last + ending.length
    yield withoutPrefix(rest.slice(0, cut), prefix)
    rest = rest.slice(cut)
  }
  yield withoutPrefix(rest + decoder.decode(), prefix ?? '')
}

function withoutPrefix(xml: string, prefix: string): string {
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}
