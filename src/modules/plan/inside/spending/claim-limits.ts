import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { table } from '../../../../engine/records/stored.ts'

interface ClaimLimit {
  readonly from: string
  readonly needsLeader: boolean
  readonly needsDecision: boolean
}

export type ClaimLimits = readonly ClaimLimit[]

/** Where a college has set none of its own (register claim-rules). Yuan. */
const USUAL_LIMITS: ClaimLimits = [
  { from: '50000', needsLeader: true, needsDecision: false },
  { from: '300000', needsLeader: true, needsDecision: true },
]

/** From which amounts on the leaders, or their meeting, decide on a claim. */
export async function claimLimits(engine: Engine, tx: Tx): Promise<ClaimLimits> {
  const own = await tx.run<ClaimLimit & Record<string, unknown>>(sql`
    SELECT "from"::text AS "from", needs_leader AS "needsLeader", needs_decision AS "needsDecision"
    FROM ${table(getRegister(engine, 'claim-rules'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY "from"`)
  return own.length > 0 ? own : USUAL_LIMITS
}

/** What a claim of this amount needs beyond its unit and finance. A meeting's decision is carried out by the leaders. */
export function needsOf(limits: ClaimLimits, amount: string): { leader: string | null; decision: string | null } {
  const reached = limits.filter(({ from }) => new Exact(amount).gte(from))
  const decision = reached.find(({ needsDecision }) => needsDecision)?.from ?? null
  return { leader: reached.find(({ needsLeader }) => needsLeader)?.from ?? decision, decision }
}
