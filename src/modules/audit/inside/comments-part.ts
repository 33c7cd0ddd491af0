/** The parts of a .docx that hold and announce comments (ECMA-376 part 1, 17.13.4). */

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const COMMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface NewComment {
  readonly id: number
  readonly author: string
  readonly paragraphs: readonly string[]
}

/** word/comments.xml with more comments at its end; made when the document has none. */
export function commentsPart(old: string, comments: readonly NewComment[], at: Date): string {
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const added = comments
    .map(({ id, author, paragraphs }) => {
      const texts = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`)
      const initials = escaped(author.slice(0, 2))
      return `<w:comment w:id="${id}" w:author="${escaped(author)}" w:date="${date}" w:initials="${initials}">${texts.join('')}</w:comment>`
    })
    .join('')
  if (old === '') return `${HEAD}<w:comments xmlns:w="${WORD}">${added}</w:comments>`
  const opening = /<w:comments\b[^>]*?(\/?)>/.exec(old)
  if (opening?.[1]) return old.replace(opening[0], () => `${opening[0].replace(/\/>$/, '>')}${added}</w:comments>`)
  return old.replace('</w:comments>', () => `${added}</w:comments>`)
}

/** The relations of the body with one to the comments, and where these are, from the body's folder. */
export function withRelation(xml: string): { xml: string; target: string } {
  const own = (xml.match(/<Relationship\s[^>]*>/g) ?? []).find((tag) =>
    /Type="[^"]*\/relationships\/comments"/.test(tag),
  )
  const known = own && /Target="([^"]*)"/.exec(own)?.[1]
  if (known) return { xml, target: known.replace(/^\/word\//, '') }
  const ids = new Set([...xml.matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id))
  let number = 1
  while (ids.has(`rIdJx${number}`)) number += 1
  const tag = `<Relationship Id="rIdJx${number}" Type="${COMMENTS}" Target="comments.xml"/>`
  if (xml === '')
    return { xml: `${HEAD}<Relationships xmlns="${RELATIONS}">${tag}</Relationships>`, target: 'comments.xml' }
  return { xml: xml.replace('</Relationships>', `${tag}</Relationships>`), target: 'comments.xml' }
}

/** [Content_Types].xml that knows the part with the comments. */
export function withType(xml: string, path: string): string {
  if (xml.includes(`PartName="/${path}"`)) return xml
  return xml.replace('</Types>', `<Override PartName="/${path}" ContentType="${TYPE}"/></Types>`)
}

const escaped = (text: string): string =>
  text
    // XML has no way to write most of these.
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
