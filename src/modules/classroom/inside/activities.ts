import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { ActKindName } from '../act-kinds.ts'
import { takeItems } from '../../item-bank/index.ts'
import { recordActs } from '../acts.ts'
import type { ActivityState, Definitions, QuizDefinition } from '../wire.ts'
import { itemOfQuick, type NewActivity } from './activity-shapes.ts'
import { groupsOf, pickOne } from './draw.ts'
import { type ActivityRow, loadFacts } from './facts.ts'
import { contextOf, type Session, thoseHere, touch } from './session.ts'
import { handsOf, picksOf } from './views.ts'

const newSeed = () => randomBytes(6).toString('hex')

async function definitionOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  session: Session,
  made: NewActivity,
): Promise<Definitions[NewActivity['kind']]> {
  switch (made.kind) {
    case 'quiz': {
      const quick = made.quick.map((one) => ({ itemId: null, item: itemOfQuick(one), knowledgePoints: [] }))
      const taken = await takeItems(engine, tx, actor, session.courseId, made.items)
      const items: QuizDefinition['items'] = [...taken, ...quick]
      if (items.length === 0)
        throw new Refusal('invalid', { zh: '测验至少要有一道题', en: 'A quiz needs one question at least' })
      return { items }
    }
    case 'poll':
      return { options: made.options, many: made.many }
    case 'words':
      return { most: made.most }
    case 'pick':
      return { seed: newSeed() }
    case 'groups': {
      const seed = newSeed()
      const here = await thoseHere(tx, session.id)
      const levels = made.by === 'mastery' ? await levelsOf(tx, session) : undefined
      return { by: made.by, seed, groups: groupsOf(here, made.count, seed, levels) }
    }
    case 'board':
      return { notes: [], hidden: [] }
    case 'practice':
      return { steps: made.steps, rubric: made.rubric }
  }
}

/** Share of right answers of each student in this teaching class, for groups alone: a share is no score. */
async function levelsOf(tx: Tx, { courseId, teachingClass }: Session): Promise<Map<string, number>> {
  const rows = await tx.run<{ id: string; level: number }>(sql`
    SELECT student_id AS id, avg(CASE WHEN correct THEN 1 ELSE 0 END)::float AS level FROM classroom_acts
    WHERE college_id = ${tx.collegeId} AND course_id = ${courseId} AND teaching_class = ${teachingClass} AND kind = 'answered' AND correct IS NOT NULL
      AND student_id IS NOT NULL GROUP BY student_id`)
  return new Map(rows.map(({ id, level }) => [id, level]))
}

/**
 * Makes an activity, ready to be opened; whoever is grouped is grouped at once.
 * @param open opens it, too
 * @returns its id
 */
export async function makeActivity(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  session: Session,
  made: NewActivity,
  open: boolean,
): Promise<string> {
  const id = v7()
  const definition = await definitionOf(engine, tx, actor, session, made)
  // Places in a row: two windows of the teacher wait for each other.
  await touch(tx, session.id)
  await tx.run(sql`
    INSERT INTO classroom_activities (college_id, id, session_id, ordinal, kind, title, definition, state)
    SELECT ${tx.collegeId}::uuid, ${id}::uuid, ${session.id}::uuid, coalesce(max(ordinal), 0) + 1, ${made.kind}, ${made.title}, ${JSON.stringify(definition)}::jsonb, 'ready'
    FROM classroom_activities WHERE college_id = ${tx.collegeId} AND session_id = ${session.id}`)
  if (made.kind === 'groups')
    await recordActs(
      tx,
      contextOf(session),
      (definition as Definitions['groups']).groups.flatMap((members, i) =>
        members.map((studentId) => ({ kind: 'grouped' as const, studentId, activityId: id, body: { group: i + 1 } })),
      ),
    )
  if (open) await stepActivity(tx, session, id, 'open')
  return id
}

/** @throws Refusal 404 */
export async function getActivity(tx: Tx, sessionId: string, id: string): Promise<ActivityRow> {
  const [row] = await tx.run<ActivityRow>(sql`
    SELECT id, kind, title, definition, state, opened_at AS "openedAt", closed_at AS "closedAt" FROM classroom_activities
    WHERE college_id = ${tx.collegeId} AND session_id = ${sessionId} AND id = ${id} FOR UPDATE`)
  if (!row)
    throw new Refusal('not-found', {
      zh: '没有找到这个活动，可能已删除',
      en: 'This activity was not found: it may be gone',
    })
  return row
}

/** What may follow what, the act it is, and what is new about it. */
const STEPS = {
  open: { from: ['ready', 'closed'], to: 'open', act: 'opened-activity' },
  close: { from: ['open'], to: 'closed', act: 'closed-activity' },
  show: { from: ['open', 'closed'], to: 'shown', act: 'showed-result' },
} as const satisfies Readonly<Record<string, { from: readonly ActivityState[]; to: ActivityState; act: ActKindName }>>
export const ACTIVITY_STEPS = Object.keys(STEPS) as (keyof typeof STEPS)[]

