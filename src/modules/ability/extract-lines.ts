import type { Label } from '../../language/label.ts'
import type { Advertisement, ReadAdvertisement } from './advertisement.ts'
import { readAdvertisement } from './read-advertisement.ts'
import type { Dictionary } from './understanding/find-skills.ts'

/** What `ability extract` prints for one advertisement. */
export interface Extracted {
  readonly id: string | number
  readonly skills: readonly { name: string; surface: string; kind: string; required: boolean }[]
  readonly occupation: { code: string | null; alternatives: readonly string[] }
  readonly facts: {
    city: string | null
    education_min: string | null
    years_min: number | null
    years_max: number | null
    salary_min: number | null
    salary_max: number | null
  }
}
export interface UnreadLine {
  /** From 1. */
  readonly line: number
  readonly problem: Label
}

/**
 * Reads lines of JSON `{id, title, text}` one by one and keeps none of them. An empty line is passed over; every other
 * line gives an answer or a problem.
 * @param dictionary a college's own; the shipped one when left out
 */
export async function* extractLines(
  lines: AsyncIterable<string>,
  dictionary?: Dictionary,
): AsyncGenerator<Extracted | UnreadLine> {
  let line = 0
  for await (const words of lines) {
    line++
    const trimmed = words.replace(/^\ufeff/, '').trim()
    if (trimmed === '') continue
    const advertisement = parse(trimmed)
    if ('zh' in advertisement) yield { line, problem: advertisement }
    else
      yield extracted(
        readAdvertisement({ ...advertisement, id: String(advertisement.id) }, dictionary),
        advertisement.id,
      )
  }
}

function parse(words: string): (Omit<Advertisement, 'id'> & { id: string | number }) | Label {
  let value: unknown
  try {
    value = JSON.parse(words)
  } catch {
    return { zh: '不是 JSON', en: 'it is not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { zh: '不是 JSON 对象', en: 'it is not a JSON object' }
  const { id, title, text } = value as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return { zh: '没有 id', en: 'it has no id' }
  const hasTitle = typeof title === 'string' && title.trim() !== ''
  const hasText = typeof text === 'string' && text.trim() !== ''
  if (!hasTitle && !hasText) return { zh: '既没有 title 也没有 text', en: 'it has neither title nor text' }
  return { id, title: hasTitle ? title : '', text: hasText ? text : '' }
}

function extracted({ skills, occupations, facts }: ReadAdvertisement, id: string | number): Extracted {
  return {
    id,
    skills: skills
      .filter(({ negated }) => !negated)
      .map(({ name, surface, kind, required }) => ({ name, surface, kind, required })),
    occupation: { code: occupations[0]?.code ?? null, alternatives: occupations.slice(1).map(({ code }) => code) },
    facts: {
      city: facts.city,
      education_min: facts.educationMin,
      years_min: facts.yearsMin,
      years_max: facts.yearsMax,
      salary_min: facts.salaryMin,
      salary_max: facts.salaryMax,
    },
  }
}
