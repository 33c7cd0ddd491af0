import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { Answer, Call } from '../call.ts'
import { homePageOf } from '../home-page.ts'
import type { Json } from '../statement/check-statement.ts'
import { isLanguage } from '../statement/formats.ts'
import { identifierOf } from '../statement/mentions.ts'
import type { Client } from '../store/clients.ts'
import { isJson } from '../store/documents.ts'
import { XapiRefusal } from '../xapi-refusal.ts'
import { unitStatementProblem, unitVerbOf } from './check-unit-statement.ts'
import { unitAddress } from './keep-courseware.ts'
import { holdRegistration, noteProgress, progressOf, type Registration, settle } from './registration.ts'
import { findSession, type Session } from './sessions.ts'
import { unitsOf } from './structure.ts'
import { hashOf, isSame, newSecret, opens, readTicket } from './tickets.ts'
import { LAUNCH_DATA, PREFERENCES, type UnitVerb } from './words.ts'

/** A launched unit as a program that speaks with the store: for its learner, its activity and its registration alone. */
export interface UnitClient extends Client {
  readonly session: Session
}

/** The key of a session's token, after the college's code. */
const KEY = /^[^.]+\.session-([0-9a-f-]{36})$/

export const isSessionKey = (key: string): boolean => KEY.test(key)

/**
 * Gives the token of a session out, once (cmi5 8.2).
 * @returns what the specification asks to answer, with status 200 in any case
 */
export async function giveUnitToken(tx: Tx, ticket: string): Promise<Json> {
  const read = readTicket(ticket)
  const one = read && (await findSession(tx, read.sessionId, true))
  if (!read || !one?.isOpen || !opens('token', read.secret, one.ticketHash))
    return { 'error-code': '2', 'error-text': 'No session is open for this address: launch the unit again' }
  if (one.tokenHash) return { 'error-code': '1', 'error-text': 'The token was given out already' }
  const secret = newSecret()
  await tx.run(
    sql`UPDATE courseware_sessions SET token_hash = ${hashOf(secret)} WHERE college_id = ${tx.collegeId} AND id = ${one.id}`,
  )
  return { 'auth-token': Buffer.from(`${read.code}.session-${one.id}:${secret}`).toString('base64') }
}

/** The client of a session's token; null when it is wrong, or the session has ended. */
export async function findUnitClient(tx: Tx, key: string, secret: string): Promise<UnitClient | null> {
  const [, id] = KEY.exec(key) ?? []
  const one = id ? await findSession(tx, id) : null
  if (!isSame(secret, one?.tokenHash ?? null) || !one?.isOpen) return null
  return {
    // What it may read is what units of this registration sent.
    id: one.registrationId,
    scopes: ['statements/write', 'statements/read/mine', 'state', 'profile'],
    authority: { objectType: 'Agent', account: { homePage: homePageOf(tx.collegeId), name: 'courseware' } },
    session: one,
  }
}

const no = (why: string) => new XapiRefusal(403, `cmi5: ${why}`)

/** Runs a request of a unit within its bounds. @throws XapiRefusal 400, 403 */
export async function asUnit(
  call: Call,
  client: UnitClient,
  resource: string,
  work: (check: (statements: readonly Json[]) => Promise<void>) => Promise<Answer>,
): Promise<Answer> {
  const { tx } = call
  const registration = await holdRegistration(tx, client.session.registrationId)
  // Read again: while this one waited, another request may have ended it.
  const one = await findSession(tx, client.session.id, true)
  if (!one?.isOpen) throw no('the session has ended')
  checkParams(call, resource, registration, one)
  const sent: Json[] = []
  const answer = await work(async (statements) => {
    sent.push(...(await checkStatements(tx, registration, one, statements)))
  })
  if (sent.length > 0) await followStatements(tx, registration, one, sent)
  if (resource === 'agents/profile' && call.params.get('profileId') === PREFERENCES && call.method === 'GET')
    await tx.run(
      sql`UPDATE courseware_sessions SET knows_preferences = true WHERE college_id = ${tx.collegeId} AND id = ${one.id}`,
    )
  return answer
}

