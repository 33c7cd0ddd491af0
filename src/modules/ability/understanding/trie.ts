/** Many words looked for at once: each character of the text is met once per word that is begun, longest word wins. */
export interface Trie<T> {
  /** By the code of the first letter. */
  readonly first: readonly (TrieNode<T> | undefined)[]
}

/** Most nodes have one letter behind them, which is then looked at without a table. */
interface TrieNode<T> {
  value: T | undefined
  onlyCode: number
  onlyNext: TrieNode<T> | undefined
  others: Map<number, TrieNode<T>> | undefined
}

/** Codes of UTF-16. */
const CODES = 0x10000

/** @param words small letters; of a word given twice the first value stays */
export function buildTrie<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const first = Array.from<TrieNode<T> | undefined>({ length: CODES })
  for (const [word, value] of words) {
    if (word === '') continue
    let node = (first[word.charCodeAt(0)] ??= newNode<T>())
    for (let at = 1; at < word.length; at++) node = grow(node, word.charCodeAt(at))
    node.value ??= value
  }
  return { first }
}

const newNode = <T>(): TrieNode<T> => ({ value: undefined, onlyCode: -1, onlyNext: undefined, others: undefined })

function grow<T>(node: TrieNode<T>, code: number): TrieNode<T> {
  if (node.onlyCode === code) return node.onlyNext!
  if (node.onlyNext === undefined) {
    node.onlyCode = code
    return (node.onlyNext = newNode<T>())
  }
  node.others ??= new Map()
  let next = node.others.get(code)
  if (next === undefined) node.others.set(code, (next = newNode<T>()))
  return next
}

const SPACE = 32

/**
 * Visits every longest word from left to right; a word never begins inside another. Several spaces in the text count as
 * one. `accept` may refuse a word (then a shorter one from the same place is tried).
 */
export function scanTrie<T>(
  trie: Trie<T>,
  text: string,
  accept: (start: number, end: number, value: T) => boolean,
): void {
  const { first } = trie
  const ends: number[] = []
  const values: T[] = []
  for (let start = 0; start < text.length; start++) {
    let node = first[text.charCodeAt(start)]
    if (node === undefined) continue
    let count = 0
    for (let at = start + 1; ; at++) {
      if (node.value !== undefined) {
        ends[count] = at
        values[count++] = node.value
      }
      if (at >= text.length) break
      const code = text.charCodeAt(at)
      const next: TrieNode<T> | undefined = node.onlyCode === code ? node.onlyNext : node.others?.get(code)
      if (next === undefined) {
        if (code === SPACE && text.charCodeAt(at - 1) === SPACE) continue
        break
      }
      node = next
    }
    while (count-- > 0) {
      const end = ends[count]!
      if (!accept(start, end, values[count]!)) continue
      start = end - 1
      break
    }
  }
}
