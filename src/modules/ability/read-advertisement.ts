import type { Advertisement, FoundSkill, ReadAdvertisement } from './advertisement.ts'
import { cleanText } from './understanding/clean-text.ts'
import { type Clause, splitClauses } from './understanding/clauses.ts'
import { findFacts } from './understanding/find-facts.ts'
import { type Dictionary, findSkills, shippedDictionary } from './understanding/find-skills.ts'
import { guessOccupation } from './understanding/guess-occupation.ts'
import { splitSections } from './understanding/sections.ts'

/** Longer texts are cut: nobody writes an advertisement of 60,000 characters, and one must not hold up the others. */
const LONGEST = 60_000

/** An advertisement cut into its clauses, once for whoever reads it. */
export interface CutAdvertisement extends Advertisement {
  readonly cleanTitle: string
  readonly clean: string
  readonly clauses: readonly Clause[]
}

/** Cleans an advertisement and cuts it into clauses; what is longer than can be meant is left out. */
export function cutAdvertisement(advertisement: Advertisement): CutAdvertisement {
  const text = advertisement.text.slice(0, LONGEST)
  const title = advertisement.title.slice(0, 500)
  const clean = cleanText(text)
  const clauses = splitClauses(clean, splitSections(clean))
  return { id: advertisement.id, title, text, cleanTitle: cleanText(title), clean, clauses }
}

/**
 * Reads one advertisement: skills, occupation, facts, each with the words it was told by. Pure; without a language
 * model, a network or a database.
 * @param dictionary from `buildDictionary`; the shipped one when left out
 */
export const readAdvertisement = (advertisement: Advertisement, dictionary?: Dictionary): ReadAdvertisement =>
  readCut(cutAdvertisement(advertisement), dictionary)

/** `readAdvertisement` of one that is cut already. */
export function readCut(cut: CutAdvertisement, dictionary: Dictionary = shippedDictionary()): ReadAdvertisement {
  const { id, title, text, cleanTitle, clean, clauses } = cut
  const titleClauses = splitClauses(cleanTitle, [{ kind: 'open', start: 0, end: cleanTitle.length }])
  return {
    id,
    skills: mergeSkills([
      ...findSkills(dictionary, 'text', text, clean, clauses),
      ...findSkills(dictionary, 'title', title, cleanTitle, titleClauses),
    ]),
    occupations: guessOccupation(cleanTitle, clean, clauses),
    facts: findFacts(cleanTitle, clean),
  }
}

/** One entry per name: a must outweighs a wish, and either outweighs "not asked"; the first words stand for it. */
function mergeSkills(found: readonly FoundSkill[]): FoundSkill[] {
  const byName = new Map<string, FoundSkill>()
  for (const skill of found) {
    const key = skill.name.toLowerCase()
    const before = byName.get(key)
    if (before === undefined) byName.set(key, skill)
    else if (before.negated && !skill.negated) byName.set(key, skill)
    else if (!before.required && skill.required) byName.set(key, { ...before, required: true, negated: false })
  }
  return [...byName.values()]
}
