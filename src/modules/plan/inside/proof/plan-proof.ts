import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { openPlan } from '../plan-scope.ts'
import { type PackageFile, packageFiles, type PackageReference, packageReferences } from './package-files.ts'

/** What proves a plan, or a part of it. */
export interface PlanProof {
  readonly files: readonly PackageFile[]
  readonly references: readonly PackageReference[]
}

/**
 * The approved evidence of a plan as the actor may see it.
 * @param under only of these tasks and what is below them; of all when empty
 * @throws Refusal 403, 404
 */
export async function planProof(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  under: readonly string[] = [],
): Promise<PlanProof> {
  const scope = await openPlan(engine, tx, actor, plan)
  const [files, references] = [await packageFiles(scope), await packageReferences(scope)]
  if (under.length === 0) return { files, references }
  const numbers = await tx.run<{ number: string }>(sql`
    WITH RECURSIVE below AS (
      SELECT college_id, id, number, 0 AS depth FROM records.plan_tasks
      WHERE college_id = ${tx.collegeId} AND plan = ${scope.plan.id} AND id = ANY(${[...under]}::uuid[]) AND deleted_at IS NULL
      UNION ALL
      SELECT t.college_id, t.id, t.number, below.depth + 1 FROM below
        JOIN records.plan_tasks AS t ON t.college_id = below.college_id AND t.parent = below.id AND t.deleted_at IS NULL
      WHERE below.depth < 12 AND t.college_id = ${tx.collegeId})
    SELECT number FROM below`)
  const wanted = new Set(numbers.map(({ number }) => number))
  return {
    files: files.filter(({ task }) => wanted.has(task)),
    references: references.filter(({ task }) => wanted.has(task)),
  }
}
