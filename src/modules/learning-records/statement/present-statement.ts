import type { Json } from './check-statement.ts'

export type Format = 'exact' | 'ids' | 'canonical'

const ACTIVITIES = 'contextActivities'

/** Only what identifies: no names, no definitions, no words (xAPI: format=ids). */
export function onlyIds(statement: Json): Json {
  const agent = (value: Json): Json => {
    const { name: _name, member, ...rest } = value
    // Who has no identifier is told by its members.
    const isAnonymous = !['mbox', 'mbox_sha1sum', 'openid', 'account'].some((key) => key in rest)
    return {
      ...rest,
      ...(isAnonymous && Array.isArray(member) ? { member: (member as readonly Json[]).map(agent) } : {}),
    }
  }
  const id = (value: Json): Json => ({ id: value['id'] })
  return mapParts(statement, agent, id, id)
}

/**
 * One language of each text, the one asked for first, and of each activity what the store knows of it (format=canonical).
 * @param languages wanted, the best first
 */
export function canonical(statement: Json, languages: readonly string[], known: ReadonlyMap<string, Json>): Json {
  const choose = (map: Json): Json => {
    const names = Object.keys(map)
    const best =
      languages.map((wanted) => names.find((name) => matches(name, wanted))).find((name) => name !== undefined) ??
      names[0]
    return best === undefined ? map : { [best]: map[best] }
  }
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [
        name,
        ['name', 'description', 'display'].includes(name) && typeof one === 'object' ? choose(one as Json) : inner(one),
      ]),
    )
  }
  const activity = (value: Json): Json => {
    const definition = known.get(String(value['id'])) ?? value['definition']
    return definition ? { ...value, definition: inner(definition) as Json } : value
  }
  return mapParts(
    statement,
    (agent) => agent,
    activity,
    (verb) => (verb['display'] ? { ...verb, display: choose(verb['display'] as Json) } : verb),
  )
}

const matches = (name: string, wanted: string) =>
  wanted === '*' || name.toLowerCase() === wanted || name.toLowerCase().startsWith(`${wanted}-`)

/** Languages of an Accept-Language header, the best first. */
export function languagesOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [name = '', ...options] = part.trim().split(';')
      const quality = options.map((o) => /^\s*q=([\d.]+)/.exec(o)?.[1]).find((q) => q !== undefined)
      return { name: name.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ name, quality }) => name !== '' && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ name }) => name)
}

function mapParts(
  statement: Json,
  agent: (value: Json) => Json,
  activity: (value: Json) => Json,
  verb: (value: Json) => Json,
): Json {
  const whole: Record<string, unknown> = { ...statement }
  const change = (name: string, how: (value: Json) => unknown, of: Record<string, unknown> = whole) => {
    if (of[name]) of[name] = how(of[name] as Json)
  }
  change('actor', agent)
  change('authority', agent)
  change('verb', verb)
  change('object', (object) => {
    switch (object['objectType']) {
      case 'Agent':
      case 'Group':
        return agent(object)
      case 'StatementRef':
        return object
      case 'SubStatement':
        return mapParts(object, agent, activity, verb)
      default:
        return activity(object)
    }
  })
  change('context', (given) => {
    const context: Record<string, unknown> = { ...given }
    change('instructor', agent, context)
    change('team', agent, context)
    change(
      ACTIVITIES,
      (some) =>
        Object.fromEntries(
          Object.entries(some).map(([name, value]) => [
            name,
            Array.isArray(value) ? (value as readonly Json[]).map(activity) : [activity(value as Json)],
          ]),
        ),
      context,
    )
    return context
  })
  return whole
}

const isOneOfMany = (one: Json): boolean =>
  Object.values(((one['context'] as Json | undefined)?.[ACTIVITIES] as Json | undefined) ?? {}).some(
    (some) => !Array.isArray(some),
  )

/** A statement as it is kept: what may be one or a list becomes a list (xAPI Data 2.4.6.2). */
export function withLists(statement: Json): Json {
  const object = statement['object'] as Json
  if (!isOneOfMany(statement) && !(object['objectType'] === 'SubStatement' && isOneOfMany(object))) return statement
  const asItIs = (value: Json) => value
  return mapParts(statement, asItIs, asItIs, asItIs)
}
