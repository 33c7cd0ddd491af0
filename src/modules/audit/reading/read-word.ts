import { brokenFile } from '../../../engine/sheets/broken-file.ts'
import type { Zip } from '../../../engine/sheets/open-zip.ts'
import { xmlText } from '../../../engine/sheets/xml-text.ts'
import type { AuditDocument } from '../document.ts'
import { openOfficeFile, partXml } from './open-office-file.ts'
import { type WordBody, wordBody } from './word-body.ts'
import { numberingOf } from './word-numbering.ts'
import { wordStyles } from './word-styles.ts'

/** Reads a .docx: paragraphs with their outline level and number, tables with merged cells, pages as Word last laid them out. */
export async function readWord(name: string, bytes: Uint8Array): Promise<AuditDocument> {
  const { blocks } = await openWord(name, bytes)
  return { name, blocks }
}

/** A .docx with its body as it was read, and the XML that it stands in. */
export interface OpenWord extends WordBody {
  readonly zip: Zip
  /** The part with the body: word/document.xml. */
  readonly path: string
  readonly xml: string
}

/** @throws Refusal when it is locked or unsafe; SheetError when it is broken or a bomb */
export async function openWord(name: string, bytes: Uint8Array): Promise<OpenWord> {
  const zip = openOfficeFile(name, bytes)
  const path = zip.paths.find((part) => /^word\/document\d*\.xml$/.test(part))
  if (path === undefined) throw brokenFile('word/document.xml')
  const part = async (of: string) => (zip.has(of) ? partXml(name, zip, of) : '')
  const xml = await partXml(name, zip, path)
  const body = wordBody(xml, {
    styles: wordStyles(await part('word/styles.xml')),
    number: numberingOf(await part('word/numbering.xml')),
    notes: new Map([
      ...notesOf(await part('word/footnotes.xml'), 'footnote'),
      ...notesOf(await part('word/endnotes.xml'), 'endnote'),
    ]),
  })
  return { ...body, zip, path, xml }
}

/** Texts of notes by their ids; the lines that part them from the text are none. */
function notesOf(xml: string, tag: 'footnote' | 'endnote'): [string, string][] {
  const pattern = new RegExp(`<w:${tag}\\s([^>]*)>(.*?)</w:${tag}>`, 'gs')
  return [...xml.matchAll(pattern)].flatMap(([, attributes, body]) => {
    const id = /w:id="(-?\d+)"/.exec(attributes!)?.[1]
    if (id === undefined || /w:type="(separator|continuation)/.test(attributes!)) return []
    const text = [...body!.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, piece]) => xmlText(piece!)).join('')
    return [[`${tag.charAt(0)}${id}`, text]]
  })
}
