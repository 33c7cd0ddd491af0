import type { Item } from './item.ts'
import { readAnswer } from './read-answer.ts'

/** The right answer as people read it, the same in both languages: "B", "A、C", "15 ± 0.5 V". */
export function solutionInWords(item: Item): string {
  switch (item.kind) {
    case 'single':
      return item.right
    case 'multiple':
      return item.right.join('、')
    case 'blanks':
      return item.blanks.map((accepted) => accepted.join(' / ')).join('；')
    case 'number': {
      const { kind, amount } = item.tolerance
      const margin = !/[1-9]/.test(amount) ? '' : ` ± ${amount}${kind === 'relative' ? '%' : ''}`
      return `${item.value}${margin}${item.unit === null ? '' : ` ${item.unit}`}`
    }
    case 'order':
      return item.entries.join(' → ')
    case 'match':
      return item.pairs.map(([left, right]) => `${left} — ${right}`).join('；')
    case 'short':
      return item.sample ?? item.keywords.map((ways) => ways.join(' / ')).join('；')
  }
}

/** What somebody answered, as people read it; empty when nothing was. */
export function answerInWords(item: Item, given: unknown): string {
  const answer = readAnswer(item, given)
  if (answer === null) return ''
  if (typeof answer === 'string') return answer
  if (!isTexts(answer))
    return Object.entries(answer)
      .map(([left, right]) => `${left} — ${right}`)
      .join('；')
  return answer.join({ order: ' → ', blanks: '；' }[item.kind as string] ?? '、')
}

const isTexts = (answer: readonly string[] | Readonly<Record<string, string>>): answer is readonly string[] =>
  Array.isArray(answer)