function checkParams(call: Call, resource: string, registration: Registration, one: Session): void {
  const { params, method } = call
  const activity = unitAddress(registration.courseware.address, one.unit)
  const agent = params.get('agent')
  if (agent !== undefined && identifierIn(agent) !== identifierOf(registration.actor))
    throw no('agent is not the learner of the launch')
  const told = params.get('registration')
  if (told !== undefined && told.toLowerCase() !== registration.id)
    throw no('registration is not the one of the launch')
  const isReading = method === 'GET'
  if (resource === 'activities/state') {
    if (params.get('activityId') !== activity) throw no('activityId is not the unit of the launch')
    const id = params.get('stateId')
    if (!isReading && (id === undefined || id === LAUNCH_DATA)) throw no(`${LAUNCH_DATA} is not for a unit to change`)
  }
  // Seen by all learners: one of them may not write there.
  if (resource === 'activities/profile' && !isReading) throw no('a unit does not change the profile of an activity')
  if (resource === 'agents/profile' && !isReading && agent !== undefined) checkPreferences(call)
}

/** The identifier of an agent that a parameter holds; null when it is none, which is told later by its own rule. */
function identifierIn(text: string): string | null {
  try {
    const agent: unknown = JSON.parse(text)
    return typeof agent === 'object' && agent !== null ? identifierOf(agent as Json) : null
  } catch {
    return null
  }
}

/** What a unit may make of the learner's preferences (cmi5 section 11). @throws XapiRefusal 403 */
function checkPreferences({ params, header, body, method }: Call): void {
  if (params.get('profileId') !== PREFERENCES || method === 'DELETE')
    throw no(`of a learner's profile, a unit changes ${PREFERENCES} alone`)
  let said: unknown
  try {
    said = isJson(header('content-type') ?? '') ? JSON.parse(body.toString('utf8')) : null
  } catch {
    said = null
  }
  const { languagePreference, audioPreference } = (said ?? {}) as Json
  if (typeof languagePreference !== 'string' || !languagePreference.split(',').every((one) => isLanguage(one.trim())))
    throw no('languagePreference is a list of languages, with commas between them')
  if (audioPreference !== 'on' && audioPreference !== 'off') throw no('audioPreference is on or off')
}

/** Holds new statements against the rules, in order. @returns those that are new @throws XapiRefusal 403 */
async function checkStatements(
  tx: Tx,
  registration: Registration,
  one: Session,
  statements: readonly Json[],
): Promise<Json[]> {
  const ids = statements.flatMap(({ id }) => (typeof id === 'string' ? [id.toLowerCase()] : []))
  // One that is sent again, because its answer was lost, is no second one: it is passed over.
  const known = await tx.run<{ id: string }>(
    sql`SELECT id FROM learning_statement_ids WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[])`,
  )
  const before = new Set(known.map(({ id }) => id))
  const fresh = statements.filter(({ id }) => typeof id !== 'string' || !before.has(id.toLowerCase()))
  const unit = unitsOf(registration.courseware.structure)[one.unit]!
  const progress = (await progressOf(tx, registration.id)).get(one.unit)
  const verbs = new Set(one.verbs)
  for (const [i, statement] of fresh.entries()) {
    const problem = unitStatementProblem(statement, {
      actor: registration.actor,
      registration: registration.id,
      activity: unitAddress(registration.courseware.address, one.unit),
      template: one.template,
      mode: one.mode,
      masteryScore: unit.masteryScore,
      knowsPreferences: one.knowsPreferences,
      verbs,
      completed: progress?.completed ?? false,
      passed: progress?.passed ?? false,
    })
    if (problem) throw no(fresh.length > 1 ? `statements[${i}]: ${problem}` : problem)
    const verb = unitVerbOf(statement)
    if (verb) verbs.add(verb)
  }
  return fresh
}

/** What follows from what a unit said: how far the learner is, what is done, that the session has ended. */
async function followStatements(
  tx: Tx,
  registration: Registration,
  one: Session,
  statements: readonly Json[],
): Promise<void> {
  const at = new Date().toISOString()
  const verbs = new Set<UnitVerb>(one.verbs)
  for (const statement of statements) {
    const verb = unitVerbOf(statement)
    if (!verb) continue
    verbs.add(verb)
    if (verb === 'initialized' || verb === 'terminated') continue
    const score = ((statement['result'] as Json | undefined)?.['score'] as Json | undefined)?.['scaled']
    await noteProgress(tx, registration.id, one.unit, verb, at, score === undefined ? null : String(score))
  }
  await tx.run(sql`
    UPDATE courseware_sessions SET verbs = ${[...verbs]}::text[], last_at = ${at}, ended_at = ${verbs.has('terminated') ? at : null}
    WHERE college_id = ${tx.collegeId} AND id = ${one.id}`)
  await settle(tx, registration, one.id)
}
