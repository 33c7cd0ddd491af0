import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { Lang } from '../../../language/label.ts'
import type { Json } from '../statement/check-statement.ts'
import { identifierOf } from '../statement/mentions.ts'
import { findDocument, putDocument } from '../store/documents.ts'
import type { Mode } from './check-unit-statement.ts'
import { unitAddress } from './keep-courseware.ts'
import { courseActivity, recordPlatform } from './platform-statements.ts'
import type { Registration } from './registration.ts'
import { abandonOpen } from './sessions.ts'
import { newTicket } from './tickets.ts'
import { type Unit, unitsOf } from './structure.ts'
import { EXTENSION, LAUNCH_DATA, PREFERENCES } from './words.ts'

/** How long a session may last: whoever comes back later launches again. */
const SESSION_HOURS = 24

interface Launch {
  readonly unit: number
  readonly mode: Mode
  readonly lang: Lang
  /** Address of the server, without a slash at its end. */
  readonly site: string
  /** The college's code, by which its doors are found. */
  readonly code: string
}

/**
 * Launches a unit (cmi5 section 8): sessions of it that are still open are abandoned, the launch data lies ready before
 * the unit is there, and the statement "launched" is kept.
 * @returns the address to go to; whoever has it may do what the unit may, so it is for the learner alone
 * @throws Refusal 404 when there is no such unit
 */
export async function launch(tx: Tx, registration: Registration, wanted: Launch): Promise<string> {
  const { courseware } = registration
  const unit = unitsOf(courseware.structure)[wanted.unit]
  if (!unit) throw new Refusal('not-found', { zh: '课件里没有这个单元', en: 'The courseware has no such unit' })
  await abandonOpen(tx, registration, unit)
  const id = v7()
  const ticket = newTicket(wanted.code, id)
  const doors = `${wanted.site}/xapi/cmi5`
  const base = new URL(unit.url, `${doors}/content/${ticket.forContent}/`)
  const activity = unitAddress(courseware.address, unit.number)
  const template: Json = {
    contextActivities: { grouping: [{ objectType: 'Activity', id: unit.id }, courseActivity(registration)] },
    extensions: { [EXTENSION.session]: id },
  }
  const now = new Date()
  const at = now.toISOString()
  await tx.run(sql`
    INSERT INTO courseware_sessions (college_id, id, registration_id, unit, mode, template, ticket_hash, verbs, knows_preferences, launched_at, last_at, expires_at)
    VALUES (${tx.collegeId}, ${id}, ${registration.id}, ${unit.number}, ${wanted.mode}, ${JSON.stringify(template)}, ${ticket.hash}, '{}', false, ${at}, ${at},
      ${new Date(now.getTime() + SESSION_HOURS * 3_600_000).toISOString()})`)
  await keepLaunchData(tx, registration, unit, {
    contextTemplate: template,
    launchMode: wanted.mode,
    launchMethod: unit.launchMethod,
    moveOn: unit.moveOn,
    returnURL: `${wanted.site}/courseware/${courseware.id}`,
    ...(unit.launchParameters === undefined ? {} : { launchParameters: unit.launchParameters }),
    ...(unit.masteryScore === undefined ? {} : { masteryScore: Number(unit.masteryScore) }),
    ...(unit.entitlementKey === undefined ? {} : { entitlementKey: { courseStructure: unit.entitlementKey } }),
  })
  await keepPreferences(tx, registration.actor, wanted.lang)
  await recordPlatform(
    tx,
    registration,
    [
      {
        verb: 'launched',
        sessionId: id,
        unit,
        extensions: {
          [EXTENSION.launchMode]: wanted.mode,
          [EXTENSION.launchUrl]: String(base),
          [EXTENSION.moveOn]: unit.moveOn,
          ...(unit.launchParameters === undefined ? {} : { [EXTENSION.launchParameters]: unit.launchParameters }),
          ...(unit.masteryScore === undefined ? {} : { [EXTENSION.masteryScore]: Number(unit.masteryScore) }),
        },
      },
    ],
    at,
  )
  const address = new URL(base)
  for (const [name, value] of [
    ['endpoint', `${wanted.site}/xapi`],
    ['fetch', `${doors}/fetch/${ticket.forToken}`],
    ['actor', JSON.stringify(registration.actor)],
    ['registration', registration.id],
    ['activityId', activity],
  ] as const)
    address.searchParams.append(name, value)
  return String(address)
}

async function keepLaunchData(tx: Tx, { id, actor, courseware }: Registration, unit: Unit, data: Json): Promise<void> {
  const subject = {
    kind: 'state',
    activity: unitAddress(courseware.address, unit.number),
    agent: identifierOf(actor)!,
    registration: id,
  } as const
  await putDocument(tx, subject, LAUNCH_DATA, jsonDocument(data), {}, 'never')
}

/** What the learner prefers (cmi5 section 11), until a unit or the learner says otherwise. */
async function keepPreferences(tx: Tx, actor: Json, lang: Lang): Promise<void> {
  const subject = { kind: 'agent-profile', agent: identifierOf(actor)! } as const
  if (await findDocument(tx, subject, PREFERENCES)) return
  const languagePreference = lang === 'zh' ? 'zh-CN,en-US' : 'en-US,zh-CN'
  await putDocument(tx, subject, PREFERENCES, jsonDocument({ languagePreference, audioPreference: 'on' }), {}, 'never')
}

const jsonDocument = (value: Json) => ({
  contentType: 'application/json',
  content: Buffer.from(JSON.stringify(value)),
})
