import type { Style } from './block-list.ts'
import type { ListPlace } from './word-numbering.ts'

/** What a paragraph style of Word says: its outline level, whether it is one of the contents, how it is numbered. */
export interface WordStyle extends Style {
  readonly numbering?: ListPlace | undefined
}

/** The styles of word/styles.xml by their ids; a style takes over what the one it is based on says. */
export function wordStyles(xml: string): ReadonlyMap<string, WordStyle> {
  const own = new Map<string, WordStyle & { base: string | undefined }>()
  for (const [, id, body] of xml.matchAll(/<w:style\s[^>]*w:styleId="([^"]+)"[^>]*>(.*?)<\/w:style>/gs))
    own.set(id!, ownStyle(body!))
  return new Map([...own.keys()].map((id) => [id, inherited(own, id)]))
}

function ownStyle(body: string): WordStyle & { base: string | undefined } {
  const name = /<w:name\s+w:val="([^"]*)"/.exec(body)?.[1] ?? ''
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]
  const outline = /<w:outlineLvl\s+w:val="(\d)"/.exec(body)?.[1]
  const list = /<w:numId\s+w:val="(\d+)"/.exec(body)?.[1]
  const depth = /<w:ilvl\s+w:val="(\d)"/.exec(body)?.[1]
  return {
    level:
      named !== undefined ? Number(named) : outline !== undefined && outline !== '9' ? Number(outline) + 1 : undefined,
    isContents: /^(toc|目录|table of figures|图表目录)/i.test(name),
    numbering: list === undefined ? undefined : { list, level: depth === undefined ? undefined : Number(depth) },
    base: /<w:basedOn\s+w:val="([^"]*)"/.exec(body)?.[1],
  }
}

function inherited(own: ReadonlyMap<string, WordStyle & { base: string | undefined }>, id: string): WordStyle {
  let full: WordStyle = {}
  let at: string | undefined = id
  // Styles that are based on each other in a ring are broken, but no reason to hang.
  for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
    const style = own.get(at)
    full = {
      level: full.level ?? style?.level,
      isContents: full.isContents || style?.isContents || false,
      numbering: full.numbering ?? style?.numbering,
    }
    at = style?.base
  }
  return full
}
