import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { blockedPhrases } from '../dictionaries/blocked.ts'
import { skillTables, type Term, termsOf } from '../dictionaries/index.ts'
import type { SkillKind } from '../dictionaries/skill-table.ts'
import { buildDictionary, type Dictionary, shippedDictionary } from '../understanding/find-skills.ts'
import type { TermDecision } from '../wire.ts'

/** A decision on a term, or on a skill of the shipped dictionary, that holds now. */
export interface TermInForce {
  readonly id: string
  /** Small letters. */
  readonly term: string
  /** As it is written: of a skill, its name. */
  readonly shown: string
  readonly decision: TermDecision
  /** What it counts as; '' when rejected. */
  readonly name: string
  readonly kind: SkillKind
}

/** What a college decided on terms and skills, the first first. */
export const termsInForce = (tx: Tx): Promise<TermInForce[]> =>
  tx.run<TermInForce>(sql`
    SELECT id, term, shown, decision, name, kind FROM skill_terms WHERE college_id = ${tx.collegeId} AND undone_at IS NULL ORDER BY id`)

/** What a skill is called, and of which kind it is. */
export interface NamedSkill {
  readonly name: string
  readonly kind: SkillKind
}

/** What skills are called in a college: those it renamed, or counts as another, by the name they had. */
export function renamedBy(terms: readonly TermInForce[]): (skill: NamedSkill) => NamedSkill {
  const moved = new Map(
    terms
      .filter(({ decision }) => isLayered(decision))
      .map(({ shown, name, kind }) => [shown, { name, kind }] as const),
  )
  return (skill) => {
    let now = skill
    // A name never leads back to itself: what is decided is refused then.
    for (let next = moved.get(now.name); next !== undefined; next = moved.get(next.name)) now = next
    return now
  }
}

/** Whether a decision is about a skill of the dictionary, not about a new term. */
export const isLayered = (decision: TermDecision): boolean => decision === 'rename' || decision === 'join'

let ways: Map<string, Term> | undefined

/** Every way of writing a shipped skill, small letters; of two skills written alike the one that counts. */
export function shippedWays(): ReadonlyMap<string, Term> {
  if (ways === undefined) {
    const blocked = new Set(blockedPhrases.split(/\s+/))
    ways = new Map([...termsOf(skillTables)].toReversed().filter(([way]) => !blocked.has(way)))
  }
  return ways
}

/** The shipped dictionary with a college's own layer over it. */
export function dictionaryWith(terms: readonly TermInForce[]): Dictionary {
  if (terms.length === 0) return shippedDictionary()
  const renamed = renamedBy(terms)
  const own = terms
    .filter(({ decision }) => decision === 'accept' || decision === 'merge')
    .map(({ term, name, kind }) => [term, { ...renamed({ name, kind }), trade: 'own', isEveryday: false }] as const)
  const moved = terms.some(({ decision }) => isLayered(decision))
    ? [...shippedWays()].flatMap(([way, term]) => {
        const now = renamed(term)
        return now === term ? [] : [[way, { ...term, ...now }] as const]
      })
    : []
  return buildDictionary(
    [...own, ...moved],
    new Set(terms.filter(({ decision }) => decision === 'reject').map(({ term }) => term)),
  )
}

export interface OwnDictionary {
  /** Tells one state of the decisions from another. */
  readonly version: string
  readonly dictionary: Dictionary
  /** What a shipped skill is called here. */
  readonly renamed: (skill: NamedSkill) => NamedSkill
}

/** A college's dictionary as it is now: `before` itself where nothing was decided since. */
export async function dictionaryOf(tx: Tx, before?: OwnDictionary): Promise<OwnDictionary> {
  const terms = await termsInForce(tx)
  const version = terms.map(({ id }) => id).join(' ')
  return before?.version === version
    ? before
    : { version, dictionary: dictionaryWith(terms), renamed: renamedBy(terms) }
}
