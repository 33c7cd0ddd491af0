import { type BlockNode, type DocumentNode, recordTableKey } from '../../../language/document.ts'
import type { WordDifference } from '../../../language/wire-reports.ts'
import { nodesOf } from './document-walk.ts'

/** Longer texts are compared as one piece: the comparison takes time in the square of what differs. */
const MOST = 4000
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A text as words; what is no text is one word that names it. */
export function wordsOf(document: DocumentNode): string[] {
  return (document.content ?? []).flatMap((block) => [...blockWords(block), '\n'])
}

function blockWords(block: BlockNode): string[] {
  return [...nodesOf([block])].flatMap((node): string[] => {
    switch (node.type) {
      case 'text':
        return [...segmenter.segment(node.text)].map((part) => part.segment)
      case 'figure':
        return [`〔${node.attrs.code}${node.attrs.period ? `@${node.attrs.period}` : ''}〕`]
      case 'figureTable':
        return [`〔${node.attrs.table}〕`]
      case 'recordTable':
        return [`〔${recordTableKey(node.attrs)}〕`]
      case 'dataTable':
      case 'chart':
        return [`〔${node.attrs.name}〕`]
      case 'image':
        return [`〔${node.attrs.caption ?? node.attrs.alt}〕`]
      case 'case':
        return [node.attrs.title, '\n']
      case 'hardBreak':
        return ['\n']
      default:
        return []
    }
  })
}

/** What must be taken out of one text and put into it to get the other; neighbours of one kind are joined. */
export function compareTexts(before: DocumentNode, after: DocumentNode): WordDifference[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const found: { kind: WordDifference['kind']; text: string }[] = []
  const say = (kind: WordDifference['kind'], text: string) => {
    const last = found.at(-1)
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else found.push({ kind, text })
  }
  say('same', old.slice(0, start).join(''))
  compareMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end), say)
  say('same', old.slice(old.length - end).join(''))
  return found
}

function compareMiddle(old: string[], now: string[], say: (kind: WordDifference['kind'], text: string) => void): void {
  if (old.length > MOST || now.length > MOST) {
    say('removed', old.join(''))
    say('added', now.join(''))
    return
  }
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      say('same', old[i] as string)
      i++
      j++
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) say('removed', old[i++] as string)
    else say('added', now[j++] as string)
  }
}
