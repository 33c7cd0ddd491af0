import type { Codes } from '../../language/codes.ts'
import { openValues } from '../../language/college-codes.ts'
import type { Lang } from '../../language/label.ts'
import { type FieldRule, halfWidth, quoted, type Reading, right, wrong } from '../rule.ts'

export const choiceRule: FieldRule<'choice'> = {
  check: (input, field) => (isCode(input, field.codes) ? right(input) : notAllowed(input, field.codes)),
  read(cell, field) {
    const code = codeOf(cell, field.codes)
    return code === undefined ? notAllowed(cell, field.codes) : right(code)
  },
  write: (value, field, lang) => nameOf(value, field.codes, lang),
  example(field, seed) {
    const values = Object.keys(field.codes.values)
    return values[seed % values.length]!
  },
}

/** Whether the input is one of the list's own values. */
export function isCode(input: unknown, codes: Codes): input is string {
  return typeof input === 'string' && Object.hasOwn(codes.values, input)
}

/**
 * The value a person meant: by our code, a label in either language, or the official code. A name that two
 * values share means neither.
 */
export function codeOf(written: string, codes: Codes): string | undefined {
  const exact = written.trim()
  return isCode(exact, codes) ? exact : (namesOf(codes).get(comparable(written)) ?? undefined)
}

/** The label, or the code itself where its label would be read as another value. */
export function nameOf(value: string, codes: Codes, lang: Lang): string {
  const label = codes.values[value]?.[lang]
  return label !== undefined && codeOf(label, codes) === value ? label : value
}

/** The refusal of a value that is not in the list: names the likeliest and at most six that are allowed. */
export function notAllowed(input: unknown, codes: Codes): Reading<never> {
  const written = comparable(typeof input === 'string' ? input : '')
  const ranked = openValues(codes)
    .map((code) => {
      const label = codes.values[code]!
      const names = [code, label.zh, label.en].map(comparable)
      const unlikeness = names.map((name) => editDistance(written, name) / Math.max(name.length, written.length, 1))
      return { code, label, unlikeness: Math.min(...unlikeness) }
    })
    .toSorted((a, b) => a.unlikeness - b.unlikeness)
  const exact = ranked.filter(({ unlikeness }) => unlikeness === 0).map(({ code }) => code)
  if (exact.length > 0) {
    return wrong(
      `${quoted(input)}是${codes.label.zh}的名称而不是代码，请填写代码 ${exact.join(' 或 ')}`,
      `${quoted(input)} names a value of ${codes.label.en}: write its code, ${exact.join(' or ')}`,
    )
  }
  // Nothing in common with a name is not a likeness.
  const nearest = ranked.find(({ unlikeness }) => unlikeness < 1)?.label
  const shown =
    ranked.length > 6
      ? ranked.slice(0, 6).map(({ label }) => label)
      : openValues(codes).map((code) => codes.values[code]!)
  const isMore = ranked.length > shown.length
  return wrong(
    `${quoted(input)}不是${codes.label.zh}的选项，${nearest ? `是否应为“${nearest.zh}”？` : ''}可填：` +
      `${shown.map((label) => label.zh).join('、')}${isMore ? ` 等 ${ranked.length} 项` : ''}`,
    `${quoted(input)} is not one of ${codes.label.en}${nearest ? `; did you mean “${nearest.en}”?` : '.'} Allowed: ` +
      `${shown.map((label) => label.en).join(', ')}${isMore ? ` and ${ranked.length - shown.length} more` : ''}`,
  )
}

function comparable(text: string): string {
  return halfWidth(text).replace(/\s+/g, ' ').toLowerCase()
}

/** Import asks for the same list thousands of times. A null marks a name that two values share. */
const known = new WeakMap<Codes, ReadonlyMap<string, string | null>>()

function namesOf(codes: Codes): ReadonlyMap<string, string | null> {
  const found = known.get(codes)
  if (found) return found
  const names = new Map<string, string | null>()
  const values = Object.entries(codes.values)
  const facets: readonly ((code: string) => string | undefined)[] = [
    (code) => code,
    (code) => codes.values[code]?.zh,
    (code) => codes.values[code]?.en,
  ]
  // An earlier facet wins: a label is never overruled by another value's official code.
  for (const facet of facets) {
    const taken = new Set(names.keys())
    for (const [code] of values) {
      const name = comparable(facet(code) ?? '')
      if (name === '' || taken.has(name)) continue
      names.set(name, names.has(name) && names.get(name) !== code ? null : code)
    }
  }
  // Of several values under one official code the first is meant: a college's own come last.
  for (const [code] of values) {
    const name = comparable(codes.official?.[code] ?? '')
    if (name !== '' && !names.has(name)) names.set(name, code)
  }
  known.set(codes, names)
  return names
}

/** How many characters must be added, removed or replaced to make `b` of `a` (Levenshtein). */
function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a).slice(0, 60), Array.from(b).slice(0, 60)]
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, character] of left.entries()) {
    const next = [i + 1]
    for (const [j, other] of right.entries()) {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (character === other ? 0 : 1)))
    }
    row = next
  }
  return row[right.length]!
}
