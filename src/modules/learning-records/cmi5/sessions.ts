import { sql } from 'kysely'
import { defineJob, type JobContext } from '../../../engine/jobs/define-job.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Json } from '../statement/check-statement.ts'
import type { Mode } from './check-unit-statement.ts'
import { recordPlatform } from './platform-statements.ts'
import { holdRegistration, type Registration } from './registration.ts'
import { type Unit, unitsOf } from './structure.ts'
import type { UnitVerb } from './words.ts'

/** From the launch of a unit to "terminated" or "abandoned". */
export interface Session {
  readonly id: string
  readonly registrationId: string
  readonly unit: number
  readonly mode: Mode
  readonly template: Json
  readonly ticketHash: Buffer
  readonly tokenHash: Buffer | null
  readonly verbs: readonly UnitVerb[]
  readonly knowsPreferences: boolean
  readonly launchedAt: string
  readonly lastAt: string
  /** Neither ended nor too old. */
  readonly isOpen: boolean
}

interface Row {
  readonly id: string
  readonly registration_id: string
  readonly unit: number
  readonly mode: Mode
  readonly template: Json
  readonly ticket_hash: Buffer
  readonly token_hash: Buffer | null
  readonly verbs: UnitVerb[]
  readonly knows_preferences: boolean
  readonly launched_at: string
  readonly last_at: string
  readonly expires_at: string
  readonly ended_at: string | null
}

const session = (row: Row, now: string): Session => ({
  id: row.id,
  registrationId: row.registration_id,
  unit: row.unit,
  mode: row.mode,
  template: row.template,
  ticketHash: row.ticket_hash,
  tokenHash: row.token_hash,
  verbs: row.verbs,
  knowsPreferences: row.knows_preferences,
  launchedAt: row.launched_at,
  lastAt: row.last_at,
  isOpen: row.ended_at === null && row.expires_at > now,
})

/** @param hold until the transaction ends: what a unit sends is taken one after the other */
export async function findSession(tx: Tx, id: string, hold = false): Promise<Session | null> {
  const [row] = await tx.run<Row>(
    sql`SELECT * FROM courseware_sessions WHERE college_id = ${tx.collegeId} AND id = ${id} ${hold ? sql`FOR UPDATE` : sql``}`,
  )
  return row ? session(row, new Date().toISOString()) : null
}

/** Hundredths of seconds at most (cmi5 9.5.4.2: from the launch to the last that the unit sent). */
const durationOf = ({ launchedAt, lastAt }: Session) =>
  `PT${((Date.parse(lastAt) - Date.parse(launchedAt)) / 1000).toFixed(2)}S`

/** Ends a session that was not terminated, and says so (cmi5 9.3.6). One that has ended stays as it is. */
export async function abandon(tx: Tx, registration: Registration, unit: Unit, one: Session): Promise<void> {
  const ended = await tx.change(
    sql`UPDATE courseware_sessions SET ended_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${one.id} AND ended_at IS NULL`,
  )
  if (ended === 0) return
  const result = { duration: durationOf(one) }
  await recordPlatform(tx, registration, [{ verb: 'abandoned', sessionId: one.id, unit, result }])
}

/** Abandons what is still open of a unit: it is being launched anew, or was left for too long. */
export async function abandonOpen(tx: Tx, registration: Registration, unit: Unit, before?: string): Promise<number> {
  const rows = await tx.run<Row>(sql`
    SELECT * FROM courseware_sessions WHERE college_id = ${tx.collegeId} AND registration_id = ${registration.id} AND unit = ${unit.number}
      AND ended_at IS NULL ${before === undefined ? sql`` : sql`AND expires_at < ${before}`} ORDER BY id FOR UPDATE`)
  const now = new Date().toISOString()
  for (const row of rows) await abandon(tx, registration, unit, session(row, now))
  return rows.length
}

/** Units with sessions that nobody ended by a moment. */
const leftUnits = (tx: Tx, now: string) =>
  tx.run<{ registration_id: string; unit: number }>(
    sql`SELECT DISTINCT registration_id, unit FROM courseware_sessions WHERE college_id = ${tx.collegeId} AND ended_at IS NULL AND expires_at < ${now}`,
  )

/** Sessions that nobody ended are abandoned when their time is over. */
export const abandonOldSessions = defineJob({
  name: 'abandon-courseware-sessions',
  label: { zh: '结束逾时的课件学习', en: 'Ending sessions of courseware that were left' },
  retries: 3,
  timetable: '37 * * * *',
  isDue: async (tx, now) => (await leftUnits(tx, now.toISOString())).length > 0,
  run: async ({ engine, college }: JobContext) => {
    const now = new Date().toISOString()
    const { inCollege } = engine.database
    const left = await inCollege(college, (tx) => leftUnits(tx, now))
    let sessions = 0
    for (const { registration_id, unit } of left)
      sessions += await inCollege(college, async (tx) => {
        const registration = await holdRegistration(tx, registration_id)
        const launched = unitsOf(registration.courseware.structure)[unit]
        return launched ? abandonOpen(tx, registration, launched, now) : 0
      })
    return { sessions }
  },
  tell: ({ sessions }) => ({ zh: `结束 ${sessions} 次`, en: `Ended ${sessions}` }),
})
