import { sql } from 'kysely'
import { type Actor, asSystem, hasRole } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import { act } from '../../../engine/records/act.ts'
import { getRecord } from '../../../engine/records/list.ts'
import type { WireAssignment } from '../wire.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem } from '../../../engine/records/guards.ts'
import type { Stored } from '../../../engine/records/stored.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { planProof, type PlanProof } from '../../plan/index.ts'
import { checkNoConflict } from './conflicts.ts'

const OFFICE = ['quality-office', 'system-administrator']

interface Assignment extends Record<string, unknown> {
  readonly state: string
  readonly plan: string
  readonly task: string | null
}

async function assignmentsOf(tx: Tx, sheet: string): Promise<Assignment[]> {
  return tx.run<Assignment>(sql`
    SELECT state, plan, task FROM records.expert_assignments
    WHERE college_id = ${tx.collegeId} AND sheet = ${sheet} AND deleted_at IS NULL ORDER BY id`)
}

const isTheExpert = (actor: Actor, { values }: Stored) =>
  actor.personId !== null && values['scorer'] === actor.personId && !hasRole(actor, OFFICE)

/**
 * An expert opens a sheet that was assigned once the assignment is accepted, which declares that there is no tie.
 * Sheets without an assignment are open to their scorer.
 * @throws Refusal 409 that says where to declare
 */
export async function checkDeclared(tx: Tx, actor: Actor, record: Stored): Promise<void> {
  if (record.values['round'] !== 'experts' || !isTheExpert(actor, record)) return
  const found = await assignmentsOf(tx, record.id)
  if (found.length === 0 || found.some(({ state }) => state === 'accepted')) return
  throw new Refusal(
    'conflict',
    found.some(({ state }) => state === 'assigned')
      ? {
          zh: '请先在“考核评分”页声明没有利害关系，再打开评分表；应当回避的请退出',
          en: 'Declare on the page of scoring that you have no tie; then open the sheet. Step back if you have one',
        }
      : {
          zh: '这项评审安排已退出或撤回，不能再打开评分表。有疑问请联系组织评审的部门',
          en: 'This assignment was declined or withdrawn: the sheet is closed to you. Ask the office that runs the review',
        },
  )
}

/**
 * The evidence that belongs to an expert's sheet: of the assigned part of the plan, whatever else the expert may not see.
 * @throws Refusal 404 without an assignment; 409 before it is accepted
 */
export async function assignedProof(engine: Engine, tx: Tx, actor: Actor, record: Stored): Promise<PlanProof> {
  await checkDeclared(tx, actor, record)
  const found = (await assignmentsOf(tx, record.id)).filter(({ state }) => state === 'accepted')
  const plan = found[0]?.plan ?? record.values['plan']
  if (typeof plan !== 'string' || (found.length === 0 && isTheExpert(actor, record)))
    throw new Refusal('not-found', {
      zh: '这张评分表没有安排评审材料',
      en: 'No evidence was assigned with this sheet',
    })
  const tasks = found.flatMap(({ task }) => (task === null ? [] : [task]))
  // Reads past the expert's own reach, within what was assigned.
  const reader = found.length > 0 ? asSystem(tx.collegeId, '专家评审材料') : actor
  return planProof(engine, tx, reader, plan, found.some(({ task }) => task === null) ? [] : tasks)
}

/** The assignments that wait for the expert's own word. */
export async function openAssignments(tx: Tx, actor: Actor): Promise<WireAssignment[]> {
  if (actor.personId === null) return []
  return tx.run<WireAssignment & Record<string, unknown>>(sql`
    SELECT a.id, a.version, s.name AS sheet, p.name AS plan, t.name AS task, a.due_on::text AS "dueOn", a.note
    FROM records.expert_assignments AS a
      JOIN records.score_sheets AS s ON s.college_id = a.college_id AND s.id = a.sheet
      JOIN records.plans AS p ON p.college_id = a.college_id AND p.id = a.plan
      LEFT JOIN records.plan_tasks AS t ON t.college_id = a.college_id AND t.id = a.task
    WHERE a.college_id = ${tx.collegeId} AND a.deleted_at IS NULL AND a.state = 'assigned'
      AND a.expert = ${actor.personId} ORDER BY a.due_on, a.number`)
}

/**
 * The expert's own word: no tie, and the sheet is opened; or a tie, and the expert steps back. Of the assignment the
 * expert changes nothing else, so the step is the platform's; history names whose word it was.
 * @throws Refusal 403 who is not the expert; 404; 409 changed since; 422 without a reason for stepping back, or with a tie that is known
 */
export async function declareTie(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  {
    action,
    version,
    comment,
  }: { readonly action: 'accept' | 'decline'; readonly version: number; readonly comment?: string },
): Promise<void> {
  const record = await getRecord(tx, actor, await collegeRegister(engine, tx, 'expert-assignments'), id)
  if (actor.personId === null || record.values['expert'] !== actor.personId)
    throw notAllowed({ zh: '替别人声明', en: 'declare for somebody else' })
  const said = comment?.trim()
  if (action === 'decline' && !said)
    throw new Refusal(
      'invalid',
      { zh: '请说明应当回避的原因', en: 'Say why you step back' },
      { problems: [{ field: 'comment', message: { zh: '请说明应当回避的原因', en: 'Say why you step back' } }] },
    )
  const word = asSystem(tx.collegeId, `${actor.name}（账号 ${actor.accountId}）本人声明`)
  await act(engine, tx, word, {
    register: 'expert-assignments',
    id,
    action,
    version,
    comment: said ?? '声明没有利害关系',
  })
}

/** The office alone assigns; whoever is tied to the unit is neither assigned nor may accept. */
export const assignmentGuard: Guard = {
  registers: ['expert-assignments'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const { id, action, before, after } of written) {
      const isStep = before !== null && before.state !== after.state
      if (!isStep && !hasRole(actor, OFFICE))
        problems.push({
          id,
          message: { zh: '评审安排由组织评审的部门填写', en: 'The office that runs the review makes assignments' },
        })
      if (after.deletedAt !== null || (action !== 'create' && after.state !== 'accepted')) continue
      const [sheet] = await tx.run<{ unit: string; scorer: string | null }>(sql`
        SELECT unit, scorer FROM records.score_sheets
        WHERE college_id = ${tx.collegeId} AND id = ${after.values['sheet']} AND deleted_at IS NULL`)
      if (!sheet || sheet.scorer !== after.values['expert']) {
        problems.push({
          id,
          field: 'sheet',
          message: { zh: '评分表的评分人不是这位专家', en: 'The sheet’s scorer is somebody else' },
        })
        continue
      }
      try {
        await checkNoConflict(engine, tx, sheet.scorer!, sheet.unit)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        problems.push({ id, field: 'expert', message: error.label })
      }
    }
    return problems
  },
}
