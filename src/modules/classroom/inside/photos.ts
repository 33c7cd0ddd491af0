import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { addEvidence, listEvidence, removeEvidence } from '../../../engine/evidence/evidence.ts'
import { isUuid, type Tx } from '../../../engine/module-server.ts'
import type { WireSentAct } from '../wire.ts'

/** Photos of work in a lesson hang as evidence on the lesson and whose work it is. */
const SUBJECT = 'classroom-sessions'

/** The photos that an act brings, or takes away, by their hash. */
export const photosIn = (body: WireSentAct['body'], which: 'photos' | 'removed' = 'photos'): string[] => {
  const named = body[which]
  return Array.isArray(named) ? named.filter((one) => /^[0-9a-f]{64}$/.test(String(one))).map(String) : []
}

/**
 * Keeps the photos that come with acts of a teacher, who uploaded them before, and takes away those that they remove.
 * @throws Refusal 422 for any other file
 */
export async function keepPhotos(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  sessionId: string,
  acts: readonly Pick<WireSentAct, 'body'>[],
): Promise<void> {
  for (const { body } of acts) {
    const student = body['student']
    if (!isUuid(student)) continue
    const subjectId = `${sessionId}/${student}`
    await addEvidence(engine, tx, actor, SUBJECT, subjectId, photosIn(body), null)
    const removed = photosIn(body, 'removed')
    for (const { id, file } of removed.length > 0 ? await listEvidence(tx, SUBJECT, subjectId) : [])
      if (removed.includes(file.sha256)) await removeEvidence(tx, actor, SUBJECT, subjectId, id)
  }
}

/** Is it a photo of this lesson: of one student's work, or of anybody's? */
export async function hasPhoto(tx: Tx, sessionId: string, student: string | null, sha256: string): Promise<boolean> {
  const [row] = await tx.run(sql`
    SELECT 1 FROM evidence WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256} AND subject = ${SUBJECT} AND removed_at IS NULL
      AND subject_id LIKE ${`${sessionId}/${student ?? '%'}`} LIMIT 1`)
  return row !== undefined
}
