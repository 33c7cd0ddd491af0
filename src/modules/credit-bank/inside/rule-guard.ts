import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import type { Guard, GuardProblem } from '../../../engine/records/guards.ts'
import { loadLimits, loadRules } from './load-facts.ts'
import { dayBefore } from './next-version.ts'
import { findConflicts } from './rule-conflicts.ts'

/**
 * A rule or limit that is approved stays as it was approved: it is reopened, changed and approved again, so that every
 * version that ever decided was agreed to. No rule is approved that contradicts another.
 */
export const ruleGuard: Guard = {
  registers: ['conversion-rules', 'conversion-limits'],
  async hear(engine, tx, actor, written) {
    if (actor.system) return []
    const problems: GuardProblem[] = []
    for (const { id, action, register, before, after } of written) {
      if (before?.state === 'approved' && after.state === 'approved')
        problems.push({
          id,
          message: {
            zh: '已批准的规则不能直接修改或停用：请先重新打开',
            en: 'What was approved is neither changed nor taken out of use: reopen it first',
          },
        })
      if (register !== 'conversion-rules' || action !== 'approve') continue
      const conflicts = findConflicts(await loadRules(engine, tx, 'approved'), await loadLimits(engine, tx), id)
      problems.push(...conflicts.map(({ label }) => ({ id, message: label })))
      if (problems.length === 0)
        await endFormer(engine, tx, after.values as { supersedes: string | null; from: string })
    }
    return problems
  },
}

/** A rule that takes over ends the one before it. */
async function endFormer(
  engine: Engine,
  tx: Tx,
  { supersedes, from }: { readonly supersedes: string | null; readonly from: string },
): Promise<void> {
  if (supersedes === null) return
  const former = (await loadRules(engine, tx, 'approved')).find(({ id }) => id === supersedes)
  const until = dayBefore(from)
  if (!former || former.from > until || (former.until !== null && former.until <= until)) return
  await act(engine, tx, asSystem(tx.collegeId, '规则新版本'), {
    register: 'conversion-rules',
    id: supersedes,
    action: 'update',
    values: { until },
    comment: '规则新版本获批',
  })
}
