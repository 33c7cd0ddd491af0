/** Many words looked for at once: each character of the text is met once per word that is begun, longest word wins. */
export interface Trie<T> {
  readonly root: TrieNode<T>
}

interface TrieNode<T> {
  readonly next: Map<number, TrieNode<T>>
  value: T | undefined
}

/** @param words small letters; of a word given twice the first value stays */
export function buildTrie<T>(words: Iterable<readonly [word: string, value: T]>): Trie<T> {
  const root: TrieNode<T> = { next: new Map(), value: undefined }
  for (const [word, value] of words) {
    let node = root
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at)
      let next = node.next.get(code)
      if (next === undefined) node.next.set(code, (next = { next: new Map(), value: undefined }))
      node = next
    }
    node.value ??= value
  }
  return { root }
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
  const ends: number[] = []
  const values: T[] = []
  for (let start = 0; start < text.length; start++) {
    let node = trie.root.next.get(text.charCodeAt(start))
    if (node === undefined) continue
    let count = 0
    for (let at = start + 1; ; at++) {
      if (node.value !== undefined) {
        ends[count] = at
        values[count++] = node.value
      }
      if (at >= text.length) break
      const code = text.charCodeAt(at)
      const next: TrieNode<T> | undefined = node.next.get(code)
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
