import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { personAgent } from '../record-acts.ts'
import { type Courseware, getCourseware, listCourseware, mayBring, mayOversee } from './keep-courseware.ts'
import { learnerOf } from './launch-for.ts'
import { recordPlatform } from './platform-statements.ts'
import { noteProgress, progressOf, register, settle, unitProgress, type UnitProgress } from './registration.ts'
import { type Block, isUnitSatisfied, type Unit, unitsOf } from './structure.ts'
import type {
  WireBlock,
  WireCourseware,
  WireCoursewareList,
  WireCoursewarePage,
  WireResults,
  WireUnit,
  WireUnitState,
} from './wire.ts'
import { EXTENSION } from './words.ts'

interface Own {
  readonly id: string
  readonly satisfied: readonly number[]
  readonly progress: ReadonlyMap<number, UnitProgress>
}

const NONE = { completedAt: null, passedAt: null, failedAt: null, waivedAt: null, score: null }
function stateOf(unit: Unit, progress: UnitProgress | undefined): WireUnitState {
  const { completedAt, passedAt, failedAt, waivedAt, score } = progress ?? NONE
  return { completedAt, passedAt, failedAt, waivedAt, score, isSatisfied: isUnitSatisfied(unit, progress) }
}

/** The actor's own registration in each of these, where there is one. */
async function ownOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Own>> {
  const rows = await tx.run<{ id: string; courseware_id: string; satisfied: number[] }>(sql`
    SELECT id, courseware_id, satisfied FROM courseware_registrations
    WHERE college_id = ${tx.collegeId} AND learner_id = ${learnerOf(actor)} AND courseware_id = ANY(${ids}::uuid[])`)
  const found = new Map<string, Own>()
  for (const { id, courseware_id, satisfied } of rows)
    found.set(courseware_id, { id, satisfied, progress: await progressOf(tx, id) })
  return found
}

function brief(engine: Engine, actor: Actor, one: Courseware, own: Own | undefined): WireCourseware {
  const units = unitsOf(one.structure)
  return {
    id: one.id,
    title: one.structure.title,
    description: one.structure.description,
    units: units.length,
    done: own ? units.filter((unit) => isUnitSatisfied(unit, own.progress.get(unit.number))).length : null,
    isSatisfied: own?.satisfied.includes(0) ?? false,
    isWithdrawn: one.isWithdrawn,
    mayOversee: mayOversee(engine, actor, one),
    createdAt: one.createdAt,
  }
}

/** What the actor may learn, and how far they are; withdrawn courseware only where they learned it or oversee it. */
export async function listForActor(engine: Engine, tx: Tx, actor: Actor): Promise<WireCoursewareList> {
  const all = await listCourseware(tx)
  const own = await ownOf(
    tx,
    actor,
    all.map(({ id }) => id),
  )
  const shown = all.filter((one) => !one.isWithdrawn || own.has(one.id) || mayOversee(engine, actor, one))
  return {
    mayBring: mayBring(engine, actor),
    courseware: shown.map((one) => brief(engine, actor, one, own.get(one.id))),
  }
}

/** One courseware with its blocks and units. @throws Refusal 404 */
export async function oneForActor(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireCoursewarePage> {
  const one = await getCourseware(tx, id)
  const own = (await ownOf(tx, actor, [id])).get(id)
  const child = (part: Block | Unit): WireBlock | WireUnit =>
    part.kind === 'block'
      ? {
          kind: 'block',
          number: part.number,
          title: part.title,
          isSatisfied: own?.satisfied.includes(part.number) ?? false,
          children: part.children.map(child),
        }
      : {
          kind: 'unit',
          number: part.number,
          title: part.title,
          description: part.description,
          moveOn: part.moveOn,
          masteryScore: part.masteryScore ?? null,
          launchMethod: part.launchMethod,
          state: stateOf(part, own?.progress.get(part.number)),
        }
  return {
    ...brief(engine, actor, one, own),
    objectives: one.structure.objectives.map(({ id: objective, title }) => ({ id: objective, title })),
    children: one.structure.children.map(child),
  }
}

async function overseen(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<Courseware> {
  const one = await getCourseware(tx, id)
  if (!mayOversee(engine, actor, one))
    throw notAllowed({ zh: '查看这个课件的学习情况', en: 'see who learned from this courseware' })
  return one
}

/** Everybody who launched something, and how far each is. @throws Refusal 403, 404 */
export async function courseResults(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireResults> {
  const units = unitsOf((await overseen(engine, tx, actor, id)).structure)
  const learners = await tx.run<{
    id: string
    learner_id: string
    name: string | null
    created_at: string
    satisfied_at: string | null
  }>(sql`
    SELECT r.id, r.learner_id, coalesce(p.name, a.display_name) AS name, r.created_at, r.satisfied_at
    FROM courseware_registrations r
    LEFT JOIN records.people p ON p.college_id = r.college_id AND p.id = r.learner_id
    LEFT JOIN accounts a ON a.college_id = r.college_id AND a.id = r.learner_id
    WHERE r.college_id = ${tx.collegeId} AND r.courseware_id = ${id} ORDER BY r.created_at, r.id LIMIT 2000`)
  const rows = await tx.run<Parameters<typeof unitProgress>[0] & { registration_id: string }>(sql`
    SELECT registration_id, unit, completed_at, passed_at, failed_at, waived_at, score FROM courseware_progress
    WHERE college_id = ${tx.collegeId} AND registration_id = ANY(${learners.map((one) => one.id)}::uuid[])`)
  const progress = new Map<string, Map<number, UnitProgress>>()
  for (const row of rows) {
    const of = progress.get(row.registration_id) ?? new Map<number, UnitProgress>()
    progress.set(row.registration_id, of.set(row.unit, unitProgress(row)))
  }
  return {
    units: units.map(({ number, title }) => ({ number, title })),
    learners: learners.map((one) => ({
      learner: one.learner_id,
      name: one.name ?? '',
      since: one.created_at,
      satisfiedAt: one.satisfied_at,
      units: Object.fromEntries(
        units.map((unit) => [unit.number, stateOf(unit, progress.get(one.id)?.get(unit.number))]),
      ),
    })),
  }
}

/** Counts a unit as done for a learner, for a reason (cmi5 9.3.7). @throws Refusal 403, 404, 409 when it was waived already */
export async function waiveUnit(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  wanted: { readonly learner: string; readonly unit: number; readonly reason: string },
): Promise<void> {
  const courseware = await overseen(engine, tx, actor, id)
  const unit = unitsOf(courseware.structure)[wanted.unit]
  if (!unit) throw new Refusal('not-found', { zh: '课件里没有这个单元', en: 'The courseware has no such unit' })
  const registration = await register(tx, courseware, wanted.learner, personAgent(tx.collegeId, wanted.learner))
  if ((await progressOf(tx, registration.id)).get(unit.number)?.waived)
    throw new Refusal('conflict', { zh: '这个单元已经免修', en: 'This unit is waived already' })
  const sessionId = v7()
  const result = { success: true, completion: true, extensions: { [EXTENSION.reason]: wanted.reason } }
  const at = new Date().toISOString()
  await recordPlatform(tx, registration, [{ verb: 'waived', sessionId, unit, result }], at)
  await noteProgress(tx, registration.id, unit.number, 'waived', at)
  await settle(tx, registration, sessionId)
}
