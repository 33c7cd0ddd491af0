import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { getRegister } from '../../../engine/engine.ts'
import { table } from '../../../engine/records/stored.ts'
import type { Label } from '../../../language/label.ts'
import { scoreGuard } from './adopt-scores.ts'
import { findCircles, type Link } from './find-circles.ts'
import { changeGuard, changeLineGuard, changePlanGuard } from './changes/change-guard.ts'
import { inForceGuard } from './in-force-guard.ts'
import { planStateGuard } from './plan-state-guard.ts'
import { evidenceGuard } from './proof/evidence-guard.ts'
import { runGuards } from './run-guards.ts'
import { moneyGuards } from './spending/money-guards.ts'
import { ownerGuard, treeGuard } from './tree-guard.ts'

/** What refuses a change of a plan's records though each is right by itself. */
export const guards: readonly Guard[] = [
  {
    registers: ['plan-task-links'],
    hear: (engine, tx, _actor, written) =>
      circles(engine, tx, written, 'predecessor', (way) => ({
        zh: `前置任务会互相等待：${way}。请去掉其中一条前置关系`,
        en: `Tasks would wait for each other: ${way}. Take one of these predecessors away`,
      })),
  },
  {
    registers: ['plan-tasks'],
    hear: (engine, tx, _actor, written) =>
      circles(engine, tx, written, 'parent', (way) => ({
        zh: `上级任务会成环：${way}。请另选上级`,
        en: `Parents would go in a circle: ${way}. Choose another parent`,
      })),
  },
  inForceGuard,
  scoreGuard,
  evidenceGuard,
  planStateGuard,
  treeGuard,
  ownerGuard,
  changePlanGuard,
  changeLineGuard,
  changeGuard,
  ...runGuards,
  ...moneyGuards,
]

/** Circles that a change closes. All links are looked at, not only those in the actor's sight: a circle is one for all. */
async function circles(
  engine: Engine,
  tx: Tx,
  written: readonly Written[],
  field: 'predecessor' | 'parent',
  words: (way: string) => Label,
): Promise<readonly GuardProblem[]> {
  const touched = written.filter(
    ({ before, after }) =>
      after.deletedAt === null && after.values[field] !== null && before?.values[field] !== after.values[field],
  )
  if (touched.length === 0) return []
  // Two people could each close one half of a circle: who comes second sees the first one's half.
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`plan circles ${tx.collegeId}`}))`)
  const tasks = table(getRegister(engine, 'plan-tasks'))
  const links =
    field === 'parent'
      ? await tx.run<Link>(sql`
          SELECT a.number AS "from", b.number AS "to" FROM ${tasks} AS a
            JOIN ${tasks} AS b ON b.college_id = a.college_id AND b.id = a.parent
          WHERE a.college_id = ${tx.collegeId} AND a.deleted_at IS NULL`)
      : await tx.run<Link>(sql`
          SELECT a.number AS "from", b.number AS "to" FROM ${table(getRegister(engine, 'plan-task-links'))} AS link
            JOIN ${tasks} AS a ON a.college_id = link.college_id AND a.id = link.task
            JOIN ${tasks} AS b ON b.college_id = link.college_id AND b.id = link.predecessor
          WHERE link.college_id = ${tx.collegeId} AND link.deleted_at IS NULL`)
  return findCircles(links).map((circle) => ({ field, message: words([...circle, circle[0]!].join(' → ')) }))
}
