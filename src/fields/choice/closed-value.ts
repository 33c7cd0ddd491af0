import type { Codes } from '../../language/codes.ts'
import { isOpen } from '../../language/college-codes.ts'
import type { Field } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'

/**
 * Why a value may not be chosen any more, or not yet; undefined when it may. What the record held before stays allowed:
 * a value that goes out of use changes no record.
 */
export function closedProblem(field: Field, value: unknown, before: unknown): Label | undefined {
  if (!('codes' in field) || !field.codes.closed) return undefined
  const held = Array.isArray(before) ? before : [before]
  for (const one of Array.isArray(value) ? value : [value])
    if (typeof one === 'string' && !held.includes(one)) {
      const problem = problemOf(field.codes, one)
      if (problem) return problem
    }
  return undefined
}

function problemOf(codes: Codes, value: string): Label | undefined {
  const closed = isOpen(codes, value) ? undefined : codes.closed?.[value]
  const { zh, en } = codes.values[value] ?? { zh: value, en: value }
  if (!closed) return undefined
  if ('since' in closed)
    return {
      zh: `“${zh}”自 ${closed.since} 起停用，请改选${codes.label.zh}的其他值`,
      en: `“${en}” is out of use since ${closed.since}: choose another value of ${codes.label.en}`,
    }
  return {
    zh: `“${zh}”自 ${closed.until} 起才启用，请改选${codes.label.zh}的其他值`,
    en: `“${en}” comes into use on ${closed.until}: choose another value of ${codes.label.en}`,
  }
}