/**
 * Opens, closes or shows an activity; what is so already stays so. What is opened is on the projector at once.
 * @throws Refusal 404, 409 when it cannot follow: what was shown cannot be asked again
 */
export async function stepActivity(tx: Tx, session: Session, id: string, step: keyof typeof STEPS): Promise<void> {
  const activity = await getActivity(tx, session.id, id)
  const { from, to, act } = STEPS[step]
  if (activity.state !== to) {
    if (!(from as readonly ActivityState[]).includes(activity.state))
      throw new Refusal('conflict', {
        zh: '结果已经公布，不能再作答。如需再测，请新建一个活动',
        en: 'The result was shown: nobody can answer any more. Make a new activity to ask again',
      })
    const at = new Date().toISOString()
    await tx.run(sql`
      UPDATE classroom_activities SET state = ${to}, opened_at = ${activity.openedAt ?? at}, closed_at = ${step === 'open' ? null : (activity.closedAt ?? at)}
      WHERE college_id = ${tx.collegeId} AND id = ${id}`)
    await recordActs(
      tx,
      contextOf(session),
      [
        {
          kind: act,
          teacherId: session.teacherId,
          activityId: id,
          body: { kind: activity.kind, title: activity.title },
        },
      ],
      at,
    )
  }
  if (step !== 'close') await stage(tx, session, id)
  else await touch(tx, session.id)
}

/** Puts something on the projector: the code, nothing, or an activity. */
export async function stage(tx: Tx, session: Session, what: string): Promise<void> {
  await tx.run(
    sql`UPDATE classroom_sessions SET stage = ${what} WHERE college_id = ${tx.collegeId} AND id = ${session.id}`,
  )
  await touch(tx, session.id)
}

/** Takes away what was never opened. @throws Refusal 404, 409 */
export async function removeActivity(tx: Tx, session: Session, id: string): Promise<void> {
  const activity = await getActivity(tx, session.id, id)
  if (activity.openedAt !== null)
    throw new Refusal('conflict', {
      zh: '已经开始过的活动是课堂记录，不能删除',
      en: 'An activity that was opened is on record and cannot be removed',
    })
  await tx.run(sql`DELETE FROM classroom_activities WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await touch(tx, session.id)
}

/**
 * Picks a student: one who raised a hand, or by lot among those here who were picked least.
 * @param student whose hand is up; null draws
 * @throws Refusal 404, 409 when nobody is here
 */
export async function pick(
  tx: Tx,
  session: Session,
  activityId: string | null,
  student: string | null,
): Promise<string> {
  // One at a time: two taps must not draw two students from the same state.
  await touch(tx, session.id)
  const facts = await loadFacts(tx, session.id)
  const here = await thoseHere(tx, session.id)
  const activity = activityId === null ? null : await getActivity(tx, session.id, activityId)
  const picks = picksOf(facts!)
  const seed = `${(activity?.definition as Partial<Definitions['pick']> | undefined)?.seed ?? session.id} ${[...picks.values()].reduce((sum, n) => sum + n, 0)}`
  const picked = student ?? pickOne(here, picks, seed)
  if (!picked || !here.includes(picked))
    throw new Refusal('conflict', {
      zh: '还没有人签到，无法点名提问',
      en: 'Nobody has signed in yet: there is nobody to pick',
    })
  const hand = handsOf(facts!.acts).has(picked)
  await recordActs(tx, contextOf(session), [
    {
      kind: 'picked',
      teacherId: session.teacherId,
      studentId: picked,
      activityId,
      body: { seed, byHand: student !== null },
    },
    { kind: 'was-picked', studentId: picked, activityId, body: { hand, byHand: student !== null } },
  ])
  return picked
}

/** Changes the teacher's notes on a board, or which posts are hidden. @throws Refusal 404, 409 for what is no board */
export async function changeBoard(
  tx: Tx,
  session: Session,
  id: string,
  change: {
    readonly note?: string | undefined
    readonly hide?: string | undefined
    readonly unhide?: string | undefined
  },
): Promise<void> {
  const activity = await getActivity(tx, session.id, id)
  if (activity.kind !== 'board')
    throw new Refusal('conflict', { zh: '这个活动不是白板', en: 'This activity is no board' })
  const { notes, hidden } = activity.definition as Definitions['board']
  const definition: Definitions['board'] = {
    notes: change.note ? [...notes, change.note] : notes,
    hidden: [...new Set([...hidden, ...(change.hide ? [change.hide] : [])])].filter((one) => one !== change.unhide),
  }
  await tx.run(sql`
    UPDATE classroom_activities SET definition = ${JSON.stringify(definition)}::jsonb WHERE college_id = ${tx.collegeId} AND id = ${id}`)
  await touch(tx, session.id)
}
