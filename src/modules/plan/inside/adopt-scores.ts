import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import type { Guard } from '../../../engine/records/guards.ts'
import { isSame, table } from '../../../engine/records/stored.ts'
import { Refusal } from '../../../engine/refusal.ts'

/** The score of one level, as a confirmed sheet has it. */
export interface AdoptedScore {
  readonly kind: 'school' | 'group'
  readonly points: string
  /** Per cent of the total. */
  readonly weight: string
}

interface LevelRow extends Record<string, unknown> {
  readonly id: string
  readonly version: number
  readonly kind: string
  readonly name: string
  readonly weight: string
}

/**
 * Takes the scores of a confirmed sheet as the plan's own; null takes back what that sheet gave. Levels answer to each other
 * in order: the school's, then the groups' by code.
 * @param sheet its number
 * @throws Refusal 409 when the sheet does not weigh the very levels that the plan has
 */
export async function adoptScores(
  engine: Engine,
  tx: Tx,
  plan: string,
  sheet: string,
  scores: readonly AdoptedScore[] | null,
): Promise<void> {
  const levels = await tx.run<LevelRow>(sql`
    SELECT id, version, kind, name, weight::text FROM ${table(getRegister(engine, 'plan-levels'))}
    WHERE college_id = ${tx.collegeId} AND plan = ${plan} AND deleted_at IS NULL
      ${scores === null ? sql`AND score_sheet = ${sheet}` : sql``}
    ORDER BY kind DESC, code FOR UPDATE`)
  const given = scores?.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind === 'school' ? -1 : 1))
  if (given) {
    const fits =
      given.length === levels.length &&
      levels.every(({ kind, weight }, i) => given[i]!.kind === kind && new Exact(weight).eq(given[i]!.weight))
    if (!fits) {
      const say = (all: readonly { readonly kind: string; readonly weight: string }[]) =>
        all.map(({ kind, weight }) => `${kind} ${new Exact(weight).toFixed()}`).join(' / ')
      throw new Refusal('conflict', {
        zh: `评分表的层面和权重（${say(given)}）与计划的（${say(levels)}）不一致：请换用权重方案，或先改计划的层面`,
        en: `The sheet weighs ${say(given)}, the plan ${say(levels)}: use another weighting, or change the levels of the plan`,
      })
    }
  }
  for (const [i, { id, version }] of levels.entries())
    await act(engine, tx, asSystem(tx.collegeId, `评分表 ${sheet}`), {
      register: 'plan-levels',
      id,
      action: 'update',
      version,
      values: { score: given?.[i]!.points ?? null, scoreSheet: given ? sheet : null },
    })
}

/** A score that a sheet gave is changed by that sheet alone. */
export const scoreGuard: Guard = {
  registers: ['plan-levels'],
  hear: async (_engine, _tx, actor, written) =>
    actor.system
      ? []
      : written.flatMap(({ id, before, after }) => {
          const isTyped = (field: string) => !isSame(before?.values[field] ?? null, after.values[field])
          const number = before?.values['scoreSheet'] ?? null
          if (isTyped('scoreSheet'))
            return [
              {
                id,
                field: 'scoreSheet',
                message: {
                  zh: '评分表编号由已确认的评分表写入，不填写',
                  en: 'A confirmed sheet writes its number here: leave it empty',
                },
              },
            ]
          return number !== null && isTyped('score')
            ? [
                {
                  id,
                  field: 'score',
                  message: {
                    zh: `得分来自已确认的评分表 ${String(number)}：请在评分表中修改`,
                    en: `The score comes from the confirmed sheet ${String(number)}: change it there`,
                  },
                },
              ]
            : []
        }),
}
