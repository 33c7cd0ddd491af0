import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { personAgent } from '../record-acts.ts'
import type { Mode } from './check-unit-statement.ts'
import { getCourseware, mayOversee } from './keep-courseware.ts'
import { launch } from './launch.ts'
import { register } from './registration.ts'

/** Under which somebody learns: as the person that they are, or else as their account. */
export const learnerOf = (actor: Actor): string => actor.personId ?? actor.accountId

/**
 * Launches a unit for whoever is signed in. What is not to count is for those who oversee the courseware.
 * @returns the address to go to
 * @throws Refusal 403, 404, 409 when the courseware is withdrawn
 */
export async function launchFor(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  wanted: { readonly id: string; readonly unit: number; readonly mode: Mode; readonly site: string },
): Promise<string> {
  const courseware = await getCourseware(tx, wanted.id)
  if (courseware.isWithdrawn)
    throw new Refusal('conflict', { zh: '这个课件已停用', en: 'This courseware is withdrawn' })
  if (wanted.mode !== 'Normal' && !mayOversee(engine, actor, courseware))
    throw notAllowed({ zh: '以预览方式打开课件', en: 'open the courseware for a preview' })
  const learner = learnerOf(actor)
  const registration = await register(tx, courseware, learner, personAgent(tx.collegeId, learner))
  const [college] = await tx.run<{ code: string }>(sql`SELECT code FROM colleges WHERE id = ${tx.collegeId}`)
  const { unit, mode, site } = wanted
  return launch(tx, registration, { unit, mode, site, lang: actor.lang, code: college!.code })
}
