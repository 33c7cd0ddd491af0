import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import type { Guard, GuardProblem } from '../../../../engine/records/guards.ts'
import { findRecord } from '../../../../engine/records/list.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import type { Label } from '../../../../language/label.ts'

/** Evidence leads somewhere: to a record that whoever files it may see, to an indicator that there is. */
export const evidenceGuard: Guard = {
  registers: ['plan-evidence'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const { id, before, after } of written) {
      const { kind, register, record, indicator } = after.values
      const say = (field: string, message: Label) => problems.push({ id, field, message })
      if (
        after.deletedAt !== null ||
        (before?.values['record'] === record && before?.values['indicator'] === indicator)
      )
        continue
      if (kind === 'indicator' && !engine.catalogue.indicators.has(String(indicator)))
        say('indicator', {
          zh: `平台没有指标“${String(indicator)}”`,
          en: `There is no indicator "${String(indicator)}"`,
        })
      if (kind !== 'record') continue
      try {
        const found = engine.catalogue.registers.has(String(register))
          ? await findRecord(tx, actor, await collegeRegister(engine, tx, String(register)), String(record))
          : null
        if (found) continue
      } catch (error) {
        // A register that is closed to the actor has no record for them.
        if (!(error instanceof Refusal)) throw error
      }
      say('record', {
        zh: '没有这条记录，或您不能查看它：请核对数据表和记录编号',
        en: 'There is no such record, or you may not see it: check the register and the id',
      })
    }
    return problems
  },
}
