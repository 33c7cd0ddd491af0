import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { type Edge, findCycle } from './find-cycle.ts'
import { tableOf } from './load-framework.ts'

/** Links by which one item stands below another, or before it; crosswalks may be added at any time. */
const STRUCTURE = ['isChildOf', 'isPartOf']

interface Item {
  readonly id: string
  readonly framework: string
  readonly parent: string | null
  readonly text: string
}

/** What is adopted stays as it is; nothing stands below itself, in another framework, or below what is gone. */
export const treeGuard: Guard = {
  registers: ['framework-items', 'framework-links'],
  async hear(engine, tx, _actor, written) {
    const structural = written.filter(
      ({ register, before, after }) =>
        register === 'framework-items' ||
        [before, after].some((one) => one !== null && STRUCTURE.includes(String(one.values['kind']))),
    )
    if (structural.length === 0) return []
    const frameworks = [
      ...new Set(
        structural.flatMap(({ before, after }) =>
          [before?.values['framework'], after.values['framework']].filter((id) => typeof id === 'string'),
        ),
      ),
    ] as string[]
    const frozen = await frozenProblems(engine, tx, structural, frameworks)
    if (frozen.length > 0) return frozen
    return placeProblems(engine, tx, structural, frameworks)
  },
}

async function frozenProblems(
  engine: Engine,
  tx: Tx,
  written: readonly Written[],
  frameworks: readonly string[],
): Promise<GuardProblem[]> {
  const rows = await tx.run<{ id: string; name: string }>(sql`
    SELECT id, name FROM ${tableOf(engine, 'frameworks')}
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...frameworks]}::uuid[]) AND state <> 'draft'`)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return written.flatMap(({ id, before, after }) => {
    const name = names.get(String(after.values['framework'])) ?? names.get(String(before?.values['framework'] ?? ''))
    return name === undefined
      ? []
      : [
          {
            id,
            message: {
              zh: `“${name}”已采用或废止，内容不再改动：请建立新版本后修改`,
              en: `“${name}” is adopted or deprecated and stays as it is: make a new version and change that`,
            },
          },
        ]
  })
}

async function placeProblems(
  engine: Engine,
  tx: Tx,
  written: readonly Written[],
  frameworks: readonly string[],
): Promise<GuardProblem[]> {
  const items = await tx.run<Item & Record<string, unknown>>(sql`
    SELECT id, framework, parent, coalesce(code, name) AS text FROM ${tableOf(engine, 'framework-items')}
    WHERE college_id = ${tx.collegeId} AND framework = ANY(${[...frameworks]}::uuid[]) AND deleted_at IS NULL`)
  const links = await tx.run<{ child: string; parent: string } & Record<string, unknown>>(sql`
    SELECT "from" AS child, "to" AS parent FROM ${tableOf(engine, 'framework-links')}
    WHERE college_id = ${tx.collegeId} AND framework = ANY(${[...frameworks]}::uuid[]) AND deleted_at IS NULL
      AND kind = ANY(${STRUCTURE}::text[]) AND "from" IS NOT NULL AND "to" IS NOT NULL`)
  const known = new Map(items.map((item) => [item.id, item]))
  const touched = new Set(written.map(({ id }) => id))
  const problems: GuardProblem[] = []
  const edges: Edge[] = [...links]
  for (const item of items) {
    if (item.parent === null) continue
    edges.push({ child: item.id, parent: item.parent })
    const parent = known.get(item.parent)
    if (parent?.framework === item.framework) continue
    if (touched.has(item.id))
      problems.push({
        id: item.id,
        field: 'parent',
        message: {
          zh: '上级条目不在同一框架中，或已停用：请另选',
          en: 'The item above is of another framework, or out of use: choose another',
        },
      })
    else if (touched.has(item.parent))
      problems.push({
        id: item.parent,
        message: {
          zh: `下面还有“${item.text}”：请先移走或停用下级`,
          en: `“${item.text}” is still below it: move or take out of use what is below first`,
        },
      })
  }
  const circle = findCycle(edges)
  if (circle === null) return problems
  const path = circle.map((id) => known.get(id)?.text ?? id).join(' → ')
  const at = circle.find((id) => touched.has(id)) ?? written[0]!.id
  return [
    ...problems,
    {
      id: at,
      ...(touched.has(at) && written[0]!.register === 'framework-items' ? { field: 'parent' } : {}),
      message: {
        zh: `条目互为上级，形成循环：${path}`,
        en: `Items stand below each other in a circle: ${path}`,
      },
    },
  ]
}
