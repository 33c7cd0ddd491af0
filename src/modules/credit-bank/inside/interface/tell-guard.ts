import type { Guard, Written } from '../../../../engine/records/guards.ts'
import { isUnheard } from '../load-facts.ts'
import { type EventName, EVENTS, tell } from './webhooks.ts'

const nameOf = ({ register, before, after }: Written): EventName | undefined => {
  if (before?.state === after.state) return undefined
  const event = `${register === 'learning-outcomes' ? 'outcome' : 'conversion'}.${after.state}`
  return EVENTS.find((name) => name === event)
}

/** Notes for institutions what happened to their outcomes and conversions; comes last, when nothing refused it. */
export const tellGuard: Guard = {
  registers: ['learning-outcomes', 'credit-conversions'],
  async hear(_engine, tx, _actor, written) {
    if (isUnheard(tx)) return []
    for (const one of written) {
      const event = nameOf(one)
      if (!event) continue
      const { issuer, institution, number, name, target, credits, learner, outcome } = one.after.values as Record<
        string,
        string
      >
      const body = { id: one.id, number, name, target, credits, learner, outcome, state: one.after.state }
      for (const at of new Set([issuer, institution])) if (at) await tell(tx, at, event, body)
    }
    return []
  },
}
