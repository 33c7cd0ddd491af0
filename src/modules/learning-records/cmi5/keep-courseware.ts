import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, hasRole, may } from '../../../engine/access/actor.ts'
import { writeAudit } from '../../../engine/access/write-audit.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import type { CoursePackage } from './read-package.ts'
import { type CourseStructure, unitsOf } from './structure.ts'

/** Who may bring courseware, beside those who manage the college's settings: those who teach, or look after teaching. */
const BRINGING = ['teacher', 'unit-head', 'quality-office']
export const mayBring = (engine: Engine, actor: Actor): boolean =>
  hasRole(actor, BRINGING) || may(engine.catalogue, actor, 'settings.manage')

/** @throws Refusal 403 */
export function checkMayBring(engine: Engine, actor: Actor): void {
  if (!mayBring(engine, actor)) throw notAllowed({ zh: '导入课件', en: 'import courseware' })
}

export interface Courseware {
  readonly id: string
  /** What it is called in learning records; blocks and units below it. */
  readonly address: string
  readonly structure: CourseStructure
  readonly createdAt: string
  readonly createdBy: string
  readonly isWithdrawn: boolean
}

/** Addresses of the platform's own for a course, its blocks and its units: never those of the publisher (cmi5 8.1.5, 9.3.9). */
export const blockAddress = (address: string, number: number) =>
  number === 0 ? address : `${address}/blocks/${number}`
export const unitAddress = (address: string, number: number) => `${address}/units/${number}`

/**
 * Keeps a package. The same course may be brought again: it is then another courseware, for results belong to a version.
 * @param site address of the server, without a slash at its end
 * @throws Refusal 403
 */
export async function keepCourseware(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { structure, files }: CoursePackage,
  site: string,
): Promise<string> {
  checkMayBring(engine, actor)
  const id = v7()
  const size = files.reduce((sum, { content }) => sum + content.length, 0)
  await tx.run(sql`
    INSERT INTO courseware (college_id, id, address, structure, size, created_at, created_by)
    VALUES (${tx.collegeId}, ${id}, ${`${site}/courseware/${id}`}, ${JSON.stringify(structure)}, ${size}, ${new Date().toISOString()}, ${actor.accountId})`)
  for (const { path, contentType, content } of files)
    await tx.run(sql`
      INSERT INTO courseware_files (college_id, courseware_id, path, content_type, content)
      VALUES (${tx.collegeId}, ${id}, ${path}, ${contentType}, ${content})`)
  await writeAudit(tx, {
    kind: 'settings.change',
    actor,
    subject: `课件 ${Object.values(structure.title)[0] ?? ''}`,
    detail: { courseware: id, units: unitsOf(structure).length, files: files.length, bytes: size },
  })
  return id
}

interface Row {
  readonly id: string
  readonly address: string
  readonly structure: CourseStructure
  readonly created_at: string
  readonly created_by: string
  readonly withdrawn_at: string | null
}
const courseware = (row: Row): Courseware => ({
  id: row.id,
  address: row.address,
  structure: row.structure,
  createdAt: row.created_at,
  createdBy: row.created_by,
  isWithdrawn: row.withdrawn_at !== null,
})

/** @throws Refusal 404 */
export async function getCourseware(tx: Tx, id: string): Promise<Courseware> {
  const [row] = await tx.run<Row>(sql`SELECT * FROM courseware WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  if (!row) throw new Refusal('not-found', { zh: '没有找到这个课件', en: 'This courseware was not found' })
  return courseware(row)
}

/** All of the college, the latest first; withdrawn ones only for those who see their results. */
export async function listCourseware(tx: Tx): Promise<Courseware[]> {
  const rows = await tx.run<Row>(
    sql`SELECT * FROM courseware WHERE college_id = ${tx.collegeId} ORDER BY id DESC LIMIT 500`,
  )
  return rows.map(courseware)
}

/** Whoever brought it and those who manage the college's settings see who learned what, and may withdraw it. */
export const mayOversee = (engine: Engine, actor: Actor, { createdBy }: Courseware): boolean =>
  createdBy === actor.accountId || may(engine.catalogue, actor, 'settings.manage')

/** Nobody can launch it any more; results stay. @throws Refusal 403, 404 */
export async function withdrawCourseware(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<void> {
  const one = await getCourseware(tx, id)
  if (!mayOversee(engine, actor, one)) throw notAllowed({ zh: '停用这个课件', en: 'withdraw this courseware' })
  await tx.run(
    sql`UPDATE courseware SET withdrawn_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id} AND withdrawn_at IS NULL`,
  )
  await writeAudit(tx, {
    kind: 'settings.change',
    actor,
    subject: `课件 ${Object.values(one.structure.title)[0] ?? ''}`,
    detail: { courseware: id, withdrawn: true },
  })
}
