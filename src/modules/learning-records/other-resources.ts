import { agentParam, allowOnly, type Answer, type Call, iriParam, json, needed, needScope } from './call.ts'
import { definitionsOf } from './store/activities.ts'
import { namesOf } from './store/find-statements.ts'

/** What the store knows of an activity. */
export async function getActivity(call: Call): Promise<Answer> {
  needScope(call, 'statements/read', 'all/read', 'profile')
  allowOnly(call, ['activityId'])
  const id = needed(iriParam(call, 'activityId'), 'activityId')
  const definition = (await definitionsOf(call.tx, [id])).get(id)
  return json({ objectType: 'Activity', id, ...(definition ? { definition } : {}) })
}

/** A person: the identifier asked for, and the names under which it came. */
export async function getPerson(call: Call): Promise<Answer> {
  needScope(call, 'statements/read', 'all/read', 'profile')
  allowOnly(call, ['agent'])
  const agent = needed(agentParam(call, 'agent'), 'agent')
  const names = new Set(await namesOf(call.tx, agent))
  if (typeof agent['name'] === 'string') names.add(agent['name'])
  const person: Record<string, unknown> = { objectType: 'Person' }
  if (names.size > 0) person['name'] = [...names]
  for (const name of ['mbox', 'mbox_sha1sum', 'openid', 'account']) if (name in agent) person[name] = [agent[name]]
  return json(person)
}
