import { createHash } from 'node:crypto'
import type { Json } from './check-statement.ts'

/** The identifier of an agent or group as one text; null for a group that has none. */
export function identifierOf(actor: Json): string | null {
  if (typeof actor['mbox'] === 'string') return `mbox ${actor['mbox']}`
  if (typeof actor['mbox_sha1sum'] === 'string') return `sha1 ${actor['mbox_sha1sum'].toLowerCase()}`
  if (typeof actor['openid'] === 'string') return `openid ${actor['openid']}`
  const account = actor['account'] as Json | undefined
  return account ? `account ${JSON.stringify([account['homePage'], account['name']])}` : null
}

/**
 * How a statement names somebody or something:
 * agent: who did it or whom it is about · near-agent: anybody else in it · near-activity: any activity in it
 */
export type Mention = 'agent' | 'near-agent' | 'near-activity'

/** Keys made lately: a lesson names the same few verbs, activities and people again and again. */
const made = new Map<string, string>()
const MADE_KEPT = 20_000
const MADE_LONGEST = 300

/** 64 bits of a hash, as PostgreSQL's bigint: an index entry of fixed size for an address of any length. */
export function keyOf(text: string): string {
  const known = made.get(text)
  if (known !== undefined) return known
  const key = createHash('sha256').update(text).digest().readBigInt64BE().toString()
  if (made.size >= MADE_KEPT) made.clear()
  if (text.length <= MADE_LONGEST) made.set(text, key)
  return key
}

export const mentionKey = (how: Mention, name: string): string => keyOf(`${how} ${name}`)

/** All that a statement can be found by through somebody or something in it. */
export function mentionsOf(statement: Json): string[] {
  const found = new Set<string>()
  const agent = (value: unknown, isMain = false) => {
    if (!value) return
    const actor = value as Json
    for (const one of [actor, ...((actor['member'] as readonly Json[] | undefined) ?? [])]) {
      const name = identifierOf(one)
      if (name === null) continue
      found.add(mentionKey(isMain ? 'agent' : 'near-agent', name))
    }
  }
  const activity = (value: unknown) => {
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value as Json])
      if (typeof one['id'] === 'string') found.add(mentionKey('near-activity', one['id']))
  }
  const look = (one: Json, isWhole: boolean) => {
    agent(one['actor'], isWhole)
    const object = one['object'] as Json
    const type = object['objectType'] ?? 'Activity'
    if (type === 'Activity') activity(object)
    else if (type === 'Agent' || type === 'Group') agent(object, isWhole)
    else if (type === 'SubStatement') look(object, false)
    agent(one['authority'])
    const context = one['context'] as Json | undefined
    if (!context) return
    agent(context['instructor'])
    agent(context['team'])
    for (const { agent: inner } of (context['contextAgents'] as readonly { agent: Json }[] | undefined) ?? [])
      agent(inner)
    for (const { group } of (context['contextGroups'] as readonly { group: Json }[] | undefined) ?? []) agent(group)
    for (const some of Object.values((context['contextActivities'] as Json | undefined) ?? {})) activity(some)
  }
  look(statement, true)
  return [...found]
}

/** Definitions of activities that a statement brings along, the statement's own object and its context's. */
export function definitionsIn(statement: Json): Map<string, Json> {
  const found = new Map<string, Json>()
  const take = (value: unknown) => {
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value as Json])
      if (typeof one['id'] === 'string' && one['definition']) found.set(one['id'], one['definition'] as Json)
  }
  const look = (one: Json) => {
    const object = one['object'] as Json
    if (object['objectType'] === 'SubStatement') look(object)
    else take(object)
    const context = one['context'] as Json | undefined
    for (const some of Object.values((context?.['contextActivities'] as Json | undefined) ?? {})) take(some)
  }
  look(statement)
  return found
}
