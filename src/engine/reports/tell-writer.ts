import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'
import { sendNotices } from '../notices/notices.ts'
import type { SectionRow } from './report-rows.ts'
import { sectionLink } from './section-comments.ts'

/** Tells the person a section is assigned to, unless it is the actor. */
export async function tellWriter(tx: Tx, actor: Actor, section: SectionRow, kind: string, text: Label): Promise<void> {
  if (section.personId === null || section.personId === actor.personId) return
  const accounts = await tx.run<{ id: string }>(
    sql`SELECT id FROM accounts WHERE college_id = ${tx.collegeId} AND person_id = ${section.personId} AND NOT disabled`,
  )
  await sendNotices(
    tx,
    accounts.map((a) => a.id),
    { kind, text, link: sectionLink(section) },
  )
}
