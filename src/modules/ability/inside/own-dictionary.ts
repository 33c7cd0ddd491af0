import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { SkillKind } from '../dictionaries/skill-table.ts'
import { buildDictionary, type Dictionary, shippedDictionary } from '../understanding/find-skills.ts'
import type { TermDecision } from '../wire.ts'

/** A decision on a term that holds now. */
export interface TermInForce {
  readonly id: string
  /** Small letters. */
  readonly term: string
  readonly decision: TermDecision
  /** What it counts as; '' when rejected. */
  readonly name: string
  readonly kind: SkillKind
}

/** What a college decided on terms, the first first. */
export const termsInForce = (tx: Tx): Promise<TermInForce[]> =>
  tx.run<TermInForce>(sql`
    SELECT id, term, decision, name, kind FROM skill_terms WHERE college_id = ${tx.collegeId} AND undone_at IS NULL ORDER BY id`)

/** The shipped dictionary with a college's own terms. */
export function dictionaryWith(terms: readonly TermInForce[]): Dictionary {
  if (terms.length === 0) return shippedDictionary()
  const kept = terms.filter(({ decision }) => decision !== 'reject')
  return buildDictionary(
    kept.map(({ term, name, kind }) => [term, { name, kind, trade: 'own', isEveryday: false }] as const),
    new Set(terms.filter(({ decision }) => decision === 'reject').map(({ term }) => term)),
  )
}

export interface OwnDictionary {
  /** Tells one state of the decisions from another. */
  readonly version: string
  readonly dictionary: Dictionary
}

/** A college's dictionary as it is now: `before` itself where nothing was decided since. */
export async function dictionaryOf(tx: Tx, before?: OwnDictionary): Promise<OwnDictionary> {
  const terms = await termsInForce(tx)
  const version = terms.map(({ id }) => id).join(' ')
  return before?.version === version ? before : { version, dictionary: dictionaryWith(terms) }
}
