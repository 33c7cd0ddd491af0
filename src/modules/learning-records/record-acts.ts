import { sql } from 'kysely'
import type { Tx } from '../../engine/module-server.ts'
import { homePageOf } from './home-page.ts'
import { checkStatement, type Json } from './statement/check-statement.ts'
import { keepStatements } from './store/keep-statements.ts'

/**
 * Something that somebody did, as an xAPI 2.0 statement without what the store adds (stored, authority, version).
 * What happens in a course names it in `context.contextActivities.grouping`: the overview counts by course from there.
 */
export interface Act {
  /** UUID, made where the act happens (a phone, say): sent again under the same id, it is kept once. */
  readonly id?: string
  /** Mostly `personAgent(…)`. */
  readonly actor: Json
  readonly verb: { readonly id: string; readonly display?: Readonly<Record<string, string>> }
  readonly object: Json
  readonly result?: Json
  readonly context?: Json
  /** When it happened, ISO 8601 with its zone; without it, when it is recorded. An act sent again brings the same one. */
  readonly timestamp?: string
}

/** The college's own programs, as the client that sends: no key belongs to it. */
const OWN_CLIENT = '00000000-0000-7000-8000-000000000000'

/** A person of the college as the actor of a statement. Names are left out: whoever may know them looks them up. */
export const personAgent = (collegeId: string, personId: string): Json => ({
  objectType: 'Agent',
  account: { homePage: homePageOf(collegeId), name: personId },
})

/**
 * Records what happened in the college's own programs, in the transaction of the act itself: both are kept or none.
 * The statements are counted in the overview as those of programs outside are; the college itself vouches for them.
 * @param at when it is recorded, ISO 8601 in UTC
 * @returns the ids of the statements, in order
 * @throws XapiRefusal 400 when an act is no statement (a mistake of the program), 409 when an id is there with another content
 */
export async function recordActs(
  tx: Tx,
  acts: readonly Act[],
  at: string = new Date().toISOString(),
): Promise<string[]> {
  if (acts.length === 0) return []
  const statements = acts.map((act, i): Json => {
    const statement: unknown = act
    checkStatement(statement, '2.0.0', `acts[${i}]`)
    return statement
  })
  await tx.asOwner(sql`SELECT ensure_learning_month(${at}::timestamptz)`)
  const authority = { objectType: 'Agent', account: { homePage: homePageOf(tx.collegeId), name: 'college' } }
  return keepStatements(tx, { id: OWN_CLIENT, scopes: ['define'], authority }, '2.0.0', statements, [], at)
}
