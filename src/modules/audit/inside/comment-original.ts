import { partXml } from '../reading/open-office-file.ts'
import { type OpenWord, openWord } from '../reading/read-word.ts'
import type { WordParagraph } from '../reading/word-body.ts'
import type { Lang } from '../../../language/label.ts'
import { cellColumns, type Place } from '../document.ts'
import type { WireFinding } from '../wire.ts'
import { commentsPart, type NewComment, withRelation, withType } from './comments-part.ts'
import { COMMENTER, findingWords, isDismissed } from './finding-words.ts'
import { insertRanges, passageIn, type Range } from './insert-ranges.ts'
import { replaceParts } from './replace-parts.ts'

/** A finding with very many places is a table: a comment at each of its first ones is enough to see it. */
const MOST_PLACES = 8

/**
 * The very document that was audited, with the findings as comments at their places. Nothing else in it changes:
 * comments that are there stay, and all parts but the text, the comments and their two lists are the same bytes.
 * @throws Refusal, SheetError as for reading
 */
export async function commentOriginal(
  file: { readonly name: string; readonly bytes: Uint8Array },
  findings: readonly WireFinding[],
  lang: Lang,
): Promise<Buffer> {
  const word = await openWord(file.name, file.bytes)
  const part = async (path: string) => (word.zip.has(path) ? partXml(file.name, word.zip, path) : '')
  const folder = word.path.slice(0, word.path.lastIndexOf('/') + 1)
  const relations = `${folder}_rels/${word.path.slice(folder.length)}.rels`
  const linked = withRelation(await part(relations))
  const path = `${folder}${linked.target}`
  const old = await part(path)

  const taken = [...`${old}${word.xml}`.matchAll(/<w:comment(?:RangeStart|Reference)?\s[^>]*?w:id="(\d+)"/g)]
  let id = Math.max(-1, ...taken.map(([, number]) => Number(number)))
  const ranges: Range[] = []
  const comments: NewComment[] = []
  const sources = sourcesOf(word)
  findings.forEach((finding, at) => {
    if (isDismissed(finding)) return
    const paragraphs = findingWords(finding, at + 1, lang)
    for (const [source, places] of byParagraph(finding.places, sources)) {
      id += 1
      comments.push({ id, author: COMMENTER[lang], paragraphs })
      ranges.push(rangeOf(word, source, places, id))
    }
  })
  if (comments.length === 0) return Buffer.from(file.bytes)
  return replaceParts(
    file.bytes,
    new Map([
      [word.path, insertRanges(word.xml, ranges)],
      [path, commentsPart(old, comments, new Date())],
      [relations, linked.xml],
      ['[Content_Types].xml', withType(await part('[Content_Types].xml'), path)],
    ]),
  )
}

const keyOf = ({ paragraph, table, row, column }: Place): string =>
  table === undefined ? `p${paragraph ?? ''}` : `t${table}.${row ?? 1}.${column ?? 1}`

/** The paragraphs of the file behind each place. */
function sourcesOf({ blocks, sources }: OpenWord): Map<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const block of blocks) {
    if (block.kind !== 'table') {
      found.set(`p${block.paragraph}`, sources.get(block) ?? [])
      continue
    }
    const columns = cellColumns(block)
    block.rows.forEach((row, r) =>
      row.cells.forEach((cell, c) => {
        found.set(`t${block.table}.${r + 1}.${columns[r]![c]!}`, sources.get(cell) ?? [])
      }),
    )
  }
  return found
}

/** The places of a finding by the paragraph they stand in: those in one paragraph share a comment. */
function byParagraph(places: readonly Place[], sources: ReadonlyMap<string, readonly number[]>): Map<number, Place[]> {
  const found = new Map<number, Place[]>()
  for (const place of places) {
    const [source] = sources.get(keyOf(place)) ?? []
    if (source === undefined) continue
    const there = found.get(source)
    if (there) there.push(place)
    else if (found.size < MOST_PLACES) found.set(source, [place])
  }
  return found
}

/** From the first to the last passage of the places; the whole paragraph in a table or where the words are not found. */
function rangeOf({ paragraphs, xml }: OpenWord, source: number, places: readonly Place[], id: number): Range {
  const paragraph = paragraphs[source]!
  // Word knows no comments in text boxes: they stand at the paragraph that the box hangs on.
  const host: WordParagraph = paragraph.host === undefined ? paragraph : paragraphs[paragraph.host]!
  const passages = host === paragraph ? places.filter(({ table }) => table === undefined) : []
  const found = passages.map(({ text }) => passageIn(xml, paragraph, text)).filter((passage) => passage !== null)
  if (found.length === 0) return { id, from: { at: host.start }, to: { at: host.end } }
  const [first] = found.toSorted((a, b) => a.from.at - b.from.at)
  const last = found.toSorted((a, b) => a.to.at - b.to.at).at(-1)
  return { id, from: first!.from, to: last!.to }
}
