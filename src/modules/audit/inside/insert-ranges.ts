import { plainCharacters } from '../reading/plain-characters.ts'
import type { TextPiece, WordParagraph } from '../reading/word-body.ts'

/** A position in word/document.xml; within a text when a run has to be cut there. */
export interface Cut {
  readonly at: number
  readonly within?: TextPiece
}

/** What a comment is about. */
export interface Range {
  readonly id: number
  readonly from: Cut
  readonly to: Cut
}

/** A sign that is seen, and the positions before and behind it in the XML: '&amp;' is one. */
interface Sign {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly piece: TextPiece
}

/** Where a passage stands in a paragraph, blanks and widths of characters aside; null when it is not there as such. */
export function passageIn(xml: string, { pieces }: WordParagraph, passage: string): { from: Cut; to: Cut } | null {
  const signs = pieces.flatMap((piece) => signsOf(xml, piece))
  // A passage that was cut from a sentence says so by dots.
  const wanted = plainCharacters(passage.replace(/^…|…$/g, '')).replace(/\s/g, '')
  const at =
    wanted === ''
      ? -1
      : signs
          .map(({ text }) => text)
          .join('')
          .indexOf(wanted)
  if (at < 0) return null
  const first = signs[at]!
  const last = signs[at + wanted.length - 1]!
  return {
    from:
      first.start === first.piece.text[0] ? { at: first.piece.run.start } : { at: first.start, within: first.piece },
    to: last.end === last.piece.text[1] ? { at: last.piece.run.end } : { at: last.end, within: last.piece },
  }
}

function signsOf(xml: string, piece: TextPiece): Sign[] {
  const [from, to] = piece.text
  const signs: Sign[] = []
  // One entry for each code unit of the text, so that positions in the joined text are positions in the list.
  for (const match of xml.slice(from, to).matchAll(/&(?:#x?[\da-f]+|\w+);|[^]/gi)) {
    const start = from + match.index
    const text = match[0].length > 1 ? (ENTITIES[match[0]] ?? '\u0000') : plainCharacters(match[0])
    if (text.trim() !== '') signs.push({ text, start, end: start + match[0].length, piece })
  }
  return signs
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

/** The XML with the ranges of comments; runs are cut where a passage begins or ends within one, and keep their looks. */
export function insertRanges(xml: string, ranges: readonly Range[]): string {
  const edits = new Map<number, { within: TextPiece | undefined; starts: string; ends: string }>()
  const editAt = ({ at, within }: Cut) => {
    const edit = edits.get(at) ?? { within, starts: '', ends: '' }
    edits.set(at, edit)
    return edit
  }
  for (const { id, from, to } of ranges) {
    editAt(from).starts += `<w:commentRangeStart w:id="${id}"/>`
    editAt(to).ends += `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
  }
  const insertions = [...edits].map(([at, { within, starts, ends }]): [number, number, string] => {
    if (!within) return [at, at, ends + starts]
    const { looks } = within.run
    const style = looks ? xml.slice(looks[0], looks[1]) : ''
    return [at, at, `</w:t></w:r>${ends}${starts}<w:r>${style}<w:t xml:space="preserve">`]
  })
  // Blanks beside a cut are only kept when the text says so.
  const cut = new Set([...edits.values()].flatMap(({ within }) => (within ? [within] : [])))
  for (const { tag } of cut) {
    const opening = xml.slice(tag[0], tag[1])
    if (!opening.includes('xml:space')) insertions.push([tag[0], tag[1], '<w:t xml:space="preserve">'])
  }
  let result = ''
  let done = 0
  for (const [from, to, text] of insertions.toSorted((a, b) => a[0] - b[0])) {
    result += xml.slice(done, from) + text
    done = to
  }
  return result + xml.slice(done)
}
