import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'

/** May the actor make claims at all? */
export const canClaim = (engine: Engine, actor: Actor): boolean =>
  !reachesNothing(reachOf(getRegister(engine, 'plan-claims'), actor, 'write'))
