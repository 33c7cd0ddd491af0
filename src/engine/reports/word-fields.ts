import { ImportedXmlComponent } from 'docx'
import type { ParagraphChild } from 'docx'

/** Text inside XML, in element content or in a double-quoted attribute. */
export function xmlText(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function raw(xml: string): ParagraphChild {
  return ImportedXmlComponent.fromXmlString(xml) as unknown as ParagraphChild
}

/** Opens a field whose result follows; close it with `fieldEnd`. It may span paragraphs, as a table of contents does. */
export function fieldStart(instruction: string): ParagraphChild[] {
  return [
    raw('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    raw(`<w:r><w:instrText xml:space="preserve"> ${xmlText(instruction)} </w:instrText></w:r>`),
    raw('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
  ]
}

export function fieldEnd(): ParagraphChild {
  return raw('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
}

/** A field with its result already in place, so that Word shows it without updating anything. */
export function field(instruction: string, result: ParagraphChild[]): ParagraphChild[] {
  return [...fieldStart(instruction), ...result, fieldEnd()]
}

/** Marks what references point to. Ids and names count within one document, so equal reports give equal files. */
export function bookmark(place: number, children: ParagraphChild[]): ParagraphChild[] {
  return [
    raw(`<w:bookmarkStart w:id="${place}" w:name="${bookmarkName(place)}"/>`),
    ...children,
    raw(`<w:bookmarkEnd w:id="${place}"/>`),
  ]
}

/** Word only keeps links from its own table of contents to bookmarks that start with _Toc. */
export function bookmarkName(place: number): string {
  return `_Toc${String(900_000_000 + place)}`
}
