import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { isOwnAccount, personOf } from './own-account.ts'
import { confirmMerger, mergeAccounts, type Merger, reviewMerger, undoMerger } from './merge-accounts.ts'

const mergerOf = ({ id, after }: Written): Merger => {
  const { number, kept, absorbed } = after.values as { number: string; kept: string; absorbed: string }
  return { id, number, kept, absorbed }
}

/** Merging two accounts is refused with every reason, and done, undone or made final by its record's steps. */
export const mergeGuard: Guard = {
  registers: ['learner-merges'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) {
      const { id, action, before } = one
      const merger = mergerOf(one)
      if (before !== null && before.state !== 'proposed' && action === 'update')
        problems.push({
          id,
          message: {
            zh: '合并后内容不能改：请撤销合并后重新提出',
            en: 'A merger does not change once it is done: undo it and propose it again',
          },
        })
      if (before === null && !actor.system)
        problems.push(...(await reviewMerger(engine, tx, merger)).problems.map((message) => ({ id, message })))
      if (action === 'merge' && !actor.system)
        for (const learner of [merger.kept, merger.absorbed])
          if (isOwnAccount(actor, { id: learner, person: await personOf(engine, tx, learner) }))
            problems.push({
              id,
              message: {
                zh: '不能办理自己的账户：请由另一位审核人员办理',
                en: 'Nobody merges an account of their own: another reviewer has to',
              },
            })
      if (problems.length > 0) continue
      if (action === 'merge')
        problems.push(...(await mergeAccounts(engine, tx, actor, merger)).map((message) => ({ id, message })))
      if (action === 'undo') await undoMerger(engine, tx, actor, merger)
      if (action === 'confirm') await confirmMerger(tx, merger)
    }
    return problems
  },
}
