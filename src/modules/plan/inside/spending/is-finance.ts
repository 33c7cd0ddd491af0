import type { Actor } from '../../../../engine/access/actor.ts'

/** Does the actor review at the office whose duty money is (or for the whole college)? */
export const isFinance = (actor: Actor): boolean =>
  actor.system !== undefined ||
  actor.held.some((held) => held.role === 'reviewer' && (held.isRoot || held.offices.includes('finance')))
