import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { DocumentNode } from '../../language/document.ts'
import type { WireSectionVersion, WireSectionVersionContent } from '../../language/wire-reports.ts'
import { Refusal } from '../refusal.ts'
import { compareVersions } from './compare-versions.ts'
import { SECTION } from './report-rows.ts'

interface VersionRow extends WireSectionVersion {
  readonly content: DocumentNode
}

/** A section's versions, newest first: what was saved or handed on, by whom and when. The caller has checked the section. */
export const listVersions = (tx: Tx, sectionId: string): Promise<WireSectionVersion[]> =>
  tx.run(sql`
    SELECT (after->>'version')::int AS version, at, actor_name AS "byName", action, after->>'title' AS title, reason FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ${SECTION} AND subject_id = ${sectionId} AND after ? 'content' ORDER BY id DESC LIMIT 500`)

async function getVersion(tx: Tx, sectionId: string, version: number): Promise<VersionRow> {
  const [row] = await tx.run<VersionRow>(sql`
    SELECT (after->>'version')::int AS version, at, actor_name AS "byName", action, after->>'title' AS title, reason, after->'content' AS content FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ${SECTION} AND subject_id = ${sectionId} AND after ? 'content' AND (after->>'version')::int = ${version}
    ORDER BY id DESC LIMIT 1`)
  if (!row) throw new Refusal('not-found', { zh: `没有第 ${version} 版`, en: `There is no version ${version}` })
  return row
}

/** One version's text; with `against`, also what changed since that one. @throws Refusal 404 */
export async function readVersion(
  tx: Tx,
  sectionId: string,
  version: number,
  against?: number,
): Promise<WireSectionVersionContent> {
  const found = await getVersion(tx, sectionId, version)
  if (against === undefined) return found
  return { ...found, difference: compareVersions((await getVersion(tx, sectionId, against)).content, found.content) }
}
