import type { Exact } from '../../../engine/indicators/exact.ts'
import type { AuditDocument, Place } from '../document.ts'
import type { Finding, FindingKind } from '../finding.ts'
import { type EnglishNumber, englishNumbers, englishSentences } from '../understanding/english-numbers.ts'
import { agrees, isTruncated, shown } from './arithmetic.ts'
import { EXPLANATIONS, finding } from './rule.ts'

/** A figure of an English sentence and where it stands. */
export interface Said extends EnglishNumber {
  readonly place: Place
}

export interface Context {
  readonly text: string
  readonly numbers: readonly Said[]
  /** Figures of the sentence before, in its paragraph. */
  readonly previous: readonly Said[]
  /** Counts of the whole document so far. */
  readonly counts: readonly Said[]
}

/** The English sentences of a document, each with its figures and what was said before. */
export function contextsOf(document: AuditDocument): Context[] {
  const contexts: Context[] = []
  const counts: Said[] = []
  for (const block of document.blocks) {
    if (block.kind !== 'paragraph' || block.role === 'contents') continue
    let previous: Said[] = []
    for (const { text, offset } of englishSentences(block.text)) {
      const numbers = englishNumbers(text).map((number): Said => {
        const at = offset + number.start
        const passage = block.text.slice(Math.max(0, at - 30), offset + number.end + 20)
        return {
          ...number,
          place: {
            ...(block.page === undefined ? {} : { page: block.page }),
            paragraph: block.paragraph,
            text: passage,
          },
        }
      })
      contexts.push({ text, numbers, previous, counts: [...counts] })
      previous = numbers
      counts.push(...numbers.filter((n) => !n.isPercent && !n.isRough))
    }
  }
  return contexts
}

/** A recomputed value against the printed one; cut-off digits are named as such. */
export function compare(
  kind: FindingKind,
  exact: Exact,
  printed: Said,
  operands: readonly Said[],
  arithmetic: string,
): Finding[] {
  const said = { value: printed.value, step: printed.step }
  if (agrees(exact.abs(), said)) return []
  const isCut = isTruncated(exact.abs(), said)
  const right = shown(exact.abs().div(printed.scale), printed.step.div(printed.scale))
  return [
    finding({
      kind: isCut ? 'truncation' : kind,
      severity: isCut ? 'minor' : 'serious',
      confidence: 0.85,
      zh: `印为 ${printed.printed}，按 ${arithmetic} 计算为 ${right}${isCut ? '（尾数被舍去而未四舍五入）' : ''}`,
      en: `Printed as ${printed.printed}; ${arithmetic} is ${right}${isCut ? ' (cut off instead of rounded)' : ''}`,
      arithmetic: `${arithmetic} = ${right} ≠ ${printed.printed}`,
      values: [printed.printed, ...operands.map((n) => n.printed)],
      places: [printed.place, ...operands.map((n) => n.place)],
      explanations: [EXPLANATIONS.base],
    }),
  ]
}

export function largerThanWhole(part: Said, whole: Said, kind: FindingKind = 'order'): Finding {
  return finding({
    kind,
    severity: 'serious',
    confidence: 0.88,
    zh: `部分 ${part.printed} 大于总数 ${whole.printed}`,
    en: `The part ${part.printed} is larger than its whole ${whole.printed}`,
    arithmetic: `${part.printed} > ${whole.printed}`,
    values: [whole.printed, part.printed],
    places: [whole.place, part.place],
    explanations: [EXPLANATIONS.scope],
  })
}

/** Figures of the sentence itself, without what its brackets add. */
export function outsideBrackets(text: string, numbers: readonly Said[]): Said[] {
  const outside = text.replace(/\([^()]*\)/g, (bracket) => ' '.repeat(bracket.length))
  return numbers.filter((n) => outside.slice(n.start, n.end).trim() !== '')
}

export const isCount = (n: Said): boolean => !n.isPercent && !n.isRough && n.value.gt(0)

/** As a hand typed it: for slips. */
export const typed = (n: Said) => ({ printed: n.printed.replace('%', ''), value: n.value, scale: n.scale })

export const quotient = (part: Said, whole: Said): string => `${part.printed} ÷ ${whole.printed}`

export function addsUp(whole: Said, parts: readonly Said[], total: Exact): Finding {
  const right = shown(total.div(whole.scale), whole.step.div(whole.scale))
  return finding({
    kind: 'parts-and-whole',
    severity: 'serious',
    confidence: 0.8,
    zh: `总数为 ${whole.printed}，各部分相加为 ${right}`,
    en: `The whole is ${whole.printed}, but its parts come to ${right}`,
    arithmetic: `${whole.printed} ≠ ${parts.map((part) => part.printed).join(' + ')} = ${right}`,
    values: [whole.printed, ...parts.map((part) => part.printed)],
    places: [whole.place, ...parts.map((part) => part.place)],
    explanations: [EXPLANATIONS.several, EXPLANATIONS.other],
  })
}
