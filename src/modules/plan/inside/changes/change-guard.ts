import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'
import type { Label } from '../../../../language/label.ts'
import { plansOf } from '../plan-of.ts'
import { applyChanges } from './apply.ts'
import { changesOf, movedBy, type Route, routeOf } from './lines.ts'

/** Who may take each step, by the last word that a request needs. */
const WAY: Readonly<Record<Route, readonly string[]>> = {
  office: ['submitted approve'],
  finance: ['submitted to-finance', 'with-finance approve'],
  leaders: ['submitted to-finance', 'with-finance to-leaders', 'with-leaders approve'],
}
const STEPS: ReadonlySet<string> = new Set(['approve', 'to-finance', 'to-leaders'])
const NEEDS: Readonly<Record<Route, Label>> = {
  office: {
    zh: '这份申请不涉及预算，由双高办批准即可',
    en: 'This request moves no money: the office approves it',
  },
  finance: {
    zh: '这份申请变动预算，须先送财务，由财务批准',
    en: 'This request moves money: pass it to finance, which approves it',
  },
  leaders: {
    zh: '这份申请变动的预算达到限额，财务同意后须送校领导批准',
    en: 'This request moves so much money that a leader approves it, after finance',
  },
}

/** A request goes the way that its money asks for; its approval is what changes the plan. */
export const changeGuard: Guard = {
  registers: ['plan-changes'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) problems.push(...(await stepProblems(engine, tx, actor, one)))
    return problems
  },
}

async function stepProblems(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  const { id, action, before, after } = one
  if (action === 'submit') return submitProblems(engine, tx, one)
  if (!STEPS.has(action)) return []
  const changes = await changesOf(engine, tx, id)
  const [plan] = await tx.run<{ limit: string | null }>(sql`
    SELECT leaders_from AS "limit" FROM ${table(getRegister(engine, 'plans'))}
    WHERE college_id = ${tx.collegeId} AND id = ${String(after.values['plan'])}`)
  const route = routeOf(movedBy(changes), plan?.limit ?? null)
  if (!WAY[route].includes(`${before?.state} ${action}`)) return [{ id, message: NEEDS[route] }]
  if (
    before?.state === 'with-finance' &&
    !actor.system &&
    !actor.held.some(({ offices }) => offices.includes('finance'))
  )
    return [
      {
        id,
        message: { zh: '这一步由财务部门办理', en: 'This step is for the finance office' },
      },
    ]
  if (action !== 'approve') return []
  const { number, plan: planId, title } = after.values
  const request = { number: String(number), plan: String(planId), title: String(title) }
  return (await applyChanges(engine, tx, actor, request, changes)).map((problem) => ({ ...problem, id }))
}

async function submitProblems(engine: Engine, tx: Tx, { id, after }: Written): Promise<readonly GuardProblem[]> {
  if ((await changesOf(engine, tx, id)).length > 0) return []
  return [
    {
      id,
      message: {
        zh: `“${String(after.values['title'])}”没有变更内容，请在计划页面的“变更”中填写`,
        en: `"${String(after.values['title'])}" changes nothing: say what, on the plan’s page under “Changes”`,
      },
    },
  ]
}

/** Lines come from asking for a change, where old values are looked up: nobody writes them by hand. */
export const changeLineGuard: Guard = {
  registers: ['plan-change-lines'],
  hear: (_engine, _tx, actor, written) =>
    Promise.resolve(
      actor.system
        ? []
        : written.map(({ id }) => ({
            id,
            message: {
              zh: '变更明细由计划页面的“变更”写入，不能直接填写或修改',
              en: 'Lines are written by the plan’s page, under “Changes”: they are not filled in by hand',
            },
          })),
    ),
}

/** A request belongs to a plan in force, and to that plan for good. */
export const changePlanGuard: Guard = {
  registers: ['plan-changes'],
  async hear(engine, tx, actor, written) {
    const moved = written.filter(({ before, after }) => before && before.values['plan'] !== after.values['plan'])
    if (moved.length > 0)
      return moved.map(({ id }) => ({
        id,
        field: 'plan',
        message: { zh: '申请不能改到另一个计划，请另提申请', en: 'A request stays with its plan: make another one' },
      }))
    const made = written.filter(({ action }) => action === 'create')
    if (actor.system || made.length === 0) return []
    const plans = await plansOf(engine, tx, 'plan-changes', made)
    return made.flatMap(({ id }): GuardProblem[] =>
      plans.get(id)?.some(({ state }) => state === 'in-force')
        ? []
        : [
            {
              id,
              field: 'plan',
              message: { zh: '只有生效中的计划需要变更申请', en: 'Only a plan in force is changed by request' },
            },
          ],
    )
  },
}
