import type { Section, SectionKind } from './sections.ts'

/** A stretch of text without a comma or stop in it. */
export interface Clause {
  readonly start: number
  readonly end: number
  /** Number of the sentence it is part of. */
  readonly sentence: number
  readonly section: SectionKind
  readonly words: string
}

const BREAK =
  /[，,。；;！!？?\n\r|·•●◆★▪]|(?<=[^\d.])\d{1,2}\s*[、.)）](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩]|[（(]\d{1,2}[）)]|(?<=[\s:：;；])[a-h]\s*[)）、](?=\s*[\u4e00-\u9fff])|\.(?=\s)/g
const ENDS_SENTENCE = /[。；;！!？?\n\r●◆★▪\d①-⑩.]/

/** The clauses of a cleaned text, in order; a clause never spans two sections. */
export function splitClauses(text: string, sections: readonly Section[]): Clause[] {
  const clauses: Clause[] = []
  let sentence = 0
  for (const { kind, start, end } of sections) {
    sentence++
    let from = start
    const add = (to: number): void => {
      if (to > from) clauses.push({ start: from, end: to, sentence, section: kind, words: text.slice(from, to) })
    }
    BREAK.lastIndex = start
    for (let match = BREAK.exec(text); match !== null && match.index < end; match = BREAK.exec(text)) {
      // "1,000" and "e.g. C, C++" break alike; a number inside a figure does not.
      add(match.index)
      if (ENDS_SENTENCE.test(match[0])) sentence++
      from = Math.min(end, match.index + match[0].length)
    }
    add(end)
  }
  return clauses
}
