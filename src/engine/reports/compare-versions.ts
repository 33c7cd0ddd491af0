import { type BlockNode, type DocumentNode, recordTableKey } from '../../language/document.ts'
import type { BlockDifference, WordDifference } from '../../language/wire-reports.ts'
import { canonicalJson } from './hash-report.ts'
import { walkDocument } from './walk-document.ts'

/** More words than this are compared as one piece: the comparison takes their product in steps. */
const MOST_WORDS = 3000
/** Below this share of common words two blocks are another block, not a changed one. */
const ALIKE = 0.3

/** What changed between two texts, block by block; changed blocks word by word. */
export function compareVersions(before: DocumentNode, after: DocumentNode): BlockDifference[] {
  const [old, now] = [before.content ?? [], after.content ?? []]
  const found: BlockDifference[] = []
  let removed: BlockNode[] = []
  let added: BlockNode[] = []
  const flush = () => {
    found.push(...pair(removed, added))
    removed = []
    added = []
  }
  for (const step of align(old.map(canonicalJson), now.map(canonicalJson))) {
    if (step.kind === 'removed') removed.push(old[step.old]!)
    else if (step.kind === 'added') added.push(now[step.now]!)
    else {
      flush()
      found.push({ kind: 'same', after: now[step.now]! })
    }
  }
  flush()
  return found
}

/** Removed and added blocks in one place: those that resemble each other are one changed block. */
function pair(removed: readonly BlockNode[], added: readonly BlockNode[]): BlockDifference[] {
  const found: BlockDifference[] = []
  let next = 0
  for (const after of added) {
    const at = removed.findIndex((before, i) => i >= next && before.type === after.type && resemble(before, after))
    if (at < 0) {
      found.push({ kind: 'added', after })
      continue
    }
    for (const before of removed.slice(next, at)) found.push({ kind: 'removed', before })
    found.push({
      kind: 'changed',
      before: removed[at]!,
      after,
      words: compareWords(wordsOf(removed[at]!), wordsOf(after)),
    })
    next = at + 1
  }
  for (const before of removed.slice(next)) found.push({ kind: 'removed', before })
  return found
}

function resemble(before: BlockNode, after: BlockNode): boolean {
  const [a, b] = [new Set(wordsOf(before)), new Set(wordsOf(after))]
  const common = [...a].filter((word) => b.has(word)).length
  return common / Math.max(1, Math.min(a.size, b.size)) >= ALIKE
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A block as words; an indicator, table or picture is one word that names it. */
function wordsOf(block: BlockNode): string[] {
  return [...walkDocument([block])].flatMap((node): string[] => {
    switch (node.type) {
      case 'text':
        return [...segmenter.segment(node.text)].map((s) => s.segment)
      case 'figure': {
        const { code, period, part } = node.attrs
        return [`〔${code}${period ? `@${period}` : ''}${part && part !== 'value' ? `/${part}` : ''}〕`]
      }
      case 'hardBreak':
      case 'paragraph':
        return ['\n']
      case 'case':
        return [node.attrs.title]
      case 'figureTable':
        return [`〔${node.attrs.table}〕`]
      case 'recordTable':
        return [`〔${recordTableKey(node.attrs)}〕`]
      case 'dataTable':
      case 'chart':
        return [`〔${node.attrs.name}〕`]
      case 'image':
        return [`〔${node.attrs.caption ?? node.attrs.alt}〕`]
      default:
        return []
    }
  })
}

/** What changed between two rows of words; neighbours of one kind are joined. */
export function compareWords(before: readonly string[], after: readonly string[]): WordDifference[] {
  const found: { kind: WordDifference['kind']; text: string }[] = []
  const say = (kind: WordDifference['kind'], text: string) => {
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else found.push({ kind, text })
  }
  if (before.length > MOST_WORDS || after.length > MOST_WORDS) {
    say('removed', before.join(''))
    say('added', after.join(''))
    return found
  }
  for (const step of align(before, after)) {
    if (step.kind === 'removed') say('removed', before[step.old]!)
    else say(step.kind, after[step.now]!)
  }
  return found
}

type Step = { readonly kind: 'same' | 'added' | 'removed'; readonly old: number; readonly now: number }

/** The shortest way from one row to the other (longest common subsequence). */
function align(old: readonly string[], now: readonly string[]): Step[] {
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let [oldEnd, nowEnd] = [old.length, now.length]
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd--
    nowEnd--
  }
  const [rows, columns] = [oldEnd - start, nowEnd - start]
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[start + i] === now[start + j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const steps: Step[] = []
  for (let k = 0; k < start; k++) steps.push({ kind: 'same', old: k, now: k })
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    const here = { old: start + i, now: start + j }
    if (i < rows && j < columns && old[here.old] === now[here.now]) {
      steps.push({ kind: 'same', ...here })
      i++
      j++
    } else if (j >= columns || (i < rows && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      steps.push({ kind: 'removed', ...here })
      i++
    } else {
      steps.push({ kind: 'added', ...here })
      j++
    }
  }
  for (let k = oldEnd; k < old.length; k++) steps.push({ kind: 'same', old: k, now: k - oldEnd + nowEnd })
  return steps
}
