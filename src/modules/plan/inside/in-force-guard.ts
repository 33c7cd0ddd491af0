import { hasRole } from '../../../engine/access/actor.ts'
import { getRegister } from '../../../engine/engine.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { isSame } from '../../../engine/records/stored.ts'
import { transitionsFrom } from '../../../engine/records/allowed.ts'
import { outOfDraft, plansOf } from './plan-of.ts'

/** What may still be written in a plan that is in force. */
interface Open {
  /** What comes about while the plan runs: anybody who may write the record. */
  readonly running: readonly string[]
  /** Wording, which promises nothing: the office mends it, and history shows who did. */
  readonly wording: readonly string[]
}

/** All other values are the plan itself: they change by request. */
const OPEN: Readonly<Record<string, Open>> = {
  'plan-levels': { running: ['score', 'weighted'], wording: ['name'] },
  'plan-tasks': { running: [], wording: ['name', 'deliverables'] },
  'plan-co-owners': { running: [], wording: ['duty'] },
  'plan-task-links': { running: [], wording: ['note'] },
  'plan-milestones': { running: ['reachedOn'], wording: ['what'] },
  'plan-targets': { running: ['actual'], wording: [] },
  'plan-budgets': { running: [], wording: ['reason'] },
}
const OFFICE = ['quality-office', 'system-administrator']

/**
 * A plan in force, or replaced, keeps its tasks, targets and budgets. What acts without a person passes: an approved
 * change request is applied so, and history names the request.
 */
export const inForceGuard: Guard = {
  registers: Object.keys(OPEN),
  async hear(engine, tx, actor, written) {
    const [first] = written
    if (actor.system || !first) return []
    const open = OPEN[first.register]!
    // What is derived follows from the rest.
    const derived = Object.entries(getRegister(engine, first.register).fields).flatMap(([name, field]) =>
      field.derived ? [name] : [],
    )
    const free = new Set([...open.running, ...derived, ...(hasRole(actor, OFFICE) ? open.wording : [])])
    const touched = written.filter((one) => !isFree(one, free))
    if (touched.length === 0) return []
    const plans = await plansOf(engine, tx, first.register, touched)
    return touched.flatMap((one): GuardProblem[] => {
      const plan = plans.get(one.id)?.find(({ state }) => state !== 'draft')
      if (!plan) return []
      return [
        {
          id: one.id,
          message:
            plan.state === 'replaced'
              ? {
                  zh: `计划“${plan.name}”已被替代，不再修改；请在新计划中修改`,
                  en: `Plan "${plan.name}" was replaced and stays as it is: change the new one`,
                }
              : {
                  zh: `计划“${plan.name}”已经生效，这里不能直接修改；请在计划页面的“变更”中提出变更申请`,
                  en: `Plan "${plan.name}" is in force: this is not changed directly. Make a change request on the plan’s page, under “Changes”`,
                },
        },
      ]
    })
  },
  async withholds(engine, tx, actor, register, records) {
    const { running, wording } = OPEN[register]!
    const isFilled = running.length > 0 || (wording.length > 0 && hasRole(actor, OFFICE))
    const held = ['delete', 'restore', ...(isFilled ? [] : ['update'])]
    return new Map(
      (await outOfDraft(engine, tx, register, records)).map(({ id, state }) => [
        id,
        [...held, ...Object.keys(transitionsFrom(getRegister(engine, register), state))],
      ]),
    )
  },
}

function isFree({ action, before, after }: Written, free: ReadonlySet<string>): boolean {
  if (action !== 'update' || before === null) return false
  return Object.keys(after.values).every((name) => free.has(name) || isSame(before.values[name], after.values[name]))
}
