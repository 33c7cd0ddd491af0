import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import { today } from '../access/today.ts'
import type { Engine } from '../engine.ts'
import { sendNotices } from '../notices/notices.ts'
import { unitTree } from '../units.ts'
import { missingByOffice } from './completeness.ts'
import { daysBetween, reminderDay } from './deadline.ts'
import { listPeriods, type Period } from './periods.ts'

const KIND = 'figures-due'
/** Number of the lock under which reminders are sent, so that two servers do not both send one. */
const REMINDING = 0x6a7a

/**
 * Reminds whoever fills in an office's figures that some are missing: a week before the edition's day, on it, and
 * every week after. Each reminder reaches each person once, read or not. Called by the clock: cheap when nothing is due.
 */
export async function remindOffices(engine: Engine, tx: Tx, now = Date.now()): Promise<void> {
  const day = today(now)
  for (const period of await listPeriods(tx)) {
    const reminder = period.locked || period.figuresDueOn === null ? null : reminderDay(period.figuresDueOn, day)
    if (reminder !== null) await remindOf(engine, tx, period, reminder, now)
  }
}

async function remindOf(engine: Engine, tx: Tx, period: Period, reminder: string, now: number): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${REMINDING}, hashtext(${tx.collegeId}))`)
  const tree = await unitTree(engine.database, tx)
  const entering = [...engine.catalogue.roles.values()]
    .filter((role) => role.permissions.includes('figures.enter'))
    .map((role) => role.name)
  for (const [office, missing] of await missingByOffice(engine, tx, period)) {
    const holders = await holdersNearest(tx, entering, tree.above(tree.ofOffice(office).id), today(now))
    const link = `/figures?period=${encodeURIComponent(period.code)}&owner=${office}`
    const told = await tx.run<{ account_id: string }>(sql`
      SELECT account_id FROM notices WHERE college_id = ${tx.collegeId} AND kind = ${KIND} AND link = ${link}
        AND created_at >= ${new Date(`${reminder}T00:00:00+08:00`).toISOString()}::timestamptz`)
    const known = new Set(told.map((t) => t.account_id))
    const label = engine.catalogue.offices.values[office] ?? { zh: office, en: office }
    await sendNotices(
      tx,
      holders.filter((id) => !known.has(id)),
      { kind: KIND, text: reminderText(label, missing, period, today(now)), link },
      new Date(now).toISOString(),
    )
  }
}

/** Accounts with one of the roles today at the first of the units where there are any. */
async function holdersNearest(
  tx: Tx,
  roles: readonly string[],
  units: readonly string[],
  day: string,
): Promise<string[]> {
  const rows = await tx.run<{ account_id: string; unit_id: string }>(sql`
    SELECT DISTINCT x.account_id, x.unit_id FROM assignments x
    JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id AND NOT a.disabled
    WHERE x.college_id = ${tx.collegeId} AND x.role = ANY(${roles}::text[]) AND x.unit_id = ANY(${units}::uuid[])
      AND (x.valid_from IS NULL OR x.valid_from <= ${day}::date) AND (x.valid_to IS NULL OR x.valid_to >= ${day}::date)`)
  const nearest = units.find((unit) => rows.some((row) => row.unit_id === unit))
  return rows.filter((row) => row.unit_id === nearest).map((row) => row.account_id)
}

function reminderText(office: Label, missing: number, period: Period, day: string): Label {
  const dueOn = period.figuresDueOn!
  const late = daysBetween(dueOn, day)
  const zh = late > 0 ? `应于 ${dueOn} 报送，已逾期 ${late} 天` : late === 0 ? '今天截止' : `请于 ${dueOn} 前报送`
  const en =
    late > 0 ? `they were due on ${dueOn}, ${late} days ago` : late === 0 ? 'they are due today' : `due on ${dueOn}`
  return {
    zh: `${period.name}：${office.zh}还有 ${missing} 项指标没有数据，${zh}`,
    en: `${period.code}: ${office.en} has ${missing} figures without a value; ${en}`,
  }
}
