import { type ReadAdvertisement, readAdvertisement } from '../../src/modules/ability/index.ts'
import { FACT_NAMES, type FactName, type Labelled } from './read-corpus.ts'

/** Right, missed and wrongly said. */
export interface Tally {
  right: number
  missed: number
  wrong: number
}

export interface AbilityScore {
  readonly count: number
  readonly hard: Tally
  readonly soft: Tally
  /** Of the hard skills found: required or preferred as labelled. */
  readonly wishes: { right: number; of: number }
  readonly smallClass: { first: number; amongThree: number; of: number }
  readonly facts: Readonly<Record<FactName, { right: number; of: number }>>
  /** What went wrong, for whoever tunes. */
  readonly misses: readonly string[]
}

/**
 * A found skill is right when a label has the same name, or one's words hold the other's (数控车床编程 and 数控编程 do
 * not); each label is met once. Spaces and letter case do not matter.
 */
export function scoreAbility(labelled: readonly Labelled[]): AbilityScore {
  const hard = tally()
  const soft = tally()
  const wishes = { right: 0, of: 0 }
  const smallClass = { first: 0, amongThree: 0, of: 0 }
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, { right: 0, of: 0 }])) as Record<
    FactName,
    { right: number; of: number }
  >
  const misses: string[] = []
  for (const { advertisement, ...label } of labelled) {
    const read = readAdvertisement(advertisement)
    const found = read.skills.filter(({ negated }) => !negated)
    const lost: string[] = []
    for (const [group, labels, into] of [
      ['hard', label.hard, hard],
      ['soft', label.soft, soft],
    ] as const) {
      const said = found.filter(({ kind }) => (kind === 'soft') === (group === 'soft'))
      const free = new Set(labels)
      const extra: string[] = []
      const exactFirst = said.toSorted((a, b) => Number(isIn(b.surface, labels)) - Number(isIn(a.surface, labels)))
      for (const skill of exactFirst) {
        const match =
          [...free].find(({ surface }) => plain(surface) === plain(skill.surface)) ??
          [...free].find(({ surface }) => means(surface, skill.surface, skill.name))
        if (match === undefined) {
          // The same thing said twice is neither right nor wrong.
          if (labels.some(({ surface }) => means(surface, skill.surface, skill.name))) continue
          into.wrong++
          extra.push(skill.surface)
          continue
        }
        free.delete(match)
        into.right++
        if (group === 'hard') {
          wishes.of++
          if (match.required === skill.required) wishes.right++
        }
      }
      const missing = [...free].filter(
        ({ surface }) => !said.some((skill) => means(surface, skill.surface, skill.name)),
      )
      into.missed += missing.length
      if (missing.length + extra.length > 0)
        lost.push(`${group} −[${missing.map(({ surface }) => surface).join(' ')}] +[${extra.join(' ')}]`)
    }
    smallClass.of++
    const codes = read.occupations.map(({ code }) => code.slice(0, 7))
    if (codes[0] === label.occupation) smallClass.first++
    else lost.push(`occupation ${label.occupation} said ${codes.join(' ')}`)
    if (codes.includes(label.occupation)) smallClass.amongThree++
    const read4 = factsOf(read)
    for (const name of FACT_NAMES) {
      facts[name].of++
      if (read4[name] === label.facts[name]) facts[name].right++
      else lost.push(`${name} ${label.facts[name] || '–'} said ${read4[name] || '–'}`)
    }
    if (lost.length > 0) misses.push(`${advertisement.id} ${advertisement.title}\n    ${lost.join('\n    ')}`)
  }
  return { count: labelled.length, hard, soft, wishes, smallClass, facts, misses }
}

export const f1 = ({ right, missed, wrong }: Tally) => (2 * right) / Math.max(1, 2 * right + missed + wrong)
export const precision = ({ right, wrong }: Tally) => right / Math.max(1, right + wrong)
export const recall = ({ right, missed }: Tally) => right / Math.max(1, right + missed)

const tally = (): Tally => ({ right: 0, missed: 0, wrong: 0 })
const plain = (words: string) => words.toLowerCase().replace(/\s+/g, '')
const isIn = (surface: string, labels: Labelled['hard']) =>
  labels.some((label) => plain(label.surface) === plain(surface))

function means(label: string, surface: string, name: string): boolean {
  const [a, b] = [plain(label), plain(surface)]
  if (a === b || a === plain(name)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (/^[a-z0-9+#.]+$/.test(short)) return new RegExp(`(?:^|[^a-z0-9])${escape(short)}(?:[^a-z+#]|$)`).test(long)
  return short.length >= 2 && long.includes(short)
}

const escape = (word: string) => word.replace(/[.+#]/g, '\\$&')

function factsOf({ facts }: ReadAdvertisement): Record<FactName, string> {
  const range = (min: number | null, max: number | null) => (min === null ? '' : `${min}-${max ?? ''}`)
  return {
    city: facts.city ?? '',
    education: facts.educationMin ?? '',
    years: range(facts.yearsMin, facts.yearsMax),
    pay: range(facts.salaryMin, facts.salaryMax),
  }
}
