import { asSystem } from '../../../engine/access/actor.ts'
import { act } from '../../../engine/records/act.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { isSame } from '../../../engine/records/stored.ts'
import { planProblems } from './plan-problems.ts'

/** What nobody changes of a plan in force: its tasks lie within. */
const FIXED = ['code', 'kind', 'from', 'to', 'replaces', 'copiedFrom', 'edition'] as const

/** A plan comes into force only when nothing is wrong in it; it takes the place of the one that it replaces. */
export const planStateGuard: Guard = {
  registers: ['plans'],
  async hear(engine, tx, actor, written) {
    const system = asSystem(tx.collegeId, 'plan')
    const problems: GuardProblem[] = []
    for (const one of written) {
      problems.push(...(actor.system ? [] : fixedProblems(one)))
      if (one.action !== 'enforce') continue
      const wrong = await planProblems(engine, tx, system, one.id)
      problems.push(...wrong.map(({ message }) => ({ id: one.id, message })))
      const replaced = one.after.values['replaces']
      if (wrong.length === 0 && typeof replaced === 'string')
        await act(engine, tx, asSystem(tx.collegeId, `由“${String(one.after.values['name'])}”替代`), {
          register: 'plans',
          id: replaced,
          action: 'replace',
          comment: `由“${String(one.after.values['name'])}”替代`,
        })
    }
    return problems
  },
}

function fixedProblems({ id, action, before, after }: Written): GuardProblem[] {
  if (action !== 'update' || before === null || before.state === 'draft') return []
  return FIXED.filter((name) => !isSame(before.values[name], after.values[name])).map((field) => ({
    id,
    field,
    message: {
      zh: '计划生效后这一项不再修改；需要重新编制时，复制为新计划',
      en: 'This stays as it is once a plan is in force. To write it anew, copy it as a new plan',
    },
  }))
}
